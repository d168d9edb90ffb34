namespace Mainstay.Care;

/// <summary>Does something rise over weeks, more than weeks differ anyway? Looked at every four weeks and not every day, since who looks often
/// finds something in any life.</summary>
public static class Drift
{
    /// <summary>Weeks that are looked at, and the most weeks before them that they are held against.</summary>
    public const int Late = 4, MostEarly = 12;
    const int Week = 7, LeastDays = 2, LeastWeeks = 3;
    /// <summary>Chance of a note where nothing rises, for one look at one value. Three values, at weeks 8 and 12, then stay under one life in twenty,
    /// although weeks resemble their neighbours: the tests hold it against made-up lives.</summary>
    const double Level = 0.0075;

    /// <param name="days">Value of each day from the first, NaN where unknown; today last.</param>
    /// <param name="least">A rise below it is not worth a note, however sure.</param>
    /// <returns>The means of the last four whole weeks and of the weeks before them, where they rose; else null.</returns>
    public static (double Before, double Now)? Of(ReadOnlySpan<double> days, double least)
    {
        var end = days.Length / (Late * Week) * Late * Week;
        if (end < 2 * Late * Week) return null;
        var late = Weeks(days[(end - Late * Week)..end]);
        var early = Weeks(days[Math.Max(0, end - (Late + MostEarly) * Week)..(end - Late * Week)]);
        if (late.Count < LeastWeeks || early.Count < LeastWeeks) return null;
        var (before, now) = (early.Average(), late.Average());
        var df = early.Count + late.Count - 2;
        var pooled = (Squares(early, before) + Squares(late, now)) / df;
        var error = Math.Sqrt(Math.Max(pooled, 1e-9) * (1.0 / early.Count + 1.0 / late.Count));
        return now - before >= least && (now - before) / error > Statistics.T(1 - Level, df) ? (before, now) : null;
    }

    static double Squares(List<double> values, double mean) => values.Sum(v => (v - mean) * (v - mean));

    /// <summary>Means of whole weeks with enough in them.</summary>
    static List<double> Weeks(ReadOnlySpan<double> days)
    {
        var weeks = new List<double>();
        for (; days.Length >= Week; days = days[Week..])
        {
            var (sum, count) = (0.0, 0);
            foreach (var day in days[..Week])
                if (!double.IsNaN(day)) (sum, count) = (sum + day, count + 1);
            if (count >= LeastDays) weeks.Add(sum / count);
        }
        return weeks;
    }
}
