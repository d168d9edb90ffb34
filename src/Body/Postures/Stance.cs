using Mainstay.Body.Kernels;
using Mainstay.Body.Model;

namespace Mainstay.Body.Postures;

/// <summary>Standing on flat feet with straight or bent knees, balanced: hips move back over the feet as the trunk goes forward.</summary>
public static class Stance
{
    /// <summary>How far in front of the ankles the centre of mass is held, for the reference stature, metres.</summary>
    const double Ahead = 0.045;
    const double MostLean = 0.6;
    /// <summary>Metres.</summary>
    const double Near = 1e-13;

    /// <summary>Sets hips, knees and ankles for a pelvis pitched by <see cref="Workspace.Pitch"/>, so that the centre of mass with everything
    /// held is over the feet.</summary>
    /// <param name="knee">Radians of flexion, both knees.</param>
    /// <returns>False where no lean of the legs brings it there.</returns>
    public static bool Balance(Workspace work, double knee)
    {
        // False position with halved weights (Illinois): a handful of looks.
        double low = -MostLean - knee, high = MostLean, below = Excess(work, low, knee), above = Excess(work, high, knee);
        if (below > 0 || above < 0) return false;
        for (var (i, side) = (0, 0); i < 60; i++)
        {
            var middle = (low * above - high * below) / (above - below);
            var excess = Excess(work, middle, knee);
            if (Math.Abs(excess) < Near) return true;
            if (excess > 0)
            {
                (high, above) = (middle, excess);
                if (side == 1) below /= 2;
                side = 1;
            }
            else
            {
                (low, below) = (middle, excess);
                if (side == -1) above /= 2;
                side = -1;
            }
        }
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
        return moment / mass - AnklesX(model, work) - Ahead * model.Scale;

        void Add(double m, double x) => (mass, moment) = (mass + m, moment + m * x);
    }

    /// <summary>Midway between the ankles, metres in front of the hip centres; the bodies placed.</summary>
    internal static double AnklesX(BodyModel model, Workspace work) => (work.Origin[3 * model.Legs[0].Foot] + work.Origin[3 * model.Legs[1].Foot]) / 2;

    /// <summary>lean: how far the thighs tip forward from upright; feet stay flat.</summary>
    static void Legs(BodyModel model, Workspace work, double lean, double knee)
    {
        foreach (ref readonly var leg in model.Legs.AsSpan())
        {
            work.Angles[leg.Hip] = work.Pitch - lean;
            work.Angles[leg.Knee] = knee;
            work.Angles[leg.Ankle] = lean + knee;
        }
    }
}
