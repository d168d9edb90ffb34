using System.Collections.Immutable;

namespace Mainstay.Care;

/// <summary>How a session and each of its items turned out.</summary>
/// <param name="Light">The worst of the session itself and its items.</param>
public sealed record SessionLight(Guid Session, DateOnly Day, Light Light, ImmutableArray<ItemLight> Items, Reason? Why);

/// <param name="Rise">Highest pain during or after, less the pain before; null where unknown.</param>
public sealed record ItemLight(string Item, Light Light, double? Rise, Guid Entry);

/// <summary>Where an item stands.</summary>
/// <param name="Volume">What is asked now: repetitions in all, seconds of hold or minutes; 0 where nothing of it is counted.</param>
/// <param name="Closed">Not offered now; an easier or another one stands in.</param>
public sealed record ItemProgress(string Item, Measure Measure, double Volume, double LastVolume, bool Closed, Light LastLight, Reason? Why);

/// <summary>What the history says about the plan, as of a moment.</summary>
/// <param name="Flare">The bad spell that is on.</param>
public sealed record ProgressState(
    ImmutableDictionary<string, ItemProgress> Items, ImmutableArray<SessionLight> Sessions, Flare? Flare, ImmutableArray<Flare> Flares, ProgressGate Gate, bool Worse)
{
    /// <summary>The latest entry that made a session red, whichever session that was.</summary>
    public (DateTimeOffset At, Guid Entry)? LastRed { get; init; }
    /// <summary>Ids of items that were red or "too much" today: not again before tomorrow, in the plan or out of it.</summary>
    public ImmutableHashSet<string> Stopped { get; init; } = [];
    /// <summary>Why a move is closed, by its id, where it or one below it was too much or missed.</summary>
    public ImmutableDictionary<string, Reason> Closing { get; init; } = ImmutableDictionary<string, Reason>.Empty;
}

/// <summary>What progress opens to the planner and what it closes, by item id.</summary>
/// <param name="Closed">Not planned, and not to be swapped in.</param>
/// <param name="Opened">Planned although above the level.</param>
/// <param name="Varied">Planned only where nothing else does the same.</param>
public sealed record ProgressGate(ImmutableHashSet<string> Closed, ImmutableHashSet<string> Opened, ImmutableHashSet<string> Varied)
{
    public static ProgressGate Open { get; } = new([], [], []);
}
