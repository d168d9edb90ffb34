using System.Collections.Immutable;
using System.Globalization;
using Mainstay.Body;
using Mainstay.Body.Motions;

namespace Mainstay.Moves.Solving;

/// <summary>Something to touch: a half space (N·p ≥ D) or a ball or a lying cylinder. World metres of the person.</summary>
readonly record struct Surface(double Nx, double Ny, double Nz, double D, bool Round, double X, double Y, double Z, double Radius, bool Long)
{
    public double Gap(double x, double y, double z) => Round
        ? Math.Sqrt((x - X) * (x - X) + (Long ? 0 : (y - Y) * (y - Y)) + (z - Z) * (z - Z)) - Radius
        : Nx * x + Ny * y + Nz * z - D;

    public static Surface Level(double height) => new(0, 0, 1, height, false, 0, 0, 0, 0, false);

    /// <param name="name">"floor", a prop with an upper face, or metres.</param>
    public static Surface On(string name, ImmutableArray<Prop> props, double scale) =>
        Level(scale * (name == "floor" ? 0 : double.TryParse(name, CultureInfo.InvariantCulture, out var height) ? height
            : Find(name, props).Height ?? throw new BodyException($"'{name}' has no upper face to rest on")));

    public static Surface Against(string name, ImmutableArray<Prop> props, double scale)
    {
        var prop = Find(name, props);
        var at = prop.At;
        if (prop.Is is PropKind.Ball or PropKind.Roller)
            return new(0, 0, 0, 0, true, scale * at[0], scale * at[1], scale * at[2], scale * prop.Radius!.Value, prop.Is == PropKind.Roller);
        var (nx, ny) = Way(prop.Faces);
        if (prop.Is is PropKind.Wall or PropKind.Door) return new(nx, ny, 0, scale * (nx * at[0] + ny * at[1]), false, 0, 0, 0, 0, false);
        if (prop.Is is PropKind.Chair) return new(nx, ny, 0, scale * (nx * at[0] + ny * at[1] - (prop.Depth ?? 0.42) / 2), false, 0, 0, 0, 0, false);
        throw new BodyException($"nothing can press against '{name}'; a wall, door, ball, roller or chair is expected");
    }

    public static (double X, double Y) Way(Facing facing) => facing switch { Facing.Forward => (1, 0), Facing.Back => (-1, 0), Facing.Left => (0, 1), _ => (0, -1) };

    static Prop Find(string name, ImmutableArray<Prop> props) => props.FirstOrDefault(prop => prop.Name == name) ?? throw new BodyException($"there is no prop '{name}'");
}
