namespace Mainstay.Figure.Meshes;

/// <summary>Sum of squared distances to planes, weighted: pᵀ A p + 2 bᵀ p + c.</summary>
readonly record struct Quadric(double XX, double XY, double XZ, double YY, double YZ, double ZZ, double X, double Y, double Z, double C)
{
    public static Quadric Plane(Vec normal, Vec through, double weight)
    {
        var (n, d) = (normal, -Vec.Dot(normal, through));
        return new(n.X * n.X * weight, n.X * n.Y * weight, n.X * n.Z * weight, n.Y * n.Y * weight, n.Y * n.Z * weight, n.Z * n.Z * weight,
            n.X * d * weight, n.Y * d * weight, n.Z * d * weight, d * d * weight);
    }

    public static Quadric operator +(Quadric a, Quadric b) => new(a.XX + b.XX, a.XY + b.XY, a.XZ + b.XZ, a.YY + b.YY, a.YZ + b.YZ, a.ZZ + b.ZZ,
        a.X + b.X, a.Y + b.Y, a.Z + b.Z, a.C + b.C);

    public double Error(Vec p) => XX * p.X * p.X + YY * p.Y * p.Y + ZZ * p.Z * p.Z
        + 2 * (XY * p.X * p.Y + XZ * p.X * p.Z + YZ * p.Y * p.Z + X * p.X + Y * p.Y + Z * p.Z) + C;

    /// <summary>The place of least error, drawn a little towards the middle where many would do; the middle where it lies too far off.</summary>
    public Vec Best(Vec middle, double reach)
    {
        const double Draw = 1e-9;
        double a = XX + Draw, b = XY, c = XZ, d = YY + Draw, e = YZ, g = ZZ + Draw;
        double rx = Draw * middle.X - X, ry = Draw * middle.Y - Y, rz = Draw * middle.Z - Z;
        var det = a * (d * g - e * e) - b * (b * g - e * c) + c * (b * e - d * c);
        if (Math.Abs(det) <= 1e-22) return middle;
        var best = new Vec(
            (rx * (d * g - e * e) - b * (ry * g - e * rz) + c * (ry * e - d * rz)) / det,
            (a * (ry * g - e * rz) - rx * (b * g - e * c) + c * (b * rz - ry * c)) / det,
            (a * (d * rz - e * ry) - b * (b * rz - ry * c) + rx * (b * e - d * c)) / det);
        return (best - middle).Length > reach ? middle : best;
    }
}
