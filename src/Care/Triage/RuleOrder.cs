using Mainstay.Knowledge;

namespace Mainstay.Care;

/// <summary>Highest level first, then by id with its numbers read as numbers: RF-9 before RF-10 before RF-10b. So the order of the files
/// does not matter.</summary>
sealed class RuleOrder : IComparer<Rule>
{
    public static readonly RuleOrder Instance = new();

    public int Compare(Rule? x, Rule? y)
    {
        if (x is null || y is null) return (x is null ? 0 : 1) - (y is null ? 0 : 1);
        return y.Level.CompareTo(x.Level) is var level and not 0 ? level : CompareIds(x.Id, y.Id);
    }

    static int CompareIds(ReadOnlySpan<char> x, ReadOnlySpan<char> y)
    {
        while (!x.IsEmpty && !y.IsEmpty)
        {
            int nx = Digits(x), ny = Digits(y);
            if (nx > 0 && ny > 0)
            {
                if (Number(x[..nx], y[..ny]) is var number and not 0) return number;
                x = x[nx..];
                y = y[ny..];
            }
            else if (x[0] != y[0]) return x[0] - y[0];
            else
            {
                x = x[1..];
                y = y[1..];
            }
        }
        return x.Length - y.Length;
    }

    static int Number(ReadOnlySpan<char> x, ReadOnlySpan<char> y)
    {
        x = x.TrimStart('0');
        y = y.TrimStart('0');
        return x.Length != y.Length ? x.Length - y.Length : x.SequenceCompareTo(y);
    }

    static int Digits(ReadOnlySpan<char> text)
    {
        var n = 0;
        while (n < text.Length && char.IsAsciiDigit(text[n])) n++;
        return n;
    }
}
