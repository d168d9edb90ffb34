using System.Collections.Immutable;

namespace Mainstay.Body.Anatomy;

/// <summary>Joint angles with supports and loads: one posture of knowledge/anatomy/postures.yaml, or of a file of one's own.</summary>
public record Posture
{
    /// <summary>The pelvis in the world, degrees: face down is positive; 90 is prone, −90 supine.</summary>
    public double PitchDeg { get; init; }
    public double RollDeg { get; init; }
    /// <summary>Angles by id, degrees; what is not named is 0. Besides every joint angle: lumbar_flexion, lumbar_side, lumbar_turn,
    /// thorax_flexion, thorax_side, thorax_turn, neck_flexion, neck_side, neck_turn, shared out over their joints; and for a pair
    /// of limbs the name without its side: hip_flexion, knee_flexion, shoulder_plane.</summary>
    public ImmutableDictionary<string, double> Angles { get; init; } = ImmutableDictionary<string, double>.Empty;
    public ImmutableArray<Support> Supports { get; init; } = [];
    public ImmutableArray<HeldLoad> Loads { get; init; } = [];
}

/// <summary>A posture that the library knows: knowledge/anatomy/postures.yaml.</summary>
public sealed record NamedPosture : Posture
{
    public required string Id { get; init; }
    public required string Name { get; init; }
    /// <summary>Where the angles come from.</summary>
    public required string Source { get; init; }
}

/// <summary>Where the body rests. Pushes only, as hard as is least effort for the muscles.</summary>
public sealed record Support
{
    /// <summary>Contact point; for a pair, without its side: heel, elbow.</summary>
    public required string At { get; init; }
    /// <summary>Direction of the push on the body, [x, y, z] in the world; up where nothing is said.</summary>
    public ImmutableArray<double> Normal { get; init; } = [0, 0, 1];
    public bool Friction { get; init; }
    /// <summary>The body that pushes back; for a pair, without its side. None: the world.</summary>
    public string? Against { get; init; }
}

/// <summary>A weight hung from contact points (hands, usually), shared equally by both sides of a pair.</summary>
public sealed record HeldLoad
{
    public required string At { get; init; }
    public required double MassKg { get; init; }
}
