using System.Collections.Immutable;

namespace Mainstay.Knowledge;

/// <summary>What the language check of the content goes by: knowledge/words.yaml. English only.</summary>
public sealed record Words
{
    /// <summary>Words that frighten and are not used.</summary>
    public required ImmutableArray<AvoidedWord> Avoid { get; init; }
    /// <summary>Terms that readers meet anyway and that count as easy words for the reading grade ("physiotherapist", "cauda equina").</summary>
    public required ImmutableArray<string> Easy { get; init; }
}

public sealed record AvoidedWord
{
    /// <summary>A word or phrase in lower case; it is found as a whole word, in any case. A star at its end stands for any ending.</summary>
    public required string Word { get; init; }
    public required string Why { get; init; }
    public required string Instead { get; init; }
    /// <summary>Phrases with the word in them that are fine: "weak evidence".</summary>
    public ImmutableArray<string> Allow { get; init; } = [];
}
