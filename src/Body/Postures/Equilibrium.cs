using System.Collections.Immutable;
using Mainstay.Body.Anatomy;
using Mainstay.Body.Kernels;
using Mainstay.Body.Model;

namespace Mainstay.Body.Postures;

/// <summary>A posture found rather than given. Degrees.</summary>
/// <param name="PelvisDeg">Pitch of the pelvis in the world, forward positive.</param>
/// <param name="LumbarDeg">Net lumbar flexion from standing.</param>
/// <param name="HipDeg">Pelvis on thigh, right side.</param>
/// <param name="KneeDeg">Right side.</param>
/// <param name="ChestDeg">How far the chest is tipped forward.</param>
public sealed record Found(double PelvisDeg, double LumbarDeg, double HipDeg, double KneeDeg, double ChestDeg);

/// <summary>Postures by least cost under a task: effort of the muscles, plus a price on strained tissue, plus a price on leaving the usual
/// rhythm. What is tight costs more to stretch, so the other joints take over.</summary>
/// <remarks>The rhythm is an input: lumbar over pelvis 2.51 in the first 30° of bending and 1.34 at 90–120° (Tafazzol 2014). Effort and strain
/// alone would bend the back first and far more than people do.</remarks>
public static class Equilibrium
{
    const double Width = 1e-4;
    const double ReachWidth = 1e-3;
    const int ReachLooks = 25;
    /// <summary>What a newton metre costs beyond what a hip lets itself be turned by: so much that no posture is chosen there.</summary>
    const double StopCost = 10;
    const double StopNm = Questions.OutOfReach.StopNm - 0.5;
    /// <summary>Part of the thorax in a bend, as a share of the lumbar flexion.</summary>
    const double ThoraxShare = 0.15;
    /// <summary>How far the pelvis rolls back on a seat with nothing behind: a judgement.</summary>
    const double UsualSeatPitch = -20;
    /// <summary>Height of a standing person's knee over stature, and of the hip centre over the seat for the reference stature: judgements.</summary>
    const double KneeHeight = 0.472 / 1.70;
    const double HipOverSeatM = 0.09;

    internal static readonly ImmutableArray<Support> Feet = [new() { At = "heel", Friction = true }, new() { At = "toe", Friction = true }];
    static readonly ImmutableArray<Support> Seat = [.. Feet, new() { At = "seat", Friction = true }, new() { At = "buttock", Friction = true }, new() { At = "thigh", Friction = true }];

    /// <summary>Quiet standing with the chest upright: pelvis and lumbar spine find their place.</summary>
    public static Found Stand(Workspace work) => Bend(work, 0);

    /// <summary>Standing with straight knees and the chest tipped forward by so much: who bends, hips or back?</summary>
    /// <param name="inclinationDeg">0 to 100.</param>
    /// <exception cref="BodyException">An inclination outside these bounds, or none.</exception>
    public static Found Bend(Workspace work, double inclinationDeg)
    {
        if (!(inclinationDeg is >= 0 and <= 100)) throw new BodyException($"a bend of {inclinationDeg}° is outside 0 to 100°");
        SupportSetter.Apply(Feet, work);
        var total = Rad(inclinationDeg);
        var usual = total / (1 + Rhythm(inclinationDeg));
        double Cost(double pelvis)
        {
            SetTrunk(work, pelvis, Lumbar(pelvis, total), Math.Min(total, Math.PI / 2));
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
        SetTrunk(work, pelvis, Lumbar(pelvis, total), Math.Min(total, Math.PI / 2));
        Stance.Balance(work, 0);
    }

    /// <summary>Sitting on a flat seat with nothing behind, chest upright.</summary>
    /// <param name="seatM">Height of the seat, 0.2 to 0.8 m.</param>
    /// <param name="kneeDeg">Flexion of both knees, 0 to 120; null for upright shins.</param>
    /// <exception cref="BodyException">A figure outside these bounds.</exception>
    public static Found Sit(Workspace work, double seatM, double? kneeDeg = null)
    {
        if (kneeDeg is not (null or (>= 0 and <= 120))) throw new BodyException($"knees bent by {kneeDeg}° are outside 0 to 120°");
        if (!(seatM is >= 0.2 and <= 0.8)) throw new BodyException($"a seat {seatM} m high is outside 0.2 to 0.8 m");
        SupportSetter.Apply(Seat, work);
        var model = work.Model;
        var tibia = model.Body("tibia_r");
        var thigh = -model.Offset[3 * tibia + 2];
        var slope = Math.Asin(Math.Clamp((seatM + HipOverSeatM * model.Scale - KneeHeight * model.Person.HeightM) / thigh, -0.8, 0.9));
        double Cost(double pelvis)
        {
            SetTrunk(work, pelvis, Lumbar(pelvis, 0), Rad(15));
            foreach (var side in (ReadOnlySpan<string>)["r", "l"])
            {
                work.Angles[model.Angle($"hip_{side}_flexion")] = Math.PI / 2 - slope + pelvis;
                work.Angles[model.Angle($"knee_{side}_flexion")] = kneeDeg is { } knee ? Rad(knee) : Math.PI / 2 - slope;
            }
            return CostOf(work, Rad(UsualSeatPitch));
        }
        return Settle(work, Cost, Rad(-50), Rad(20));
    }

    /// <summary>Standing on flat feet and bringing both hands to a point with the least bending that gets there: who bends, hips or back?</summary>
    /// <param name="aheadM">In front of the ankles, −0.2 to 1.5 m.</param>
    /// <param name="aboveM">Above the floor, 0 to 2.5 m.</param>
    /// <param name="kneeDeg">Flexion of both knees, 0 to 120.</param>
    /// <exception cref="BodyException">A figure outside these bounds, or a point no bend gets to; the message says how much is missing.</exception>
    public static Found Reach(Workspace work, double aheadM, double aboveM, double kneeDeg = 0)
    {
        if (!(aheadM is >= -0.2 and <= 1.5)) throw new BodyException($"a point {aheadM} m ahead is outside -0.2 to 1.5 m");
        if (!(aboveM is >= 0 and <= 2.5)) throw new BodyException($"a point {aboveM} m above the floor is outside 0 to 2.5 m");
        if (!(kneeDeg is >= 0 and <= 120)) throw new BodyException($"knees bent by {kneeDeg}° are outside 0 to 120°");
        SupportSetter.Apply(Feet, work);
        var arm = Postures.Reach.ArmLength(work);
        var shortest = double.PositiveInfinity;
        double Cost(double pelvis)
        {
            var (inclination, missing) = Postures.Reach.Tip(work, pelvis, aheadM, aboveM, Rad(kneeDeg), arm);
            shortest = Math.Min(shortest, missing);
            return inclination is { } total ? CostOf(work, total / (1 + Rhythm(Deg(total)))) : double.PositiveInfinity;
        }
        var (low, high) = (Rad(-18), Rad(110));
        var best = Minimum.Find(Cost, low, high, ReachWidth, ReachLooks);
        if (!double.IsFinite(Cost(best)))
            throw new BodyException(double.IsFinite(shortest) && shortest > 0 ? $"out of reach: the hands stay {100 * shortest:0} cm away from a point {aheadM} m ahead and {aboveM} m up"
                : $"out of reach: no joint lets the hands come to a point {aheadM} m ahead and {aboveM} m up");
        return Read(work);
    }

    /// <summary>Net lumbar flexion that tips the chest by a total over a pelvis; the thorax adds its share.</summary>
    internal static double Lumbar(double pelvis, double total) => (total - pelvis) / (1 + ThoraxShare);

    static Found Settle(Workspace work, Func<double, double> cost, double low, double high)
    {
        var best = Minimum.Find(cost, low, high, Width);
        cost(best);
        return Read(work);
    }

    /// <summary>Pelvis, back, hip and knee of the posture that is set.</summary>
    public static Found Read(Workspace work)
    {
        var model = work.Model;
        var lumbar = model.Anatomy.Skeleton.Levels.Where(level => level.FlexionShare > 0).Sum(level => work.Angles[model.Angle(level.Body + "_flexion")]);
        var (hip, knee, _, _) = model.Legs[0];
        return new Found(Deg(work.Pitch), Deg(lumbar), Deg(work.Angles[hip]), Deg(work.Angles[knee]), Deg(work.Pitch + lumbar * (1 + ThoraxShare)));
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
        if (!work.Solved) return double.PositiveInfinity;
        var off = work.Pitch - usual;
        var stopped = model.Legs.Max(leg => Math.Max(Math.Abs(Flexibility.Passive(work, leg.Hip)) - StopNm, 0));
        return work.Effort + model.Anatomy.Tuning.Habit * off * off + model.Anatomy.Tuning.StrainCost * StrainEnergy.Of(work) + StopCost * stopped;
    }

    static double Rad(double degrees) => double.DegreesToRadians(degrees);
    static double Deg(double radians) => double.RadiansToDegrees(radians);
}
