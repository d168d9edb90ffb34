using Mainstay.Body.Model;
using Mainstay.Body.Motions;

namespace Mainstay.Moves.Verify;

/// <summary>Whether hands, forearms, shins or feet are inside the trunk, the head or a leg that is not their own. Ellipsoids and capsules, a
/// little smaller than the body, so that what only presses on soft flesh is let be.</summary>
sealed class Trunk
{
    static readonly (string Name, string Body, double X, double Z, double Rx, double Ry, double Rz)[] Solids =
    [
        ("pelvis", "pelvis", -0.03, 0.06, 0.085, 0.13, 0.10), ("belly", "l3", 0.02, 0, 0.085, 0.115, 0.10), ("ribs", "thorax_lo", 0.04, 0.09, 0.09, 0.12, 0.13),
        ("chest", "thorax_up", 0.06, 0.03, 0.085, 0.13, 0.13), ("head", "head", 0.025, 0.065, 0.08, 0.06, 0.09),
    ];

    static readonly (string Name, string Body, double Z)[] Limbs =
        [("hand", "hand", -0.06), ("wrist", "hand", 0), ("forearm", "forearm", -0.12), ("elbow", "forearm", 0), ("knee", "tibia", 0), ("shin", "tibia", -0.2), ("ankle", "foot", 0)];

    readonly Frames frames;
    readonly (string Name, int Body, double X, double Y, double Z, char Side, bool Arm)[] spots;
    readonly (string Name, int Body, double[] At)[] solids;
    readonly (string Name, int Hip, int Knee, char Side)[] thighs;

    public Trunk(Frames frames)
    {
        this.frames = frames;
        var (model, k) = (frames.Model, frames.Model.Scale);
        spots = [.. Limbs.SelectMany(limb => "rl".Select(side => ($"{limb.Name}_{side}", model.Body($"{limb.Body}_{side}"), 0.0, 0.0, k * limb.Z, side, limb.Body is "hand" or "forearm")))];
        solids = [.. Solids.Select(solid => (solid.Name, model.Body(solid.Body), (double[])[k * solid.X, k * solid.Z, k * solid.Rx, k * solid.Ry, k * solid.Rz]))];
        thighs = [.. "rl".Select(side => ($"thigh_{side}", model.Body($"femur_{side}"), model.Body($"tibia_{side}"), side))];
    }

    /// <summary>The deepest intrusion, metres; null where there is none.</summary>
    public (string Limb, string Into, double Depth)? Deepest()
    {
        (string, string, double)? worst = null;
        void Note(string limb, string into, double depth)
        {
            if (depth > (worst?.Item3 ?? 0)) worst = (limb, into, depth);
        }
        foreach (var spot in spots)
        {
            var p = frames.Point(spot.Body, spot.X, spot.Y, spot.Z);
            foreach (var (name, body, at) in solids)
                if (spot.Arm || name != "pelvis") Note(spot.Name, name, Inside(p, body, at));
            foreach (var thigh in thighs)
                if (spot.Arm || spot.Side != thigh.Side) Note(spot.Name, thigh.Name, 0.045 * frames.Model.Scale - Distance(p, thigh.Hip, thigh.Knee));
        }
        return worst;
    }

    double Inside((double X, double Y, double Z) p, int body, double[] at)
    {
        var r = frames.Rotation.AsSpan(9 * body, 9);
        double dx = p.X - frames.Origin[3 * body], dy = p.Y - frames.Origin[3 * body + 1], dz = p.Z - frames.Origin[3 * body + 2];
        double x = r[0] * dx + r[3] * dy + r[6] * dz - at[0], y = r[1] * dx + r[4] * dy + r[7] * dz, z = r[2] * dx + r[5] * dy + r[8] * dz - at[1];
        var q = Math.Sqrt(x * x / (at[2] * at[2]) + y * y / (at[3] * at[3]) + z * z / (at[4] * at[4]));
        return (1 - q) * Math.Min(at[2], Math.Min(at[3], at[4]));
    }

    double Distance((double X, double Y, double Z) p, int from, int to)
    {
        double ax = frames.Origin[3 * from], ay = frames.Origin[3 * from + 1], az = frames.Origin[3 * from + 2];
        double bx = frames.Origin[3 * to] - ax, by = frames.Origin[3 * to + 1] - ay, bz = frames.Origin[3 * to + 2] - az;
        var t = Math.Clamp(((p.X - ax) * bx + (p.Y - ay) * by + (p.Z - az) * bz) / (bx * bx + by * by + bz * bz), 0, 1);
        return Math.Sqrt(Math.Pow(p.X - ax - t * bx, 2) + Math.Pow(p.Y - ay - t * by, 2) + Math.Pow(p.Z - az - t * bz, 2));
    }
}
