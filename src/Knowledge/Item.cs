using System.Collections.Immutable;

namespace Mainstay.Knowledge;

public enum Family { Rest, Breathing, Mobility, Stretch, Strength, Pressure, Walking, Heat, Cold, Relaxation, Breaks, Pacing, Lesson, Card }

/// <summary>Something a programme can hold: an exercise (knowledge/exercises/cat-cow.yaml) or another module (knowledge/modules/walking-plan.yaml).</summary>
public sealed record Item
{
    /// <summary>kebab: cat-cow.</summary>
    public required string Id { get; init; }
    /// <summary>X10 for exercises; none for modules.</summary>
    public string? Ref { get; init; }
    [Prose] public required string Name { get; init; }
    public required Family Family { get; init; }
    /// <summary>One line.</summary>
    [Prose] public required string Summary { get; init; }
    /// <summary>3 to 6 steps, second person, one action each.</summary>
    [Prose] public required ImmutableArray<string> Steps { get; init; }
    /// <summary>How it should feel.</summary>
    [Prose] public required string Feel { get; init; }
    /// <summary>Breathing cue.</summary>
    [Prose] public string? Breath { get; init; }
    /// <summary>Muscle or region ids of knowledge/muscles.yaml. First is the main target.</summary>
    public ImmutableArray<string> Targets { get; init; } = [];
    /// <summary>Ways in which it moves the back or neck: bend (and arch), side, turn.</summary>
    public ImmutableArray<string> Ways { get; init; } = [];
    /// <summary>supine, side, prone, hands-knees, sit, stand, half-kneel, any.</summary>
    public string? Start { get; init; }
    /// <summary>Equipment ids of knowledge/equipment.yaml, all needed.</summary>
    public ImmutableArray<string> Equipment { get; init; } = [];
    /// <summary>Equipment ids that make it easier, harder or more comfortable, and that it works without.</summary>
    public ImmutableArray<string> Optional { get; init; } = [];
    /// <summary>home, work, travel.</summary>
    public required ImmutableArray<string> Places { get; init; }
    /// <summary>Dose id of knowledge/doses.yaml.</summary>
    public required string Dose { get; init; }
    /// <summary>Minutes one session of it takes at the default dose, both sides and change of position included.</summary>
    public required double Minutes { get; init; }
    public bool Sides { get; init; }
    /// <summary>Ladder level 1 to 5 (dosage 6.3).</summary>
    public int Level { get; init; } = 1;
    public string? Easier { get; init; }
    public string? Harder { get; init; }
    /// <summary>Contributor id → how well it fits, 0 to 1.</summary>
    public ImmutableDictionary<string, double> Helps { get; init; } = ImmutableDictionary<string, double>.Empty;
    /// <summary>first-days | recovering | lasting | flare → fit, 0 to 1. A phase left out is 0.</summary>
    public required ImmutableDictionary<string, double> Phases { get; init; }
    public required string Claim { get; init; }
    /// <summary>Caution ids of knowledge/cautions/*.yaml that apply.</summary>
    public ImmutableArray<string> Cautions { get; init; } = [];
    /// <summary>Blocks and changes of this item alone, beside those of its cautions.</summary>
    public ImmutableArray<Limit> Block { get; init; } = [];
    public ImmutableArray<Limit> Modify { get; init; } = [];
    /// <summary>When to stop.</summary>
    [Prose] public required string Stop { get; init; }
    /// <summary>True: never planned, only read or chosen by hand.</summary>
    public bool ByHandOnly { get; init; }
    public ImmutableArray<string> Rows { get; init; } = [];
}

/// <summary>A contraindication group that items name: knowledge/cautions/heat.yaml (safety 3.5, one row a file).</summary>
public sealed record Caution
{
    public required string Id { get; init; }
    [Prose] public required string Name { get; init; }
    public ImmutableArray<Limit> Block { get; init; } = [];
    public ImmutableArray<Limit> Modify { get; init; } = [];
    [Prose] public string? Stop { get; init; }
    public required ImmutableArray<string> Sources { get; init; }
    public bool Verified { get; init; }
}

/// <summary>A reason to leave an item out, or to do it otherwise.</summary>
public sealed record Limit
{
    /// <summary>Blocks unless known to be false when <see cref="UnknownBlocks"/>, else when known to be true.</summary>
    public required Condition When { get; init; }
    [Prose] public required string Says { get; init; }
    public bool UnknownBlocks { get; init; }
    /// <summary>Modify only: upper limit in minutes or seconds of hold, or RPE, where the change is a number.</summary>
    public double? MaxMinutes { get; init; }
    public double? MaxHoldS { get; init; }
    public double? MaxRpe { get; init; }
}

/// <summary>A row of dosage 6.1: knowledge/doses.yaml.</summary>
public sealed record Dose
{
    public required string Id { get; init; }
    [Prose] public required string Text { get; init; }
    public int? Sets { get; init; }
    public int? Reps { get; init; }
    public double? HoldS { get; init; }
    /// <summary>Minutes of one session, where the dose is counted in time rather than in sets.</summary>
    public double? Minutes { get; init; }
    public int? TimesPerDay { get; init; }
    /// <summary>Upper end of the range for sets, reps, hold, minutes and times a day: the ceiling, never a target.</summary>
    public int? MaxSets { get; init; }
    public int? MaxReps { get; init; }
    public double? MaxHoldS { get; init; }
    public double? MaxMinutes { get; init; }
    public int? MaxTimesPerDay { get; init; }
    /// <summary>Days a week: default, least, most.</summary>
    public required int DaysPerWeek { get; init; }
    public int MinDaysPerWeek { get; init; } = 1;
    public int MaxDaysPerWeek { get; init; } = 7;
    /// <summary>At least this many hours between two sessions of the same area (48 for strength).</summary>
    public int RestHours { get; init; }
    /// <summary>RPE 0 to 10, lower and upper.</summary>
    public double? RpeLow { get; init; }
    public double? RpeHigh { get; init; }
    /// <summary>Minutes a muscle (stretches) or a whole kind of activity (aerobic) needs in a week, where the source counts by the week.</summary>
    public double? WeekMinutes { get; init; }
    [Prose] public required string Range { get; init; }
    [Prose] public string? Ceiling { get; init; }
    public required ImmutableArray<string> Sources { get; init; }
    public bool Verified { get; init; }
    public ImmutableArray<string> Rows { get; init; } = [];
}

/// <summary>knowledge/muscles.yaml and knowledge/equipment.yaml: an id with a plain name, and for muscles the body-map regions they lie under.</summary>
public sealed record Named
{
    public required string Id { get; init; }
    [Prose] public required string Name { get; init; }
    /// <summary>Muscles only: the name inside a sentence, "the back of your thighs".</summary>
    [Prose] public string? Said { get; init; }
    [Prose] public string? Help { get; init; }
    public ImmutableArray<string> Regions { get; init; } = [];
    /// <summary>Equipment only: places (home, work, travel) where nearly everybody has it. There it counts as at hand without being ticked.</summary>
    public ImmutableArray<string> AtHand { get; init; } = [];
    public ImmutableArray<string> Rows { get; init; } = [];
}
