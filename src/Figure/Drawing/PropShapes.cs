using Mainstay.Body.Motions;
using Mainstay.Figure.Skins;

namespace Mainstay.Figure.Drawing;

/// <summary>A piece of a prop.</summary>
/// <param name="Fill">What it is made of, the end of its class: "wood" of "mf-wood".</param>
/// <param name="Round">Gets soft shade.</param>
/// <param name="Casts">Gets a shadow on the floor where it stands on it.</param>
sealed record PropPiece(Prop Prop, double[] Points, int[] Corners, string Fill, bool Round = false, bool Casts = true);

/// <summary>Props as plain solids. Sizes are those of the reference stature; everything grows with the person.</summary>
static class PropShapes
{
    public const double MatHalf = 0.32, SeatDepth = 0.42, SeatWidth = 0.44;
    const double WheelTiltDeg = 28;

    public static IEnumerable<PropPiece> Of(Prop prop, SkinPose posed)
    {
        var k = posed.Skin.Model.Scale;
        PropPiece Piece((double[] Points, int[] Corners) solid, string fill, bool round = false, bool casts = true) => new(prop, [.. solid.Points.Select(x => x * k)], solid.Corners, fill, round, casts);
        return prop.Is switch
        {
            PropKind.Mat => [Piece(Solids.Box(prop.X[0], prop.X[^1], Y(prop, 0, -MatHalf), Y(prop, 1, MatHalf), 0, prop.Height!.Value), "mat", casts: false)],
            PropKind.Bed => Bed(prop).Select(solid => Piece(solid.Solid, solid.Fill)),
            PropKind.Desk => Desk(prop).Select(solid => Piece(solid.Solid, solid.Fill)),
            PropKind.Box => [Piece(Solids.Box(prop.X[0], prop.X[1], prop.Y[0], prop.Y[1], prop.Base, prop.Top!.Value), "wood")],
            PropKind.Cushion => [Piece(Solids.Pillow(prop.X[0], prop.X[1], prop.Y[0], prop.Y[1], prop.Base, prop.Top!.Value), "cushion")],
            PropKind.Chair => Seat(prop, prop.Back ?? 0.44).Select(solid => Piece(solid, "wood")),
            PropKind.Stool => Seat(prop, prop.Back ?? 0).Select(solid => Piece(solid, "wood")),
            PropKind.Wall => [Piece(Wall(prop, prop.Width ?? 1.0), "wall", casts: false)],
            PropKind.Door => Door(prop).Select(solid => Piece(solid, "wood")),
            PropKind.Ball => [Piece(Solids.Ball(Point(prop.At), prop.Radius!.Value), "ball", round: true)],
            PropKind.Roller => [Piece(Roller(prop), "roller", round: true)],
            PropKind.Strap or PropKind.Band or PropKind.Towel or PropKind.Stick => [Strap(prop, posed)],
            PropKind.Wheel => [Piece(Wheel(prop), "screen", casts: false)],
            PropKind.Weight => [Weight(prop, posed)],
            PropKind.Phone => [Phone(prop, posed)],
            _ => [Bag(prop, posed)],
        };
    }

    static double Y(Prop prop, int end, double usual) => prop.Y.Length == 2 ? prop.Y[end] : usual;

    static Vec Point(IReadOnlyList<double> at) => new(at[0], at[1], at.Count > 2 ? at[2] : 0);

    static IEnumerable<((double[], int[]) Solid, string Fill)> Bed(Prop prop)
    {
        double x0 = prop.X[0], x1 = prop.X[1], y0 = Y(prop, 0, -0.5), y1 = Y(prop, 1, 0.5), top = prop.Height!.Value;
        yield return (Solids.Pillow(x0, x1, y0, y1, top - 0.16, top), "mat");
        yield return (Solids.Box(x0 - 0.02, x1 + 0.02, y0 - 0.02, y1 + 0.02, top - 0.26, top - 0.16), "wood");
        foreach (var x in new[] { x0 + 0.03, x1 - 0.03 })
            foreach (var y in new[] { y0 + 0.03, y1 - 0.03 }) yield return (Solids.Box(x - 0.03, x + 0.03, y - 0.03, y + 0.03, 0, top - 0.26), "wood");
    }

    static IEnumerable<((double[], int[]) Solid, string Fill)> Desk(Prop prop)
    {
        double x0 = prop.X[0], x1 = prop.X[1], y0 = Y(prop, 0, -0.5), y1 = Y(prop, 1, 0.5), top = prop.Height!.Value, middle = (y0 + y1) / 2;
        yield return (Solids.Box(x0, x1, y0, y1, top - 0.025, top), "wood");
        foreach (var y in new[] { y0 + 0.05, y1 - 0.05 }) yield return (Solids.Box(x1 - 0.058, x1 - 0.022, y - 0.018, y + 0.018, 0, top - 0.025), "wood");
        var x = x1 - 0.16;
        yield return (Solids.Box(x - 0.012, x + 0.012, middle - 0.27, middle + 0.27, top + 0.10, top + 0.44), "screen");
        yield return (Solids.Box(x + 0.008, x + 0.032, middle - 0.03, middle + 0.03, top, top + 0.12), "screen");
        yield return (Solids.Box(x - 0.08, x + 0.08, middle - 0.11, middle + 0.11, top, top + 0.012), "screen");
        yield return (Solids.Box(x0 + 0.105, x0 + 0.235, middle - 0.21, middle + 0.21, top, top + 0.016), "screen");
    }

    /// <summary>Chair or stool: looks along x before it is turned.</summary>
    static IEnumerable<(double[], int[])> Seat(Prop prop, double back)
    {
        double seat = prop.Height!.Value, d = (prop.Depth ?? SeatDepth) / 2, w = (prop.Width ?? SeatWidth) / 2;
        (double[], int[]) Turned((double[] Points, int[] Corners) solid) => Solids.Turned(solid, prop.Faces, prop.At[0], prop.At[1]);
        yield return Turned(Solids.Box(-d, d, -w, w, seat - 0.04, seat));
        foreach (var x in new[] { d - 0.025, -d + 0.025 })
            foreach (var y in new[] { w - 0.025, -w + 0.025 }) yield return Turned(Solids.Box(x - 0.017, x + 0.017, y - 0.017, y + 0.017, 0, seat - 0.04));
        if (back <= 0) yield break;
        var (rest, top) = (-d - 0.005, seat + back);
        foreach (var y in new[] { w - 0.025, -w + 0.025 }) yield return Turned(Solids.Box(rest - 0.015, rest + 0.015, y - 0.017, y + 0.017, seat - 0.04, top));
        yield return Turned(Solids.Box(rest - 0.016, rest + 0.016, -w, w, top - 0.20, top));
        yield return Turned(Solids.Box(rest - 0.012, rest + 0.012, -w, w, seat + 0.09, seat + 0.15));
    }

    static (double[], int[]) Wall(Prop prop, double width) =>
        Solids.Turned(Solids.Box(-0.06, 0, -width / 2, width / 2, 0, prop.Top ?? 1.85), prop.Faces, prop.At[0], prop.At[1]);

    static IEnumerable<(double[], int[])> Door(Prop prop)
    {
        var half = (prop.Width ?? 0.9) / 2;
        foreach (var y in new[] { -half - 0.06, half }) yield return Solids.Turned(Solids.Box(-0.06, 0.06, y, y + 0.06, 0, 2.05), prop.Faces, prop.At[0], prop.At[1]);
        yield return Solids.Turned(Solids.Box(-0.06, 0.06, -half - 0.06, half + 0.06, 2.05, 2.11), prop.Faces, prop.At[0], prop.At[1]);
    }

    static (double[], int[]) Roller(Prop prop)
    {
        var (at, half) = (Point(prop.At), (prop.Length ?? 0.4) / 2);
        var across = prop.Faces is Facing.Forward or Facing.Back ? new Vec(0, half, 0) : new Vec(half, 0, 0);
        return Solids.Pipe([at - across, at + across], prop.Radius!.Value, around: 20, closed: true);
    }

    /// <summary>A steering wheel: its upper edge leans away from who sits behind it.</summary>
    static (double[], int[]) Wheel(Prop prop)
    {
        const int around = 32;
        var (at, radius, tilt) = (Point(prop.At), prop.Radius!.Value, double.DegreesToRadians(WheelTiltDeg));
        var (up, away) = (new Vec(Math.Sin(tilt), 0, Math.Cos(tilt)), new Vec(Math.Cos(tilt), 0, -Math.Sin(tilt)));
        Vec Rim(double turn) => at + new Vec(0, 1, 0) * (radius * Math.Cos(turn)) + up * (radius * Math.Sin(turn));
        return Solids.Together([
            Solids.Pipe([.. Enumerable.Range(0, around + 1).Select(i => Rim(2 * Math.PI * i / around))], 0.014, 10, closed: false),
            Solids.Pipe([Rim(0), Rim(Math.PI)], 0.012, 10, closed: true),
            Solids.Pipe([at, at + away * 0.3], 0.022, 12, closed: true)]);
    }

    /// <summary>It lies on the palm, along the fingers.</summary>
    static PropPiece Phone(Prop prop, SkinPose posed)
    {
        var (k, landmark) = (posed.Skin.Model.Scale, posed.Skin.Groups.Landmark(prop.In!));
        var (at, turn) = (posed.Landmark(landmark), Mat.At(posed.Frames.Rotation, landmark.Body));
        var side = BodyPoints.Split(prop.In!).Side == 'l' ? -1 : 1;
        var (points, corners) = Solids.Box(-0.037, 0.037, -0.004, 0.004, -0.115, 0.035);
        for (var i = 0; i < points.Length; i += 3)
        {
            var p = at + turn * new Vec(points[i], points[i + 1] + side * 0.016, points[i + 2]) * k;
            (points[i], points[i + 1], points[i + 2]) = (p.X, p.Y, p.Z);
        }
        return new PropPiece(prop, points, corners, "screen", Casts: false);
    }

    static PropPiece Strap(Prop prop, SkinPose posed)
    {
        var k = posed.Skin.Model.Scale;
        Vec[] through = [.. prop.Through.Select(name => name == "anchor" ? Point(prop.At) * k : posed.Landmark(posed.Skin.Groups.Landmark(name)))];
        var (radius, fill) = prop.Is switch { PropKind.Stick => (0.011, "wood"), PropKind.Towel => (0.018, "cushion"), PropKind.Band => (0.008, "band"), _ => (0.009, "strap") };
        var line = prop.Is == PropKind.Stick ? through : StrapPath.Around(through, posed, radius * k);
        var (points, corners) = Solids.Pipe(line, radius * k, around: 8, closed: true);
        return new PropPiece(prop, points, corners, fill, Casts: false);
    }

    static PropPiece Weight(Prop prop, SkinPose posed)
    {
        var (k, at) = (posed.Skin.Model.Scale, posed.Landmark(posed.Skin.Groups.Landmark(prop.In!)));
        var across = Mat.At(posed.Frames.Rotation, posed.Skin.Groups.Landmark(prop.In!).Body) * new Vec(1, 0, 0);
        var radius = (prop.Radius ?? 0.05) * k;
        List<(double[] Points, int[] Corners)> parts = [Solids.Pipe([at - across * (0.07 * k), at + across * (0.07 * k)], 0.014 * k, 10, closed: true)];
        foreach (var side in new[] { -1, 1 })
            parts.Add(Solids.Pipe([at + across * (side * 0.06 * k), at + across * (side * 0.12 * k)], radius, 16, closed: true));
        var (points, corners) = Solids.Together(parts);
        return new PropPiece(prop, points, corners, "weight", Round: true);
    }

    static PropPiece Bag(Prop prop, SkinPose posed)
    {
        var (k, at) = (posed.Skin.Model.Scale, posed.Landmark(posed.Skin.Groups.Landmark(prop.In!)));
        List<(double[] Points, int[] Corners)> parts = [Solids.Pillow(-0.17, 0.17, -0.06, 0.06, -0.38, -0.12)];
        foreach (var y in new[] { -0.03, 0.03 })
            parts.Add(Solids.Pipe([new(-0.10, y, -0.14), new(-0.05, y / 2, -0.03), new(0, 0, 0), new(0.05, y / 2, -0.03), new(0.10, y, -0.14)], 0.006, 8, closed: true));
        var (points, corners) = Solids.Together(parts);
        for (var i = 0; i < points.Length; i += 3) (points[i], points[i + 1], points[i + 2]) = (points[i] * k + at.X, points[i + 1] * k + at.Y, points[i + 2] * k + at.Z);
        return new PropPiece(prop, points, corners, "weight");
    }
}
