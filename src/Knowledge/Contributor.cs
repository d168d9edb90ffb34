using System.Collections.Immutable;

namespace Mainstay.Knowledge;

/// <summary>Something that may play a part: knowledge/contributors/prolonged-sitting.yaml. Weights add as log-odds to the prior.</summary>
public sealed record Contributor
{
    public required string Id { get; init; }
    [Prose] public required string Name { get; init; }
    /// <summary>One line: "May be a part of it, and is easy to try."</summary>
    [Prose] public required string Summary { get; init; }
    /// <summary>What it is and what is known, for its page. Short paragraphs.</summary>
    [Prose] public required ImmutableArray<string> About { get; init; }
    /// <summary>Base rate among adults who look for help with back pain, 0 to 1.</summary>
    public required double Prior { get; init; }
    public bool PriorVerified { get; init; }
    /// <summary>Other base rates for some people (stenosis from 65 on); the first that is known to be true replaces <see cref="Prior"/>.</summary>
    public ImmutableArray<PriorFor> PriorIf { get; init; } = [];
    /// <summary>It is considered only while this is not known to be false.</summary>
    public Condition? Needs { get; init; }
    /// <summary>False where it must never be named as the likely cause (facet): it is explained, not ranked.</summary>
    public bool Ranked { get; init; } = true;
    public required ImmutableArray<Evidence> Evidence { get; init; }
    /// <summary>Which test or week would tell more.</summary>
    [Prose] public required string FindOut { get; init; }
    public required string Claim { get; init; }
    /// <summary>Self-test ids that would tell more.</summary>
    public ImmutableArray<string> Tests { get; init; } = [];
    public ImmutableArray<string> Rows { get; init; } = [];
}

/// <summary>A base rate, 0 to 1, for those of whom the condition is known to be true.</summary>
public sealed record PriorFor
{
    public required Condition When { get; init; }
    public required double Prior { get; init; }
    public bool Verified { get; init; }
}

/// <summary>One item that speaks for or against. Either points (1 point = 0.5 log-odds, a judgement) or published likelihood ratios.</summary>
public sealed record Evidence
{
    public required Condition When { get; init; }
    /// <summary>Points when true, −2 to +2.</summary>
    public double? Points { get; init; }
    /// <summary>Points when known to be false (0 if absent).</summary>
    public double PointsIfNot { get; init; }
    /// <summary>Likelihood ratio when true.</summary>
    public double? Lr { get; init; }
    /// <summary>Likelihood ratio when known to be false.</summary>
    public double? LrIfNot { get; init; }
    /// <summary>Items of one group depend on each other: only the strongest of a group counts.</summary>
    public string? Group { get; init; }
    /// <summary>"It builds up while you sit."</summary>
    [Prose] public string? For { get; init; }
    /// <summary>"Sitting does not make it worse." Shown when it speaks against.</summary>
    [Prose] public string? Against { get; init; }
    public ImmutableArray<string> Sources { get; init; } = [];
    public bool Verified { get; init; }
}

/// <summary>A cause or a road to lasting pain from the starting documents, each with a page: knowledge/causes/*.yaml, knowledge/roads/*.yaml.</summary>
public sealed record Cause
{
    public required string Id { get; init; }
    [Prose] public required string Name { get; init; }
    [Prose] public required string Summary { get; init; }
    [Prose] public required ImmutableArray<string> About { get; init; }
    /// <summary>What of this person's answers points to it.</summary>
    public required ImmutableArray<Pointer> Pointers { get; init; }
    /// <summary>What helps: item, module, therapy or lesson ids.</summary>
    public ImmutableArray<string> Helps { get; init; } = [];
    public required ImmutableArray<string> Claims { get; init; }
    public ImmutableArray<string> Rows { get; init; } = [];
}

public sealed record Pointer
{
    public required Condition When { get; init; }
    /// <summary>"You told us you sit more than five hours a day."</summary>
    [Prose] public required string Says { get; init; }
}
