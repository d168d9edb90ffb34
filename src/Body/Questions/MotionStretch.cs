using System.Collections.Immutable;
using Mainstay.Body.Anatomy;
using Mainstay.Body.Kernels;
using Mainstay.Body.Model;
using Mainstay.Body.Postures;

namespace Mainstay.Body.Questions;

/// <summary>What a whole motion does to a muscle that it is meant to stretch.</summary>
/// <param name="MostAt">Frame, from 0, at which the target is longest; <paramref name="Most"/> is the answer for that frame.</param>
/// <param name="StoppedBy">The muscle group that is the first to reach <see cref="MotionStretch.FirmShare"/> of its full passive force; null where
/// none does.</param>
/// <param name="StoppedAt">The frame at which it does; null where none does.</param>
/// <param name="MaxActivation">Largest activation of any muscle in any frame, 0 to 1.</param>
/// <param name="LoadOfStanding">Highest compression at L4/L5 over that of standing at ease.</param>
/// <param name="LoadOfLimit">The same compression over the limit for age and sex (see <see cref="DortmundLimits"/>).</param>
/// <param name="LoadAt">The frame of that highest load.</param>
/// <param name="NotHeld">The first frame that the muscles or supports cannot hold, with the sentence; null where they hold all.</param>
/// <param name="OutOfReach">The first frame at which a joint stops, with the sentence; null where all get there.</param>
public sealed record MotionReport(string Target, int Frames, int MostAt, StretchReport Most, string? StoppedBy, int? StoppedAt, double MaxActivation,
    double LoadOfStanding, double LoadOfLimit, int LoadAt, (int Frame, string Sentence)? NotHeld, (int Frame, string Sentence)? OutOfReach);

/// <summary>Does a motion lengthen its target, what stops it first on the way, and at what cost?</summary>
public static class MotionStretch
{
    /// <summary>From here a muscle is felt to hold back: a judgement.</summary>
    public const double FirmShare = 0.05;
    const int L4L5 = 1;

    /// <param name="work">Person with tightness and weakness set; left at the last frame.</param>
    /// <param name="postures">In the order of the motion; one or more.</param>
    public static MotionReport Of(Workspace work, IReadOnlyList<Posture> postures, string target, double age, Action<double>? progress = null) =>
        Of(work, postures.Count, frame => PostureSetter.Apply(postures[frame], work), target, age, progress);

    /// <param name="set">Puts a frame, from 0, into the workspace: angles, the pelvis, supports and loads.</param>
    /// <param name="progress">Told the share that is done.</param>
    public static MotionReport Of(Workspace work, int frames, Action<int> set, string target, double age, Action<double>? progress = null)
    {
        if (frames < 1) throw new BodyException("a motion needs a posture or more");
        var model = work.Model;
        var lines = BodyCondition.LinesOf(model, target);
        var standing = StretchCheck.Standing(model);
        var (mostAt, longest, stoppedBy, stoppedAt, busiest, loadAt, load) = (0, double.NegativeInfinity, default(string), default(int?), 0.0, 0, double.NegativeInfinity);
        (int, string)? notHeld = null, outOfReach = null;
        for (var frame = 0; frame < frames; frame++)
        {
            set(frame);
            Solver.Solve(work);
            Unsolved.Refuse(work);
            progress?.Invoke((frame + 1.0) / frames);
            if (lines.Max(i => work.Stretch[i] - standing.Stretch[i]) is var longer && longer > longest) (longest, mostAt) = (longer, frame);
            if (work.Compression[L4L5] > load) (load, loadAt) = (work.Compression[L4L5], frame);
            busiest = Math.Max(busiest, StretchCheck.MostActive(work));
            if (stoppedBy is null && StretchCheck.Taut(work, lines).FirstOrDefault() is { Share: >= FirmShare } first) (stoppedBy, stoppedAt) = (first.Group, frame);
            if (notHeld is null && Shortfall.Sentence(work) is { } lacks) notHeld = (frame, lacks);
            if (outOfReach is null && Questions.OutOfReach.Sentence(work) is { } stops) outOfReach = (frame, stops);
        }
        set(mostAt);
        Solver.Solve(work);
        var most = StretchCheck.Of(work, standing, target, age);
        set(frames - 1);
        Solver.Solve(work);
        return new MotionReport(target, frames, mostAt, most, stoppedBy, stoppedAt, busiest, load / standing.Compression[L4L5],
            load / DortmundLimits.Compression(model.Person.Sex, age), loadAt, notHeld, outOfReach);
    }
}
