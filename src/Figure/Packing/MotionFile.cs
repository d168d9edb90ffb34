using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Mainstay.Body.Model;
using Mainstay.Body.Motions;

namespace Mainstay.Figure.Packing;

/// <summary>What is played: one motion, its words and its props.</summary>
/// <param name="Side">"both", "right" or "alternate".</param>
/// <param name="Views">Best first, as written in the motion's file.</param>
/// <param name="Targets">Ids of muscle lines as in <see cref="MuscleFile"/>: with "-r" or "-l".</param>
/// <param name="Words">One a step of the timeline.</param>
/// <param name="Poses">What the poses are called, and <paramref name="Terms"/>: one array a pose, in the order of <see cref="PoseTerms.Ids"/>.</param>
/// <param name="Props">Per pose, the same props in the same order.</param>
/// <param name="Tension">Of each target in a pose, 0 to 1; null where all are drawn alike.</param>
public sealed record MotionSheet(string Id, string Title, string Side, ImmutableArray<string> Views, ImmutableArray<string> Targets, Timeline Timeline,
    ImmutableArray<StepWords> Words, ImmutableArray<string> Poses, ImmutableArray<double[]> Terms, ImmutableArray<ImmutableArray<Prop>> Props, ImmutableArray<ImmutableArray<double>>? Tension = null)
{
    public bool EyesClosed { get; init; }
}

/// <param name="Breath">"in", "out", "easy", or null.</param>
public sealed record StepWords(string? Breath, string? Say);

/// <summary>One motion as bytes for a browser: rotations of every body at the key poses and on the ways between them. The same for every
/// person, in metres of the reference stature.</summary>
/// <remarks>
/// Little-endian. <c>u32</c> length of the header; the header, UTF-8 JSON; then for f frames 3 + 4 b channels (b bodies): the pelvis' x, y, z in
/// quanta q, and each body's rotation on its parent as a quaternion x y z w in 32767ths. A channel is f differences to the frame before (the
/// first to 0), modulo 2¹⁶: all low bytes, then all high bytes. Header: <c>ways</c>, a row each: first frame and number of frames, at even
/// shares of the way, ends included; <c>stills</c>: the frame of each pose; <c>steps</c>: see <see cref="Step"/>. Between frames a reader goes
/// straight (rotations: normalised, the shorter way round), which is within 0.8 mm of the truth at every joint.
/// </remarks>
public static class MotionFile
{
    const double Quantum = 1.0 / 8192;
    const double MostMetres = 0.0008;
    static readonly int[] Pieces = [6, 8, 12, 16, 24, 32, 48];

    /// <param name="model">Of the reference stature.</param>
    public static byte[] Write(MotionSheet sheet, BodyModel model)
    {
        var (timeline, track) = (sheet.Timeline, new MotionTrack(model));
        var frames = new List<short[]>();
        var (ways, stills, steps) = (new JsonArray(), new JsonArray(), new JsonArray());
        var rows = new Dictionary<Way, int>();
        foreach (var pose in sheet.Terms)
        {
            stills.Add(frames.Count);
            frames.Add(track.At(pose));
        }
        foreach (var way in timeline.Steps.Select(step => step.Way).OfType<Way>())
        {
            if (!rows.TryAdd(way, rows.Count)) continue;
            var of = Sample(way, track);
            ways.Add(new JsonArray(frames.Count, of.Count));
            frames.AddRange(of);
        }
        foreach (var (step, words) in timeline.Steps.Zip(sheet.Words)) steps.Add(Step(step, words, step.Way is { } way ? rows[way] : -1));
        var header = new JsonObject
        {
            ["id"] = sheet.Id, ["title"] = sheet.Title, ["side"] = sheet.Side, ["views"] = Texts(sheet.Views), ["targets"] = Texts(sheet.Targets),
            ["seconds"] = Round(timeline.Seconds), ["loop"] = new JsonArray(Round(timeline.LoopFrom), Round(timeline.LoopTo)),
            ["bodies"] = model.BodyIds.Length, ["frames"] = frames.Count, ["q"] = Quantum,
            ["ways"] = ways, ["stills"] = stills, ["poses"] = Texts(sheet.Poses), ["steps"] = steps, ["props"] = PropText.Of(sheet.Props, model),
        };
        if (sheet.EyesClosed) header["rests"] = 1;
        if (sheet.Tension is { } tension) header["tension"] = new JsonArray([.. tension.Select(pose => new JsonArray([.. pose.Select(x => (JsonNode)Math.Round(x, 2))]))]);
        return FileText.Bytes(header, Channels(frames));
    }

    /// <summary>One pose as it stands in the figure's attribute "poses": one frame of a motion's file, not as differences, in base64.</summary>
    /// <param name="frames">Of any person.</param>
    public static string Still(Frames frames)
    {
        var packed = MotionTrack.Packed(frames);
        var bytes = new byte[2 * packed.Length];
        for (var c = 0; c < packed.Length; c++) BinaryPrimitives.WriteInt16LittleEndian(bytes.AsSpan(2 * c), packed[c]);
        return Convert.ToBase64String(bytes);
    }

    /// <summary>The things beside one pose, as they stand in the figure's attribute "props".</summary>
    public static string Things(ImmutableArray<Prop> props, BodyModel model) => PropText.Of([props], model).ToJsonString();

    static JsonObject Step(TimelineStep step, StepWords words, int way)
    {
        var row = new JsonObject
        {
            ["from"] = step.From, ["to"] = step.To, ["at"] = Round(step.Start), ["seconds"] = Round(step.Seconds), ["phase"] = Name(step.Phase), ["ease"] = Name(step.Easing),
        };
        if (way >= 0) row["way"] = way;
        if (step.Backwards) row["back"] = 1;
        if (words.Breath is { } breath) row["breath"] = breath;
        if (words.Say is { } say) row["say"] = say;
        return row;
    }

    static List<short[]> Sample(Way way, MotionTrack track)
    {
        foreach (var pieces in Pieces)
        {
            var frames = Enumerable.Range(0, pieces + 1).Select(k => track.At(way, (double)k / pieces)).ToList();
            if (pieces == Pieces[^1] || Enumerable.Range(0, pieces).All(k => track.Gap(frames[k], frames[k + 1], way, (k + 0.5) / pieces) < MostMetres)) return frames;
        }
        return [];
    }

    static byte[] Channels(List<short[]> frames)
    {
        var (channels, count) = (frames[0].Length, frames.Count);
        var bytes = new byte[2 * channels * count];
        for (var c = 0; c < channels; c++)
            for (var f = 0; f < count; f++)
            {
                var difference = (ushort)(frames[f][c] - (f > 0 ? frames[f - 1][c] : 0));
                bytes[2 * c * count + f] = (byte)difference;
                bytes[2 * c * count + count + f] = (byte)(difference >> 8);
            }
        return bytes;
    }

    static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => (JsonNode)text)]);

    static double Round(double x) => Math.Round(x, 3);

    internal static string Name<T>(T value) where T : struct, Enum => System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());

    internal static short Place(double metres) => (short)Math.Round(metres / Quantum);
    internal static double Metres(short place) => place * Quantum;
}

/// <summary>u32 length, header as JSON, bytes.</summary>
static class FileText
{
    public static byte[] Bytes(JsonNode header, byte[] body)
    {
        var text = System.Text.Encoding.UTF8.GetBytes(header.ToJsonString(Plain));
        var all = new byte[4 + text.Length + body.Length];
        BinaryPrimitives.WriteInt32LittleEndian(all, text.Length);
        text.CopyTo(all, 4);
        body.CopyTo(all, 4 + text.Length);
        return all;
    }

    static readonly System.Text.Json.JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
