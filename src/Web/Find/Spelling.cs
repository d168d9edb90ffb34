namespace Mainstay.Web.Find;

/// <summary>Knows the words of some texts and how often they stand there, and forgives typing errors in what is looked for.</summary>
public sealed class Spelling
{
    const int LongestWord = 32, ShortestPart = 2, LongPart = 3;

    /// <summary>A slip costs as much as a word that is this many times rarer, as the natural logarithm (about 150 times).</summary>
    const double PerEdit = 5;

    /// <summary>A word that begins a known one is taken as unfinished, unless a known word so much more frequent is one slip away.</summary>
    const int FarMore = 10;

    readonly Dictionary<string, (string Written, int Count)> _known = [];
    readonly string[] _sorted;

    /// <param name="words">In lower case, with their accents; a word that stands often is here often.</param>
    public Spelling(IEnumerable<string> words)
    {
        foreach (var written in words.Where(word => word.Length is >= ShortestPart and <= LongestWord))
        {
            var word = Tokens.Fold(written);
            _known[word] = _known.TryGetValue(word, out var known) ? (known.Written, known.Count + 1) : (written, 1);
        }
        _sorted = [.. _known.Keys.Order(StringComparer.Ordinal)];
    }

    /// <param name="word">Here and below: folded.</param>
    public bool Knows(string word) => _known.ContainsKey(word);

    /// <summary>With its accents.</summary>
    public string Written(string word) => _known.TryGetValue(word, out var known) ? known.Written : word;

    /// <summary>Some known word begins so, and the word may be unfinished.</summary>
    public bool BeginsOne(string word) => Beginning(word).Any();

    /// <summary>What a word that is not known was meant to be: one word, or two that were written as one. Null where it may be unfinished,
    /// or nothing known is near.</summary>
    public string[]? Mend(string word)
    {
        if (word.Length is < 3 or > LongestWord) return null;
        var (near, score) = Nearest(word);
        var unfinished = Beginning(word).Sum(known => known.Count);
        if (unfinished > 0 && (near is null || near.StartsWith(word, StringComparison.Ordinal) || _known[near].Count < FarMore * unfinished)) return null;
        return unfinished == 0 && Parted(word) is { } parts && (near is null || parts.Score >= score) ? [parts.First, parts.Second] : near is null ? null : [near];
    }

    /// <summary>One slip up to five letters, two beyond. Of three letters only the first must be right, or swapped.</summary>
    (string? Word, double Score) Nearest(string word)
    {
        var most = word.Length switch { 3 => 1.3, < 6 => 1.9, _ => 2.6 };
        (string? Word, double Score) best = (null, double.NegativeInfinity);
        foreach (var (known, (_, count)) in _known)
        {
            if (known.Length < 3 || Edits.Between(word, known, most) is var edits && double.IsInfinity(edits)) continue;
            var score = Math.Log(count) - PerEdit * edits;
            if (score > best.Score) best = (known, score);
        }
        return best;
    }

    /// <summary>A space that was left out is one slip.</summary>
    (string First, string Second, double Score)? Parted(string word)
    {
        (string, string, double)? best = null;
        var most = double.NegativeInfinity;
        for (var at = ShortestPart; at <= word.Length - ShortestPart; at++)
        {
            if (!_known.TryGetValue(word[..at], out var first) || !_known.TryGetValue(word[at..], out var second)) continue;
            var rarer = Math.Min(first.Count, second.Count);
            if ((rarer == 1 && Math.Min(at, word.Length - at) < LongPart) || Math.Log(rarer) - PerEdit is var score && score <= most) continue;
            (best, most) = ((word[..at], word[at..], score), score);
        }
        return best;
    }

    IEnumerable<(string Word, int Count)> Beginning(string start)
    {
        var at = Array.BinarySearch(_sorted, start, StringComparer.Ordinal);
        for (at = at < 0 ? ~at : at; at < _sorted.Length && _sorted[at].StartsWith(start, StringComparison.Ordinal); at++) yield return (_sorted[at], _known[_sorted[at]].Count);
    }
}
