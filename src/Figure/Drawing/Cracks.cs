namespace Mainstay.Figure.Drawing;

/// <summary>What separates two neighbouring pixels; where lines of two kinds meet, the one named first goes on.</summary>
enum Crack : byte { None, Outline, Overlap, Cloth, Prop }

/// <summary>A line between pixels of different things. Points are the middles of pixel edges, of open lines with the corners at both ends.</summary>
sealed record CrackLine(Spot[] Points, bool Closed, Crack Kind);

/// <summary>Cracks between pixels, followed into lines.</summary>
/// <param name="kind">Of two neighbouring pixels.</param>
/// <param name="same">Whether two pixels show the same surface.</param>
/// <param name="near">How near the eye a pixel's surface is.</param>
sealed class Cracks(int width, int height, Func<int, int, Crack> kind, Func<int, int, bool> same, Func<int, float> near)
{
    static readonly (int X, int Y)[] Steps = [(1, 0), (0, 1), (-1, 0), (0, -1)];

    /// <summary>Below: between a pixel and the one under it. Beside: between it and the one to its right.</summary>
    readonly Crack[] below = new Crack[width * height];
    readonly Crack[] beside = new Crack[width * height];
    readonly bool[] belowSeen = new bool[width * height];
    readonly bool[] besideSeen = new bool[width * height];

    public List<CrackLine> Lines()
    {
        var ends = new List<(int X, int Y)>();
        for (var y = 0; y < height; y++)
            for (var x = 0; x < width; x++)
            {
                var i = y * width + x;
                if (x + 1 < width) beside[i] = kind(i, i + 1);
                if (y + 1 < height) below[i] = kind(i, i + width);
            }
        var lines = new List<CrackLine>();
        // Open lines first, from every end that goes on nowhere; then those that run round.
        for (var pass = 0; pass < 2; pass++)
            for (var y = 0; y < height; y++)
                for (var x = 0; x < width; x++)
                {
                    var i = y * width + x;
                    if (below[i] != Crack.None) Start(x, y + 1, 0, pass, lines);
                    if (beside[i] != Crack.None) Start(x + 1, y, 1, pass, lines);
                }
        return lines;
    }

    /// <summary>The edge from a corner in a direction (east or south), and the same backwards from its other end.</summary>
    void Start(int x, int y, int d, int pass, List<CrackLine> lines)
    {
        if (Seen(x, y, d)) return;
        if (pass == 1 || Next(x, y, d + 2 & 3) < 0) lines.Add(Walk(x, y, d));
        else if (Next(x + Steps[d].X, y + Steps[d].Y, d) < 0) lines.Add(Walk(x + Steps[d].X, y + Steps[d].Y, d + 2 & 3));
    }

    CrackLine Walk(int x, int y, int d)
    {
        var points = new List<Spot>();
        Span<int> counts = stackalloc int[5];
        var (x0, y0, d0) = (x, y, d);
        var closed = false;
        for (; ; )
        {
            Seen(x, y, d) = true;
            counts[(int)Edge(x, y, d)]++;
            points.Add(new Spot(x + Steps[d].X / 2.0, y + Steps[d].Y / 2.0));
            (x, y) = (x + Steps[d].X, y + Steps[d].Y);
            var next = Next(x, y, d);
            if (next < 0) break;
            d = next;
            if (Seen(x, y, d))
            {
                closed = x == x0 && y == y0 && d == d0 && points.Count > 2;
                break;
            }
        }
        var most = 1;
        for (var k = 2; k < counts.Length; k++)
            if (counts[k] > counts[most]) most = k;
        return closed ? new CrackLine([.. points], true, (Crack)most) : new CrackLine([new Spot(x0, y0), .. points, new Spot(x, y)], false, (Crack)most);
    }

    /// <summary>The edge that leaves a corner in a direction.</summary>
    Crack Edge(int x, int y, int d) => d switch
    {
        0 => x < width && y > 0 && y < height ? below[(y - 1) * width + x] : Crack.None,
        1 => y < height && x > 0 && x < width ? beside[y * width + x - 1] : Crack.None,
        2 => x > 0 && y > 0 && y < height ? below[(y - 1) * width + x - 1] : Crack.None,
        _ => y > 0 && x > 0 && x < width ? beside[(y - 1) * width + x - 1] : Crack.None,
    };

    ref bool Seen(int x, int y, int d)
    {
        switch (d)
        {
            case 0: return ref belowSeen[(y - 1) * width + x];
            case 1: return ref besideSeen[y * width + x - 1];
            case 2: return ref belowSeen[(y - 1) * width + x - 1];
            default: return ref besideSeen[(y - 1) * width + x - 1];
        }
    }

    /// <summary>Pixels on both sides of the edge that leaves a corner.</summary>
    (int A, int B) Sides(int x, int y, int d)
    {
        var i = y * width + x;
        return d switch { 0 => (i - width, i), 1 => (i - 1, i), 2 => (i - width - 1, i - 1), _ => (i - width - 1, i - width) };
    }

    /// <summary>Where a line that comes to a corner goes on; −1: it ends there. Where three meet, the two that bound the nearest surface go
    /// through.</summary>
    int Next(int x, int y, int from)
    {
        Span<int> out_ = stackalloc int[4];
        var n = 0;
        for (var d = 0; d < 4; d++)
            if (Edge(x, y, d) != Crack.None) out_[n++] = d;
        var back = from + 2 & 3;
        if (n == 2) return out_[0] == back ? out_[1] : out_[0];
        if (n != 3) return -1;
        var (best, score) = (-1, float.NegativeInfinity);
        for (var left = 0; left < 3; left++)
        {
            int a = out_[left == 0 ? 1 : 0], b = out_[left == 2 ? 1 : 2], c = out_[left];
            Crack ka = Edge(x, y, a), kb = Edge(x, y, b), kc = Edge(x, y, c);
            if (ka != kb && !(ka <= Crack.Overlap && kb <= Crack.Overlap)) continue;
            var shared = Shared(Sides(x, y, a), Sides(x, y, b));
            if (float.IsNegativeInfinity(shared)) continue;
            if (kc == Crack.Cloth && ka < Crack.Cloth) shared += 1e6f;
            if (shared > score) (best, score) = (left, shared);
        }
        if (best < 0 || out_[best] == back) return -1;
        for (var k = 0; k < 3; k++)
            if (k != best && out_[k] != back) return out_[k];
        return -1;
    }

    float Shared((int A, int B) a, (int A, int B) b)
    {
        var most = float.NegativeInfinity;
        foreach (var m in (ReadOnlySpan<int>)[a.A, a.B])
            foreach (var n in (ReadOnlySpan<int>)[b.A, b.B])
                if (m == n || same(m, n)) most = Math.Max(most, near(m));
        return most;
    }
}
