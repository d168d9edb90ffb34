using System.Text.Json.Nodes;
using Mainstay.Body.Anatomy;
using Mainstay.Body.Model;
using Mainstay.Figure.Drawing;
using Mainstay.Figure.Skins;

namespace Mainstay.Figure.Packing;

/// <summary>The lines of the body's muscles for drawing: the model's own paths, and between their points more, laid just under the skin where
/// the muscle lies under it, so that a band follows the thigh instead of cutting through it.</summary>
/// <remarks>
/// Little-endian. <c>u32</c> length of the header; the header, UTF-8 JSON; then for n points planes of n bytes: three frame numbers, and the
/// weights of the second and third in 255ths, as in <see cref="FigureFile"/>; low and high bytes of x, of y and of z in the bind pose, quanta q,
/// modulo 2¹⁶; outward x, y, z in 127ths, signed. Header: <c>lines</c>, a
/// row each: id, group, points, half width and half thickness in metres, 1 where it lies deep, 1 where it is in the middle, 1 where it
/// and its neighbours are one sheet. The others are
/// the right side's; the left's mirror them on the bodies' twins, and their ids end in "-r" and "-l".
/// <c>levels</c>, from L5/S1 up: the body above the disc, its tilt in degrees, the disc's radius in metres.
/// </remarks>
public static class MuscleFile
{
    const double Quantum = 1.0 / 16384;
    /// <summary>A band that stands out from the skin is flatter than one that is cut out of it.</summary>
    const double Flat = 0.4;
    /// <summary>Not drawn.</summary>
    static readonly HashSet<string> Left = ["posterior-ligaments"];

    /// <param name="skin">Whose; of the reference stature.</param>
    public static byte[] Write(AnatomyData anatomy, Skin skin)
    {
        var layer = new MuscleLayer(skin);
        var (rows, points) = (new JsonArray(), new List<LaidPoint>());
        foreach (var group in anatomy.Groups.Where(group => !Left.Contains(group.Id)))
            foreach (var line in group.Lines)
            {
                var style = MuscleStyle.Of(group.Id);
                var laid = layer.Lay(line, style.Deep);
                rows.Add(new JsonArray(line.Id, group.Id, laid.Count, style.HalfWidth, Math.Round(style.HalfThick * Flat, 4), style.Deep ? 1 : 0, line.Middle ? 1 : 0, style.Fan ? 1 : 0));
                points.AddRange(laid);
            }
        var header = new JsonObject { ["points"] = points.Count, ["q"] = Quantum, ["lines"] = rows, ["levels"] = Levels(anatomy, skin.Model) };
        return FileText.Bytes(header, Planes(points, skin.Mesh));
    }

    static JsonArray Levels(AnatomyData anatomy, BodyModel model) => new([.. anatomy.Skeleton.Levels.Select(level =>
        (JsonNode)new JsonArray(model.Body(level.Body), level.TiltDeg, Math.Round(Math.Sqrt(level.AreaCm2 * 1e-4 / Math.PI), 4)))]);

    /// <summary>Ids of every line of a target, with "-r" or "-l" for its side.</summary>
    /// <exception cref="FigureException">There is no such muscle.</exception>
    public static IEnumerable<string> Lines(BodyModel model, string target)
    {
        var (lines, right, left) = new Target(target).Find(model);
        foreach (var (_, line) in lines.Where(one => !Left.Contains(one.Group.Id)))
        {
            if (line.Middle) yield return line.Id;
            else
            {
                if (right) yield return line.Id + "-r";
                if (left) yield return line.Id + "-l";
            }
        }
    }

    static byte[] Planes(List<LaidPoint> points, FigureMesh mesh)
    {
        const int N = FigureMesh.FramesPerVertex;
        var n = points.Count;
        var bytes = new byte[14 * n];
        for (var i = 0; i < n; i++)
        {
            var (at, outward, vertex, body) = points[i];
            for (var k = 0; k < N; k++) bytes[n * k + i] = vertex < 0 ? (byte)body : mesh.Frames[N * vertex + k];
            for (var k = 1; k < N && vertex >= 0; k++) bytes[n * (N + k - 1) + i] = (byte)Math.Round(mesh.Weights[N * vertex + k] * 255);
            double[] places = [at.X, at.Y, at.Z], ways = [outward.X, outward.Y, outward.Z];
            for (var c = 0; c < 3; c++)
            {
                var value = (ushort)(short)Math.Round(places[c] / Quantum);
                bytes[n * (5 + 2 * c) + i] = (byte)value;
                bytes[n * (6 + 2 * c) + i] = (byte)(value >> 8);
                bytes[n * (11 + c) + i] = (byte)(sbyte)Math.Round(ways[c] * sbyte.MaxValue);
            }
        }
        return bytes;
    }
}
