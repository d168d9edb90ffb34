using System.Collections.Immutable;

namespace Mainstay.Body.Anatomy;

/// <summary>knowledge/anatomy/skeleton.yaml. Axes x forward, y left, z up; origin midway between the hip centres, in the reference person's
/// neutral standing, in metres. Bodies whose id ends in "_r" are mirrored to "_l".</summary>
public sealed record Skeleton
{
    /// <summary>Stature in metres and mass in kilograms of the person whose coordinates these are.</summary>
    public required double HeightM { get; init; }
    public required double MassKg { get; init; }
    public required string Source { get; init; }
    public required bool Verified { get; init; }
    /// <summary>Parents before children; the first is the pelvis.</summary>
    public required ImmutableArray<BodyPart> Bodies { get; init; }
    public required ImmutableArray<LumbarLevel> Levels { get; init; }
    public required ImmutableArray<ContactPoint> Contacts { get; init; }
}

/// <summary>A rigid part, named by what it carries; its frame sits at its lower (nearer) joint.</summary>
public sealed record BodyPart
{
    public required string Id { get; init; }
    public string? Parent { get; init; }
    /// <summary>Centre of the joint to the parent, [x, y, z] in metres.</summary>
    public required ImmutableArray<double> Joint { get; init; }
    /// <summary>Fractions of body mass.</summary>
    public required double MassMale { get; init; }
    public required double MassFemale { get; init; }
    /// <summary>Centre of mass, [x, y, z] in metres.</summary>
    public required ImmutableArray<double> Com { get; init; }
    public ImmutableArray<JointAngle> Angles { get; init; } = [];
    /// <summary>True where muscles must balance this joint's moments; false where it is only posed and stretched.</summary>
    public bool Balanced { get; init; }
}

/// <summary>One hinge of a joint. Hinges turn in the order they are listed, each about an axis carried by those before it.</summary>
public sealed record JointAngle
{
    /// <summary>hip_r_flexion; the left side's name has "_l_".</summary>
    public required string Id { get; init; }
    /// <summary>Unit axis in neutral standing; the angle turns by the right-hand rule.</summary>
    public required ImmutableArray<double> Axis { get; init; }
    public required double MinDeg { get; init; }
    public required double MaxDeg { get; init; }
    public Elastic? Elastic { get; init; }
}

/// <summary>What joint capsule, disc and ligaments resist with: a line through zero, and at each end a toe that becomes a line.</summary>
public sealed record Elastic
{
    /// <summary>Around neutral, Nm per degree, without compression.</summary>
    public double NmPerDeg { get; init; }
    /// <summary>Where the upper and the lower toe end, in degrees.</summary>
    public double UpperDeg { get; init; } = 1000;
    public double LowerDeg { get; init; } = -1000;
    /// <summary>The slope beyond, Nm per degree, without compression.</summary>
    public double UpperNmPerDeg { get; init; }
    public double LowerNmPerDeg { get; init; }
    /// <summary>Half width of the toe, degrees.</summary>
    public double ToeDeg { get; init; } = 3;
}

/// <summary>A level at which loads are reported, from L5/S1 up.</summary>
public sealed record LumbarLevel
{
    /// <summary>L4/L5.</summary>
    public required string Id { get; init; }
    /// <summary>The body above the disc.</summary>
    public required string Body { get; init; }
    /// <summary>How far the front of the disc tilts down in neutral standing, degrees.</summary>
    public required double TiltDeg { get; init; }
    public required double AreaCm2 { get; init; }
    /// <summary>Shares of the net lumbar angles; none for T12/L1, which is the lower part of the thorax's bend.</summary>
    public double FlexionShare { get; init; }
    public double SideShare { get; init; }
    public double TurnShare { get; init; }
}

/// <summary>A place where the body can rest on the world or on itself.</summary>
public sealed record ContactPoint
{
    public required string Id { get; init; }
    public required string Body { get; init; }
    public required ImmutableArray<double> At { get; init; }
    /// <summary>Effort of resting a whole body weight here, in the units of one muscle fully active.</summary>
    public required double Cost { get; init; }
}
