using System.Collections.Immutable;
using Mainstay.Knowledge;

namespace Mainstay.Care;

public enum DayMode
{
    Usual,
    /// <summary>A bad spell: half the load, walking stays.</summary>
    Flare,
    /// <summary>Strong pain now: comfort, breathing and walking.</summary>
    StrongPain,
    /// <summary>Danger questions are open: short walks, easy positions, breathing.</summary>
    Guarded,
    FreeDay,
    Holiday,
    /// <summary>There is no programme: see <see cref="Today.Plan"/>.</summary>
    Withheld,
}

/// <summary>What one day is, as of a moment.</summary>
/// <param name="Assessment">With the answers as they stand: triage, contributors, course and the week.</param>
/// <param name="Rescreen">Danger questions to ask before anything else; null when none are due.</param>
/// <param name="Items">In the order to do them; empty on a free day, on holiday and where there is no programme.</param>
/// <param name="Review">The latest review that is due and was not read yet.</param>
/// <param name="Reasons">What shapes the day.</param>
public sealed record Today(
    DateOnly Date, DayMode Mode, Assessment Assessment, Rescreen? Rescreen, ImmutableArray<TodayItem> Items, PlannedItem? Lesson,
    ProgressState Progress, Review? Review, ImmutableArray<Reason> Reasons)
{
    public PlanResult Plan => Assessment.Plan;
    /// <summary>What the day would be were it neither free nor a holiday: the calendar lifts no limit. Whatever keeps a person safe reads this and
    /// never <see cref="Mode"/>.</summary>
    public required DayMode Underlying { get; init; }
    /// <summary>The answers that limits are read from: with the pain as it was last told in the days up to this one, and with what is asked again open.</summary>
    public required Answers Answers { get; init; }
    public double Minutes => Items.Sum(i => i.Minutes) + (Lesson?.Minutes ?? 0);
    /// <summary>A letter for a professional should be made: the last review found no useful change.</summary>
    public bool LetterDue => Letter is not null;
    /// <summary>Can the person do a move at all, on whatever day?</summary>
    internal Func<CompiledItem, bool> Fits { get; init; } = _ => true;
    /// <summary>The review that makes it due, of an earlier course perhaps.</summary>
    public Review? Letter { get; init; }
}

/// <summary>One item of a day with its dose.</summary>
/// <param name="Reps">Repetitions of each set, first set first; empty where they are not counted.</param>
/// <param name="HoldS">Seconds of each hold.</param>
/// <param name="Sets">Sets or rounds; null where they are not counted.</param>
/// <param name="Minutes">About how long it takes; of a walk, how long it is.</param>
/// <param name="Rpe">Effort not to go over, 0 to 10.</param>
/// <param name="Volume">What is asked in all, in <see cref="Measure"/>: to be recorded as <see cref="ItemReport.Asked"/>. 0 where nothing is counted.</param>
/// <param name="Easier">The item that "too much" offers; null where there is none that is safe for the person.</param>
/// <param name="Reasons">Why the dose is what it is.</param>
public sealed record TodayItem(
    PlannedItem Planned, ImmutableArray<int> Reps, double? HoldS, int? Sets, double Minutes, double? Rpe, Measure Measure, double Volume,
    string? Easier, ImmutableArray<Reason> Reasons)
{
    public string Id => Planned.Id;
    public Item Item => Planned.Item;
    /// <summary>This part of the body rests until then, later today; null: at any time.</summary>
    public DateTimeOffset? NotBefore { get; init; }
    /// <summary>It was done today already.</summary>
    public bool Done { get; init; }
}
