using System.Runtime.CompilerServices;
using Mainstay.Figure.Skins;

namespace Mainstay.Figure.Drawing;

/// <summary>The skin for a picture: every triangle split into four whose new corners are pushed out to where the surface curves (Phong
/// tessellation), so that long limbs have no waves in their outline.</summary>
sealed class FineSkin
{
    /// <summary>Rounds of averaging with neighbours, so that shade has soft, large forms.</summary>
    const int LightRounds = 6;
    const double Curving = 0.75;

    static readonly ConditionalWeakTable<int[], FineSkin> Known = [];

    readonly int count;
    readonly int[] edges;
    readonly int[] corners;

    FineSkin(int[] coarse)
    {
        count = coarse.Max() + 1;
        var middles = new Dictionary<(int, int), int>();
        var pairs = new List<int>();
        int Middle(int a, int b)
        {
            var key = a < b ? (a, b) : (b, a);
            if (middles.TryGetValue(key, out var at)) return at;
            pairs.AddRange([key.Item1, key.Item2]);
            return middles[key] = count + middles.Count;
        }
        corners = new int[4 * coarse.Length];
        for (int t = 0, to = 0; t < coarse.Length; t += 3)
        {
            int a = coarse[t], b = coarse[t + 1], c = coarse[t + 2], ab = Middle(a, b), bc = Middle(b, c), ca = Middle(c, a);
            foreach (var corner in (ReadOnlySpan<int>)[a, ab, ca, ab, b, bc, ca, bc, c, ab, bc, ca]) corners[to++] = corner;
        }
        edges = [.. pairs];
    }

    /// <summary>The topology of a mesh, made once; every build and person has the same.</summary>
    public static FineSkin Of(FigureMesh mesh) => Known.GetValue(mesh.Corners, corners => new FineSkin(corners));

    /// <param name="light">Towards the light, length one.</param>
    public Solid Posed(SkinPose posed, View view, Vec light)
    {
        var mesh = posed.Skin.Mesh;
        var normals = Solids.Normals(posed.Points, mesh.Corners);
        var total = count + edges.Length / 2;
        var (points, places, lights, facing) = (new double[3 * total], new float[3 * total], new float[total], new float[total]);
        posed.Points.CopyTo(points, 0);
        for (var i = 0; i < mesh.Canon.Length; i++) places[i] = (float)mesh.Canon[i];
        var lit = Soft(normals, light);
        for (var i = 0; i < count; i++) (lights[i], facing[i]) = (lit[i], (float)Math.Abs(Vec.Dot(normals[i], view.Toward)));
        for (var e = 0; e < edges.Length; e += 2)
        {
            int a = edges[e], b = edges[e + 1], i = count + e / 2;
            Vec pa = Vec.At(posed.Points, a), pb = Vec.At(posed.Points, b), p = (pa + pb) * 0.5;
            // Half way, then towards the mean of what the two ends' tangent planes make of it.
            var bent = p - (normals[a] * Vec.Dot(p - pa, normals[a]) + normals[b] * Vec.Dot(p - pb, normals[b])) * 0.5;
            Vec.Lerp(p, bent, Curving).Put(points, i);
            for (var c = 0; c < 3; c++) places[3 * i + c] = (places[3 * a + c] + places[3 * b + c]) / 2;
            (lights[i], facing[i]) = ((lights[a] + lights[b]) / 2, (facing[a] + facing[b]) / 2);
        }
        return new Solid(points, corners, places, lights, facing);
    }

    float[] Soft(Vec[] normals, Vec light)
    {
        var values = normals.Select(normal => (float)Vec.Dot(normal, light)).ToArray();
        var (sum, number) = (new float[count], new int[count]);
        for (var round = 0; round < LightRounds; round++)
        {
            Array.Clear(sum);
            Array.Clear(number);
            for (var e = 0; e < edges.Length; e += 2)
            {
                var (a, b) = (edges[e], edges[e + 1]);
                sum[a] += values[b];
                sum[b] += values[a];
                number[a]++;
                number[b]++;
            }
            for (var i = 0; i < count; i++) values[i] = 0.5f * values[i] + 0.5f * sum[i] / Math.Max(1, number[i]);
        }
        return values;
    }
}
