using System.Collections.Immutable;
using Mainstay.Body.Kernels;
using Mainstay.Body.Model;
using Mainstay.Body.Postures;

namespace Mainstay.Body.Questions;

/// <summary>A small change of the pose and what it does to the target's tension, in N.</summary>
public sealed record Better(string Angle, double ByDeg, double TensionN);

/// <summary>What a pose does to a muscle that it is meant to stretch.</summary>
/// <param name="LengthenedPercent">Against standing at ease, of the target's longest-reaching line, in percent of fibre length.</param>
/// <param name="Fibre">That line's fibre length over its optimal length.</param>
/// <param name="PassiveShare">Its passive tension over its full passive force; below 0.01 there is no stretch to speak of.</param>
/// <param name="StoppedBy">The muscle groups that are tautest among all that cross the target's joints, tautest first.</param>
/// <param name="MaxActivation">Largest activation of any muscle, 0 to 1: how hard the pose works.</param>
/// <param name="LoadOfStanding">Compression at L4/L5 over that of standing at ease.</param>
/// <param name="LoadOfLimit">The same over the limit for age and sex.</param>
/// <param name="NotHeld">What the muscles or supports cannot hold, as a sentence; null where they hold it.</param>
/// <param name="OutOfReach">Which joint stops before the pose, as a sentence; null where all get there.</param>
/// <param name="Ways">Changes of one angle by five degrees that stretch the target more.</param>
public sealed record StretchReport(string Target, bool Lengthens, double LengthenedPercent, double Fibre, double PassiveShare, ImmutableArray<string> StoppedBy,
    double MaxActivation, double LoadOfStanding, double LoadOfLimit, string? NotHeld, string? OutOfReach, ImmutableArray<Better> Ways);

/// <summary>Does a pose lengthen its target, what stops it first, and at what cost?</summary>
public static class StretchCheck
{
    const double StepDeg = 5;
    const double LeastTaut = 0.005;
    internal const double LeastLonger = 0.01;
    const int L4L5 = 1;

    /// <param name="work">The pose set; left solved.</param>
    /// <param name="target">A muscle group, family or line.</param>
    /// <param name="age">Years, 16 to 120, for the load limit.</param>
    public static StretchReport Of(Workspace work, string target, double age)
    {
        var standing = Standing(work.Model);
        Solver.Solve(work);
        return Of(work, standing, target, age);
    }

    /// <param name="work">Solved.</param>
    internal static StretchReport Of(Workspace work, Workspace standing, string target, double age)
    {
        Unsolved.Refuse(work);
        var model = work.Model;
        var lines = BodyCondition.LinesOf(model, target);
        double Longer(int i) => work.Stretch[i] - standing.Stretch[i];
        var most = lines.MaxBy(Longer);
        var share = lines.Max(i => work.Passive[i] / model.Lines.PassiveForce[i]);
        var load = work.Compression[L4L5];
        var report = new StretchReport(target, Longer(most) > LeastLonger, 100 * Longer(most), work.Stretch[most], share, [.. Taut(work, lines).Select(group => group.Group).Take(4)],
            MostActive(work), load / standing.Compression[L4L5], load / DortmundLimits.Compression(model.Person.Sex, age), Shortfall.Sentence(work),
            Questions.OutOfReach.Sentence(work), Ways(work, lines));
        Solver.Measure(work);
        return report;
    }

    internal static double MostActive(Workspace work) => Enumerable.Range(0, work.Model.MuscleCount).Max(i => work.Activation[i]);

    /// <summary>The person without tightness or weakness, standing at ease.</summary>
    internal static Workspace Standing(BodyModel model)
    {
        var standing = new Workspace(model);
        PostureSetter.Apply(model.Anatomy.Posture("standing"), standing);
        Solver.Solve(standing);
        Unsolved.Refuse(standing);
        return standing;
    }

    /// <summary>Who is taut, tautest first: passive tension over full passive force, among the lines that cross a joint the target crosses.</summary>
    internal static IEnumerable<(string Group, double Share)> Taut(Workspace work, IReadOnlyList<int> target)
    {
        var (model, lines) = (work.Model, work.Model.Lines);
        IEnumerable<int> Joints(int i) => Enumerable.Range(lines.PairStart[i], lines.PairStart[i + 1] - lines.PairStart[i]).Select(p => lines.PairBody[p]);
        var joints = target.SelectMany(Joints).ToHashSet();
        return Enumerable.Range(0, model.MuscleCount).Where(i => work.Passive[i] > LeastTaut * lines.PassiveForce[i] && Joints(i).Any(joints.Contains))
            .GroupBy(model.Group).Select(group => (group.Key, Share: group.Max(i => work.Passive[i] / lines.PassiveForce[i]))).OrderByDescending(group => group.Share);
    }

    static ImmutableArray<Better> Ways(Workspace work, IReadOnlyList<int> target)
    {
        var model = work.Model;
        double Tension() => target.Sum(i => work.Passive[i]);
        var before = Tension();
        var ways = new List<Better>();
        for (var h = 0; h < work.Angles.Length; h++)
        {
            foreach (var by in (ReadOnlySpan<double>)[StepDeg, -StepDeg])
            {
                var at = work.Angles[h];
                work.Angles[h] = at + double.DegreesToRadians(by);
                if (work.Angles[h] >= model.AngleMin[h] && work.Angles[h] <= model.AngleMax[h])
                {
                    Solver.Measure(work);
                    if (Tension() > before * 1.02 + 1) ways.Add(new Better(model.AngleIds[h], by, Tension() - before));
                }
                work.Angles[h] = at;
            }
        }
        return [.. ways.OrderByDescending(way => way.TensionN).Take(5)];
    }
}
