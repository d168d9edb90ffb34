namespace Mainstay.Figure.Shapes;

/// <summary>Signed distances of simple bodies, metres, negative inside, and how they are joined.</summary>
static class Fields
{
    /// <summary>Minimum with a rounded corner; <paramref name="k"/> is the width of the blend.</summary>
    public static double Join(double a, double b, double k)
    {
        if (k <= 0) return Math.Min(a, b);
        var h = Math.Max(k - Math.Abs(a - b), 0) / k;
        return Math.Min(a, b) - h * h * k * 0.25;
    }

    public static double Cut(double a, double b, double k) => -Join(-a, -b, k);

    /// <summary>0 at <paramref name="from"/>, 1 at <paramref name="to"/>, flat at both ends.</summary>
    public static double Smooth(double from, double to, double x)
    {
        var t = Math.Clamp((x - from) / (to - from), 0, 1);
        return t * t * (3 - 2 * t);
    }

    public static double Lerp(double a, double b, double u) => a + (b - a) * u;

    /// <summary>Radial gap to a super-ellipse with half axes a and b.</summary>
    public static double Section(double dx, double dy, double a, double b, double n)
    {
        double u = Math.Abs(dx) / a, v = Math.Abs(dy) / b;
        var q = n == 2 ? Math.Sqrt(u * u + v * v) : Math.Pow(Math.Pow(u, n) + Math.Pow(v, n), 1 / n);
        return q < 1e-6 ? -Math.Min(a, b) : Math.Sqrt(dx * dx + dy * dy) * (1 - 1 / q);
    }

    /// <summary>A section's gap, closed with rounding by the distance past its end (negative between the ends).</summary>
    public static double Capped(double d, double past)
    {
        if (past <= 0) return Math.Max(d, past);
        var out_ = Math.Max(d, 0);
        return Math.Sqrt(out_ * out_ + past * past) + Math.Min(Math.Max(d, -past), 0);
    }

    public static double Ellipsoid(Vec p, Vec centre, Vec r)
    {
        var q = new Vec((p.X - centre.X) / r.X, (p.Y - centre.Y) / r.Y, (p.Z - centre.Z) / r.Z);
        double k0 = q.Length, k1 = new Vec(q.X / r.X, q.Y / r.Y, q.Z / r.Z).Length;
        return k1 < 1e-9 ? -Math.Min(r.X, Math.Min(r.Y, r.Z)) : k0 * (k0 - 1) / k1;
    }

    /// <summary>A ball that rolls from a to b and changes its radius on the way.</summary>
    public static double Cone(Vec p, Vec a, Vec b, double ra, double rb)
    {
        Vec ab = b - a, ap = p - a;
        var t = Math.Clamp(Vec.Dot(ap, ab) / Vec.Dot(ab, ab), 0, 1);
        return (ap - ab * t).Length - Lerp(ra, rb, t);
    }
}
