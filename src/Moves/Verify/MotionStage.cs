using System.Collections.Immutable;
using Mainstay.Body;
using Mainstay.Body.Anatomy;
using Mainstay.Body.Model;
using Mainstay.Body.Motions;
using Mainstay.Body.Postures;
using Mainstay.Knowledge.Motions;

namespace Mainstay.Moves.Verify;

/// <summary>Puts moments of a motion into a workspace of the body: where every joint is, what carries the body, what it holds. One a thread.</summary>
sealed class MotionStage
{
    readonly BodyModel model;
    readonly PoseWriter writer;
    readonly Rests rests;

    public MotionStage(BodyModel model)
    {
        (this.model, writer, Pose, Frames) = (model, new PoseWriter(model), new Pose(model), new Frames(model));
        rests = new Rests(model, Frames);
    }

    public Pose Pose { get; }
    public Frames Frames { get; }
    public double[] Terms { get; } = new double[PoseTerms.Count];

    public void Place(Timeline timeline, double at)
    {
        timeline.At(at, Terms);
        writer.Write(Terms, Pose);
        Frames.Place(Pose);
    }

    /// <summary>What was placed last, with its supports and what it carries.</summary>
    /// <param name="arrived">True in the pose the step goes to, false on the way.</param>
    /// <param name="held">Instead of what the motion says is carried.</param>
    public ImmutableArray<Support> Load(Workspace work, MotionPoses poses, TimelineStep step, bool arrived, ImmutableArray<HeldLoad>? held = null)
    {
        Pose.Angles.CopyTo(work.Angles, 0);
        (work.Turn, work.Pitch, work.Roll) = (Pose.Turn, Pose.Pitch, Pose.Roll);
        var props = poses.PropsOf(step.To);
        ImmutableArray<Support> own = arrived ? poses.Poses[step.To].Supports : [.. poses.Poses[step.From].Supports.Where(a => poses.Poses[step.To].Supports.Any(b => b.At == a.At))];
        ImmutableArray<Support> supports = [.. rests.Find(props, Held(poses, step, arrived)).Where(found => !own.Any(said => said.At == found.At)), .. own];
        SupportSetter.Apply(supports, work);
        PostureSetter.ApplyLoads(held ?? poses.LoadsOf(arrived ? step.To : step.From), work);
        Pull(work, poses.Motion.Pulls);
        return supports;
    }

    /// <summary>Bands, as forces at the points that hold them.</summary>
    void Pull(Workspace work, ImmutableArray<HeldPull> pulls)
    {
        var k = model.Scale;
        foreach (var pull in pulls)
        {
            var points = SupportSetter.Points(model, pull.At);
            foreach (var c in points)
            {
                if (work.Loads == Workspace.MaxLoads) throw new BodyException($"more than {Workspace.MaxLoads} weights and pulls");
                var i = work.Loads++;
                work.LoadBody[i] = model.ContactBody[c];
                model.ContactLocal.AsSpan(3 * c, 3).CopyTo(work.LoadLocal.AsSpan(3 * i, 3));
                var p = Frames.Point(model.ContactBody[c], model.ContactLocal[3 * c], model.ContactLocal[3 * c + 1], model.ContactLocal[3 * c + 2]);
                double dx = k * pull.Towards[0] - p.X, dy = k * pull.Towards[1] - p.Y, dz = k * pull.Towards[2] - p.Z;
                var scale = pull.Newtons / points.Length / Math.Sqrt(dx * dx + dy * dy + dz * dz);
                (work.LoadForce[3 * i], work.LoadForce[3 * i + 1], work.LoadForce[3 * i + 2]) = (scale * dx, scale * dy, scale * dz);
            }
        }
    }

    /// <summary>Contacts of the pose, or on the way there those of both.</summary>
    static ImmutableArray<Contact> Held(MotionPoses poses, TimelineStep step, bool arrived)
    {
        var to = poses.ContactsOf(step.To);
        if (arrived) return to;
        var from = poses.ContactsOf(step.From);
        return [.. to.Where(b => from.Any(a => a.Part == b.Part && a.On == b.On && a.Against == b.Against && a.Point == b.Point && a.Meets == b.Meets))];
    }
}
