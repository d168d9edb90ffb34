namespace Mainstay.Care;

/// <summary>Does a day's sitting, sleep, stress or load go with the pain of the next day, within one person?</summary>
public static class Association
{
    /// <summary>Pairs of days below which nothing is said.</summary>
    public const int LeastDays = 21;
    const int MaxBlock = 7, Week = 7;

    /// <summary>Slope of next-day pain on a day's value, with an interval that is honest about days resembling their neighbours: today's pain, the
    /// calendar and the days of the week are taken out of both first, so that a slow drift or a weekly rhythm of both is no connection; then what is
    /// left is held against itself with Newey-West errors over a few days, with as many degrees of freedom as the days left after fitting, fewer
    /// where the values hang together.</summary>
    /// <param name="exposure">Value of each day in a row, NaN where unknown.</param>
    /// <param name="pain">Pain of each day, NaN where unknown.</param>
    /// <param name="level">0.95 for a 95 % interval.</param>
    /// <returns>Null with too few days or nothing that varies. Slope in pain points for one unit.</returns>
    public static (Estimate Slope, double P, int Days)? Of(ReadOnlySpan<double> exposure, ReadOnlySpan<double> pain, double level = 0.95)
    {
        if (exposure.Length != pain.Length) throw new ArgumentException("Each day has both values or NaN.");
        var rows = new List<(int Day, double X, double Y, double Before)>();
        for (var d = 0; d + 1 < exposure.Length; d++)
            if (IsPair(exposure, pain, d)) rows.Add((d, exposure[d], pain[d + 1], pain[d]));
        var n = rows.Count;
        if (n < LeastDays) return null;
        // Columns taken out: 1, the calendar, its square, the pain of the day itself, six of the seven days of the week.
        var span = Math.Max(1.0, exposure.Length - 1);
        var basis = new List<double[]>();
        foreach (var column in (double[][])[
            [.. rows.Select(_ => 1.0)], [.. rows.Select(r => r.Day / span)], [.. rows.Select(r => r.Day / span * (r.Day / span))], [.. rows.Select(r => r.Before)],
            .. Enumerable.Range(1, Week - 1).Select(weekday => rows.Select(r => r.Day % Week == weekday ? 1.0 : 0).ToArray())])
            if (Residual(column, basis) is var left && Norm(left) > 1e-9 * Math.Max(1, Norm(column))) basis.Add(Scale(left, 1 / Norm(left)));
        double[] x = Residual([.. rows.Select(r => r.X)], basis), y = Residual([.. rows.Select(r => r.Y)], basis);
        var xx = Dot(x, x);
        if (xx < 1e-9 * n) return null;
        var slope = Dot(x, y) / xx;
        var scores = new double[n];
        var df = n - basis.Count - 1.0;
        for (var i = 0; i < n; i++) scores[i] = x[i] * (y[i] - slope * x[i]);
        // HC-type correction for few days, then neighbours within the block.
        var lag = Math.Clamp((int)Math.Floor(1.3 * Math.Pow(n, 1 / 3.0)), 1, MaxBlock);
        double own = 0, neighbours = 0;
        var leverages = new double[n];
        foreach (var column in basis) for (var i = 0; i < n; i++) leverages[i] += column[i] * column[i];
        for (var i = 0; i < n; i++)
        {
            var leverage = x[i] * x[i] / xx + leverages[i];
            var weight = 1 / Math.Max(0.2, 1 - Math.Min(leverage, 0.8));
            own += scores[i] * scores[i] * weight;
            for (var j = i + 1; j < n && rows[j].Day - rows[i].Day <= lag; j++)
                neighbours += 2 * (1 - (rows[j].Day - rows[i].Day) / (lag + 1.0)) * scores[i] * scores[j] * weight;
        }
        // Neighbours may widen the interval, never narrow it.
        var error = Math.Sqrt(own + Math.Max(0, neighbours)) / xx;
        // Few days carry much of x: they, not all days, are what the spread was learnt from.
        var kurtosis = x.Sum(v => v * v * v * v) / (xx * xx);
        var effective = Math.Clamp(Math.Min(df, 2 / Math.Max(1e-9, kurtosis)) , 4, Math.Max(4, df));
        var reach = Statistics.T(0.5 + level / 2, effective) * error;
        return (new(slope, slope - reach, slope + reach), Statistics.TwoSided(slope / Math.Max(error, 1e-12), effective), n);
    }

    /// <summary>Days that count: with the value, the pain, and the pain of the next day.</summary>
    public static int Pairs(ReadOnlySpan<double> exposure, ReadOnlySpan<double> pain)
    {
        var pairs = 0;
        for (var d = 0; d + 1 < exposure.Length; d++) if (IsPair(exposure, pain, d)) pairs++;
        return pairs;
    }

    static bool IsPair(ReadOnlySpan<double> exposure, ReadOnlySpan<double> pain, int d) => !double.IsNaN(exposure[d]) && !double.IsNaN(pain[d]) && !double.IsNaN(pain[d + 1]);

    static double[] Residual(double[] values, List<double[]> basis)
    {
        var left = (double[])values.Clone();
        foreach (var b in basis)
        {
            var along = Dot(left, b);
            for (var i = 0; i < left.Length; i++) left[i] -= along * b[i];
        }
        return left;
    }

    static double[] Scale(double[] values, double by) => [.. values.Select(v => v * by)];
    static double Norm(double[] values) => Math.Sqrt(Dot(values, values));

    static double Dot(double[] a, double[] b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++) sum += a[i] * b[i];
        return sum;
    }
}
