using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Mainstay.Knowledge.Checking;

/// <summary>Finds words that frighten more than they tell.</summary>
public sealed class Nocebo(ImmutableArray<AvoidedWord> avoided)
{
    readonly (AvoidedWord Word, Regex Pattern)[] patterns = [.. avoided.Select(word => (word, Whole(word.Word)))];
    // One pass over a text tells for most of them that there is nothing to find.
    readonly Regex any = new(avoided.IsEmpty ? "(?!)" : string.Join('|', avoided.Select(word => Pattern(word.Word))), Options);

    const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    /// <summary>Each forbidden word in the text, once, as it is written there, unless it stands in an allowed phrase.</summary>
    public IEnumerable<(string Found, AvoidedWord Word)> Find(string text)
    {
        if (!any.IsMatch(text)) yield break;
        foreach (var (word, pattern) in patterns)
        {
            var spared = word.Allow.SelectMany(phrase => Whole(phrase).Matches(text)).ToList();
            var hit = pattern.Matches(text).FirstOrDefault(match => !spared.Any(s => s.Index <= match.Index && match.Index + match.Length <= s.Index + s.Length));
            if (hit is not null) yield return (hit.Value, word);
        }
    }

    static Regex Whole(string phrase) => new(Pattern(phrase), Options);

    static string Pattern(string phrase) =>
        $@"\b{Regex.Escape(phrase.TrimEnd('*')).Replace(@"\ ", @"\s+", StringComparison.Ordinal)}{(phrase.EndsWith('*') ? @"\w*" : "")}\b";
}
