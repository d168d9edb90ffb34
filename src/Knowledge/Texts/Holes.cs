namespace Mainstay.Knowledge.Texts;

/// <summary>The named holes of a phrase.</summary>
public static class Holes
{
    /// <summary>Names in the order in which they stand, without braces.</summary>
    public static IReadOnlyList<string> Of(string phrase)
    {
        var names = new List<string>();
        for (var at = phrase.IndexOf('{', StringComparison.Ordinal); at >= 0; at = phrase.IndexOf('{', at + 1))
            if (phrase.IndexOf('}', at) is > 0 and var end) names.Add(phrase[(at + 1)..end]);
        return names;
    }

    /// <summary>Which of the English phrase's holes has this name, from 0; -1 where none has.</summary>
    public static int IndexOf(string english, ReadOnlySpan<char> name)
    {
        var index = 0;
        for (var at = english.IndexOf('{', StringComparison.Ordinal); at >= 0; at = english.IndexOf('{', at + 1), index++)
        {
            var rest = english.AsSpan(at + 1);
            if (rest.Length > name.Length && rest[name.Length] == '}' && rest.StartsWith(name, StringComparison.Ordinal)) return index;
        }
        return -1;
    }
}
