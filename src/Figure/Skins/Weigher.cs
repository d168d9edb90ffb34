using Mainstay.Body.Model;
using Mainstay.Body.Motions;
using Mainstay.Figure.Shapes;
using static Mainstay.Figure.Shapes.Fields;

namespace Mainstay.Figure.Skins;

/// <summary>Which frames carry a vertex of the bind pose, and how much. All widths were chosen by looking at bent joints.</summary>
sealed class Weigher
{
    static readonly string[] Spine = ["pelvis", "l5", "l4", "l3", "l2", "l1", "thorax_lo", "thorax_up", "neck", "neck_up", "head"];
    /// <summary>Half width of the passage from one spine body to the next, and how far it rises towards the front: at the neck the chin goes
    /// with the head.</summary>
    static readonly double[] HalfWidth = [0.030, 0.026, 0.026, 0.026, 0.026, 0.035, 0.055, 0.024, 0.022, 0.020];
    static readonly double[] Tilt = [-0.25, -0.12, 0, 0, 0.06, 0.15, 0.20, 0.30, 0.62, 0.62];

    readonly BodyModel model;
    readonly Rig rig;
    readonly BodyShape shape;
    readonly Frames bind;
    readonly Vec[] levels;
    readonly double armLength, forearmLength, thighLength;

    readonly record struct Amount(string Joint, double Share);

    public Weigher(BodyModel model, Rig rig, BodyShape shape)
    {
        (this.model, this.rig, this.shape) = (model, rig, shape);
        bind = BindPose.Of(model);
        var neutral = Frames.Neutral(model);
        levels = [.. Spine.Skip(1).Select(id => Vec.At(neutral, model.Body(id)))];
        double Length(string from, string to) => (Vec.At(neutral, model.Body(to)) - Vec.At(neutral, model.Body(from))).Length;
        (armLength, forearmLength, thighLength) = (Length("humerus_r", "forearm_r"), Length("forearm_r", "hand_r"), Length("femur_r", "tibia_r"));
    }

    /// <param name="p">On the right side or in the middle.</param>
    /// <returns>At most <see cref="FigureMesh.FramesPerVertex"/> frames, heaviest first, weights that sum to 1.</returns>
    public (int Frame, double Weight)[] Weigh(Vec p)
    {
        var d = shape.Parts(p);
        var weights = SpineWeights(p);
        if (Along(p, d) is { } steps)
        {
            var (from, to, share) = Between(steps);
            weights = from < 0 ? [.. weights.Select(w => (w.Frame, w.Weight * (1 - share))), (to, share)] : [(from, 1 - share), (to, share)];
        }
        // A vertex in the middle belongs to both sides alike, so no limb may pull at it.
        if (p.Y == 0) weights = [.. weights.Where(w => rig.Twin[w.Frame] == w.Frame)];
        weights = [.. weights.Where(w => w.Weight > 1e-3).OrderByDescending(w => w.Weight).Take(FigureMesh.FramesPerVertex)];
        var sum = weights.Sum(w => w.Weight);
        return [.. weights.Select(w => (w.Frame, w.Weight / sum))];
    }

    (int Frame, double Weight)[] SpineWeights(Vec p)
    {
        Span<double> up = stackalloc double[levels.Length + 2];
        up[0] = 1;
        for (var i = 0; i < levels.Length; i++) up[i + 1] = Smooth(-HalfWidth[i], HalfWidth[i], p.Z - levels[i].Z + Tilt[i] * (p.X - levels[i].X));
        up[levels.Length + 1] = 0;
        var weights = new List<(int Frame, double Weight)>();
        for (var i = 0; i < Spine.Length; i++)
            if (up[i] * (1 - up[i + 1]) is > 1e-3 and var weight) weights.Add((model.Body(Spine[i]), weight));
        var sum = weights.Sum(w => w.Weight);
        return [.. weights.Select(w => (w.Frame, w.Weight / sum))];
    }

    /// <summary>How far a vertex lies along the joints of its limb; null on trunk and head.</summary>
    Amount[]? Along(Vec p, in PartDistances d)
    {
        var outside = -p.Y;
        if (d.Arm < d.Leg && p.Z > 0.01 && outside > 0.03) return AlongArm(p, outside, Math.Min(d.Trunk, d.Neck) - d.Arm);
        return p.Z < 0.135 ? AlongLeg(p, outside, d.Trunk - d.Leg) : null;
    }

    Amount[] AlongArm(Vec p, double outside, double arm)
    {
        Vec a = Local("humerus_r", p), f = Local("forearm_r", p), h = Local("hand_r", p), k = Local("fingers_r", p);
        var onto = Smooth(-0.050, 0.055, arm);
        var girdle = Math.Max(Smooth(0.035, 0.150, outside) * Smooth(0.34, 0.485, p.Z) * Smooth(0.645, 0.565, p.Z), Math.Min(1, 3 * onto));
        var twist = Smooth(0.1, 0.9, -a.Z / armLength);
        var elbow = Hinge(f, 0.045, 0.050);
        var wrist = 0.6 * Smooth(0.03, 0.95, -f.Z / forearmLength) + 0.4 * Smooth(0.022, -0.022, h.Z);
        return
        [
            new("girdle", girdle), new("shoulder", Swing(onto, 5.0 / 8, Math.Max(twist, elbow))), new("elbow", elbow), new("wrist", wrist),
            new("fingers", Smooth(0.016, -0.022, k.Z)),
        ];
    }

    Amount[] AlongLeg(Vec p, double outside, double leg)
    {
        Vec t = Local("femur_r", p), s = Local("tibia_r", p), f = Local("foot_r", p), k = Local("toes_r", p);
        var behind = Smooth(0.03, -0.07, t.X);
        var onto = Smooth(-0.050 - 0.030 * behind, 0.045 + 0.010 * behind, leg) * Smooth(-0.001, 0.02, outside);
        var knee = Hinge(s, 0.045, 0.055);
        var twist = Smooth(0.1, 0.9, -t.Z / thighLength);
        var ankle = Smooth(0.040, -0.030, f.Z - 0.3 * Math.Abs(f.X));
        return
        [
            new("hip", Swing(onto, 6.0 / 9, Math.Max(twist, knee))), new("knee", knee), new("ankle", ankle),
            new("toes", ankle > 0.9 ? Smooth(-0.022, 0.022, k.X - 0.1 * k.Y) : 0),
        ];
    }

    /// <summary>First onto the limb through the swing steps, then down the limb through the twist steps.</summary>
    static double Swing(double onto, double swing, double down) => onto < 0.999 ? onto * swing : swing + (1 - swing) * down;

    static double Hinge(Vec q, double front, double back) => q.X > 0 ? Smooth(front, -front, q.Z) : Smooth(back, -back, q.Z);

    Vec Local(string body, Vec p)
    {
        var b = model.Body(body);
        return Mat.At(bind.Rotation, b).Transposed * (p - Vec.At(bind.Origin, b));
    }

    /// <summary>The two frames of the limb's chain on either side of the vertex; −1 is the trunk before the first.</summary>
    (int From, int To, double Share) Between(Amount[] steps)
    {
        List<int> frames = [-1];
        var along = 0.0;
        foreach (var (joint, share) in steps)
        {
            var before = frames.Count;
            frames.AddRange(rig.ChainOf(joint, 'r', model));
            along += Math.Clamp(share, 0, 1) * (frames.Count - before);
        }
        var i = Math.Min(frames.Count - 1, (int)along);
        return (frames[i], frames[Math.Min(frames.Count - 1, i + 1)], along - i);
    }
}
