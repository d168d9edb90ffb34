using System.Collections.Immutable;

namespace Mainstay.Body.Anatomy;

/// <summary>One muscle or ligament with its lines: knowledge/anatomy/muscles/*.yaml.</summary>
public sealed record MuscleGroup
{
    public required string Id { get; init; }
    public required string Name { get; init; }
    /// <summary>Where points and parameters come from, named as what it is.</summary>
    public required string Source { get; init; }
    /// <summary>True where the paper itself was read.</summary>
    public required bool Verified { get; init; }
    /// <summary>Share of the neutral path that is fibre; the rest is tendon. Used where a line gives no fibre length.</summary>
    public required double FibreShare { get; init; }
    /// <summary>Fibre length in neutral standing as a fraction of the optimal length.</summary>
    public required double NeutralFibre { get; init; }
    /// <summary>Fibre strain at which passive force begins, and at which it equals the maximum active force.</summary>
    public required double PassiveOnset { get; init; }
    public required double PassiveFull { get; init; }
    public required double SpecificTensionNCm2 { get; init; }
    public required double PennationDeg { get; init; }
    /// <summary>False for ligaments.</summary>
    public bool Active { get; init; } = true;
    /// <summary>False for muscles whose other end no equation holds: they only resist when they are stretched.</summary>
    public bool SharesLoad { get; init; } = true;
    public required ImmutableArray<MuscleLine> Lines { get; init; }
}

public sealed record MuscleLine
{
    public required string Id { get; init; }
    /// <summary>Physiological cross-section; the strength where <see cref="MaxForceN"/> is not given.</summary>
    public double PcsaMm2 { get; init; }
    public double MaxForceN { get; init; }
    public double FibreM { get; init; }
    public double SlackM { get; init; }
    /// <summary>True for a line in the middle of the body, which is not mirrored.</summary>
    public bool Middle { get; init; }
    public required ImmutableArray<PathPoint> Points { get; init; }
}

/// <summary>A point of a path. With a second body it rides on both: its place is share times the one plus the rest times the other.</summary>
public sealed record PathPoint
{
    public required string On { get; init; }
    public required ImmutableArray<double> At { get; init; }
    public string? With { get; init; }
    public double Share { get; init; } = 1;
}
