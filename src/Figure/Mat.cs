namespace Mainstay.Figure;

/// <summary>A rotation, row by row.</summary>
readonly record struct Mat(double A, double B, double C, double D, double E, double F, double G, double H, double I)
{
    public static Mat Unit { get; } = new(1, 0, 0, 0, 1, 0, 0, 0, 1);

    public static Mat At(ReadOnlySpan<double> m, int index)
    {
        var r = m.Slice(9 * index, 9);
        return new(r[0], r[1], r[2], r[3], r[4], r[5], r[6], r[7], r[8]);
    }

    public void Put(Span<double> m, int index)
    {
        var r = m.Slice(9 * index, 9);
        (r[0], r[1], r[2], r[3], r[4], r[5], r[6], r[7], r[8]) = (A, B, C, D, E, F, G, H, I);
    }

    public Mat Transposed => new(A, D, G, B, E, H, C, F, I);

    public static Mat operator *(in Mat m, in Mat n) => new(
        m.A * n.A + m.B * n.D + m.C * n.G, m.A * n.B + m.B * n.E + m.C * n.H, m.A * n.C + m.B * n.F + m.C * n.I,
        m.D * n.A + m.E * n.D + m.F * n.G, m.D * n.B + m.E * n.E + m.F * n.H, m.D * n.C + m.E * n.F + m.F * n.I,
        m.G * n.A + m.H * n.D + m.I * n.G, m.G * n.B + m.H * n.E + m.I * n.H, m.G * n.C + m.H * n.F + m.I * n.I);

    public static Vec operator *(in Mat m, Vec v) => new(m.A * v.X + m.B * v.Y + m.C * v.Z, m.D * v.X + m.E * v.Y + m.F * v.Z, m.G * v.X + m.H * v.Y + m.I * v.Z);
}
