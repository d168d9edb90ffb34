using System.Runtime.CompilerServices;
using Mainstay.Figure.Skins;

namespace Mainstay.Figure.Drawing;

/// <summary>A calm face, as a few short lines that lie on the skin of the head: brows, lids, pupils, ears, nose and mouth.</summary>
static class FaceMarks
{
    /// <summary>On the lean man's right side: x forward, o to the right, z up.</summary>
    static readonly (double X, double O, double Z)[][] Sided =
    [
        [(0.092, 0.013, 0.7235), (0.090, 0.024, 0.7260), (0.082, 0.036, 0.7260), (0.072, 0.045, 0.7215)],
        [(0.004, 0.082, 0.7095), (-0.004, 0.086, 0.7155), (-0.014, 0.088, 0.7095), (-0.014, 0.087, 0.6955), (-0.006, 0.084, 0.6835), (0.002, 0.079, 0.6775)],
    ];
    static readonly (double X, double O, double Z)[][] Middle =
    [
        [(0.090, -0.016, 0.6490), (0.095, -0.007, 0.6480), (0.096, 0, 0.6485), (0.095, 0.007, 0.6480), (0.090, 0.016, 0.6490)],
        [(0.104, -0.014, 0.6695), (0.109, -0.008, 0.6675), (0.113, 0, 0.6685), (0.109, 0.008, 0.6675), (0.104, 0.014, 0.6695)],
    ];
    /// <summary>The edge of the upper lid, open and closed, and what is seen of the pupil below the open one.</summary>
    static readonly (double X, double O, double Z)[]
        OpenLid = [(0.082, 0.016, 0.7020), (0.085, 0.023, 0.7062), (0.083, 0.031, 0.7064), (0.074, 0.040, 0.7022)],
        ClosedLid = [(0.083, 0.018, 0.7045), (0.084, 0.025, 0.7020), (0.081, 0.033, 0.7015), (0.074, 0.040, 0.7035)],
        Pupil = [(0.084, 0.0275, 0.7040), (0.084, 0.0275, 0.7025), (0.084, 0.0275, 0.7010)];
    /// <summary>Nothing below the chin is looked at.</summary>
    const double HeadFrom = 0.58;
    /// <summary>How far over the skin a mark is taken to lie, and how far under what is seen it still shows, metres.</summary>
    const double Over = 0.001, Under = 0.010;

    readonly record struct OnSkin(int A, int B, int C, double ShareA, double ShareB);

    sealed record Laid(OnSkin[][] Lines, OnSkin[][] OpenLids, OnSkin[][] ClosedLids, OnSkin[][] Pupils);

    static readonly ConditionalWeakTable<double[], Laid> Known = [];

    /// <summary>The lines that are seen, each a line of pixels.</summary>
    public static IEnumerable<List<Spot>> Lines(SkinPose posed, Raster picture, bool closed)
    {
        var laid = Of(posed);
        return Seen([.. laid.Lines, .. closed ? laid.ClosedLids : laid.OpenLids], posed, picture);
    }

    /// <summary>What is seen of open eyes: short lines, as thick as a pupil.</summary>
    public static IEnumerable<List<Spot>> Pupils(SkinPose posed, Raster picture) => Seen(Of(posed).Pupils, posed, picture);

    static Laid Of(SkinPose posed) => Known.GetValue(posed.Skin.Mesh.Canon, _ => Lay(posed.Skin.Mesh));

    static IEnumerable<List<Spot>> Seen(OnSkin[][] marks, SkinPose posed, Raster picture)
    {
        foreach (var mark in marks)
        {
            var seen = new List<Spot>();
            foreach (var on in mark)
            {
                Vec a = posed.Point(on.A), b = posed.Point(on.B), c = posed.Point(on.C);
                var p = a * on.ShareA + b * on.ShareB + c * (1 - on.ShareA - on.ShareB) + Vec.Cross(b - a, c - a).Unit * Over;
                var (x, y, depth) = picture.Frame.Of(p);
                int px = (int)x, py = (int)y;
                if (px < 0 || py < 0 || px >= picture.Width || py >= picture.Height) continue;
                var i = py * picture.Width + px;
                if (picture.Id[i] == FigureDrawing.SkinId && depth > picture.Depth[i] - Under) seen.Add(new Spot(x, y));
            }
            if (seen.Count >= 3) yield return seen;
        }
    }

    static Laid Lay(FigureMesh mesh)
    {
        var head = Enumerable.Range(0, mesh.Triangles).Where(t => Vec.At(mesh.Canon, mesh.Corners[3 * t]).Z > HeadFrom).ToArray();
        OnSkin[] On((double X, double O, double Z)[] line, int side) => [.. line.Select(p => Nearest(mesh, head, new Vec(p.X, -side * p.O, p.Z)))];
        OnSkin[][] Both((double X, double O, double Z)[] line) => [On(line, 1), On(line, -1)];
        return new([.. Sided.SelectMany(Both), .. Middle.Select(line => On(line, 1))], Both(OpenLid), Both(ClosedLid), Both(Pupil));
    }

    static OnSkin Nearest(FigureMesh mesh, int[] triangles, Vec p)
    {
        var (best, least) = (default(OnSkin), double.PositiveInfinity);
        foreach (var t in triangles)
        {
            int ia = mesh.Corners[3 * t], ib = mesh.Corners[3 * t + 1], ic = mesh.Corners[3 * t + 2];
            Vec a = Vec.At(mesh.Canon, ia), b = Vec.At(mesh.Canon, ib), c = Vec.At(mesh.Canon, ic);
            var normal = Vec.Cross(b - a, c - a);
            var area = Vec.Dot(normal, normal);
            // Shares inside the triangle; outside, pulled in: near enough where triangles are a few millimetres wide.
            var wa = Math.Clamp(Vec.Dot(Vec.Cross(c - b, p - b), normal) / area, 0, 1);
            var wb = Math.Clamp(Vec.Dot(Vec.Cross(a - c, p - c), normal) / area, 0, 1 - wa);
            var distance = (a * wa + b * wb + c * (1 - wa - wb) - p).Length;
            if (distance < least) (best, least) = (new OnSkin(ia, ib, ic, wa, wb), distance);
        }
        return best;
    }
}
