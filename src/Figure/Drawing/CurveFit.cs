namespace Mainstay.Figure.Drawing;

/// <summary>A cubic Bézier.</summary>
readonly record struct Cubic(Spot P0, Spot P1, Spot P2, Spot P3)
{
    public Spot At(double t)
    {
        var u = 1 - t;
        return P0 * (u * u * u) + P1 * (3 * u * u * t) + P2 * (3 * u * t * t) + P3 * (t * t * t);
    }
}

/// <summary>As few cubics as follow a line of points within a tolerance (Schneider 1990).</summary>
sealed class CurveFit
{
    /// <summary>Over how many points a tangent is taken.</summary>
    const int Span = 4;
    const int Rounds = 4;

    readonly List<Spot> points;
    readonly double tolerance;
    readonly double[] along;
    readonly List<Cubic> cubics = [];

    CurveFit(List<Spot> points, double tolerance) => (this.points, this.tolerance, along) = (points, tolerance, new double[points.Count]);

    public static List<Cubic> Of(IReadOnlyList<Spot> line, double tolerance, bool closed)
    {
        var points = new List<Spot>(line.Count + 1);
        foreach (var p in line)
            if (points.Count == 0 || (p - points[^1]).Length > 1e-6) points.Add(p);
        if (closed && points.Count > 0) points.Add(points[0]);
        if (points.Count < 2) return [];
        var n = points.Count;
        var fit = new CurveFit(points, tolerance);
        var (first, last) = closed
            ? ((points[Math.Min(Span, n - 1)] - points[Math.Max(0, n - 1 - Span)]).Unit, default)
            : ((points[Math.Min(Span, n - 1)] - points[0]).Unit, (points[Math.Max(0, n - 1 - Span)] - points[n - 1]).Unit);
        fit.Fit(0, n - 1, first, closed ? first * -1 : last);
        return fit.cubics;
    }

    void Fit(int a, int b, Spot start, Spot end)
    {
        if (b - a == 1)
        {
            var third = (points[b] - points[a]).Length / 3;
            cubics.Add(new(points[a], points[a] + start * third, points[b] + end * third, points[b]));
            return;
        }
        along[a] = 0;
        for (var i = a + 1; i <= b; i++) along[i] = along[i - 1] + (points[i] - points[i - 1]).Length;
        var length = along[b];
        for (var i = a + 1; i <= b; i++) along[i] /= length;
        var split = (a + b) / 2;
        for (var round = 0; round < Rounds; round++)
        {
            var cubic = Best(a, b, start, end, length);
            var worst = 0.0;
            for (var i = a + 1; i < b; i++)
                if ((cubic.At(along[i]) - points[i]).Length is var off && off > worst) (worst, split) = (off, i);
            if (worst < tolerance)
            {
                cubics.Add(cubic);
                return;
            }
            if (worst > tolerance * 6) break;
            for (var i = a + 1; i < b; i++) along[i] = Closer(cubic, along[i], points[i]);
        }
        var middle = (points[Math.Max(a, split - Span)] - points[Math.Min(b, split + Span)]).Unit;
        Fit(a, split, start, middle);
        Fit(split, b, middle * -1, end);
    }

    /// <summary>The lengths of both handles by least squares.</summary>
    Cubic Best(int a, int b, Spot start, Spot end, double length)
    {
        double c00 = 0, c01 = 0, c11 = 0, x0 = 0, x1 = 0;
        for (var i = a; i <= b; i++)
        {
            double t = along[i], m = 1 - t, b0 = m * m * m, b1 = 3 * t * m * m, b2 = 3 * t * t * m, b3 = t * t * t;
            Spot h0 = start * b1, h1 = end * b2, rest = points[i] - points[a] * (b0 + b1) - points[b] * (b2 + b3);
            c00 += Spot.Dot(h0, h0);
            c01 += Spot.Dot(h0, h1);
            c11 += Spot.Dot(h1, h1);
            x0 += Spot.Dot(h0, rest);
            x1 += Spot.Dot(h1, rest);
        }
        var det = c00 * c11 - c01 * c01;
        var (left, right) = det == 0 ? (0, 0) : ((x0 * c11 - x1 * c01) / det, (c00 * x1 - c01 * x0) / det);
        if (left < length * 1e-3 || right < length * 1e-3 || left > length * 1.5 || right > length * 1.5) left = right = length / 3;
        return new(points[a], points[a] + start * left, points[b] + end * right, points[b]);
    }

    /// <summary>One Newton step to the parameter nearest a point.</summary>
    static double Closer(Cubic c, double t, Spot p)
    {
        var m = 1 - t;
        var e = c.At(t) - p;
        var d1 = ((c.P1 - c.P0) * (m * m) + (c.P2 - c.P1) * (2 * m * t) + (c.P3 - c.P2) * (t * t)) * 3;
        var d2 = ((c.P2 - c.P1 * 2 + c.P0) * m + (c.P3 - c.P2 * 2 + c.P1) * t) * 6;
        var slope = Spot.Dot(d1, d1) + Spot.Dot(e, d2);
        return Math.Abs(slope) > 1e-9 ? Math.Clamp(t - Spot.Dot(e, d1) / slope, 0, 1) : t;
    }
}
