using static Mainstay.Figure.Shapes.Fields;

namespace Mainstay.Figure.Shapes;

/// <summary>A limb segment in the frame of its upper joint, hanging down, right side.</summary>
/// <param name="axis">From the upper joint to the lower.</param>
/// <param name="above">How far the segment runs on above and below its table, in shares of its length.</param>
sealed class Limb(Curve sections, Vec axis, double above, double below)
{
    readonly double length = axis.Length;
    readonly double first = sections.First - above;
    readonly double last = sections.Last + below;

    public double Distance(Vec q)
    {
        var t = -q.Z / length;
        var at = Math.Clamp(t, first, last);
        double forward = q.X - axis.X * t, outside = axis.Y * t - q.Y;
        var past = Math.Max(first - t, t - last) * length;
        return Capped(Section(forward, outside, sections[at, forward >= 0 ? 0 : 1], sections[at, outside >= 0 ? 2 : 3], sections[at, 4]), past);
    }
}
