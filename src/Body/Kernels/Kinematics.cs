using Mainstay.Body.Model;

namespace Mainstay.Body.Kernels;

/// <summary>Where every body is, and about which line in the world every hinge turns.</summary>
/// <remarks>A hinge with world axis a through o moves a carried point p by a × (p − o) per radian. Kept are a and o × a, so that a force u
/// at p does the work a·(p×u) + (o×a)·u.</remarks>
static class Kinematics
{
    public static void Place(BodyModel model, Workspace work)
    {
        work.Origin.AsSpan(0, 3).Clear();
        Place(model, work.Angles, (work.Turn, work.Pitch, work.Roll), work.Rotation, work.Origin, work.Axes);
    }

    /// <summary>The same from bare angles. The root's place is what <paramref name="origin"/> holds of it; with no room for axes none are kept.</summary>
    public static void Place(BodyModel model, ReadOnlySpan<double> angles, (double Turn, double Pitch, double Roll) root, Span<double> rotation, Span<double> origin,
        Span<double> axes)
    {
        Span<double> r = stackalloc double[9];
        RootRotation(root, rotation);
        for (var b = 1; b < model.Parent.Length; b++)
        {
            var p = model.Parent[b];
            rotation.Slice(9 * p, 9).CopyTo(r);
            var (x, y, z) = Turned(r, model.Offset[3 * b], model.Offset[3 * b + 1], model.Offset[3 * b + 2]);
            double ox = origin[3 * p] + x, oy = origin[3 * p + 1] + y, oz = origin[3 * p + 2] + z;
            (origin[3 * b], origin[3 * b + 1], origin[3 * b + 2]) = (ox, oy, oz);
            var lane = 24 * b;
            for (var j = 0; j < model.HingeCount[b]; j++, lane++)
            {
                var hinge = model.HingeStart[b] + j;
                double lx = model.Axis[3 * hinge], ly = model.Axis[3 * hinge + 1], lz = model.Axis[3 * hinge + 2];
                if (!axes.IsEmpty)
                {
                    var (ax, ay, az) = Turned(r, lx, ly, lz);
                    (axes[lane], axes[lane + 4], axes[lane + 8]) = (ax, ay, az);
                    (axes[lane + 12], axes[lane + 16], axes[lane + 20]) = (oy * az - oz * ay, oz * ax - ox * az, ox * ay - oy * ax);
                }
                if (angles[hinge] != 0) Turn(r, lx, ly, lz, angles[hinge]);
            }
            r.CopyTo(rotation.Slice(9 * b, 9));
        }
    }

    static (double X, double Y, double Z) Turned(ReadOnlySpan<double> r, double x, double y, double z) =>
        (r[0] * x + r[1] * y + r[2] * z, r[3] * x + r[4] * y + r[5] * z, r[6] * x + r[7] * y + r[8] * z);

    /// <summary>r ← r · exp(angle [axis]×), Rodrigues.</summary>
    internal static void Turn(Span<double> r, double x, double y, double z, double angle)
    {
        var (s, c) = Math.SinCos(angle);
        var k = 1 - c;
        double m00 = c + k * x * x, m01 = k * x * y - s * z, m02 = k * x * z + s * y;
        double m10 = k * x * y + s * z, m11 = c + k * y * y, m12 = k * y * z - s * x;
        double m20 = k * x * z - s * y, m21 = k * y * z + s * x, m22 = c + k * z * z;
        for (var i = 0; i < 9; i += 3)
        {
            double a = r[i], b = r[i + 1], d = r[i + 2];
            r[i] = a * m00 + b * m10 + d * m20;
            r[i + 1] = a * m01 + b * m11 + d * m21;
            r[i + 2] = a * m02 + b * m12 + d * m22;
        }
    }

    static void RootRotation((double Turn, double Pitch, double Roll) root, Span<double> rotation)
    {
        var r = rotation[..9];
        r.Clear();
        r[0] = r[4] = r[8] = 1;
        Turn(r, 0, 0, 1, root.Turn);
        Turn(r, 0, 1, 0, root.Pitch);
        Turn(r, 1, 0, 0, root.Roll);
    }
}
