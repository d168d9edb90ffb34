using System.Collections.Immutable;
using Mainstay.Care;

namespace Mainstay.Web.Trends;

/// <summary>An experiment as it stands today.</summary>
/// <param name="Turn">What it is the turn of today; null: it is over, stopped, or has not begun.</param>
/// <param name="DaysLeft">Days from today to the end, today counted.</param>
/// <param name="DoneToday">It was noted today.</param>
public sealed record TrialNow(ExperimentStart Plan, Comparison Comparison, RemedyKind? Turn, int DaysLeft, bool DoneToday, bool Stopped)
{
    public DateOnly To => Plan.From.AddDays(2 * Plan.Pairs * Plan.BlockDays - 1);

    /// <summary>All of them, the newest first.</summary>
    public static ImmutableArray<TrialNow> Of(Insight insight, History history, DateOnly today) =>
        [.. history.Experiments.Reverse().Select(one => Of(one.What, insight, history, today)).OfType<TrialNow>()];

    static TrialNow? Of(ExperimentStart plan, Insight insight, History history, DateOnly today)
    {
        if (insight.Comparisons.FirstOrDefault(one => one.Experiment == plan.Experiment) is not { } comparison) return null;
        var stopped = history.ExperimentStops.Any(stop => stop.What.Experiment == plan.Experiment);
        var days = OneWay.Schedule(plan);
        var turn = stopped ? null : days.Where(day => day.Day == today).Select(day => (RemedyKind?)day.Remedy).FirstOrDefault();
        var done = turn is { } kind && history.Diary.Any(note => (note.What.For ?? note.Day) == today && note.What.Remedies.Any(r => r.Kind == kind && r is { Before: not null, After: not null }));
        return new(plan, comparison, turn, Math.Max(0, days[^1].Day.DayNumber - today.DayNumber + 1), done, stopped);
    }

    /// <summary>Stretches of days with one remedy, up to a day.</summary>
    public IEnumerable<(DateOnly From, DateOnly To, bool First)> Blocks(DateOnly until) => OneWay.Schedule(Plan).Where(day => day.Day <= until).GroupBy(day => day.Block)
        .Select(block => (block.First().Day, block.Last().Day, block.First().Remedy == Plan.A));
}
