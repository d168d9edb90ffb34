using Mainstay.Body.Kernels;
using Mainstay.Body.Model;
using Mainstay.Body.Postures;

namespace Mainstay.Body.Questions;

/// <summary>A hip, knee or ankle turned further than its stretched tissue lets it be turned.</summary>
/// <param name="Angle">Id of the hinge.</param>
/// <param name="AskedDeg">What the posture says.</param>
/// <param name="StopDeg">Where the joint stops while all others stay as they are.</param>
/// <param name="By">The family or group of muscles that resists most; "the joint itself" where none does.</param>
/// <param name="Tight">True where that group is tighter than usual.</param>
public sealed record OutOfReach(string Angle, double AskedDeg, double StopDeg, string By, bool Tight)
{
    /// <summary>Nm of passive resistance nobody gets beyond: an examiner stops a raised leg at 60, and the hanging upper body brings each hip
    /// about 65. A judgement.</summary>
    public const double StopNm = 70;

    static readonly string[] Watched = ["hip_r_flexion", "hip_l_flexion", "knee_r_flexion", "knee_l_flexion", "ankle_r_dorsiflexion", "ankle_l_dorsiflexion"];

    /// <param name="work">A posture that is measured or solved; left as it was.</param>
    /// <returns>Hips first, then knees and ankles; empty where every joint gets there.</returns>
    public static IReadOnlyList<OutOfReach> Of(Workspace work)
    {
        var model = work.Model;
        var beyond = Watched.Select(id => (Id: id, Hinge: model.Angle(id))).Select(one => (one.Id, one.Hinge, Nm: Flexibility.Passive(work, one.Hinge)))
            .Where(one => Math.Abs(one.Nm) > StopNm).ToArray();
        if (beyond.Length == 0) return [];
        var found = beyond.Select(one => Stop(work, one.Id, one.Hinge, one.Nm)).ToArray();
        Solver.Measure(work);
        return found;
    }

    /// <summary>As a sentence: "with hamstrings this tight the right hip stops at 48°, not 63°". Null where every joint gets there.</summary>
    public static string? Sentence(Workspace work) => Of(work) is [var first, ..] ? first.ToString() : null;

    public override string ToString()
    {
        var joint = Angle.Split('_') is [var area, var side, ..] ? $"{(side == "r" ? "right" : "left")} {area}" : Angle;
        var where = FormattableString.Invariant($"at {StopDeg:0}°, not {AskedDeg:0}°");
        return Tight ? $"out of reach: with {By} this tight the {joint} stops {where}" : $"out of reach: {By} would stop the {joint} {where}";
    }

    static OutOfReach Stop(Workspace work, string id, int hinge, double moment)
    {
        var (by, tight) = Strongest(work, hinge, Math.Sign(moment));
        // The resistance pushes back towards where it ends; a joint that finds no such place stays at the end of its range.
        double asked = work.Angles[hinge], beyond = asked, within = moment > 0 ? work.Model.AngleMax[hinge] : work.Model.AngleMin[hinge];
        for (var i = 0; i < 30; i++)
        {
            work.Angles[hinge] = (within + beyond) / 2;
            Solver.Measure(work);
            if (Flexibility.Passive(work, hinge) * Math.Sign(moment) > StopNm) beyond = work.Angles[hinge];
            else within = work.Angles[hinge];
        }
        work.Angles[hinge] = asked;
        Solver.Measure(work);
        return new OutOfReach(id, double.RadiansToDegrees(asked), double.RadiansToDegrees(within), by, tight);
    }

    static (string By, bool Tight) Strongest(Workspace work, int hinge, int sign)
    {
        var (model, lines) = (work.Model, work.Model.Lines);
        var row = model.RowOfHinge[hinge];
        var moments = new Dictionary<string, (double Nm, bool Tight)>();
        for (var i = 0; i < lines.Count; i++)
            for (var p = lines.PairStart[i]; p < lines.PairBalanced[i]; p++)
            {
                if (row < lines.PairRow[p] || row >= lines.PairRow[p] + lines.PairHinges[p]) continue;
                var name = BodyCondition.FamilyOf(model.Group(i));
                var before = moments.GetValueOrDefault(name);
                moments[name] = (before.Nm - sign * work.Passive[i] * work.PairArm[4 * p + row - lines.PairRow[p]], before.Tight || work.Tightness[i] > 0);
            }
        var (by, most) = moments.MaxBy(one => one.Value.Nm);
        return most.Nm > StopNm / 2 ? (by, most.Tight) : ("the joint itself", false);
    }
}
