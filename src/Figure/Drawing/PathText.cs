using System.Text;

namespace Mainstay.Figure.Drawing;

/// <summary>Cubics to the text of a path: relative, one decimal, straight ones as lines.</summary>
sealed class PathText(double scale)
{
    /// <summary>A cubic whose handles leave its chord by less than this is a line; tenths of a unit.</summary>
    const double Straight = 1.6;

    readonly StringBuilder text = new();

    public bool IsEmpty => text.Length == 0;
    public override string ToString() => text.ToString();

    public void Add(List<Cubic> cubics, bool closed)
    {
        if (cubics.Count == 0) return;
        var (x, y) = Tenths(cubics[0].P0);
        text.Append('M');
        Number(x, first: true);
        Number(y, first: false);
        var command = ' ';
        foreach (var c in cubics)
        {
            var ((ax, ay), (bx, by), (ex, ey)) = (Tenths(c.P1), Tenths(c.P2), Tenths(c.P3));
            Span<int> v = [ax - x, ay - y, bx - x, by - y, ex - x, ey - y];
            (x, y) = (ex, ey);
            var length = Math.Max(1, Math.Sqrt((double)v[4] * v[4] + (double)v[5] * v[5]));
            var off = Math.Max(Math.Abs((double)v[0] * v[5] - (double)v[1] * v[4]), Math.Abs((double)v[2] * v[5] - (double)v[3] * v[4])) / length;
            var wanted = off < Straight ? 'l' : 'c';
            if (wanted != command) text.Append(wanted);
            for (var i = off < Straight ? 4 : 0; i < 6; i++) Number(v[i], first: wanted != command && i == (off < Straight ? 4 : 0));
            command = wanted;
        }
        if (closed) text.Append('z');
    }

    (int X, int Y) Tenths(Spot p) => ((int)Math.Round(p.X * scale * 10), (int)Math.Round(p.Y * scale * 10));

    void Number(int tenths, bool first)
    {
        if (tenths < 0) text.Append('-');
        else if (!first) text.Append(' ');
        var size = Math.Abs(tenths);
        if (size >= 10 || size == 0) text.Append(size / 10);
        if (size % 10 != 0) text.Append('.').Append((char)('0' + size % 10));
    }
}
