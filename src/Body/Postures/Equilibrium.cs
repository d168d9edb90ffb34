using System.Collections.Immutable;
using Mainstay.Body.Anatomy;
using Mainstay.Body.Kernels;
using Mainstay.Body.Model;

namespace Mainstay.Body.Postures;

/// <summary>A posture found rather than given. Degrees.</summary>
/// <param name="PelvisDeg">Pitch of the pelvis in the world, forward positive.</param>
/// <param name="LumbarDeg">Net lumbar flexion from standing.</param>
/// <param name="HipDeg">Pelvis on thigh.</param>
public sealed record Found(double PelvisDeg, double LumbarDeg, double HipDeg);

/// <summary>Postures by least cost under a task: effort of the muscles, plus a price on strained tissue, plus a price on leaving the usual
/// rhythm. What is tight costs more to stretch, so the other joints take over.</summary>
/// <remarks>The rhythm is an input: lumbar over pelvis 2.51 in the first 30° of bending and 1.34 at 90–120° (Tafazzol 2014). Effort and strain
/// alone would bend the back first and far more than people do.</remarks>
public static class Equilibrium
{
    const double Width = 1e-4;
    /// <summary>Part of the thorax in a bend, as a share of the lumbar flexion.</summary>
    const double ThoraxShare = 0.15;
    /// <summary>How far the pelvis rolls back on a seat with nothing behind: a judgement.</summary>
    const double UsualSeatPitch = -20;

    static readonly ImmutableArray<Support> Feet = [new() { At = "heel", Friction = true }, new() { At = "toe", Friction = true }];
    static readonly ImmutableArray<Support> Seat = [.. Feet, new() { At = "seat", Friction = true }, new() { At = "buttock", Friction = true }, new() { At = "thigh", Friction = true }];

    /// <summary>Quiet standing with the chest upright: pelvis and lumbar spine find their place.</summary>
    public static Found Stand(Workspace work) => Bend(work, 0);

    /// <summary>Standing with straight knees and the chest tipped forward by so much: who bends, hips or back?</summary>
    /// <param name="inclinationDeg">0 to 100.</param>
    public static Found Bend(Workspace work, double inclinationDeg)
    {
        SupportSetter.Apply(Feet, work);
        var total = Rad(inclinationDeg);
        var usual = total / (1 + Rhythm(inclinationDeg));
        double Cost(double pelvis)
        {
            SetTrunk(work, pelvis, (total - pelvis) / (1 + ThoraxShare), Math.Min(total, Math.PI / 2));
            if (!Stance.Balance(work, 0)) return double.PositiveInfinity;
            return CostOf(work, usual);
        }
        var (low, high) = (Math.Max(total - Rad(70) * (1 + ThoraxShare), Rad(-18)), total + Rad(12));
        return Settle(work, Cost, low, high);
    }

    /// <summary>The same by the usual rhythm alone; sets the posture and does not solve it.</summary>
    public static void BendByRhythm(Workspace work, double inclinationDeg)
    {
        SupportSetter.Apply(Feet, work);
        work.Loads = 0;
        var total = Rad(inclinationDeg);
        var pelvis = total / (1 + Rhythm(inclinationDeg));
        SetTrunk(work, pelvis, (total - pelvis) / (1 + ThoraxShare), Math.Min(total, Math.PI / 2));
        Stance.Balance(work, 0);
    }

    /// <summary>Sitting on a flat seat with nothing behind, chest upright, shins upright.</summary>
    /// <param name="seatM">Height of the seat, 0.2 to 0.8 m.</param>
    public static Found Sit(Workspace work, double seatM)
    {
        if (!(seatM is >= 0.2 and <= 0.8)) throw new BodyException($"a seat {seatM} m high is outside 0.2 to 0.8 m");
        SupportSetter.Apply(Seat, work);
        var model = work.Model;
        var tibia = model.Body("tibia_r");
        var thigh = -model.Offset[3 * tibia + 2];
        var kneeHeight = 0.472 * model.Scale;
        // The hip centre lies about 9 cm above the seat.
        var slope = Math.Asin(Math.Clamp((seatM + 0.09 * model.Scale - kneeHeight) / thigh, -0.8, 0.9));
        double Cost(double pelvis)
        {
            SetTrunk(work, pelvis, -pelvis / (1 + ThoraxShare), Rad(15));
            foreach (var side in (ReadOnlySpan<string>)["r", "l"])
            {
                work.Angles[model.Angle($"hip_{side}_flexion")] = Math.PI / 2 - slope + pelvis;
                work.Angles[model.Angle($"knee_{side}_flexion")] = Math.PI / 2 - slope;
            }
            return CostOf(work, Rad(UsualSeatPitch));
        }
        return Settle(work, Cost, Rad(-50), Rad(20));
    }

    static Found Settle(Workspace work, Func<double, double> cost, double low, double high)
    {
        var best = Minimum.Find(cost, low, high, Width);
        cost(best);
        return Read(work);
    }

    internal static Found Read(Workspace work)
    {
        var model = work.Model;
        var lumbar = model.Anatomy.Skeleton.Levels.Where(level => level.FlexionShare > 0).Sum(level => work.Angles[model.Angle(level.Body + "_flexion")]);
        return new Found(Deg(work.Pitch), Deg(lumbar), Deg(work.Angles[model.Angle("hip_r_flexion")]));
    }

    internal static void SetTrunk(Workspace work, double pelvis, double lumbar, double arms)
    {
        Array.Clear(work.Angles);
        (work.Pitch, work.Roll, work.Turn) = (pelvis, 0, 0);
        AngleNames.Add(work.Model, work.Angles, "lumbar_flexion", lumbar);
        AngleNames.Add(work.Model, work.Angles, "thorax_flexion", ThoraxShare * lumbar);
        AngleNames.Add(work.Model, work.Angles, "shoulder_plane", Math.PI / 2);
        AngleNames.Add(work.Model, work.Angles, "shoulder_elevation", arms);
    }

    /// <summary>Lumbar flexion over pelvic pitch at an inclination in degrees.</summary>
    public static double Rhythm(double inclinationDeg) => 2.51 - (2.51 - 1.34) * Math.Clamp((inclinationDeg - 15) / 90, 0, 1);

    static double CostOf(Workspace work, double usual)
    {
        var model = work.Model;
        for (var h = 0; h < work.Angles.Length; h++)
            if (work.Angles[h] < model.AngleMin[h] || work.Angles[h] > model.AngleMax[h]) return double.PositiveInfinity;
        Solver.Solve(work);
        var off = work.Pitch - usual;
        return work.Effort + model.Anatomy.Tuning.Habit * off * off + model.Anatomy.Tuning.StrainCost * StrainEnergy.Of(work);
    }

    static double Rad(double degrees) => double.DegreesToRadians(degrees);
    static double Deg(double radians) => double.RadiansToDegrees(radians);
}
