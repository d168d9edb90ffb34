using System.Collections.Immutable;

namespace Mainstay.Figure.Shapes;

/// <summary>knowledge/figure/shape.yaml: the surface of the drawn person in the neutral stance of the body's skeleton. Metres at the
/// skeleton's stature; axes x forward, y left, z up, origin midway between the hip centres; right side and middle only.</summary>
public sealed record ShapeTables
{
    public required string Source { get; init; }
    public required bool Verified { get; init; }
    /// <summary>A row: height, x of the skin in front and behind, half breadth, exponent of the super-ellipse.</summary>
    public required ImmutableArray<ImmutableArray<double>> Trunk { get; init; }
    /// <summary>thigh, shank, upper_arm, forearm.</summary>
    public required ImmutableDictionary<string, LimbTable> Limbs { get; init; }
    /// <summary>A row: distance below the wrist, half width, half thickness, centre towards the thumb, centre towards the palm.</summary>
    public required ImmutableArray<ImmutableArray<double>> Hand { get; init; }
    /// <summary>A row: distance below the knuckles, half width, half thickness, centre towards the thumb.</summary>
    public required ImmutableArray<ImmutableArray<double>> Fingers { get; init; }
    /// <summary>Height of the sole above the ankle (negative).</summary>
    public required double Sole { get; init; }
    /// <summary>A row: x forward of the ankle, top above the ankle, half width outside and inside, centre to the right.</summary>
    public required ImmutableArray<ImmutableArray<double>> Foot { get; init; }
    public required ImmutableArray<Blob> Blobs { get; init; }
    public required Ear Ear { get; init; }
    public required Joins Joins { get; init; }
}

/// <summary>Cross-sections between two joints.</summary>
public sealed record LimbTable
{
    public required string From { get; init; }
    public required string To { get; init; }
    /// <summary>A row: share of the way from the upper to the lower joint, half axes in front, behind, outside and inside, exponent.</summary>
    public required ImmutableArray<ImmutableArray<double>> Rows { get; init; }
}

public enum BlobPart { Trunk, Neck, Head }

/// <summary>An ellipsoid around a point (three radii), or a round cone from one point to another (two radii).</summary>
public sealed record Blob
{
    public required string Id { get; init; }
    public required BlobPart Part { get; init; }
    public required ImmutableArray<double> At { get; init; }
    public ImmutableArray<double> To { get; init; } = [];
    public required ImmutableArray<double> Radii { get; init; }
    /// <summary>Width of the smooth minimum that joins it to what stands before it; 0 begins the part.</summary>
    public required double Blend { get; init; }
}

/// <summary>An ellipsoid that leans forward with its height and outwards with its depth.</summary>
public sealed record Ear
{
    public required ImmutableArray<double> At { get; init; }
    public required ImmutableArray<double> Radii { get; init; }
    public required double Lean { get; init; }
    public required double Flare { get; init; }
}

/// <summary>Widths of the smooth minimum where parts meet.</summary>
public sealed record Joins
{
    public required double Ear { get; init; }
    public required double Neck { get; init; }
    public required double Head { get; init; }
    public required double Arm { get; init; }
    public required double Leg { get; init; }
    public required double Foot { get; init; }
    public required double Fingers { get; init; }
}
