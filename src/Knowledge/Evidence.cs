using System.Collections.Immutable;

namespace Mainstay.Knowledge;

public enum Verdict { Supported, PartlySupported, Weak, Unsupported, Contradicted, Mixed }

/// <summary>A publication or guideline: knowledge/sources/*.yaml (a list a file).</summary>
public sealed record Source
{
    /// <summary>kebab: nice-ng59, wallwork-2024.</summary>
    public required string Id { get; init; }
    public required string Citation { get; init; }
    public required int Year { get; init; }
    /// <summary>True where the abstract or guideline page was read; false where it is known from memory and must be re-read.</summary>
    public required bool Verified { get; init; }
    public string? Address { get; init; }
}

/// <summary>One claim with its verdict: knowledge/claims/c-01.yaml.</summary>
public sealed record Claim
{
    /// <summary>kebab words: most-back-pain-is-muscular.</summary>
    public required string Id { get; init; }
    /// <summary>C-01 …</summary>
    public required string Ref { get; init; }
    /// <summary>What people say, as a sentence.</summary>
    [Quoted] public required string Statement { get; init; }
    public required Verdict Verdict { get; init; }
    /// <summary>Our honest wording, one to three sentences.</summary>
    [Prose] public required string Says { get; init; }
    /// <summary>What the studies found, in plain words.</summary>
    [Prose] public required string Effect { get; init; }
    /// <summary>The figures with their intervals, for those who want them. Shown only where <see cref="Verified"/>.</summary>
    public string? Figures { get; init; }
    public required bool Verified { get; init; }
    public required ImmutableArray<string> Sources { get; init; }
    /// <summary>True where the statement comes from text that sells something.</summary>
    public bool Advertising { get; init; }
    /// <summary>ISO dates.</summary>
    public required DateOnly Reviewed { get; init; }
    public required DateOnly NextReview { get; init; }
    public ImmutableArray<string> Rows { get; init; } = [];
}
