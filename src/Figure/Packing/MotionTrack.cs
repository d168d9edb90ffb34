using Mainstay.Body.Model;
using Mainstay.Body.Motions;

namespace Mainstay.Figure.Packing;

/// <summary>Poses as the numbers of a motion file, and how far a reader who goes straight between two of them is from the truth. The joints'
/// places come from the one kinematics of the body.</summary>
sealed class MotionTrack(BodyModel model)
{
    readonly PoseWriter writer = new(model);
    readonly Pose pose = new(model);
    readonly Frames frames = new(model);
    readonly double[] terms = new double[PoseTerms.Count];
    readonly double[] neutral = Frames.Neutral(model);

    public short[] At(Way way, double share)
    {
        way.At(share, terms);
        return At(terms);
    }

    public short[] At(ReadOnlySpan<double> values)
    {
        Place(values);
        return Packed(frames);
    }

    /// <summary>In metres of the reference stature, whoever it is.</summary>
    public static short[] Packed(Frames frames)
    {
        var model = frames.Model;
        var packed = new short[3 + 4 * model.BodyIds.Length];
        for (var k = 0; k < 3; k++) packed[k] = MotionFile.Place(frames.Origin[k] / model.Scale);
        for (var b = 0; b < model.BodyIds.Length; b++)
        {
            var parent = Frames.Parent(model, b);
            var own = Mat.At(frames.Rotation, b);
            var turn = Quat.Of(parent < 0 ? own : Mat.At(frames.Rotation, parent).Transposed * own);
            var at = 3 + 4 * b;
            (packed[at], packed[at + 1], packed[at + 2], packed[at + 3]) = (Unit(turn.X), Unit(turn.Y), Unit(turn.Z), Unit(turn.W));
        }
        return packed;
    }

    /// <summary>Largest distance of a joint, metres, halfway between two packed frames.</summary>
    public double Gap(short[] a, short[] b, Way way, double share)
    {
        way.At(share, terms);
        Place(terms);
        var (turns, places, worst) = (new Mat[model.BodyIds.Length], new Vec[model.BodyIds.Length], 0.0);
        for (var i = 0; i < turns.Length; i++)
        {
            var parent = Frames.Parent(model, i);
            var own = Between(a.AsSpan(3 + 4 * i, 4), b.AsSpan(3 + 4 * i, 4));
            if (parent < 0)
                (turns[i], places[i]) = (own, new Vec(Middle(a[0], b[0]), Middle(a[1], b[1]), Middle(a[2], b[2])));
            else
                (turns[i], places[i]) = (turns[parent] * own, places[parent] + turns[parent] * (Vec.At(neutral, i) - Vec.At(neutral, parent)));
            worst = Math.Max(worst, (places[i] - Vec.At(frames.Origin, i)).Length);
        }
        return worst;
    }

    void Place(ReadOnlySpan<double> values)
    {
        writer.Write(values, pose);
        frames.Place(pose);
    }

    static Mat Between(ReadOnlySpan<short> a, ReadOnlySpan<short> b)
    {
        var sign = (long)a[0] * b[0] + (long)a[1] * b[1] + (long)a[2] * b[2] + (long)a[3] * b[3] < 0 ? -1 : 1;
        double x = a[0] + sign * b[0], y = a[1] + sign * b[1], z = a[2] + sign * b[2], w = a[3] + sign * b[3];
        var k = 2 / (x * x + y * y + z * z + w * w);
        return new(
            1 - k * (y * y + z * z), k * (x * y - z * w), k * (x * z + y * w),
            k * (x * y + z * w), 1 - k * (x * x + z * z), k * (y * z - x * w),
            k * (x * z - y * w), k * (y * z + x * w), 1 - k * (x * x + y * y));
    }

    static double Middle(short a, short b) => (MotionFile.Metres(a) + MotionFile.Metres(b)) / 2;

    static short Unit(double x) => (short)Math.Round(x * short.MaxValue);
}
