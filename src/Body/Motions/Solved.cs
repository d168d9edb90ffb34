using System.Collections.Immutable;

namespace Mainstay.Body.Motions;

/// <summary>What the contacts solver made of a motion's rough angles. Written into the file by `mainstay moves solve`, never by hand.</summary>
public sealed record Solved
{
    /// <summary>Of everything the solver read; another one means that it must run again.</summary>
    public required string Stamp { get; init; }
    /// <summary>Of which variant; none for the motion as it is.</summary>
    public string? Variant { get; init; }
    public ImmutableArray<SolvedPose> Poses { get; init; } = [];
    public ImmutableArray<SolvedWay> Ways { get; init; } = [];
}

/// <summary>The terms of a pose that the solver was free to move.</summary>
public sealed record SolvedPose
{
    public required string Id { get; init; }
    public required Angles Angles { get; init; }
}

/// <summary>Between two poses: the same terms at even shares of the way, both ends left out.</summary>
public sealed record SolvedWay
{
    public required string From { get; init; }
    public required string To { get; init; }
    public required ImmutableArray<string> Names { get; init; }
    public required ImmutableArray<ImmutableArray<double>> At { get; init; }
}
