using System.Collections.Immutable;
using Mainstay.Body.Anatomy;
using Mainstay.Body.Model;

namespace Mainstay.Body.Postures;

/// <summary>Puts a posture, its supports and its loads into a workspace, and refuses what no body can do.</summary>
public static class PostureSetter
{
    const double AngleSlack = 1e-9;

    /// <exception cref="BodyException">An unknown or impossible angle, support or load; the message says which.</exception>
    public static void Apply(Posture posture, Workspace work)
    {
        var model = work.Model;
        Array.Clear(work.Angles);
        (work.Pitch, work.Roll, work.Turn) = (Rad(posture.PitchDeg, "pitch"), Rad(posture.RollDeg, "roll"), 0);
        foreach (var (id, degrees) in posture.Angles) AngleNames.Add(model, work.Angles, id, Rad(degrees, id));
        if (!InRanges(model, work.Angles))
        {
            // The name that was written says more than the hinge it stands for.
            foreach (var (id, degrees) in posture.Angles) AngleEdit.CheckRange(model, id, degrees);
            CheckRanges(model, work.Angles);
        }
        SupportSetter.Apply(posture.Supports, work);
        ApplyLoads(posture.Loads, work);
    }

    static bool InRanges(BodyModel model, ReadOnlySpan<double> angles)
    {
        for (var h = 0; h < angles.Length; h++)
            if (!(angles[h] >= model.AngleMin[h] - AngleSlack && angles[h] <= model.AngleMax[h] + AngleSlack)) return false;
        return true;
    }

    public static void CheckRanges(BodyModel model, ReadOnlySpan<double> angles)
    {
        for (var h = 0; h < angles.Length; h++)
            if (!(angles[h] >= model.AngleMin[h] - AngleSlack && angles[h] <= model.AngleMax[h] + AngleSlack))
                throw new BodyException($"{model.AngleIds[h]} of {Deg(angles[h]):0.#}° is outside the joint's {Deg(model.AngleMin[h]):0.#}° to {Deg(model.AngleMax[h]):0.#}°");
    }

    public static void ApplyLoads(ImmutableArray<HeldLoad> loads, Workspace work)
    {
        work.Loads = 0;
        foreach (var load in loads)
        {
            if (!(load.MassKg is >= 0 and <= 500)) throw new BodyException($"a load of {load.MassKg} kg is outside 0 to 500 kg");
            var points = SupportSetter.Points(work.Model, load.At);
            foreach (var c in points) AddLoad(work, c, load.MassKg / points.Length);
        }
    }

    static void AddLoad(Workspace work, int contact, double massKg)
    {
        if (work.Loads == Workspace.MaxLoads) throw new BodyException($"more than {Workspace.MaxLoads} loads");
        var (i, model) = (work.Loads++, work.Model);
        work.LoadBody[i] = model.ContactBody[contact];
        model.ContactLocal.AsSpan(3 * contact, 3).CopyTo(work.LoadLocal.AsSpan(3 * i, 3));
        (work.LoadForce[3 * i], work.LoadForce[3 * i + 1], work.LoadForce[3 * i + 2]) = (0, 0, -massKg * BodyModel.Gravity);
    }

    static double Rad(double degrees, string id) =>
        double.IsFinite(degrees) ? double.DegreesToRadians(degrees) : throw new BodyException($"{id} of {degrees}° is not an angle");

    static double Deg(double radians) => double.RadiansToDegrees(radians);
}
