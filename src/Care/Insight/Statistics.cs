namespace Mainstay.Care;

/// <summary>An estimate with its interval.</summary>
/// <param name="Low">Lower end of the interval.</param>
/// <param name="High">Upper end.</param>
public readonly record struct Estimate(double Value, double Low, double High)
{
    /// <summary>The interval leaves no doubt about the sign.</summary>
    public bool Excludes0 => Low > 0 || High < 0;
}

/// <summary>The few formulas that the insights need. Deterministic.</summary>
static class Statistics
{
    /// <summary>Quantile of Student's t, by Hill's expansion (1970, algorithm 396), refined against its own distribution function.</summary>
    /// <param name="p">Probability below it, 0.5 to 1.</param>
    /// <param name="df">Above 0; need not be whole.</param>
    public static double T(double p, double df)
    {
        var (low, high) = (0.0, 1e3);
        while (TBelow(high, df) < p && high < 1e8) high *= 2;
        for (var i = 0; i < 80; i++)
        {
            var middle = (low + high) / 2;
            if (TBelow(middle, df) < p) low = middle;
            else high = middle;
        }
        return (low + high) / 2;
    }

    /// <summary>Chance that Student's t is below a value of 0 or more.</summary>
    public static double TBelow(double t, double df) => 1 - 0.5 * Beta(df / (df + t * t), df / 2, 0.5);

    /// <summary>Two-sided p of a t value.</summary>
    public static double TwoSided(double t, double df) => double.IsFinite(t) ? 2 * (1 - TBelow(Math.Abs(t), df)) : double.IsNaN(t) ? 1 : 0;

    /// <summary>The regularised incomplete beta function, by its continued fraction (Lentz).</summary>
    static double Beta(double x, double a, double b)
    {
        if (x <= 0) return 0;
        if (x >= 1) return 1;
        var front = Math.Exp(LogGamma(a + b) - LogGamma(a) - LogGamma(b) + a * Math.Log(x) + b * Math.Log(1 - x));
        return x < (a + 1) / (a + b + 2) ? front * Fraction(x, a, b) / a : 1 - front * Fraction(1 - x, b, a) / b;
    }

    static double Fraction(double x, double a, double b)
    {
        const double tiny = 1e-300;
        double c = 1, d = 1 - (a + b) * x / (a + 1);
        d = 1 / (Math.Abs(d) < tiny ? tiny : d);
        var h = d;
        for (var m = 1; m < 300; m++)
        {
            var even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            d = 1 / Safe(1 + even * d);
            c = Safe(1 + even / c);
            h *= d * c;
            var odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            d = 1 / Safe(1 + odd * d);
            c = Safe(1 + odd / c);
            h *= d * c;
            if (Math.Abs(d * c - 1) < 1e-14) break;
        }
        return h;

        static double Safe(double value) => Math.Abs(value) < tiny ? tiny : value;
    }

    // Lanczos.
    static double LogGamma(double x)
    {
        ReadOnlySpan<double> g = [76.18009172947146, -86.50532032941677, 24.01409824083091, -1.231739572450155, 0.1208650973866179e-2, -0.5395239384953e-5];
        var y = x;
        var t = x + 5.5 - (x + 0.5) * Math.Log(x + 5.5);
        var sum = 1.000000000190015;
        foreach (var c in g) sum += c / ++y;
        return -t + Math.Log(2.5066282746310005 * sum / x);
    }

    public static double Variance(IReadOnlyCollection<double> values)
    {
        var mean = values.Average();
        return values.Sum(v => (v - mean) * (v - mean)) / (values.Count - 1);
    }

    /// <summary>Holm's step-down: which of these p values are significant together at a level. Of all comparisons without an effect, any at all is
    /// called one in at most that share of people, however they depend on each other.</summary>
    public static bool[] Holm(IReadOnlyList<double> p, double level)
    {
        var result = new bool[p.Count];
        var left = p.Count;
        foreach (var i in Enumerable.Range(0, p.Count).OrderBy(i => p[i]))
        {
            if (p[i] > level / left) break;
            result[i] = true;
            left--;
        }
        return result;
    }
}
