using System.Collections.Immutable;

namespace Mainstay.Care;

/// <summary>An own goal as it stands, with its trend.</summary>
/// <param name="Scores">0 (cannot) to 10 (as before), oldest first.</param>
public sealed record OwnGoal(string Id, string Text, ImmutableArray<(DateOnly Day, double Score)> Scores);

/// <summary>A tender spot as it stands.</summary>
/// <param name="Felt">Every time it was felt, oldest first.</param>
/// <param name="Pressed">Every time it was pressed for relief, oldest first.</param>
public sealed record TenderSpot(string Id, string Region, ImmutableArray<Logged<SpotFelt>> Felt, ImmutableArray<Logged<SpotPressed>> Pressed)
{
    public SpotFelt Now => Felt[^1].What;
}

/// <summary>What stands now, out of what was recorded over time.</summary>
public static class Standings
{
    /// <summary>Goals that were not given up, in the order they were first named.</summary>
    public static ImmutableArray<OwnGoal> Goals(this History history)
    {
        ArgumentNullException.ThrowIfNull(history);
        return [.. history.GoalNames.GroupBy(g => g.What.Goal).Where(g => g.Last().What.Text is not null).Select(g => new OwnGoal(g.Key, g.Last().What.Text!,
            [.. history.GoalScores.Where(s => s.What.Goal == g.Key).Select(s => (s.Day, s.What.Score))]))];
    }

    /// <summary>Spots that are not gone.</summary>
    public static ImmutableArray<TenderSpot> SpotsNow(this History history)
    {
        ArgumentNullException.ThrowIfNull(history);
        return [.. history.Spots.GroupBy(s => s.What.Spot).Where(g => !g.Last().What.Gone).Select(g => new TenderSpot(g.Key, g.Last().What.Region, [.. g],
            [.. history.Pressed.Where(p => p.What.Spot == g.Key)]))];
    }

    /// <summary>How the person wants to be reminded; off until they say so.</summary>
    public static BreakSettings Reminders(this History history)
    {
        ArgumentNullException.ThrowIfNull(history);
        return history.BreakSettings is [.., var last] ? last.What : new();
    }

    /// <summary>Experiments that run on a day: begun, not stopped, and not over.</summary>
    public static ImmutableArray<ExperimentStart> Running(this History history, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(history);
        return [.. history.Experiments.Select(e => e.What).Where(e => e.From <= day && day < e.From.AddDays(2 * e.Pairs * e.BlockDays)
            && history.ExperimentStops.All(s => s.What.Experiment != e.Experiment))];
    }
}
