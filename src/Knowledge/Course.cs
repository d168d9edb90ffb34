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
    /// <summary>The nth item for the same target counts this to the power n−1.</summary>
    public required double Repeat { get; init; }
    /// <summary>Factor for a preferred family, a disliked one.</summary>
    public required double Liked { get; init; }
    public required double Disliked { get; init; }
    /// <summary>Goal id → family → factor.</summary>
    public required ImmutableDictionary<string, ImmutableDictionary<string, double>> Goals { get; init; }
    /// <summary>Session items at most, by minutes of the day.</summary>
    public required int MaxItems { get; init; }
    [Prose] public required string Note { get; init; }
}
