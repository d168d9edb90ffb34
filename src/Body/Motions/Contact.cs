using System.Collections.Immutable;

namespace Mainstay.Body.Motions;

/// <summary>What must touch what in a pose, for the solver that turns rough angles into exact ones. One of part, point, flat or aim is given.
/// A name of a pair without its side ("heel") means both; y is then the right side's and is mirrored for the left.</summary>
public sealed record Contact
{
    /// <summary>A patch of skin, of which the nearest spot touches: heel_r, sole, seat, back.</summary>
    public string? Part { get; init; }
    /// <summary>"floor", the name of a prop with an upper face, or a height in metres.</summary>
    public string? On { get; init; }
    /// <summary>A wall, door, ball, roller or chair (its back rest), by name.</summary>
    public string? Against { get; init; }
    /// <summary>How deep the patch sinks in, metres.</summary>
    public double Sink { get; init; }

    /// <summary>A spot of the body: palm_r, ankle_l. Those of x, y, z that are given are held; or it meets another spot.</summary>
    public string? Point { get; init; }
    public double? X { get; init; }
    public double? Y { get; init; }
    public double? Z { get; init; }
    public string? Meets { get; init; }
    /// <summary>Shifts the point, or the one it meets, along its own body's axes as in standing (out of the body is −y on the right).</summary>
    public ImmutableArray<double> Offset { get; init; } = [];
    public ImmutableArray<double> There { get; init; } = [];

    /// <summary>A hand that lies flat: fingers level, palm wherever the pronation puts it.</summary>
    public string? Flat { get; init; }

    /// <summary>A body whose own axis (as in standing) points in the world so that those of x, y, z that are given are its components.</summary>
    public string? Aim { get; init; }
    public ImmutableArray<double> Axis { get; init; } = [];

    /// <summary>How much it counts against the others.</summary>
    public double Weight { get; init; } = 1;

    /// <summary>For messages and for pairing the same contact of two poses.</summary>
    public string Name => Part ?? Point ?? Flat ?? Aim ?? "";
}
