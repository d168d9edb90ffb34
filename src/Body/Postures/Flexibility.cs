using Mainstay.Body.Anatomy;
using Mainstay.Body.Kernels;
using Mainstay.Body.Model;

namespace Mainstay.Body.Postures;

/// <summary>How far a relaxed body goes: limits set by passive tissue alone.</summary>
public static class Flexibility
{
    /// <summary>Moment at which an examiner stops a straight-leg raise, Nm.</summary>
    public const double RaiseMoment = 60;

    /// <summary>Lying on the back, pelvis held, knee straight: hip flexion in degrees at which the leg resists with 60 Nm.</summary>
    public static double StraightLegRaise(Workspace work)
    {
        Array.Clear(work.Angles);
        (work.Pitch, work.Roll, work.Turn) = (-Math.PI / 2, 0, 0);
        SupportSetter.Apply([], work);
        work.Loads = 0;
        var hip = work.Model.Angle("hip_r_flexion");
        var (low, high) = (0.0, work.Model.AngleMax[hip]);
        for (var i = 0; i < 50; i++)
        {
            work.Angles[hip] = (low + high) / 2;
            Solver.Measure(work);
            if (-Passive(work, hip) > RaiseMoment) high = work.Angles[hip];
            else low = work.Angles[hip];
        }
        return double.RadiansToDegrees((low + high) / 2);
    }

    /// <summary>Standing with straight upright legs and hanging down: hips and back give way until passive tissue carries the weight.</summary>
    /// <remarks>Two conditions, solved one inside the other by halving: the lumbar spine's net moment vanishes for a given pelvis, and the
    /// pelvis' moment about the hips vanishes. They are the derivatives of potential energy by lumbar flexion and by pitch.</remarks>
    public static Found ToeTouch(Workspace work)
    {
        SupportSetter.Apply([], work);
        work.Loads = 0;
        double low = 0, high = double.DegreesToRadians(120);
        for (var i = 0; i < 40; i++)
        {
            var pelvis = (low + high) / 2;
            HangLumbar(work, pelvis);
            if (HipBalance(work) > 0) low = pelvis;
            else high = pelvis;
        }
        return Equilibrium.Read(work);
    }

    /// <summary>The hanging bend put on its feet: legs lean back until it is balanced, hips and back stay as <see cref="ToeTouch"/> found them.
    /// Solved, with what little the muscles must add.</summary>
    public static Found StandHanging(Workspace work)
    {
        ToeTouch(work);
        SupportSetter.Apply(Equilibrium.Feet, work);
        var hip = work.Angles[work.Model.Legs[0].Hip];
        // Balance takes the pelvis as given and turns the hips; here the hips are given.
        for (var i = 0; i < 60; i++)
        {
            if (!Stance.Balance(work, 0)) throw new BodyException("the hanging bend cannot be balanced over the feet");
            work.Pitch += hip - work.Angles[work.Model.Legs[0].Hip];
        }
        Solver.Solve(work);
        return Equilibrium.Read(work);
    }

    /// <summary>Lying on the back with the right leg straight and held up by somebody at the heel, as in <see cref="StraightLegRaise"/>.</summary>
    public static Posture LyingLegRaised(BodyModel model, double hipDeg)
    {
        var lying = model.Anatomy.Posture("lying-supine");
        string[] leg = ["thigh_back", "calf", "heel"];
        var (sin, cos) = Math.SinCos(double.DegreesToRadians(hipDeg));
        var rests = lying.Supports.Where(support => !leg.Contains(support.At)).Concat(leg.Select(at => new Support { At = at + "_l" }))
            .Append(new Support { At = "heel_r", Normal = [-sin, 0, cos], Friction = true });
        // The helper also pushes towards the head, which a couch without friction would not hold.
        return AngleEdit.With(model, lying, [("hip_r_flexion", hipDeg), ("knee_r_flexion", 0)]) with { Supports = [.. rests.Select(rest => rest with { Friction = true })] };
    }

    static void HangLumbar(Workspace work, double pelvis)
    {
        double low = double.DegreesToRadians(-20), high = double.DegreesToRadians(75);
        for (var i = 0; i < 40; i++)
        {
            var lumbar = (low + high) / 2;
            Equilibrium.SetTrunk(work, pelvis, lumbar, Math.Clamp(pelvis + lumbar, 0, Math.PI));
            var model = work.Model;
            foreach (var side in (ReadOnlySpan<string>)["r", "l"]) work.Angles[model.Angle($"hip_{side}_flexion")] = pelvis;
            Relax(work);
            var moment = 0.0;
            foreach (var level in model.Anatomy.Skeleton.Levels)
                if (level.FlexionShare > 0)
                {
                    var hinge = model.Angle(level.Body + "_flexion");
                    moment += level.FlexionShare * (work.External[model.RowOfHinge[hinge]] + Passive(work, hinge));
                }
            if (moment > 0) low = lumbar;
            else high = lumbar;
        }
    }

    /// <summary>Moment that tips pelvis and trunk forward about the hips: weight, less what both hips resist with.</summary>
    static double HipBalance(Workspace work)
    {
        var model = work.Model;
        var forward = work.Wrench[4];
        foreach (var side in (ReadOnlySpan<string>)["r", "l"])
        {
            var femur = model.Body("femur_" + side);
            // The legs stand: their weight does not tip the trunk. The hips' line passes through the origin.
            forward -= work.Wrench[6 * femur + 4];
            forward += Passive(work, model.Angle($"hip_{side}_flexion"));
        }
        return forward;
    }

    static void Relax(Workspace work)
    {
        var model = work.Model;
        Solver.Measure(work);
        Loads.Gather(model, work);
        Loads.Stiffen(model, work, supportsKnown: false);
        work.BellyPressure = 0;
        Loads.Project(model, work);
    }

    /// <summary>Passive moment on a hinge, Nm, towards positive angles: joint and stretched lines.</summary>
    public static double Passive(Workspace work, int hinge)
    {
        var (model, lines) = (work.Model, work.Model.Lines);
        ref readonly var spring = ref model.Springs[hinge];
        var moment = -(spring.Level < 0 ? 1 : work.StiffnessFactor[spring.Level]) * Elasticity.Moment(spring, work.Angles[hinge]);
        var row = model.RowOfHinge[hinge];
        for (var i = 0; i < lines.Count; i++)
            for (var p = lines.PairStart[i]; work.Passive[i] > 0 && p < lines.PairStart[i + 1]; p++)
                if (row >= lines.PairRow[p] && row < lines.PairRow[p] + model.HingeCount[lines.PairBody[p]])
                    moment -= work.Passive[i] * work.PairArm[4 * p + row - lines.PairRow[p]];
        return moment;
    }
}
