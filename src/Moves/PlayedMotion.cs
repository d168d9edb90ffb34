using System.Collections.Immutable;
using Mainstay.Body.Anatomy;
using Mainstay.Body.Model;
using Mainstay.Body.Motions;
using Mainstay.Knowledge.Motions;
using Mainstay.Moves.Verify;

namespace Mainstay.Moves;

/// <summary>A motion as one person does it, for questions to the mechanical body about any of its moments. One a thread.</summary>
public sealed class PlayedMotion
{
    readonly MotionStage stage;
    readonly MotionPoses poses;
    readonly Timeline timeline;
    readonly double? heldKg;
    int last = -1;

    /// <param name="model">The person's.</param>
    /// <param name="heldKg">Instead of what the motion says is held; null leaves it as it is.</param>
    public PlayedMotion(BodyModel model, Motion motion, double? heldKg = null)
    {
        (stage, poses, this.heldKg) = (new MotionStage(model), new MotionPoses(motion), heldKg);
        timeline = poses.Timeline();
    }

    public double Seconds => timeline.Seconds;

    /// <summary>A moment at which it is held; where it never is, the middle.</summary>
    public double HoldSeconds => timeline.Steps.FirstOrDefault(step => step.Phase == Phase.Hold) is { } hold ? hold.Start + hold.Seconds / 2 : timeline.Seconds / 2;

    /// <summary>What the motion says is held where it holds most, kg.</summary>
    public static double HeldKg(Motion motion) => motion.Poses.Select(pose => Sum(pose.Loads ?? motion.Loads)).Append(Sum(motion.Loads)).Max();

    /// <summary>Puts a moment into a workspace of the same person: joints, supports and what is carried.</summary>
    /// <returns>False where the body stays as it was put last, so that the answer is the same.</returns>
    public bool Set(Workspace work, double seconds)
    {
        var (at, before) = (timeline.StepAt(seconds), last);
        var step = timeline.Steps[at];
        last = at;
        var arrived = step.Way is null || seconds >= step.Start + step.Seconds - 1e-5;
        stage.Place(timeline, seconds);
        stage.Load(work, poses, step, arrived, heldKg is { } kg ? Scaled(poses.LoadsOf(arrived ? step.To : step.From), kg) : null);
        return step.Way is not null || at != before;
    }

    /// <summary>Places of the body at a moment, and the things around it.</summary>
    public (Frames Frames, ImmutableArray<Prop> Props) At(double seconds)
    {
        stage.Place(timeline, seconds);
        return (stage.Frames, poses.PropsOf(timeline.Steps[timeline.StepAt(seconds)].To));
    }

    /// <summary>As much as is asked for where the motion holds something; a motion that never does holds it in both hands all the time.</summary>
    ImmutableArray<HeldLoad> Scaled(ImmutableArray<HeldLoad> loads, double kg)
    {
        if (HeldKg(poses.Motion) is 0) return [new HeldLoad { At = "hand", MassKg = kg }];
        var sum = Sum(loads);
        return sum > 0 ? [.. loads.Select(load => load with { MassKg = load.MassKg / sum * kg })] : loads;
    }

    static double Sum(ImmutableArray<HeldLoad> loads) => loads.Sum(load => load.MassKg);
}
