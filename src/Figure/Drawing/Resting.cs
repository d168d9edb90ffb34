using Mainstay.Body.Motions;

namespace Mainstay.Figure.Drawing;

/// <summary>Skin gives way where it rests. Poses are solved on one body; a heavier one would sink into floor, mat and seat, and flattens instead.</summary>
static class Resting
{
    /// <summary>What lies deeper than this under a face lies under the thing, not in it, metres.</summary>
    const double Deepest = 0.055;

    /// <param name="points">World places of the skin, three each; those just under a face that bears are lifted on to it.</param>
    /// <param name="scale">Of the person: props grow with them.</param>
    public static void Flatten(double[] points, IReadOnlyList<Prop> props, double scale)
    {
        var faces = props.Where(prop => prop.Is is PropKind.Mat or PropKind.Chair or PropKind.Stool).Select(prop => Face(prop, scale)).ToArray();
        for (var i = 0; i < points.Length; i += 3)
        {
            Lift(ref points[i + 2], 0);
            foreach (var (x0, x1, y0, y1, top) in faces)
                if (points[i] >= x0 && points[i] <= x1 && points[i + 1] >= y0 && points[i + 1] <= y1) Lift(ref points[i + 2], top);
        }
    }

    static void Lift(ref double z, double face)
    {
        if (z < face && z > face - Deepest) z = face;
    }

    static (double X0, double X1, double Y0, double Y1, double Top) Face(Prop prop, double k)
    {
        var top = prop.Height!.Value * k;
        if (prop.Is == PropKind.Mat) return (prop.X[0] * k, prop.X[^1] * k, (prop.Y.Length == 2 ? prop.Y[0] : -PropShapes.MatHalf) * k, (prop.Y.Length == 2 ? prop.Y[1] : PropShapes.MatHalf) * k, top);
        double depth = (prop.Depth ?? PropShapes.SeatDepth) / 2, width = (prop.Width ?? PropShapes.SeatWidth) / 2;
        if (prop.Faces is Facing.Left or Facing.Right) (depth, width) = (width, depth);
        return ((prop.At[0] - depth) * k, (prop.At[0] + depth) * k, (prop.At[1] - width) * k, (prop.At[1] + width) * k, top);
    }
}
