using Mainstay.Body.Kernels;
using Mainstay.Body.Model;

namespace Mainstay.Body.Postures;

/// <summary>Standing on flat feet with straight or bent knees, balanced: hips move back over the feet as the trunk goes forward.</summary>
public static class Stance
{
    /// <summary>How far in front of the ankles the centre of mass is held, for the reference stature, metres.</summary>
    const double Ahead = 0.045;
    const double MostLean = 0.6;

    /// <summary>Sets hips, knees and ankles for a pelvis pitched by <see cref="Workspace.Pitch"/>, so that the centre of mass with everything
    /// held is over the feet.</summary>
    /// <returns>False where no lean of the legs brings it there.</returns>
    public static bool Balance(Workspace work, double knee)
    {
        var model = work.Model;
        double low = -MostLean, high = MostLean;
        if (Excess(work, low, knee) > 0 || Excess(work, high, knee) < 0) return false;
        for (var i = 0; i < 40; i++)
        {
            var middle = (low + high) / 2;
            if (Excess(work, middle, knee) > 0) high = middle;
            else low = middle;
        }
        Legs(model, work, (low + high) / 2, knee);
        return true;
    }

    static double Excess(Workspace work, double lean, double knee)
    {
        var model = work.Model;
        Legs(model, work, lean, knee);
        Kinematics.Place(model, work);
        double mass = 0, moment = 0;
        for (var b = 0; b < model.Mass.Length; b++) Add(model.Mass[b], Loads.PointOf(work.Rotation, work.Origin, b, model.Com[3 * b], model.Com[3 * b + 1], model.Com[3 * b + 2]).X);
        for (var i = 0; i < work.Loads; i++)
            Add(-work.LoadForce[3 * i + 2] / BodyModel.Gravity, Loads.PointOf(work.Rotation, work.Origin, work.LoadBody[i], work.LoadLocal[3 * i], work.LoadLocal[3 * i + 1], work.LoadLocal[3 * i + 2]).X);
        var ankles = (work.Origin[3 * model.Body("foot_r")] + work.Origin[3 * model.Body("foot_l")]) / 2;
        return moment / mass - ankles - Ahead * model.Scale;

        void Add(double m, double x) => (mass, moment) = (mass + m, moment + m * x);
    }

    /// <summary>lean: how far the thighs tip forward from upright; feet stay flat.</summary>
    static void Legs(BodyModel model, Workspace work, double lean, double knee)
    {
        foreach (var side in (ReadOnlySpan<string>)["r", "l"])
        {
            work.Angles[model.Angle($"hip_{side}_flexion")] = work.Pitch - lean;
            work.Angles[model.Angle($"knee_{side}_flexion")] = knee;
            work.Angles[model.Angle($"ankle_{side}_dorsiflexion")] = lean + knee;
        }
    }
}
