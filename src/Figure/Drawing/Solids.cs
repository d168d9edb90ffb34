using Mainstay.Body.Motions;

namespace Mainstay.Figure.Drawing;

/// <summary>Boxes, cushions, pipes and balls, as points (three each) and corners (counter-clockwise from outside).</summary>
static class Solids
{
    public static (double[] Points, int[] Corners) Box(double x0, double x1, double y0, double y1, double z0, double z1)
    {
        var points = new List<double>();
        foreach (var x in new[] { x0, x1 })
            foreach (var y in new[] { y0, y1 })
                foreach (var z in new[] { z0, z1 }) points.AddRange([x, y, z]);
        return ([.. points],
            [0, 1, 3, 0, 3, 2, 4, 6, 7, 4, 7, 5, 0, 4, 5, 0, 5, 1, 2, 3, 7, 2, 7, 6, 0, 2, 6, 0, 6, 4, 1, 5, 7, 1, 7, 3]);
    }

    /// <summary>A box with round edges: an ellipsoid of a high power, as large as the box.</summary>
    public static (double[] Points, int[] Corners) Pillow(double x0, double x1, double y0, double y1, double z0, double z1)
    {
        var (points, corners) = Ball(default, 1, 32);
        double[] from = [x0, y0, z0], to = [x1, y1, z1];
        for (var i = 0; i < points.Length; i++)
        {
            var c = i % 3;
            var flat = c == 2 ? 0.55 : 0.30;
            var u = Math.Sign(points[i]) * Math.Pow(Math.Abs(points[i]), flat);
            points[i] = (from[c] + to[c]) / 2 + u * (to[c] - from[c]) / 2;
        }
        return (points, corners);
    }

    public static (double[] Points, int[] Corners) Ball(Vec centre, double radius, int around = 48)
    {
        var rings = around / 2;
        var points = new double[3 * (rings + 1) * (around + 1)];
        var corners = new List<int>();
        for (var i = 0; i <= rings; i++)
            for (var j = 0; j <= around; j++)
            {
                double t = Math.PI * i / rings, p = 2 * Math.PI * j / around;
                (centre + new Vec(Math.Sin(t) * Math.Cos(p), Math.Sin(t) * Math.Sin(p), Math.Cos(t)) * radius).Put(points, i * (around + 1) + j);
            }
        for (var i = 0; i < rings; i++)
            for (var j = 0; j < around; j++)
            {
                var a = i * (around + 1) + j;
                corners.AddRange([a, a + around + 1, a + 1, a + 1, a + around + 1, a + around + 2]);
            }
        return (points, [.. corners]);
    }

    /// <summary>A round tube along a line.</summary>
    /// <param name="closed">With lids.</param>
    public static (double[] Points, int[] Corners) Pipe(IReadOnlyList<Vec> line, double radius, int around, bool closed)
    {
        var n = line.Count;
        var points = new double[3 * (n * around + 2)];
        var corners = new List<int>();
        for (var i = 0; i < n; i++)
        {
            var along = (line[Math.Min(n - 1, i + 1)] - line[Math.Max(0, i - 1)]).Unit;
            var u = Vec.Cross(along, Math.Abs(along.Z) < 0.9 ? new Vec(0, 0, 1) : new Vec(1, 0, 0)).Unit;
            var w = Vec.Cross(along, u);
            for (var a = 0; a < around; a++)
            {
                var (s, c) = Math.SinCos(2 * Math.PI * a / around);
                (line[i] + u * (c * radius) + w * (s * radius)).Put(points, i * around + a);
            }
        }
        for (var i = 0; i + 1 < n; i++)
            for (var a = 0; a < around; a++)
            {
                int b = (a + 1) % around, k = i * around;
                corners.AddRange([k + a, k + b, k + around + a, k + b, k + around + b, k + around + a]);
            }
        var (first, last) = (n * around, n * around + 1);
        line[0].Put(points, first);
        line[^1].Put(points, last);
        for (var a = 0; closed && a < around; a++)
        {
            var b = (a + 1) % around;
            corners.AddRange([first, b, a, last, (n - 1) * around + a, (n - 1) * around + b]);
        }
        return (points, [.. corners]);
    }

    /// <summary>Turned from looking forward, and put to a place on the floor.</summary>
    public static (double[] Points, int[] Corners) Turned((double[] Points, int[] Corners) solid, Facing faces, double x, double y)
    {
        var (c, s) = faces switch { Facing.Forward => (1, 0), Facing.Back => (-1, 0), Facing.Left => (0, 1), _ => (0, -1) };
        var points = new double[solid.Points.Length];
        for (var i = 0; i < points.Length; i += 3)
            (points[i], points[i + 1], points[i + 2]) =
                (x + c * solid.Points[i] - s * solid.Points[i + 1], y + s * solid.Points[i] + c * solid.Points[i + 1], solid.Points[i + 2]);
        return (points, solid.Corners);
    }

    public static (double[] Points, int[] Corners) Together(IEnumerable<(double[] Points, int[] Corners)> solids)
    {
        var (points, corners) = (new List<double>(), new List<int>());
        foreach (var solid in solids)
        {
            var first = points.Count / 3;
            points.AddRange(solid.Points);
            corners.AddRange(solid.Corners.Select(corner => corner + first));
        }
        return ([.. points], [.. corners]);
    }

    /// <summary>Outward directions at the points, each a mean of its triangles'.</summary>
    public static Vec[] Normals(double[] points, int[] corners)
    {
        var normals = new Vec[points.Length / 3];
        for (var t = 0; t < corners.Length; t += 3)
        {
            Vec a = Vec.At(points, corners[t]), b = Vec.At(points, corners[t + 1]), c = Vec.At(points, corners[t + 2]);
            var normal = Vec.Cross(b - a, c - a);
            for (var k = 0; k < 3; k++) normals[corners[t + k]] += normal;
        }
        for (var i = 0; i < normals.Length; i++) normals[i] = normals[i].Unit;
        return normals;
    }
}
