using static Mainstay.Figure.Shapes.Fields;

namespace Mainstay.Figure.Shapes;

/// <summary>Hand, fingers and foot of the right side, in the frames of wrist, knuckles and ankle. The hand is a mitten with its thumb apart,
/// which is right for the size at which it is seen and never turns horrible.</summary>
sealed class Extremities(ShapeTables tables, Build build)
{
    readonly Curve palm = new(tables.Hand, 5, "hand");
    readonly Curve finger = new(tables.Fingers, 4, "fingers");
    readonly Curve foot = new(tables.Foot, 5, "foot");

    /// <summary>Hangs down with the palm to the thigh and the thumb in front.</summary>
    public double Hand(Vec point)
    {
        var q = point * (1 / build.Hands);
        double t = -q.Z, outside = -q.Y;
        var d = Capped(Section(q.X - palm[t, 2], outside + palm[t, 3], palm[t, 0], palm[t, 1], 2.5), Math.Max(-0.03 - t, t - 0.098));
        Vec root = new(0.012, 0.010, -0.022), base_ = new(0.034, 0.017, -0.060), middle = new(0.053, 0.022, -0.086), tip = new(0.062, 0.024, -0.110);
        d = Join(d, Cone(q, root, base_, 0.0150, 0.0125), 0.016);
        d = Join(d, Cone(q, base_, middle, 0.0120, 0.0100), 0.010);
        return build.Hands * Join(d, Cone(q, middle, tip, 0.0100, 0.0082), 0.006);
    }

    /// <summary>The middle finger is the longest; the fingers bend a little towards the palm.</summary>
    public double Fingers(Vec point)
    {
        var q = point * (1 / build.Hands);
        double t = -q.Z, outside = -q.Y, end = 0.087 - 9 * (q.X - 0.002) * (q.X - 0.002), bend = -0.9 * t * t;
        var d = Section(q.X - finger[t, 2], outside - bend + 0.001, finger[t, 0], finger[t, 1], 2.4);
        var past = t < 0 ? -0.03 - t : t - end;
        return build.Hands * (past > -0.010 ? Cut(d, past, 0.016) : Math.Max(d, past));
    }

    public double Foot(Vec point)
    {
        double x = point.X / build.Feet, sole = tables.Sole, t = Math.Clamp(x, -0.062, 0.198), top = foot[t, 0];
        double outside = -point.Y / build.Feet - foot[t, 3];
        var d = Section(point.Z - (top + sole) / 2, outside, (top - sole) / 2, outside >= 0 ? foot[t, 1] : foot[t, 2], 2.4);
        if (x < -0.062 || x > 0.198)
        {
            double side = Math.Max(d, 0), past = x < 0 ? -0.062 - x : x - 0.198;
            d = Math.Sqrt(side * side + past * past);
        }
        return build.Feet * Cut(d, sole - point.Z, 0.008);
    }
}
