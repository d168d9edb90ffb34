using System.Globalization;
using System.Text;

namespace Mainstay.Web.Find;

/// <summary>Texts as words to look for.</summary>
public static class Tokens
{
    /// <summary>Words of letters and digits in lower case, with their accents.</summary>
    public static IEnumerable<string> Of(string text)
    {
        var word = new StringBuilder();
        foreach (var letter in text.Normalize(NormalizationForm.FormC).Append(' '))
        {
            if (char.IsLetterOrDigit(letter)) word.Append(char.ToLowerInvariant(letter));
            else if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark && word.Length > 0)
            {
                yield return word.ToString();
                word.Clear();
            }
        }
    }

    /// <summary>As <see cref="Of"/>, without accents: the form in which words are compared.</summary>
    public static IEnumerable<string> Folded(string text) => Of(text).Select(Fold);

    public static string Fold(string word)
    {
        if (word.All(char.IsAscii)) return word;
        return string.Concat(word.Normalize(NormalizationForm.FormD).Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark));
    }

    /// <summary>One or many of it, as English and some other languages write that.</summary>
    public static bool IsSame(string word, string other) => word == other || (word.Length == other.Length + 1 ? IsMany(word, other) : other.Length == word.Length + 1 && IsMany(other, word));

    static bool IsMany(string many, string one) => many[^1] == 's' && many.StartsWith(one, StringComparison.Ordinal);
}
