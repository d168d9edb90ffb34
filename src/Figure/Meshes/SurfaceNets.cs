namespace Mainstay.Figure.Meshes;

/// <summary>The surface where a signed distance is zero, as one vertex in every cell of a grid that it passes through.</summary>
/// <remarks>Only the half y ≤ 0. The grid is laid so that the cells of its first layer are cut in halves by the mirror plane: a symmetric
/// body's vertices there fall on the plane, and the mirrored half fits without a seam.</remarks>
sealed class SurfaceNets
{
    const int Block = 4;
    /// <summary>How far the distance may be off where the surface is near: smooth minima bulge by up to this.</summary>
    const double Slack = 0.012;

    readonly Func<Vec, double> distance;
    readonly double cell;
    readonly Vec low;
    readonly int nx, ny, nz;
    readonly double[] values;
    readonly int[] vertexOfCell;
    readonly List<Vec> points = [];
    readonly List<int> cells = [];
    readonly List<int> corners = [];

    SurfaceNets(Func<Vec, double> distance, Vec low, Vec high, double cell)
    {
        (this.distance, this.cell, this.low) = (distance, cell, low);
        (nx, ny, nz) = (Cells(high.X - low.X), Cells(high.Y - low.Y), Cells(high.Z - low.Z));
        values = new double[nx * ny * nz];
        Array.Fill(values, double.NaN);
        vertexOfCell = new int[values.Length];
        Array.Fill(vertexOfCell, -1);
    }

    int Cells(double length) => (int)Math.Ceiling(length / cell) + 1;

    /// <param name="reach">The farthest x, the outermost −y and the highest and lowest z of the body.</param>
    public static Triangles Half(Func<Vec, double> distance, (double Back, double Front, double Out, double Bottom, double Top) reach, double cell)
    {
        // Side by side in "outwards" instead of y, so that the mirror plane is the first layer.
        var nets = new SurfaceNets(q => distance(new Vec(q.X, -q.Y, q.Z)), new Vec(reach.Back, -cell / 2, reach.Bottom), new Vec(reach.Front, reach.Out, reach.Top), cell);
        nets.FindCells();
        nets.JoinCells();
        nets.PullOntoSurface();
        var points = nets.points.Select(p => new Vec(p.X, Math.Abs(p.Y) < cell / 4 ? 0 : -p.Y, p.Z)).ToList();
        return new Triangles(points, nets.corners);
    }

    int Key(int i, int j, int k) => (k * ny + j) * nx + i;

    Vec Place(double i, double j, double k) => new(low.X + i * cell, low.Y + j * cell, low.Z + k * cell);

    double At(int i, int j, int k)
    {
        ref var value = ref values[Key(i, j, k)];
        if (double.IsNaN(value)) value = distance(Place(i, j, k));
        return value;
    }

    void FindCells()
    {
        for (var bk = 0; bk < nz; bk += Block)
            for (var bj = 0; bj < ny; bj += Block)
                for (var bi = 0; bi < nx; bi += Block)
                {
                    var middle = Block / 2.0;
                    if (Math.Abs(distance(Place(bi + middle, bj + middle, bk + middle))) > Block * cell * 1.6 + Slack) continue;
                    for (var k = bk; k < Math.Min(bk + Block, nz - 1); k++)
                        for (var j = bj; j < Math.Min(bj + Block, ny - 1); j++)
                            for (var i = bi; i < Math.Min(bi + Block, nx - 1); i++) Cross(i, j, k);
                }
    }

    void Cross(int i, int j, int k)
    {
        Span<double> v = stackalloc double[8];
        var inside = 0;
        for (var c = 0; c < 8; c++)
        {
            v[c] = At(i + (c & 1), j + (c >> 1 & 1), k + (c >> 2));
            if (v[c] < 0) inside++;
        }
        if (inside is 0 or 8) return;
        var sum = new Vec();
        var edges = 0;
        for (var a = 0; a < 8; a++)
            for (var bit = 1; bit < 8; bit <<= 1)
            {
                var b = a | bit;
                if (b == a || v[a] < 0 == v[b] < 0) continue;
                var t = v[a] / (v[a] - v[b]);
                sum += new Vec((a & 1) + (bit == 1 ? t : 0), (a >> 1 & 1) + (bit == 2 ? t : 0), (a >> 2) + (bit == 4 ? t : 0));
                edges++;
            }
        vertexOfCell[Key(i, j, k)] = points.Count;
        cells.Add(Key(i, j, k));
        points.Add(Place(i + sum.X / edges, j + sum.Y / edges, k + sum.Z / edges));
    }

    /// <summary>Around every grid edge that the surface cuts lie four cells: a quad.</summary>
    void JoinCells()
    {
        foreach (var key in cells)
        {
            int i = key % nx, j = key / nx % ny, k = key / (nx * ny);
            var inside = At(i, j, k) < 0;
            void Quad(bool other, int a, int b, int c, int d)
            {
                if (inside == other) return;
                var (pa, pb, pc, pd) = (vertexOfCell[a], vertexOfCell[b], vertexOfCell[c], vertexOfCell[d]);
                if (pa < 0 || pb < 0 || pc < 0 || pd < 0) return;
                // Outwards instead of y turns the winding round.
                if (!inside) Split(pa, pb, pc, pd);
                else Split(pd, pc, pb, pa);
            }
            if (j > 0 && k > 0) Quad(At(i + 1, j, k) < 0, Key(i, j - 1, k - 1), Key(i, j, k - 1), Key(i, j, k), Key(i, j - 1, k));
            if (i > 0 && k > 0) Quad(At(i, j + 1, k) < 0, Key(i - 1, j, k - 1), Key(i - 1, j, k), Key(i, j, k), Key(i, j, k - 1));
            if (i > 0 && j > 0) Quad(At(i, j, k + 1) < 0, Key(i - 1, j - 1, k), Key(i, j - 1, k), Key(i, j, k), Key(i - 1, j, k));
        }
    }

    /// <summary>Along the shorter diagonal.</summary>
    void Split(int a, int b, int c, int d)
    {
        if ((points[a] - points[c]).Length < (points[b] - points[d]).Length) corners.AddRange([a, b, c, a, c, d]);
        else corners.AddRange([a, b, d, b, c, d]);
    }

    /// <summary>Two Newton steps along the gradient.</summary>
    void PullOntoSurface()
    {
        var e = cell * 0.2;
        for (var n = 0; n < 2; n++)
            for (var i = 0; i < points.Count; i++)
            {
                var p = points[i];
                Vec x = new(e, 0, 0), y = new(0, e, 0), z = new(0, 0, e);
                var g = new Vec(distance(p + x) - distance(p - x), distance(p + y) - distance(p - y), distance(p + z) - distance(p - z)) * (0.5 / e);
                var d = distance(p) / Math.Max(0.25, Vec.Dot(g, g));
                points[i] = p - new Vec(Math.Clamp(d * g.X, -cell, cell), Math.Clamp(d * g.Y, -cell, cell), Math.Clamp(d * g.Z, -cell, cell));
            }
    }
}
