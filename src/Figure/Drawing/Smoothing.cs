namespace Mainstay.Figure.Drawing;

/// <summary>Pixel steps to a smooth line.</summary>
static class Smoothing
{
    /// <summary>Averages each point with its neighbours, then undoes the shrinking by a smaller step the other way (Taubin). Ends of open lines
    /// stay.</summary>
    /// <param name="sigma">Width of what is smoothed away, pixels.</param>
    public static Spot[] Of(Spot[] points, bool closed, double sigma)
    {
        if (points.Length < 4) return points;
        var (from, to) = ((Spot[])points.Clone(), new Spot[points.Length]);
        var times = Math.Max(1, (int)Math.Round(sigma * sigma * 1.6));
        for (var k = 0; k < 2 * times; k++)
        {
            Pass(from, to, closed, k % 2 == 0 ? 0.62 : -0.30);
            (from, to) = (to, from);
        }
        return from;
    }

    static void Pass(Spot[] from, Spot[] to, bool closed, double share)
    {
        var n = from.Length;
        for (var i = 1; i < n - 1; i++) to[i] = from[i] + ((from[i - 1] + from[i + 1]) * 0.5 - from[i]) * share;
        to[0] = closed ? from[0] + ((from[n - 1] + from[1]) * 0.5 - from[0]) * share : from[0];
        to[n - 1] = closed ? from[n - 1] + ((from[n - 2] + from[0]) * 0.5 - from[n - 1]) * share : from[n - 1];
    }
}
