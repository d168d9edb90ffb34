using Mainstay.Body.Motions;

namespace Mainstay.Figure.Skins;

/// <summary>The skin in one pose. One a thread; made once and written over, no allocation in between.</summary>
public sealed class SkinPose
{
    readonly Skin skin;
    /// <summary>Twelve a frame: rotation row by row with the shift at the end of each row, bind pose to world.</summary>
    readonly double[] transforms;
    readonly Vec[] length;

    public SkinPose(Skin skin)
    {
        this.skin = skin;
        transforms = new double[12 * skin.Rig.Count];
        Points = new double[3 * skin.Count];
        Frames = skin.Bind;
        length = [.. skin.Rig.Helpers.Select(helper => helper.TwistOfParent ? new Vec(0, 0, -1)
            : BindOf(helper.Parent).Transposed * (BindOf(helper.Child) * new Vec(0, 0, -1)))];
    }

    public Skin Skin => skin;
    /// <summary>Where the bodies are: what <see cref="Place"/> was given last.</summary>
    public Frames Frames { get; private set; }
    /// <summary>World places of every vertex, three each, after <see cref="PlacePoints"/>.</summary>
    public double[] Points { get; }

    /// <summary>Takes over a pose. Enough for groups and landmarks; a picture needs <see cref="PlacePoints"/> too.</summary>
    /// <param name="frames">Of the skin's model, placed.</param>
    public void Place(Frames frames)
    {
        Frames = frames;
        var rig = skin.Rig;
        for (var b = 0; b < rig.Bodies; b++) Put(b, Mat.At(frames.Rotation, b) * BindOf(b).Transposed, b);
        for (var h = 0; h < rig.Helpers.Length; h++)
        {
            var first = rig.Helpers[h];
            Mat bp = BindOf(first.Parent), bc = BindOf(first.Child), fp = Mat.At(frames.Rotation, first.Parent), fc = Mat.At(frames.Rotation, first.Child);
            var change = fp.Transposed * fc * bc.Transposed * bp;
            var (swing, twist) = Quat.Of(first.TwistOfParent ? change.Transposed : change).Split(length[h]);
            // The helpers of a joint stand side by side.
            for (; h < rig.Helpers.Length && rig.Helpers[h].Parent == first.Parent && rig.Helpers[h].Child == first.Child; h++)
            {
                var helper = rig.Helpers[h];
                var turn = helper.TwistOfParent ? twist.Inverse.Part(helper.Twist) * swing.Inverse.Part(helper.Swing) : swing.Part(helper.Swing) * twist.Part(helper.Twist);
                Put(rig.Bodies + h, fp * turn * bp.Transposed, helper.Child);
            }
            h--;
        }
    }

    Mat BindOf(int body) => Mat.At(skin.Bind.Rotation, body);

    void Put(int frame, in Mat r, int joint)
    {
        var shift = Vec.At(Frames.Origin, joint) - r * Vec.At(skin.Bind.Origin, joint);
        var to = transforms.AsSpan(12 * frame, 12);
        (to[0], to[1], to[2], to[3]) = (r.A, r.B, r.C, shift.X);
        (to[4], to[5], to[6], to[7]) = (r.D, r.E, r.F, shift.Y);
        (to[8], to[9], to[10], to[11]) = (r.G, r.H, r.I, shift.Z);
    }

    public void PlacePoints()
    {
        for (var i = 0; i < skin.Count; i++) Point(i).Put(Points, i);
    }

    /// <summary>World place of a vertex.</summary>
    public Vec Point(int vertex)
    {
        const int N = FigureMesh.FramesPerVertex;
        return Carry(Vec.At(skin.Points, vertex), skin.Mesh.Frames.AsSpan(N * vertex, N), skin.Mesh.Weights.AsSpan(N * vertex, N));
    }

    /// <summary>World place of a point of the bind pose that rides on frames as a vertex does.</summary>
    internal Vec Carry(Vec p, ReadOnlySpan<byte> frames, ReadOnlySpan<double> weights)
    {
        double x = 0, y = 0, z = 0;
        for (var k = 0; k < frames.Length; k++)
        {
            var w = weights[k];
            if (w == 0) continue;
            var m = transforms.AsSpan(12 * frames[k], 12);
            x += w * (m[0] * p.X + m[1] * p.Y + m[2] * p.Z + m[3]);
            y += w * (m[4] * p.X + m[5] * p.Y + m[6] * p.Z + m[7]);
            z += w * (m[8] * p.X + m[9] * p.Y + m[10] * p.Z + m[11]);
        }
        return new(x, y, z);
    }

    /// <summary>The same for a direction; of any length.</summary>
    internal Vec CarryDirection(Vec p, ReadOnlySpan<byte> frames, ReadOnlySpan<double> weights) => Carry(p, frames, weights) - Carry(default, frames, weights);

    /// <summary>World matrices, twelve a frame: for tests and for packing.</summary>
    internal ReadOnlySpan<double> Transforms => transforms;

    /// <summary>Height of a group's lowest point above z = 0, metres. Only its own vertices are placed.</summary>
    public double Lowest(SkinGroup group) => Farthest(group, new Vec(0, 0, -1)).Z;

    /// <summary>The point of a group that lies farthest in a direction: (0, 0, −1) for the floor, (1, 0, 0) for a wall in front.</summary>
    public Vec Farthest(SkinGroup group, Vec direction)
    {
        var (best, far) = (default(Vec), double.NegativeInfinity);
        foreach (var vertex in group.Vertices)
        {
            var p = Point(vertex);
            var along = Vec.Dot(p, direction);
            if (along > far) (best, far) = (p, along);
        }
        return best;
    }

    /// <summary>The point of a group nearest to another: for a ball, its centre.</summary>
    public Vec Nearest(SkinGroup group, Vec to)
    {
        var (best, near) = (default(Vec), double.PositiveInfinity);
        foreach (var vertex in group.Vertices)
        {
            var p = Point(vertex);
            var distance = (p - to).Length;
            if (distance < near) (best, near) = (p, distance);
        }
        return best;
    }

    /// <summary>World place of a landmark, with an offset in its body's own frame (metres; on the left side mirrored).</summary>
    public Vec Landmark(Landmark landmark, Vec offset = default)
    {
        var at = landmark.Local + (landmark.IsLeft ? offset.Mirrored : offset);
        return Vec.At(Frames.Origin, landmark.Body) + Mat.At(Frames.Rotation, landmark.Body) * at;
    }
}
