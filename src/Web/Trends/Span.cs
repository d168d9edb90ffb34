using System.Globalization;

namespace Mainstay.Web.Trends;

/// <summary>The days that charts show.</summary>
/// <param name="From">The first day.</param>
/// <param name="Days">How many; the last may lie ahead, where a chart shows what usually comes.</param>
public sealed record Span(DateOnly From, int Days)
{
    public const int Weeks12 = 84;

    public DateOnly To => From.AddDays(Days - 1);

    /// <summary>Place of a day from the start side, in percent; it may lie outside.</summary>
    public double At(DateOnly day) => (day.DayNumber - From.DayNumber) * 100.0 / Math.Max(1, Days - 1);

    public bool Has(DateOnly day) => day >= From && day <= To;

    /// <summary>The first twelve weeks from the beginning; later the last twelve, or all.</summary>
    public static Span Of(DateOnly first, DateOnly today, bool all)
    {
        var days = Math.Max(1, today.DayNumber - first.DayNumber + 1);
        return days <= Weeks12 ? new(first, Weeks12) : all ? new(first, days) : new(today.AddDays(1 - Weeks12), Weeks12);
    }

    /// <summary>The weeks from the first day to a last one, each with its first day; the last may be short.</summary>
    public IEnumerable<DateOnly> Weeks(DateOnly last)
    {
        for (var week = From; week <= last && week <= To; week = week.AddDays(7)) yield return week;
    }
}

/// <summary>Paths in a picture of 100 by 100 whose top is the most.</summary>
static class ChartPaths
{
    /// <summary>A dot for each day with a value: lines of no length with round ends, one path for all.</summary>
    /// <param name="values">One a day from a first day; NaN is no dot.</param>
    public static string Dots(double[] values, DateOnly first, Span span, double most) =>
        string.Concat(Within(values, first, span).Select(v => string.Create(CultureInfo.InvariantCulture, $"M{v.X:0.##} {Y(v.Value, most):0.#}h.01")));

    public static string Line(IEnumerable<(double X, double Value)> points, double most) =>
        string.Concat(points.Select((p, at) => string.Create(CultureInfo.InvariantCulture, $"{(at == 0 ? 'M' : 'L')}{p.X:0.##} {Y(p.Value, most):0.#}")));

    /// <summary>Between two lines, from one end to the other and back.</summary>
    public static string Band(IReadOnlyList<(double X, double Low, double High)> points, double most) => points.Count < 2 ? ""
        : Line([.. points.Select(p => (p.X, p.High)), .. points.Reverse().Select(p => (p.X, p.Low))], most) + "z";

    /// <summary>Short upright lines at the foot.</summary>
    public static string Ticks(IEnumerable<DateOnly> days, Span span) =>
        string.Concat(days.Where(span.Has).Select(day => string.Create(CultureInfo.InvariantCulture, $"M{span.At(day):0.##} 100v-6")));

    public static IEnumerable<(double X, double Value)> Within(double[] values, DateOnly first, Span span)
    {
        for (var d = Math.Max(0, span.From.DayNumber - first.DayNumber); d < values.Length && first.AddDays(d) <= span.To; d++)
            if (!double.IsNaN(values[d])) yield return (span.At(first.AddDays(d)), values[d]);
    }

    /// <summary>The median of the days of a week that have a value; null without one.</summary>
    public static double? Middle(double[] values, DateOnly first, DateOnly week) => Some(values, first, week) is { Length: > 0 } some ? (some[(some.Length - 1) / 2] + some[some.Length / 2]) / 2 : null;

    /// <summary>The mean of them.</summary>
    public static double? Mean(double[] values, DateOnly first, DateOnly week) => Some(values, first, week) is { Length: > 0 } some ? some.Average() : null;

    static double[] Some(double[] values, DateOnly first, DateOnly week)
        => [.. Enumerable.Range(week.DayNumber - first.DayNumber, 7).Where(d => d >= 0 && d < values.Length && !double.IsNaN(values[d])).Select(d => values[d]).Order()];

    /// <summary>Where the middle of a week is, in hundredths of what is shown.</summary>
    public static string Middle(Span span, DateOnly week) => string.Create(CultureInfo.InvariantCulture, $"{Math.Clamp(span.At(week.AddDays(3)), 0, 100):0.##}");

    public static string Pct(double part) => string.Create(CultureInfo.InvariantCulture, $"{part:0.##}%");

    static double Y(double value, double most) => 100 - Math.Clamp(value / most, 0, 1) * 100;
}
