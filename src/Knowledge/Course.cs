using System.Collections.Immutable;

namespace Mainstay.Knowledge;

/// <summary>Mean pain over time for one kind of episode: knowledge/course.yaml (Wallwork 2024), pain 0 to 100.</summary>
public sealed record Course
{
    /// <summary>acute (under 6 weeks), subacute (6 to under 12), lasting (12 and more).</summary>
    public required string Id { get; init; }
    public required int FromDays { get; init; }
    public int? ToDays { get; init; }
    public required ImmutableArray<CoursePoint> Points { get; init; }
    /// <summary>Spread between people, one standard deviation on 0 to 100; a judgement, so the band is drawn broad.</summary>
    public required double Spread { get; init; }
    [Prose] public required string Says { get; init; }
    public required string Certainty { get; init; }
    public required ImmutableArray<string> Sources { get; init; }
    public bool Verified { get; init; }
}

public sealed record CoursePoint
{
    public required double Week { get; init; }
    public required double Pain { get; init; }
}

/// <summary>One changeable or fixed risk of lasting pain: knowledge/lasting.yaml, the project's own uncalibrated score.</summary>
public sealed record RiskItem
{
    public required string Id { get; init; }
    public required Condition When { get; init; }
    public required int Points { get; init; }
    /// <summary>Can the person change it?</summary>
    public required bool Changeable { get; init; }
    [Prose] public required string Name { get; init; }
    [Prose] public required string Says { get; init; }
    /// <summary>Item or lesson id that helps with it.</summary>
    public string? Helps { get; init; }
    public required ImmutableArray<string> Sources { get; init; }
    public bool Verified { get; init; }
    public ImmutableArray<string> Rows { get; init; } = [];
}

/// <summary>Numbers to call in one country: knowledge/services.yaml.</summary>
public sealed record Country
{
    /// <summary>ISO 3166-1 alpha-2.</summary>
    public required string Id { get; init; }
    [Prose] public required string Name { get; init; }
    public required string Emergency { get; init; }
    /// <summary>Urgent advice by telephone, where the country has it.</summary>
    public Service? Advice { get; init; }
    public ImmutableArray<Service> Crisis { get; init; } = [];
    public required string SourceName { get; init; }
    public required DateOnly Checked { get; init; }
    public required bool Verified { get; init; }
}

public sealed record Service
{
    public required string Name { get; init; }
    public required string Number { get; init; }
    [Prose] public string? Help { get; init; }
}

/// <summary>Weights of the planner, marked as judgement: knowledge/plan.yaml.</summary>
public sealed record PlanWeights
{
    /// <summary>Verdict (snake_case) → weight 0 to 1.</summary>
    public required ImmutableDictionary<string, double> Verdict { get; init; }
    /// <summary>Benefit of an item that helps no named contributor, for general activity.</summary>
    public required double General { get; init; }
    /// <summary>Family → the same for a kind that helps nearly everybody, whatever plays a part (strength, walking).</summary>
    public ImmutableDictionary<string, double> GeneralFor { get; init; } = ImmutableDictionary<string, double>.Empty;
    /// <summary>The nth item for the same target counts this to the power n−1.</summary>
    public required double Repeat { get; init; }
    /// <summary>Factor for a preferred family, a disliked one.</summary>
    public required double Liked { get; init; }
    public required double Disliked { get; init; }
    /// <summary>Factor for an item that the last result of a self-test speaks for.</summary>
    public double Preferred { get; init; } = 1;
    /// <summary>Goal id → family → factor.</summary>
    public required ImmutableDictionary<string, ImmutableDictionary<string, double>> Goals { get; init; }
    /// <summary>Options of "regions" above and below the waist; a region may stand in both.</summary>
    public ImmutableArray<string> Upper { get; init; } = [];
    public ImmutableArray<string> Lower { get; init; } = [];
    /// <summary>Factor for an item whose target does not hurt itself, 0 to 1: in the half of the body that hurts, and in the other. An item for the
    /// place that hurts, or for the whole body, counts 1.</summary>
    public double SameHalf { get; init; } = 1;
    public double Elsewhere { get; init; } = 1;
    /// <summary>Longer items do more, and less than in proportion: factor (minutes / 3) to this power, 0 to 1; 0 leaves length out.</summary>
    public double Length { get; init; }
    /// <summary>Session items at most, by minutes of the day.</summary>
    public required int MaxItems { get; init; }
    [Prose] public required string Note { get; init; }
    /// <summary>The sentences that a plan is told in.</summary>
    public PlanWords Words { get; init; } = new();
}

/// <summary>What a plan says about itself. {0} stands for a name.</summary>
public sealed record PlanWords
{
    /// <summary>What an item is there for, where it helps backs in general.</summary>
    [Prose] public string General { get; init; } = "";
    /// <summary>What a comfort (rest, warmth, cold) is there for.</summary>
    [Prose] public string Comfort { get; init; } = "";
    /// <summary>{0} is the goal.</summary>
    [Prose] public string Goal { get; init; } = "";
    [Prose] public string Liked { get; init; } = "";
    /// <summary>{0} is the item that the person put another one in place of.</summary>
    [Prose] public string InsteadOf { get; init; } = "";
    /// <summary>How an item serves what it is there for, by its family.</summary>
    public ImmutableArray<HowItServes> How { get; init; } = [];
    /// <summary>Notes above the week, by what shapes it.</summary>
    [Prose] public string FirstDays { get; init; } = "";
    [Prose] public string StrongPain { get; init; } = "";
    [Prose] public string Flare { get; init; } = "";
    /// <summary>A suspicion of fracture, cancer or cord trouble stands.</summary>
    [Prose] public string Guarded { get; init; } = "";
    /// <summary>While a question that everybody must answer is open.</summary>
    [Prose] public string Open { get; init; } = "";
    /// <summary>The week is thinned out, since the goals are reached.</summary>
    [Prose] public string Keep { get; init; } = "";
    [Prose] public string Unclear { get; init; } = "";
    [Prose] public string Effort { get; init; } = "";
    /// <summary>Why there is no programme.</summary>
    [Prose] public string NoneEmergency { get; init; } = "";
    [Prose] public string NoneSameDay { get; init; } = "";
    [Prose] public string NoneUnder16 { get; init; } = "";
    [Prose] public string NoneAgeUnknown { get; init; } = "";
    /// <summary>Why a choice of the person's could not be followed.</summary>
    [Prose] public string RefusedBlocked { get; init; } = "";
    [Prose] public string RefusedNoRoom { get; init; } = "";
    [Prose] public string RefusedDay { get; init; } = "";
}

/// <summary>{0} stands for the part of the body, where there is one.</summary>
public sealed record HowItServes
{
    public required Family Family { get; init; }
    [Prose] public required string Text { get; init; }
    /// <summary>For the second of a day that does the same.</summary>
    [Prose] public required string Again { get; init; }
}
