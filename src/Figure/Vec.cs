namespace Mainstay.Figure;

/// <summary>A point or a direction in metres: x forward, y left, z up.</summary>
public readonly record struct Vec(double X, double Y, double Z)
{
    public static Vec operator +(Vec a, Vec b) => new(a.X + b.X, a.Y + b.Y, a.Z + b.Z);
    public static Vec operator -(Vec a, Vec b) => new(a.X - b.X, a.Y - b.Y, a.Z - b.Z);
    public static Vec operator *(Vec a, double s) => new(a.X * s, a.Y * s, a.Z * s);
    public static Vec operator -(Vec a) => new(-a.X, -a.Y, -a.Z);

    public static double Dot(Vec a, Vec b) => a.X * b.X + a.Y * b.Y + a.Z * b.Z;
    public static Vec Cross(Vec a, Vec b) => new(a.Y * b.Z - a.Z * b.Y, a.Z * b.X - a.X * b.Z, a.X * b.Y - a.Y * b.X);
    public static Vec Lerp(Vec a, Vec b, double u) => new(a.X + (b.X - a.X) * u, a.Y + (b.Y - a.Y) * u, a.Z + (b.Z - a.Z) * u);

    public double Length => Math.Sqrt(X * X + Y * Y + Z * Z);
    /// <summary>The same direction one metre long; zero stays zero.</summary>
    public Vec Unit => Length is > 0 and var length ? this * (1 / length) : this;
    /// <summary>The other side of the body.</summary>
    public Vec Mirrored => new(X, -Y, Z);

    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"({X:0.######}, {Y:0.######}, {Z:0.######})");

    internal static Vec At(ReadOnlySpan<double> values, int index) => new(values[3 * index], values[3 * index + 1], values[3 * index + 2]);

    internal void Put(Span<double> values, int index) => (values[3 * index], values[3 * index + 1], values[3 * index + 2]) = (X, Y, Z);
}
