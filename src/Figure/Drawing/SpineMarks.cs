using System.Globalization;
using System.Text;
using Mainstay.Body.Model;
using Mainstay.Body.Motions;

namespace Mainstay.Figure.Drawing;

/// <summary>Vertebrae and discs in one picture, as strokes. The six lowest discs are the model's own levels; the bones above them are even
/// pieces between its joints.</summary>
sealed class SpineMarks
{
    /// <summary>Metres of the reference stature.</summary>
    const double DiscHeight = 0.011, Gap = 0.007, Rim = 0.004, Spike = 0.032;
    static readonly (string From, string To, int Count, double Half)[] Upper =
        [("thorax_lo", "thorax_up", 5, 0.016), ("thorax_up", "neck", 7, 0.0145), ("neck", "neck_up", 3, 0.0105), ("neck_up", "head", 4, 0.010)];

    readonly record struct Stroke(string Path, double Width);

    readonly List<Stroke> bones = [], spikes = [];
    readonly List<Stroke> discs = [];
    readonly double scale;

    /// <param name="at">Of a place in the world: where it is in the picture.</param>
    public SpineMarks(BodyModel model, Frames pose, Func<Vec, (double X, double Y)> at)
    {
        scale = model.Scale;
        Vec Joint(string body) => Vec.At(pose.Origin, model.Body(body));
        Mat Turn(string body) => Mat.At(pose.Rotation, model.Body(body));
        string Path(Vec a, Vec b) => at(a) is var p && at(b) is var q ? string.Create(CultureInfo.InvariantCulture, $"M{p.X:0.0} {p.Y:0.0}L{q.X:0.0} {q.Y:0.0}") : "";
        void Bone(string body, Vec from, Vec to, double half)
        {
            var way = (to - from).Unit;
            bones.Add(new(Path(from + way * (Gap * scale), to - way * (Gap * scale)), 2 * half));
            var middle = Vec.Lerp(from, to, 0.5);
            var back = Turn(body) * new Vec(-1, 0, -0.2);
            spikes.Add(new(Path(middle + back * half, middle + back * (half + Spike * scale)), 0.006 * scale));
        }

        var pelvis = Turn("pelvis");
        var levels = model.Anatomy.Skeleton.Levels;
        var low = Joint(levels[0].Body);
        for (var k = 0; k < 4; k++)
            bones.Add(new(Path(low + pelvis * (new Vec(-0.004 - 0.016 * k, 0, -0.012 - 0.023 * k) * scale), low + pelvis * (new Vec(-0.020 - 0.016 * k, 0, -0.033 - 0.023 * k) * scale)), (0.036 - 0.006 * k) * scale));
        for (var i = 0; i < levels.Length; i++)
        {
            var (here, half) = (Joint(levels[i].Body), Math.Sqrt(levels[i].AreaCm2 * 1e-4 / Math.PI) * scale);
            if (i + 1 < levels.Length) Bone(levels[i].Body, here, Joint(levels[i + 1].Body), half);
            var tilt = levels[i].TiltDeg * Math.PI / 180;
            // Seen from the side a disc is as long as it is deep, from the front as it is wide.
            var deep = Turn(levels[i].Body) * new Vec(Math.Cos(tilt), 0, -Math.Sin(tilt)) * half;
            var wide = Turn(levels[i].Body) * new Vec(0, 1.1 * half, 0);
            double Length(Vec v) => at(here + v) is var p && at(here) is var q ? Math.Pow(p.X - q.X, 2) + Math.Pow(p.Y - q.Y, 2) : 0;
            var across = Length(deep) > Length(wide) ? deep : wide;
            discs.Add(new(Path(here - across, here + across), DiscHeight * scale));
        }
        foreach (var (from, to, count, half) in Upper)
            for (var k = 0; k < count; k++) Bone(from, Vec.Lerp(Joint(from), Joint(to), (double)k / count), Vec.Lerp(Joint(from), Joint(to), (k + 1.0) / count), half * scale);
    }

    public void Write(StringBuilder text, IReadOnlyList<double> loads, double unit)
    {
        void Put(string name, Stroke stroke, double width, double opacity = 1) => text.Append(CultureInfo.InvariantCulture,
            $"<path class=\"{name}\" stroke-width=\"{width * unit:0.0}\"{(opacity < 1 ? $" stroke-opacity=\"{opacity.ToString("0.00", CultureInfo.InvariantCulture)}\"" : "")} d=\"{stroke.Path}\"/>");
        foreach (var spike in spikes) Put("mi-spike", spike, spike.Width);
        foreach (var bone in bones) Put("mi-bone", bone, bone.Width);
        for (var i = 0; i < discs.Count; i++)
        {
            Put("mi-rim", discs[i], discs[i].Width + Rim * scale);
            Put("mi-disc", discs[i], discs[i].Width);
            if (i < loads.Count && loads[i] > 0) Put("mi-load", discs[i], discs[i].Width, Math.Clamp(loads[i], 0, 1));
        }
    }
}
