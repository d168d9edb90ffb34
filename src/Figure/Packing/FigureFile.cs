using System.Buffers.Binary;
using System.Text.Json;
using System.Text.Json.Nodes;
using Mainstay.Body.Model;
using Mainstay.Body.Motions;
using Mainstay.Figure.Skins;

namespace Mainstay.Figure.Packing;

/// <summary>The skin of one build as bytes, for this program and for a browser.</summary>
/// <remarks>
/// Little-endian. <c>u32</c> length of the header; the header, UTF-8 JSON; then the right half of the skin (y ≤ 0), for n vertices and t triangles:
/// <list type="number">
/// <item>nine planes of n low bytes, each followed by its plane of n high bytes: x, y, z of the bind pose, then x, y, z of the same vertex on
/// the lean man minus those ("canon": where cloth and hair begin goes by it). A plane's values are differences to the vertex before, in
/// quanta q, written unsigned: 2v for v ≥ 0, −2v − 1 below. Six planes of 16 bits, 12 n bytes.</item>
/// <item>five planes of n bytes: three frame numbers, then the weights of the second and third in 255ths; the first has the rest.</item>
/// <item>3 t corners, variable length (7 bits a byte, lowest first, high bit: more follow): the number of vertices seen so far minus the corner;
/// 0 is the next new vertex.</item>
/// </list>
/// The left half: every vertex with y ≠ 0 once more with −y and frames replaced by <c>twin</c>; every triangle once more with two corners
/// exchanged. Header: <c>id</c>, <c>sex</c>, <c>bmi</c>, <c>n</c>, <c>t</c>, <c>q</c>; <c>scale</c>, the person's stature over the file's: vertices and offsets are
/// already multiplied; <c>bodies</c>, a row a body: id, parent (−1: none), joint seen from the parent's in metres, then the bind pose as a
/// quaternion x y z w and the joint's place; <c>helpers</c>, a row each: parent body, child body, share of swing, share of twist, 1 where the
/// twist is the parent's. Frames are the bodies, then the helpers. With F a body's frame (R, o) and B its bind frame, a body carries the skin
/// by R = F B⁻¹, t = o − R o_B. A helper: D = Fp⁻¹ Fc Bc⁻¹ Bp; D = S T with the twist T about a = Bp⁻¹ Bc (0, 0, −1); its rotation is
/// Fp · S^swing T^twist · Bp⁻¹, about the child's joint. Where the twist is the parent's: D⁻¹ = S T about (0, 0, −1) and the rotation is
/// Fp · T^−twist S^−swing · Bp⁻¹.
/// </remarks>
public static class FigureFile
{
    /// <summary>Metres a unit of the vertex positions: about 0.06 mm.</summary>
    internal const double Quantum = 1.0 / 16384;

    /// <param name="model">Whose stature the file is for; its sex and mass say nothing here, the mesh has them.</param>
    public static byte[] Write(BuildId build, FigureMesh mesh, BodyModel model, Rig rig)
    {
        using var stream = new MemoryStream();
        var header = Header(build, mesh, model, rig).ToJsonString().Select(c => (byte)c).ToArray();
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, header.Length);
        stream.Write(length);
        stream.Write(header);
        var n = mesh.HalfPoints;
        for (var c = 0; c < 3; c++) Plane(stream, n, i => Units(mesh.Points[3 * i + c] * model.Scale));
        for (var c = 0; c < 3; c++) Plane(stream, n, i => Units(mesh.Canon[3 * i + c] * model.Scale) - Units(mesh.Points[3 * i + c] * model.Scale));
        for (var k = 0; k < 3; k++)
            for (var i = 0; i < n; i++) stream.WriteByte(mesh.Frames[3 * i + k]);
        for (var k = 1; k < 3; k++)
            for (var i = 0; i < n; i++) stream.WriteByte((byte)Math.Round(mesh.Weights[3 * i + k] * 255));
        var seen = 0;
        foreach (var corner in mesh.HalfCorners)
        {
            var back = (uint)(seen - corner);
            if (back == 0) seen++;
            for (; back > 127; back >>= 7) stream.WriteByte((byte)(back | 128));
            stream.WriteByte((byte)back);
        }
        return stream.ToArray();
    }

    /// <exception cref="FigureException">The bytes are no such file, or of another skeleton.</exception>
    public static (BuildId Build, FigureMesh Mesh) Read(ReadOnlySpan<byte> bytes, Rig rig)
    {
        try
        {
            var length = BinaryPrimitives.ReadInt32LittleEndian(bytes);
            var header = JsonNode.Parse(bytes.Slice(4, length))!;
            int n = (int)header["n"]!, t = (int)header["t"]!;
            if (header["bodies"]!.AsArray().Count != rig.Bodies || header["helpers"]!.AsArray().Count != rig.Helpers.Length)
                throw new FigureException("the figure's file was made for another skeleton; make it anew with 'mainstay figure build'");
            var build = new BuildId((string)header["id"]!, (string)header["sex"]! == "male" ? Sex.Male : Sex.Female, (double)header["bmi"]!);
            return (build, Body(bytes[(4 + length)..], n, t, rig));
        }
        catch (Exception e) when (e is JsonException or IndexOutOfRangeException or ArgumentOutOfRangeException or NullReferenceException or InvalidOperationException)
        {
            throw new FigureException("the figure's file is broken: " + e.Message);
        }
    }

    static FigureMesh Body(ReadOnlySpan<byte> bytes, int n, int t, Rig rig)
    {
        var planes = new int[6 * n];
        for (var c = 0; c < 6; c++)
        {
            var last = 0;
            for (var i = 0; i < n; i++)
            {
                var z = bytes[2 * n * c + i] | bytes[2 * n * c + n + i] << 8;
                planes[n * c + i] = last += (z & 1) == 0 ? z >> 1 : -(z + 1 >> 1);
            }
        }
        var (half, canon) = (new double[3 * n], new double[3 * n]);
        for (var i = 0; i < n; i++)
            for (var c = 0; c < 3; c++)
            {
                half[3 * i + c] = planes[n * c + i] * Quantum;
                canon[3 * i + c] = (planes[n * c + i] + planes[n * (c + 3) + i]) * Quantum;
            }
        bytes = bytes[(12 * n)..];
        var (frames, weights) = (new byte[3 * n], new double[3 * n]);
        for (var i = 0; i < n; i++)
        {
            int second = bytes[3 * n + i], third = bytes[4 * n + i];
            for (var k = 0; k < 3; k++)
            {
                frames[3 * i + k] = bytes[k * n + i];
                weights[3 * i + k] = (k == 0 ? 255 - second - third : k == 1 ? second : third) / 255.0;
            }
        }
        bytes = bytes[(5 * n)..];
        var corners = new int[3 * t];
        for (int i = 0, at = 0, seen = 0; i < corners.Length; i++)
        {
            var back = 0;
            for (var shift = 0; ; shift += 7)
            {
                var b = bytes[at++];
                back |= (b & 127) << shift;
                if (b < 128) break;
            }
            corners[i] = seen - back;
            if (back == 0) seen++;
        }
        return new FigureMesh(rig, half, canon, frames, weights, corners);
    }

    static int Units(double metres) => (int)Math.Round(metres / Quantum);

    static void Plane(Stream stream, int n, Func<int, int> value)
    {
        var (low, high) = (new byte[n], new byte[n]);
        var last = 0;
        for (var i = 0; i < n; i++)
        {
            var v = value(i);
            var difference = v - last;
            last = v;
            var z = difference >= 0 ? 2 * difference : -2 * difference - 1;
            if (z > ushort.MaxValue) throw new FigureException("two vertices in a row lie more than two metres apart");
            (low[i], high[i]) = ((byte)z, (byte)(z >> 8));
        }
        stream.Write(low);
        stream.Write(high);
    }

    static JsonObject Header(BuildId build, FigureMesh mesh, BodyModel model, Rig rig)
    {
        static JsonNode Number(double x) => JsonValue.Create(Math.Round(x, 5) + 0.0);
        var bind = BindPose.Of(model);
        var neutral = Frames.Neutral(model);
        var bodies = new JsonArray();
        for (var b = 0; b < rig.Bodies; b++)
        {
            var parent = Frames.Parent(model, b);
            var offset = parent < 0 ? default : Vec.At(neutral, b) - Vec.At(neutral, parent);
            var turn = Quat.Of(Mat.At(bind.Rotation, b));
            var at = Vec.At(bind.Origin, b);
            var row = new JsonArray { rig.Names[b], parent };
            foreach (var x in new[] { offset.X, offset.Y, offset.Z, turn.X, turn.Y, turn.Z, turn.W, at.X, at.Y, at.Z }) row.Add(Number(x));
            bodies.Add(row);
        }
        var helpers = new JsonArray();
        foreach (var helper in rig.Helpers)
            helpers.Add(new JsonArray(helper.Parent, helper.Child, Number(helper.Swing), Number(helper.Twist), helper.TwistOfParent ? 1 : 0));
        var twins = new JsonArray();
        foreach (var twin in rig.Twin) twins.Add(twin);
        return new JsonObject
        {
            ["id"] = build.Id, ["sex"] = build.Sex == Sex.Male ? "male" : "female", ["bmi"] = Number(build.Bmi), ["n"] = mesh.HalfPoints, ["t"] = mesh.HalfCorners.Length / 3, ["q"] = Quantum, ["scale"] = Number(model.Scale),
            ["bodies"] = bodies, ["helpers"] = helpers, ["twin"] = twins,
        };
    }
}

/// <summary>Which build a file holds.</summary>
/// <param name="Bmi">Mass over squared height of whom it is drawn for, kg/m².</param>
public sealed record BuildId(string Id, Sex Sex, double Bmi);
