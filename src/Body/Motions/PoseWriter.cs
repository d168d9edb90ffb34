using Mainstay.Body.Model;
using Mainstay.Body.Postures;

namespace Mainstay.Body.Motions;

/// <summary>Terms to hinges: the one place where net angles are shared out, where the arm is turned from the thorax to the girdle, and where
/// degrees become radians. One a thread; no allocation once made.</summary>
public sealed class PoseWriter
{
    readonly BodyModel model;
    /// <summary>What one degree of a term adds to a hinge; the shoulders' terms are not among them.</summary>
    readonly (int Term, int Hinge, double Share)[] shares;
    readonly Arm[] arms;
    readonly double[] rotation = new double[9];
    readonly double[] girdle = new double[9];

    public PoseWriter(BodyModel model)
    {
        this.model = model;
        shares = [.. Enumerable.Range(6, PoseTerms.Count - 6).SelectMany(Shares)];
        arms = [new Arm(model, 'r'), new Arm(model, 'l')];
    }

    /// <param name="terms">One a term, in the order of <see cref="PoseTerms.Ids"/>. Not checked against any range.</param>
    public void Write(ReadOnlySpan<double> terms, Pose into)
    {
        into.At = (model.Scale * terms[0], model.Scale * terms[1], model.Scale * terms[2]);
        (into.Turn, into.Pitch, into.Roll) = (Rad(terms[3]), Rad(terms[4]), Rad(terms[5]));
        Array.Clear(into.Angles);
        foreach (var (term, hinge, share) in shares) into.Angles[hinge] += share * terms[term];
        foreach (var arm in arms) Raise(arm, terms, into.Angles);
    }

    IEnumerable<(int, int, double)> Shares(int term)
    {
        var id = PoseTerms.Ids[term];
        if (id.StartsWith("shoulder", StringComparison.Ordinal)) yield break;
        var angles = new double[model.AngleIds.Length];
        AngleNames.Add(model, angles, id, Rad(1));
        for (var h = 0; h < angles.Length; h++)
            if (angles[h] != 0) yield return (term, h, angles[h]);
    }

    /// <summary>The girdle follows the arm; the arm's hinges turn on the girdle by what then is left of its turn on the thorax.</summary>
    void Raise(in Arm arm, ReadOnlySpan<double> terms, double[] angles)
    {
        double plane = terms[arm.Plane], elevation = terms[arm.Plane + 1], twist = terms[arm.Plane + 2];
        angles[arm.Elevation] += Rad(24 * Smooth(30, 175, elevation));
        angles[arm.Protraction] += Rad(12 * Math.Sin(Rad(plane)) * Smooth(20, 100, elevation) * (1 - Smooth(120, 180, elevation)));
        Unit(girdle);
        Kernels.Kinematics.Turn(girdle, -1, 0, 0, angles[arm.Elevation]);
        Kernels.Kinematics.Turn(girdle, 0, 0, 1, angles[arm.Protraction]);
        Unit(rotation);
        Kernels.Kinematics.Turn(rotation, 0, 0, 1, Rad(plane));
        Kernels.Kinematics.Turn(rotation, -1, 0, 0, Rad(elevation));
        Kernels.Kinematics.Turn(rotation, 0, 0, 1, Rad(twist - plane));
        // m = girdle⁻¹ · rotation = Rz(p) · R−x(e) · Rz(t)
        double m00 = At(0, 0), m02 = At(0, 2), m10 = At(1, 0), m12 = At(1, 2), m20 = At(2, 0), m21 = At(2, 1), m22 = At(2, 2);
        var sine = Math.Sqrt(m02 * m02 + m12 * m12);
        var hangs = sine < 1e-9;
        var p = hangs ? Rad(plane) : Math.Atan2(-m02, m12);
        angles[arm.Hinge] = p;
        angles[arm.Hinge + 1] = Math.Atan2(sine, m22);
        angles[arm.Hinge + 2] = hangs ? Math.Atan2(m10, m00) - p : Math.Atan2(-m20, -m21);
    }

    double At(int row, int column) => girdle[row] * rotation[column] + girdle[3 + row] * rotation[3 + column] + girdle[6 + row] * rotation[6 + column];

    static void Unit(Span<double> r)
    {
        r.Clear();
        r[0] = r[4] = r[8] = 1;
    }

    static double Smooth(double from, double to, double x)
    {
        var t = Math.Clamp((x - from) / (to - from), 0, 1);
        return t * t * (3 - 2 * t);
    }

    static double Rad(double degrees) => degrees * (Math.PI / 180);

    /// <summary>A side's first shoulder term and its hinges. The left hinges' axes are mirrored, so both sides compute alike.</summary>
    readonly struct Arm(BodyModel model, char side)
    {
        public int Plane { get; } = PoseTerms.Index($"shoulder_{side}_plane");
        public int Hinge { get; } = model.Angle($"shoulder_{side}_plane");
        public int Elevation { get; } = model.Angle($"girdle_{side}_elevation");
        public int Protraction { get; } = model.Angle($"girdle_{side}_protraction");
    }
}
