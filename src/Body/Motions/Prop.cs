using System.Collections.Immutable;

namespace Mainstay.Body.Motions;

public enum PropKind { Mat, Bed, Desk, Box, Cushion, Chair, Stool, Wall, Door, Ball, Roller, Strap, Band, Towel, Stick, Weight, Bag, Phone, Wheel }

/// <summary>Which way a wall looks, or a person who sits on a chair.</summary>
public enum Facing { Forward, Back, Left, Right }

/// <summary>Something to lie, sit, stand or lean on, or to hold. Metres of the reference stature, in the world: x forward, y left, z up, floor
/// at 0; everything grows with the person.</summary>
public sealed record Prop
{
    /// <summary>How contacts name it; without one, its kind.</summary>
    public string? Id { get; init; }
    public required PropKind Is { get; init; }
    /// <summary>Mat, bed, desk, box, cushion: from and to. A mat's and a bed's y may be left out: 0.32 and 0.5 to either side.</summary>
    public ImmutableArray<double> X { get; init; } = [];
    public ImmutableArray<double> Y { get; init; } = [];
    /// <summary>Height of the upper face; of a chair's seat; of a wall that ends below a head. Left out: mat 0.012, chair and stool 0.45, bed 0.5, desk 0.72.</summary>
    public double? Top { get; init; }
    /// <summary>Box and cushion: height of the lower face.</summary>
    public double Base { get; init; }
    /// <summary>Chair, stool, wall, door: [x, y] of the seat's middle or the wall's face. Ball, roller, wheel: [x, y, z] of the middle. Band, strap:
    /// where it is fastened, if anywhere.</summary>
    public ImmutableArray<double> At { get; init; } = [];
    public Facing Faces { get; init; }
    /// <summary>Chair: how far the back rest rises over the seat; 0 for none. Left out: 0.44, stool 0.</summary>
    public double? Back { get; init; }
    /// <summary>Chair and stool 0.42 by 0.44, wall 1.0 wide, door 0.9 between the posts.</summary>
    public double? Depth { get; init; }
    public double? Width { get; init; }
    /// <summary>Ball, roller, weight, wheel.</summary>
    public double? Radius { get; init; }
    /// <summary>Roller and stick.</summary>
    public double? Length { get; init; }
    /// <summary>Strap, band, towel, stick: the points of the body it runs through, "anchor" for its own <see cref="At"/>.</summary>
    public ImmutableArray<string> Through { get; init; } = [];
    /// <summary>Weight, bag, phone: the point of the body that carries it.</summary>
    public string? In { get; init; }

    public string Name => Id ?? Is.ToString().ToLowerInvariant();

    /// <summary>Height of the face that something can rest on; null where there is none.</summary>
    public double? Height => Is switch
    {
        PropKind.Mat => Top ?? 0.012,
        PropKind.Chair or PropKind.Stool => Top ?? 0.45,
        PropKind.Bed => Top ?? 0.5,
        PropKind.Desk => Top ?? 0.72,
        PropKind.Box or PropKind.Cushion => Top,
        _ => null,
    };
}
