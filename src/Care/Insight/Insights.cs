using System.Collections.Immutable;
using Mainstay.Knowledge;

namespace Mainstay.Care;

/// <summary>A connection between a day's value and the next day's pain.</summary>
/// <param name="Slope">Pain points for one unit (an hour, a point, ten minutes of hard work, a thousand steps), with a 95 % interval.</param>
/// <param name="Holds">Found at the last look of <see cref="Findings"/>, and still there today. A connection is not a cause.</param>
public sealed record Connection(Exposure Exposure, Estimate Slope, int Days, double P, bool Holds);

/// <summary>One experiment.</summary>
/// <param name="Holds">It is over, and it holds when it is counted how many comparisons are made (<see cref="Findings"/>).</param>
public sealed record Comparison(Guid Experiment, OneWayResult Result, bool Holds);

/// <summary>Before and after of one remedy, over everything in the diary: what was felt, and no proof, since pain is treated when it is high and then comes down by itself.</summary>
/// <param name="Mean">Of before less after, 0 to 10. An interval would look like evidence of an effect, so there is none.</param>
public sealed record Felt(RemedyKind Kind, int Times, double Mean);

/// <summary>How the three days before bad spells were: plain numbers that claim nothing, since bad spells are too few for a claim. Whoever shows
/// them says so and calls them no difference.</summary>
/// <param name="Before">Mean over those days.</param>
/// <param name="Else">Mean over all other days.</param>
public sealed record BeforeFlares(Exposure Exposure, double Before, double Else, int Flares);

/// <summary>A point of the trend: median of three days with a value.</summary>
public readonly record struct TrendPoint(DateOnly Day, double Pain);

/// <param name="Trend">0 to 10.</param>
/// <param name="Goal">30 % less than at the start, 0 to 10; null without a start.</param>
/// <param name="Change">Median of the last three days less that of the first three; null with too little.</param>
/// <param name="Matters">The change is one that matters: 2 points or 30 %.</param>
public sealed record Trend(ImmutableArray<TrendPoint> Trend3, double? Start, double? Goal, double? Change, bool Matters, bool Worse);

/// <summary>Gentle notes about weeks: true where a value rose, as the last look of <see cref="Findings"/> found.</summary>
public sealed record Drifts(bool Pain, bool Sitting, bool Medicine);

/// <summary>A value of the day that nothing can be said about yet.</summary>
/// <param name="Days">Days noted so far whose next day has its pain too. Enough of them, and it was the same on nearly every day.</param>
public sealed record TooFew(Exposure Exposure, int Days);

/// <summary>Days with a session in the last four weeks, or since the beginning where that is less. Free days and holidays are left out.</summary>
/// <param name="Meant">Days meant for one, by the days a week that the person gave.</param>
public sealed record Practice(int Days, double Meant, int Of);

/// <param name="Course">The usual course from <see cref="CourseFrom"/> on, beginning at the person's own start.</param>
/// <param name="Connections">Of what was noted on enough days.</param>
/// <param name="Practice">Null before a week has passed.</param>
public sealed record Insight(
    Trend Trend, PrognosisResult Course, ImmutableArray<Connection> Connections, ImmutableArray<Comparison> Comparisons, ImmutableArray<Felt> Felt,
    ImmutableArray<BeforeFlares> BeforeFlares, Drifts Drifts, Practice? Practice)
{
    /// <summary>Day 0 of <see cref="Course"/>.</summary>
    public required DateOnly CourseFrom { get; init; }
    public required DayValues Days { get; init; }
    public ImmutableArray<Flare> Flares { get; init; } = [];
    /// <summary>Null with too few mornings.</summary>
    public Mornings? Mornings { get; init; }
    public ImmutableArray<TooFew> TooFew { get; init; } = [];
}

/// <summary>What the diary can say, and how sure that is. What of it is told as an effect, <see cref="Findings"/> says.</summary>
public static class Insights
{
    public const double Level = 0.95;
    /// <summary>Times below which a remedy has no interval.</summary>
    public const int LeastTimes = 5;
    const int FlareDays = 3, Window = 28, LeastOfWindow = 8;

    public static Insight Of(CareModel care, Answers answers, History history, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(care);
        ArgumentNullException.ThrowIfNull(answers);
        ArgumentNullException.ThrowIfNull(history);
        var rules = care.Library.Progress ?? throw new ArgumentException("The library has no progress.yaml.");
        var pain = new PainDays(history, now);
        var today = DateOnly.FromDateTime(now.DateTime);
        var first = pain.Days.Count > 0 ? pain.Days.Keys.First() : today;
        var days = new DayValues(history, pain, first, today, now);
        var (connections, comparisons) = Compare(days, history, now);
        var flares = Flares.Of(pain, rules, answers.NumberOf("nprs"), today);
        var trend = TrendOf(pain, rules, answers.NumberOf("nprs"), today);
        var (course, from) = CourseOf(care, answers, history, trend.Start, today);
        return new(trend, course, connections, comparisons, FeltOf(history, now),
            [.. Enum.GetValues<Exposure>().Select(e => BeforeOf(e, days, flares)).OfType<BeforeFlares>()], Findings.DriftsOf(days.Pain, days.Of(Exposure.Sitting), days.Doses), PracticeOf(answers, history, today))
        {
            CourseFrom = from, Days = days, Flares = [.. flares], Mornings = Mornings.Of(days),
            TooFew = [.. Enum.GetValues<Exposure>().Where(e => connections.All(c => c.Exposure != e)).Select(e => new TooFew(e, Association.Pairs(days.Of(e), days.Pain)))],
        };
    }

    // As it looked at the beginning: counts of days have grown since, and the pain of today is no start.
    static (PrognosisResult, DateOnly) CourseOf(CareModel care, Answers answers, History history, double? start, DateOnly today)
    {
        var begun = history.Begun is { } at ? DateOnly.FromDateTime(at.DateTime) : today;
        if (answers.NumberOf("onset_days") is { } onset)
        {
            var since = Math.Clamp(today.DayNumber - begun.DayNumber, 0, onset);
            (answers, begun) = (answers.With("onset_days", onset - since), today.AddDays(-(int)since));
        }
        if (start is { } pain) answers = answers.With("nprs", pain);
        return (care.Prognosis.Of(answers), begun);
    }

    /// <summary>Every comparison that is shown, with what of it is told as an effect.</summary>
    public static (ImmutableArray<Connection>, ImmutableArray<Comparison>) Compare(DayValues days, History history, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(days);
        ArgumentNullException.ThrowIfNull(history);
        var look = Findings.LastLook(days.Days);
        var today = ConnectionsOf(days, days.Days);
        var then = look == days.Days ? today : ConnectionsOf(days, look);
        var holds = Findings.ConnectionsHold([.. then.Select(c => c.P)]);
        var told = then.Where((_, i) => holds[i]).ToDictionary(c => c.Exposure, c => c.Slope.Value);
        var tried = history.Experiments.Where(e => e.At <= now).Select(e => (e.What, Result: OneWay.Of(e.What, history, now)));
        return ([.. today.Select(c => c with { Holds = told.TryGetValue(c.Exposure, out var slope) && c.Slope.Excludes0 && c.Slope.Value * slope > 0 })],
            [.. tried.Select(t => new Comparison(t.What.Experiment, t.Result, Findings.Tells(t.What, t.Result, history, now)))]);
    }

    /// <summary>What goes with pain in the days up to one, nothing of it told yet.</summary>
    static ImmutableArray<Connection> ConnectionsOf(DayValues days, int until) =>
    [
        .. from exposure in Enum.GetValues<Exposure>()
           let found = Association.Of(days.Of(exposure).AsSpan(0, until), days.Pain.AsSpan(0, until), Level)
           where found is not null
           select new Connection(exposure, found.Value.Slope, found.Value.Days, found.Value.P, Holds: false),
    ];

    static Trend TrendOf(PainDays pain, ProgressRules rules, double? checkPain, DateOnly today)
    {
        var days = pain.Days.Where(d => d.Key <= today).ToArray();
        var points = ImmutableArray.CreateBuilder<TrendPoint>();
        for (var i = 0; i < days.Length; i++)
            points.Add(new(days[i].Key, PainDays.Middle([.. days[Math.Max(0, i - rules.ReviewDays + 1)..(i + 1)].Select(d => d.Value)])));
        var start = days.Length >= rules.ReviewDays ? PainDays.Middle([.. days[..rules.ReviewDays].Select(d => d.Value)]) : checkPain;
        var change = days.Length >= 2 * rules.ReviewDays ? points[^1].Pain - start : null;
        return new(points.ToImmutable(), start, start is > 0 ? start * (1 - rules.GainShare) : null, change,
            -change >= rules.GainPain || (change < 0 && -change >= start * rules.GainShare), change >= rules.WorsePain);
    }

    static ImmutableArray<Felt> FeltOf(History history, DateTimeOffset now) => [.. history.Diary.Where(n => n.At <= now).SelectMany(n => n.What.Remedies)
        .Where(r => r is { Before: not null, After: not null }).GroupBy(r => r.Kind).OrderBy(g => g.Key)
        .Select(g => (g.Key, Values: g.Select(r => r.Before!.Value - r.After!.Value).ToArray()))
        .Select(g => new Felt(g.Key, g.Values.Length, g.Values.Average()))];

    // Told as it was, without a claim: bad spells are too few for one.
    static BeforeFlares? BeforeOf(Exposure exposure, DayValues days, List<Flare> flares)
    {
        var before = flares.SelectMany(f => Enumerable.Range(1, FlareDays).Select(i => f.Began.AddDays(-i).DayNumber - days.From.DayNumber)).ToHashSet();
        var values = days.Of(exposure);
        var (with, without) = (new List<double>(), new List<double>());
        for (var d = 0; d < days.Days; d++) if (!double.IsNaN(values[d])) (before.Contains(d) ? with : without).Add(values[d]);
        return with.Count < FlareDays || without.Count < LeastOfWindow ? null : new(exposure, with.Average(), without.Average(), flares.Count);
    }

    static Practice? PracticeOf(Answers answers, History history, DateOnly today)
    {
        if (history.Begun is not { } begun) return null;
        var from = DateOnly.FromDateTime(begun.DateTime) is var b && b > today.AddDays(-Window + 1) ? b : today.AddDays(-Window + 1);
        var days = Enumerable.Range(0, Math.Max(0, today.DayNumber - from.DayNumber + 1)).Select(i => from.AddDays(i)).Where(d => !Habit.IsFree(history, d)).ToHashSet();
        if (days.Count < 7) return null;
        return new(history.SessionsById.Values.Where(s => s.Tried).Select(s => s.Day).Distinct().Count(days.Contains), days.Count * (answers.NumberOf("days_per_week") ?? 5) / 7, days.Count);
    }
}
