using System.Buffers;
using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Mainstay.Knowledge.Checking;

/// <summary>Finds words that frighten more than they tell.</summary>
public sealed class Nocebo(ImmutableArray<AvoidedWord> avoided)
{
    readonly (AvoidedWord Word, Lazy<Regex> Pattern)[] patterns =
        [.. avoided.Select(word => (word, new Lazy<Regex>(() => Whole(word.Word))))];
    // Most texts hold no beginning of any of the words, and building and running the patterns is most of the time.
    readonly SearchValues<string> beginnings = SearchValues.Create([.. avoided.Select(word => word.Word.Split(' ', '*')[0])],
        StringComparison.OrdinalIgnoreCase);

    /// <summary>Each forbidden word in the text, once, as it is written there, unless it stands in an allowed phrase.</summary>
    public IEnumerable<(string Found, AvoidedWord Word)> Find(string text)
    {
        if (!text.AsSpan().ContainsAny(beginnings)) yield break;
        foreach (var (word, pattern) in patterns)
        {
            var hits = pattern.Value.Matches(text);
            if (hits.Count == 0) continue;
            var spared = word.Allow.SelectMany(phrase => Whole(phrase).Matches(text)).ToList();
            var hit = hits.FirstOrDefault(match => !spared.Any(whole => Inside(match, whole)));
            if (hit is not null) yield return (hit.Value, word);
        }
    }

    static bool Inside(Match match, Match whole) =>
        whole.Index <= match.Index && match.Index + match.Length <= whole.Index + whole.Length;

    static Regex Whole(string phrase) => new(Pattern(phrase), RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    static string Pattern(string phrase) =>
        $@"\b{Regex.Escape(phrase.TrimEnd('*')).Replace(@"\ ", @"\s+", StringComparison.Ordinal)}{(phrase.EndsWith('*') ? @"\w*" : "")}\b";
}
