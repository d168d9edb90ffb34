using Mainstay.Body.Kernels;
using Mainstay.Body.Model;

namespace Mainstay.Body.Postures;

/// <summary>Standing and bringing both hands to a point: the trunk bends no further than the arms need, and hips and back share the bend at
/// least cost.</summary>
/// <remarks>One unknown is searched, the pitch of the pelvis. For each, the trunk is tipped forward step by step until the arms are long
/// enough, and the legs lean so that the centre of mass stays over the feet. Where upright arms reach, the elbows bend instead.</remarks>
static class Reach
{
    const double StepDeg = 6;
    const double MostInclinationDeg = 150;
    /// <summary>How near the hands must come, metres.</summary>
    const double Near = 1e-5;

    /// <param name="ahead">Metres in front of the ankles.</param>
    /// <param name="above">Metres above the floor.</param>
    /// <param name="knee">Radians.</param>
    /// <returns>Inclination of the chest in radians; null and how far the hands stay away where no bend gets there.</returns>
    public static (double? Inclination, double Short) Tip(Workspace work, double pelvis, double ahead, double above, double knee, double arm)
    {
        double Missing(double total) => Aim(work, pelvis, total, ahead, above, knee) - arm;
        var (low, left) = (0.0, Missing(0));
        if (left <= 0)
        {
            BendElbows(work, ahead, above, pelvis, knee);
            return (0, 0);
        }
        var shortest = left;
        for (var total = Rad(StepDeg); total <= Rad(MostInclinationDeg); total += Rad(StepDeg))
        {
            left = Missing(total);
            shortest = Math.Min(shortest, left);
            if (left > 0)
            {
                low = total;
                continue;
            }
            var high = total;
            while (high - low > Near)
            {
                var middle = (low + high) / 2;
                if (Missing(middle) > 0) low = middle;
                else high = middle;
            }
            Missing(high);
            return (high, 0);
        }
        return (null, shortest);
    }

    /// <summary>From the shoulders to the hands with straight elbows, metres, in the plane in which the body bends.</summary>
    public static double ArmLength(Workspace work)
    {
        Equilibrium.SetTrunk(work, 0, 0, 0);
        Kinematics.Place(work.Model, work);
        var (shoulder, hand) = (Shoulder(work), Hand(work));
        return Math.Sqrt(Square(hand.X - shoulder.X) + Square(hand.Z - shoulder.Z));
    }

    /// <summary>Sets trunk and legs, points the straight arms at the target; returns its distance from the shoulders. Infinite where the body
    /// would fall.</summary>
    static double Aim(Workspace work, double pelvis, double total, double ahead, double above, double knee)
    {
        var elevation = Math.Min(total, Math.PI / 2);
        var distance = 0.0;
        // Where the arms point shifts the centre of mass, which shifts the shoulders.
        for (var pass = 0; pass < 3; pass++)
        {
            Equilibrium.SetTrunk(work, pelvis, Equilibrium.Lumbar(pelvis, total), elevation);
            if (!Stance.Balance(work, knee)) return double.PositiveInfinity;
            var (shoulder, hand, target) = (Shoulder(work), Hand(work), Target(work, ahead, above));
            distance = Math.Sqrt(Square(target.X - shoulder.X) + Square(target.Z - shoulder.Z));
            elevation += Math.Atan2(target.Z - shoulder.Z, target.X - shoulder.X) - Math.Atan2(hand.Z - shoulder.Z, hand.X - shoulder.X);
            elevation = Math.IEEERemainder(elevation, 2 * Math.PI);
        }
        return distance;
    }

    static void BendElbows(Workspace work, double ahead, double above, double pelvis, double knee)
    {
        var model = work.Model;
        double low = 0, high = Rad(140);
        for (var i = 0; i < 40; i++)
        {
            Bend((low + high) / 2);
            var (shoulder, hand, target) = (Shoulder(work), Hand(work), Target(work, ahead, above));
            var turn = Math.Atan2(target.Z - shoulder.Z, target.X - shoulder.X) - Math.Atan2(hand.Z - shoulder.Z, hand.X - shoulder.X);
            foreach (var side in (ReadOnlySpan<string>)["r", "l"]) work.Angles[model.Angle($"shoulder_{side}_elevation")] += Math.IEEERemainder(turn, 2 * Math.PI);
            Stance.Balance(work, knee);
            if (Square(hand.X - shoulder.X) + Square(hand.Z - shoulder.Z) > Square(target.X - shoulder.X) + Square(target.Z - shoulder.Z)) low = (low + high) / 2;
            else high = (low + high) / 2;
        }

        void Bend(double elbow)
        {
            foreach (var side in (ReadOnlySpan<string>)["r", "l"]) work.Angles[model.Angle($"elbow_{side}_flexion")] = elbow;
            Kinematics.Place(model, work);
        }
    }

    static (double X, double Z) Target(Workspace work, double ahead, double above)
    {
        var floor = Point(work, "heel_r");
        return (Stance.AnklesX(work.Model, work) + ahead, floor.Z + above);
    }

    static (double X, double Z) Shoulder(Workspace work)
    {
        var humerus = work.Model.Body("humerus_r");
        return (work.Origin[3 * humerus], work.Origin[3 * humerus + 2]);
    }

    static (double X, double Z) Hand(Workspace work) => Point(work, "hand_r");

    internal static (double X, double Z) Point(Workspace work, string contact)
    {
        var (model, c) = (work.Model, work.Model.ContactIds.IndexOf(contact));
        var (x, _, z) = Loads.PointOf(work.Rotation, work.Origin, model.ContactBody[c], model.ContactLocal[3 * c], model.ContactLocal[3 * c + 1], model.ContactLocal[3 * c + 2]);
        return (x, z);
    }

    static double Square(double x) => x * x;
    static double Rad(double degrees) => double.DegreesToRadians(degrees);
}
