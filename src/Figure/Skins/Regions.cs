using Mainstay.Figure.Shapes;

namespace Mainstay.Figure.Skins;

enum Cloth : byte { None, Skin, Top, Shorts, Socks, Hair }

/// <summary>What a point of the skin wears, by rule from where it lies on the lean man in the bind pose, so that borders are crisp whatever
/// the mesh and the build.</summary>
sealed class Regions
{
    readonly Line arm, thigh, shank;

    readonly record struct Line(Vec From, Vec Direction, double Length)
    {
        public double Share(Vec p) => Vec.Dot(p - From, Direction) / Length;
    }

    public Regions(Skin skin)
    {
        Vec Joint(string id) => Vec.At(skin.Bind.Origin, skin.Model.Body(id)) * (1 / skin.Model.Scale);
        Line Between(string from, string to) => new(Joint(from), (Joint(to) - Joint(from)).Unit, (Joint(to) - Joint(from)).Length);
        (arm, thigh, shank) = (Between("humerus_r", "forearm_r"), Between("femur_r", "tibia_r"), Between("tibia_r", "foot_r"));
    }

    /// <param name="point">On the lean man, metres at the skeleton's stature.</param>
    public Cloth Of(Vec point)
    {
        var p = new Vec(point.X, -Math.Abs(point.Y), point.Z);
        double x = p.X, o = -p.Y, z = p.Z;
        if (o < 0.11 && z - 0.35 * x > 0.578) return Head(x, o, z + 0.8965);
        if (shank.Share(p) > 0.885) return Cloth.Socks;
        if (z - 0.02 * x < 0.040 && o < 0.32) return thigh.Share(p) > 0.46 ? Cloth.Skin : Cloth.Shorts;
        if (arm.Share(p) > 0.44 && o > 0.19) return Cloth.Skin;
        // The neckline is round and lower in front.
        return z + 0.42 * x > 0.556 + 0.13 * o && z > 0.47 && o < 0.16 ? Cloth.Skin : Cloth.Top;
    }

    static Cloth Head(double x, double o, double h)
    {
        if (Math.Sqrt(Math.Pow(x + 0.003, 2) + Math.Pow((h - 1.592) * 0.72, 2)) < 0.024 && o > 0.066) return Cloth.Skin;
        double nape = 1.579 + 0.42 * x, front = 0.018 + 0.050 * Fields.Smooth(0, 1, (h - 1.600) / 0.07);
        var behind = h > nape && x < front && (x < 0.004 || h > 1.585);
        return behind || h > 1.668 - 0.9 * o * o / 0.076 * 0.10 ? Cloth.Hair : Cloth.Skin;
    }

    /// <summary>True on arms and legs below the trunk: what is washed paler on the far side.</summary>
    public bool IsLimb(Vec point)
    {
        var p = new Vec(point.X, -Math.Abs(point.Y), point.Z);
        var o = -p.Y;
        if (p.Z > 0.57 && o < 0.12) return false;
        return (arm.Share(p) > 0.05 && o > 0.17 && p.Z > -0.14) || p.Z < -0.05 || (p.Z < 0.01 && o > 0.15);
    }
}
