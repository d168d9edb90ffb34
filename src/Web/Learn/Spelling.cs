namespace Mainstay.Web.Learn;

/// <summary>Forgives typing errors: the nearest known word by edits (a letter added, dropped, changed, or two swapped).</summary>
public sealed class Spelling
{
    const int LongestWord = 32;
    readonly Dictionary<string, int> _known = [];
    readonly string[] _sorted;

    public Spelling(IEnumerable<string> words)
    {
        foreach (var word in words.Where(word => word.Length is > 2 and <= LongestWord)) _known[word] = _known.GetValueOrDefault(word) + 1;
        _sorted = [.. _known.Keys.Order(StringComparer.Ordinal)];
    }

    /// <summary>The word itself where it is known (or begins a known one and may be unfinished) or has no near neighbour.</summary>
    public string Nearest(string word, bool mayBeUnfinished)
    {
        if (word.Length is < 4 or > LongestWord || _known.ContainsKey(word) || (mayBeUnfinished && BeginsOne(word))) return word;
        var allowed = word.Length < 6 ? 1 : 2;
        var best = word;
        int bestEdits = allowed + 1, bestCount = 0;
        foreach (var (known, count) in _known)
        {
            if (Math.Abs(known.Length - word.Length) > allowed) continue;
            var edits = Edits(word, known);
            if (edits > allowed || edits > bestEdits || (edits == bestEdits && count <= bestCount)) continue;
            (best, bestEdits, bestCount) = (known, edits, count);
        }
        return best;
    }

    bool BeginsOne(string start)
    {
        var at = Array.BinarySearch(_sorted, start, StringComparer.Ordinal);
        if (at < 0) at = ~at;
        return at < _sorted.Length && _sorted[at].StartsWith(start, StringComparison.Ordinal);
    }

    /// <summary>Optimal string alignment distance.</summary>
    static int Edits(string a, string b)
    {
        Span<int> before = stackalloc int[b.Length + 1], last = stackalloc int[b.Length + 1], row = stackalloc int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++) last[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var edits = Math.Min(Math.Min(last[j], row[j - 1]) + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) edits = Math.Min(edits, before[j - 2] + 1);
                row[j] = edits;
            }
            last.CopyTo(before);
            row.CopyTo(last);
        }
        return last[b.Length];
    }
}
