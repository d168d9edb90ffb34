using System.Collections.Immutable;
using System.Globalization;
using Mainstay.Body;
using Mainstay.Body.Anatomy;
using Mainstay.Body.Kernels;
using Mainstay.Body.Model;
using Mainstay.Body.Motions;
using Mainstay.Body.Postures;
using Mainstay.Body.Questions;
using Mainstay.Figure.Skins;
using Mainstay.Knowledge;
using Mainstay.Knowledge.Motions;

namespace Mainstay.Moves.Verify;

/// <summary>Can a body do this motion, and does it do what it says? One a thread; the reference body.</summary>
public sealed class MotionVerifier
{
    /// <summary>Muscle groups a report names.</summary>
    const int Told = 8;
    const double Rate = 30;
    const int LooksPerStep = 8;
    const double AgeOfLimit = 45;

    readonly BodyModel model;
    readonly Workspace work;
    readonly MotionStage stage;
    readonly Frames frames;
    readonly Muscles muscles;
    readonly Trunk trunk;
    readonly ContactGaps gaps;
    readonly double[] standingLoad;
    readonly double[] standingStretch;

    public MotionVerifier(AnatomyData anatomy, Skin skin)
    {
        model = skin.Model;
        (work, stage) = (new Workspace(model), new MotionStage(model));
        frames = stage.Frames;
        (muscles, trunk, gaps) = (new Muscles(model), new Trunk(frames), new ContactGaps(frames, skin));
        PostureSetter.Apply(anatomy.Posture("standing"), work);
        Solver.Solve(work);
        (standingLoad, standingStretch) = ((double[])work.Compression.Clone(), (double[])work.Stretch.Clone());
    }

    /// <param name="item">The exercise it belongs to, for the level its load is held against.</param>
    public MotionReport Verify(Motion motion, MotionVariant? variant, Item? item)
    {
        var poses = new MotionPoses(motion, variant);
        var timeline = poses.Timeline();
        var faults = new Faults();
        Watch(motion, poses, timeline, faults);
        var found = Measure(motion, poses, timeline, faults);
        Purpose.Check(motion, found, faults);
        LoadLimit.Check(motion, item, found.PeakOfLimit, found.PeakLevel, found.PeakAt, faults);
        return new MotionReport(motion.Id, variant?.Id, found.Targets, muscles.First(found.TenseAtHold, Told, 0.002), muscles.First(found.Active, Told, 0.02),
            found.PeakOfStanding, found.PeakLevel, found.PeakOfLimit, 1000 * faults.WorstSupport, faults.List());
    }

    /// <summary>Frame by frame, as it is played: does it stay in range, on its supports, out of itself, and does it flow?</summary>
    void Watch(Motion motion, MotionPoses poses, Timeline timeline, Faults faults)
    {
        var frameCount = (int)Math.Ceiling(timeline.Seconds * Rate);
        var last = new double[frames.Origin.Length];
        for (var i = 0; i <= frameCount; i++)
        {
            var at = Math.Min(i / Rate, timeline.Seconds);
            // Staying in a pose, one look is as good as many.
            var stays = timeline.Steps[timeline.StepAt(at)] is { Way: null } step && at > step.Start + 1 / Rate;
            if (stays) continue;
            stage.Place(timeline, at);
            Ranges.Check(model, stage.Terms, stage.Pose, at, faults);
            if (i > 0) Flow.Check(model, frames, last, at, faults);
            frames.Origin.CopyTo(last, 0);
            if (i % 3 != 0 && i != frameCount) continue;
            gaps.Check(poses, timeline, at, faults);
            if (timeline.Steps[timeline.StepAt(at)] is var now) gaps.CheckBlocks(poses.PropsOf(now.To), at, faults);
            if (trunk.Deepest() is { Depth: > 0.02 } deep) faults.Add("trunk", at, deep.Depth, $"{deep.Limb} is {Cm(deep.Depth)} inside the {deep.Into}");
        }
        StillChecks.Check(motion, timeline, faults);
    }

    /// <summary>What muscles and discs do, at the poses and a few moments between.</summary>
    Measured Measure(Motion motion, MotionPoses poses, Timeline timeline, Faults faults)
    {
        var found = new Measured(model, muscles);
        work.Cool();
        var (first, hold) = (true, HoldStep(timeline));
        for (var s = 0; s < timeline.Steps.Length; s++)
        {
            var step = timeline.Steps[s];
            var looks = step.Way is null ? 1 : LooksPerStep;
            for (var k = 1; k <= looks; k++)
            {
                var at = step.Start + step.Seconds * k / looks - 1e-6;
                stage.Place(timeline, at);
                var supports = stage.Load(work, poses, step, k == looks);
                Solver.Solve(work);
                if (double.IsNaN(work.Compression[0])) throw new BodyException($"{motion.Id} has no answer at {at:0.0} s");
                found.Take(work, at, standingLoad, DortmundLimits.Compression(model.Person.Sex, AgeOfLimit));
                if (first) found.Start(work);
                first = false;
                if (step.Way is not null || k < looks) continue;
                if (s == hold) found.Hold(work);
                var outside = Balance.Outside(model, frames, supports, poses.LoadsOf(step.To));
                if (outside > 0) faults.Add("balance", at, outside, double.IsInfinity(outside) ? "nothing carries the body" : $"the centre of mass is {Cm(outside)} outside of what carries it");
                if (Shortfall.Of(work).FirstOrDefault(lack => lack.Amount > (lack.Where == "grip" ? 60 : lack.Where == "balance" ? 12 : 6)) is { } lack)
                    faults.Add("balance", at, lack.Amount, lack.Where is "grip" or "balance" ? $"the supports cannot hold the body: {lack.Where} lacks {lack.Amount:0}" : $"too hard: the {lack.Muscles} lack {lack.Amount:0} Nm");
            }
            if (hold < 0 && step.Phase == Phase.Move && (s + 1 == timeline.Steps.Length || timeline.Steps[s + 1].Phase != Phase.Move)) found.Hold(work);
        }
        found.Finish(motion.Targets, standingStretch);
        return found;
    }

    /// <summary>The step that holds, else −1.</summary>
    static int HoldStep(Timeline timeline)
    {
        for (var i = 0; i < timeline.Steps.Length; i++)
            if (timeline.Steps[i] is { Phase: Phase.Hold, Way: null }) return i;
        return -1;
    }

    static string Cm(double metres) => string.Create(CultureInfo.InvariantCulture, $"{100 * metres:0.0} cm");
}
