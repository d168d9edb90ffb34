using System.Collections.Immutable;

namespace Mainstay.Knowledge;

/// <summary>What weighs on people, and small changes to try: knowledge/stress.yaml.</summary>
public sealed record StressGuide
{
    public required ImmutableArray<Burden> Burdens { get; init; }
    public required ImmutableArray<SmallChange> Changes { get; init; }
    /// <summary>Items that calm, in the order to offer them.</summary>
    public required ImmutableArray<string> Items { get; init; }
    /// <summary>Lessons to read.</summary>
    public ImmutableArray<string> Lessons { get; init; } = [];
    /// <summary>Claims behind the whole.</summary>
    public ImmutableArray<string> Claims { get; init; } = [];
}

/// <summary>Something that may weigh on a person.</summary>
public sealed record Burden
{
    public required string Id { get; init; }
    [Prose] public required string Text { get; init; }
}

/// <summary>One of the small changes.</summary>
public sealed record SmallChange
{
    public required string Id { get; init; }
    [Prose] public required string Name { get; init; }
    [Prose] public required string Summary { get; init; }
    /// <summary>How one begins.</summary>
    [Prose] public required ImmutableArray<string> Steps { get; init; }
    public ImmutableArray<string> Rows { get; init; } = [];
}

/// <summary>A move that people stay away from, with steps from very easy to the whole: knowledge/returns.yaml.</summary>
public sealed record FearedMove
{
    public required string Id { get; init; }
    [Prose] public required string Name { get; init; }
    /// <summary>What may make it less frightening.</summary>
    [Prose] public required string Says { get; init; }
    /// <summary>The easiest first.</summary>
    [Prose] public required ImmutableArray<string> Steps { get; init; }
    /// <summary>Item whose cautions hold for it. Where it is blocked, so is this.</summary>
    public required string Like { get; init; }
}
