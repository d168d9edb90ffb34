namespace Mainstay.Care;

/// <summary>Does something rise over weeks, more than weeks differ anyway?</summary>
public static class Drift
{
    /// <summary>Weeks that are looked at, the most weeks before them that they are held against, and all that tell how much weeks differ.</summary>
    public const int Late = 4, MostEarly = 12, Year = 52;
    const int Week = 7, LeastDays = 2, LeastWeeks = 3;

    /// <param name="days">Value of each day from the first, NaN where unknown; today last.</param>
    /// <param name="least">A rise below it is not worth a note, however sure.</param>
    /// <returns>The means of the last four whole weeks and of the weeks before them, and the chance that weeks which do not rise differ by so much or
    /// more (one-sided; 1 where it is no rise worth a note); null with too few weeks. Whether it is told is for <see cref="Findings"/> to say.</returns>
    public static (double Before, double Now, double P)? Of(ReadOnlySpan<double> days, double least)
    {
        var end = Findings.LastLook(days.Length);
        if (end < 2 * Late * Week) return null;
        ReadOnlySpan<double> weeks = Weeks(days[Math.Max(0, end - Year * Week)..end]);
        double[] late = Known(weeks[^Late..]), early = Known(weeks[^Math.Min(weeks.Length, Late + MostEarly)..^Late]);
        if (late.Length < LeastWeeks || early.Length < LeastWeeks) return null;
        var (before, now) = (early.Average(), late.Average());
        if (now - before < least) return (before, now, 1);
        // How much weeks differ is learnt within each four weeks, so that neither an earlier rise nor a slow course of months counts as chance.
        var (squares, df) = (0.0, 0);
        for (var from = 0; from < weeks.Length; from += Late)
            if (Known(weeks[from..(from + Late)]) is { Length: > 1 } some) (squares, df) = (squares + (some.Length - 1) * Statistics.Variance(some), df + some.Length - 1);
        var error = Math.Sqrt(Math.Max(squares / df, 1e-9) * (1.0 / early.Length + 1.0 / late.Length));
        return (before, now, 1 - Statistics.TBelow((now - before) / error, df));
    }

    static double[] Known(ReadOnlySpan<double> weeks)
    {
        var known = new List<double>();
        foreach (var week in weeks) if (!double.IsNaN(week)) known.Add(week);
        return [.. known];
    }

    /// <summary>Means of whole weeks, NaN where too little was noted.</summary>
    static double[] Weeks(ReadOnlySpan<double> days)
    {
        var weeks = new double[days.Length / Week];
        for (var week = 0; week < weeks.Length; week++)
        {
            var (sum, count) = (0.0, 0);
            foreach (var day in days.Slice(week * Week, Week))
                if (!double.IsNaN(day)) (sum, count) = (sum + day, count + 1);
            weeks[week] = count >= LeastDays ? sum / count : double.NaN;
        }
        return weeks;
    }
}
