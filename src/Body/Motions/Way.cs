namespace Mainstay.Body.Motions;

/// <summary>The way from one pose to another: straight in every term, except in those that the contacts bend.</summary>
public sealed class Way
{
    readonly double[] from, to;
    readonly int[] bent;
    /// <summary>Per bent term its values at even shares of the way, ends included, one after the other.</summary>
    readonly double[] knots;
    readonly int pieces;

    /// <param name="from">Terms of the first pose; <paramref name="to"/> of the second.</param>
    /// <param name="bent">Terms that do not go straight.</param>
    /// <param name="between">Their values at even shares, ends left out.</param>
    public Way(double[] from, double[] to, int[] bent, IReadOnlyList<IReadOnlyList<double>> between)
    {
        (this.from, this.to, this.bent) = (from, to, bent);
        pieces = between.Count + 1;
        knots = new double[bent.Length * (pieces + 1)];
        for (var i = 0; i < bent.Length; i++)
            for (var k = 0; k <= pieces; k++)
                knots[i * (pieces + 1) + k] = k == 0 ? from[bent[i]] : k == pieces ? to[bent[i]] : between[k - 1][i];
    }

    /// <param name="share">0 to 1 of the way.</param>
    public void At(double share, Span<double> terms)
    {
        for (var i = 0; i < from.Length; i++) terms[i] = from[i] + (to[i] - from[i]) * share;
        var along = share * pieces;
        var k = Math.Min((int)along, pieces - 1);
        var u = along - k;
        for (var i = 0; i < bent.Length; i++) terms[bent[i]] = Curve(i * (pieces + 1), k, u);
    }

    /// <summary>A cubic through the knots that never goes beyond the two it runs between: its slope is that between the neighbours where all
    /// three rise or fall, the harmonic mean of both sides, and none at a turn.</summary>
    double Curve(int start, int k, double u)
    {
        double a = knots[start + k], b = knots[start + k + 1], rise = b - a;
        var into = k > 0 ? Slope(a - knots[start + k - 1], rise) : rise;
        var outOf = k + 2 <= pieces ? Slope(rise, knots[start + k + 2] - b) : rise;
        double u2 = u * u, u3 = u2 * u;
        return (2 * u3 - 3 * u2 + 1) * a + (u3 - 2 * u2 + u) * into + (3 * u2 - 2 * u3) * b + (u3 - u2) * outOf;
    }

    static double Slope(double before, double after) => before * after <= 0 ? 0 : 2 * before * after / (before + after);
}
