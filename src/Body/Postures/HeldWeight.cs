using Mainstay.Body.Model;

namespace Mainstay.Body.Postures;

/// <summary>A weight in both hands of a posture that is already set.</summary>
public static class HeldWeight
{
    public const double MostKg = 500;
    public const double LeastReachM = -0.5;
    public const double MostReachM = 1.2;

    /// <param name="reachM">How far in front of the hip centres the weight hangs, metres; null: where the hands are.</param>
    /// <exception cref="BodyException">No such mass or reach.</exception>
    public static void Add(Workspace work, double massKg, double? reachM)
    {
        if (!(massKg is >= 0 and <= MostKg)) throw new BodyException($"a load of {massKg} kg is outside 0 to {MostKg} kg");
        if (reachM is not (null or (>= LeastReachM and <= MostReachM))) throw new BodyException($"a reach of {reachM} m is outside −0.5 to 1.2 m");
        var model = work.Model;
        var first = work.Loads;
        foreach (var hand in SupportSetter.Points(model, "hand"))
        {
            if (work.Loads == Workspace.MaxLoads) throw new BodyException($"more than {Workspace.MaxLoads} loads");
            var i = work.Loads++;
            work.LoadBody[i] = model.ContactBody[hand];
            model.ContactLocal.AsSpan(3 * hand, 3).CopyTo(work.LoadLocal.AsSpan(3 * i, 3));
            (work.LoadForce[3 * i], work.LoadForce[3 * i + 1], work.LoadForce[3 * i + 2]) = (0, 0, -massKg / 2 * BodyModel.Gravity);
        }
        if (reachM is not { } reach) return;
        // The load's place is shifted along the world's x, seen from the forearm: the trunk only feels where it hangs.
        Kernels.Kinematics.Place(model, work);
        for (var i = first; i < work.Loads; i++)
        {
            var (b, l) = (work.LoadBody[i], work.LoadLocal);
            var shift = reach - Kernels.Loads.PointOf(work.Rotation, work.Origin, b, l[3 * i], l[3 * i + 1], l[3 * i + 2]).X;
            for (var axis = 0; axis < 3; axis++) l[3 * i + axis] += work.Rotation[9 * b + axis] * shift;
        }
    }
}
