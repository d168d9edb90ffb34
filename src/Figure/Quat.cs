namespace Mainstay.Figure;

/// <summary>A rotation as a unit quaternion with a real part that is not negative: half the angle is at most 90°.</summary>
readonly record struct Quat(double X, double Y, double Z, double W)
{
    Vec Imaginary => new(X, Y, Z);

    static Quat Make(Vec v, double w)
    {
        var length = Math.Sqrt(Vec.Dot(v, v) + w * w);
        if (w < 0) length = -length;
        return new(v.X / length, v.Y / length, v.Z / length, w / length);
    }

    public static Quat Of(in Mat m)
    {
        var trace = m.A + m.E + m.I;
        if (trace > 0) return Make(new(m.H - m.F, m.C - m.G, m.D - m.B), 1 + trace);
        if (m.A > m.E && m.A > m.I) return Make(new(1 + m.A - m.E - m.I, m.B + m.D, m.C + m.G), m.H - m.F);
        return m.E > m.I
            ? Make(new(m.B + m.D, 1 + m.E - m.A - m.I, m.F + m.H), m.C - m.G)
            : Make(new(m.C + m.G, m.F + m.H, 1 + m.I - m.A - m.E), m.D - m.B);
    }

    public static Quat operator *(Quat a, Quat b)
    {
        var (u, v) = (a.Imaginary, b.Imaginary);
        return Make(v * a.W + u * b.W + Vec.Cross(u, v), a.W * b.W - Vec.Dot(u, v));
    }

    public Quat Inverse => new(-X, -Y, -Z, W);

    /// <summary>This = swing · twist, with the twist about <paramref name="axis"/> and a swing that does not turn about it.</summary>
    public (Quat Swing, Quat Twist) Split(Vec axis)
    {
        var along = Vec.Dot(Imaginary, axis);
        var twist = W * W + along * along > 1e-20 ? Make(axis * along, W) : new Quat(0, 0, 0, 1);
        return (this * twist.Inverse, twist);
    }

    /// <summary>The rotation about the same axis by <paramref name="share"/> of the angle.</summary>
    public Mat Part(double share)
    {
        var sine = Imaginary.Length;
        if (sine < 1e-12) return Mat.Unit;
        var half = Math.Atan2(sine, W) * share;
        var (s, c) = Math.SinCos(half);
        var v = Imaginary * (s / sine);
        return new Quat(v.X, v.Y, v.Z, c).ToMat();
    }

    Mat ToMat() => new(
        1 - 2 * (Y * Y + Z * Z), 2 * (X * Y - Z * W), 2 * (X * Z + Y * W),
        2 * (X * Y + Z * W), 1 - 2 * (X * X + Z * Z), 2 * (Y * Z - X * W),
        2 * (X * Z - Y * W), 2 * (Y * Z + X * W), 1 - 2 * (X * X + Y * Y));
}
