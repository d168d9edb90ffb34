using Mainstay.Body.Model;

namespace Mainstay.Body.Kernels;

/// <summary>Weights, things held and the pressure in the belly, as one force and moment on everything a joint carries.</summary>
static class Loads
{
    /// <summary>The belly presses by the moment at L4/L5.</summary>
    public const int BellyLevel = 1;

    /// <summary>Weights and held loads, summed from the limbs' ends down to the pelvis, about the world's origin.</summary>
    public static void Gather(BodyModel model, Workspace work)
    {
        var (wrench, rotation, origin) = (work.Wrench, work.Rotation, work.Origin);
        for (var b = 0; b < model.Parent.Length; b++)
        {
            wrench.AsSpan(6 * b, 6).Clear();
            AddForce(wrench, b, PointOf(rotation, origin, b, model.Com[3 * b], model.Com[3 * b + 1], model.Com[3 * b + 2]), 0, 0, -model.Mass[b] * BodyModel.Gravity);
        }
        for (var i = 0; i < work.Loads; i++)
        {
            var (b, l, f) = (work.LoadBody[i], work.LoadLocal, work.LoadForce);
            AddForce(wrench, b, PointOf(rotation, origin, b, l[3 * i], l[3 * i + 1], l[3 * i + 2]), f[3 * i], f[3 * i + 1], f[3 * i + 2]);
        }
        for (var b = model.Parent.Length - 1; b > 0; b--)
            for (var k = 0; k < 6; k++) wrench[6 * model.Parent[b] + k] += wrench[6 * b + k];
    }

    /// <summary>How stiff compression makes the discs, and how hard the belly presses. Both follow from the load before the muscles' answer is
    /// known: compression is guessed as the weight above plus moment over a lever of the back muscles. So one solve is exact, and the
    /// derivatives are those of the very thing computed. Supports above the lumbar spine take their share off as of the last pass.</summary>
    public static void Stiffen(BodyModel model, Workspace work, bool supportsKnown)
    {
        var tuning = model.Anatomy.Tuning;
        var bellyMoment = 0.0;
        Span<double> w = stackalloc double[6];
        for (var k = 0; k < model.LevelBody.Length; k++)
        {
            var b = model.LevelBody[k];
            work.Wrench.AsSpan(6 * b, 6).CopyTo(w);
            if (work.TrunkSupported)
            {
                if (supportsKnown) AddSupports(model, work, b, w);
                else w.Clear();
            }
            Discs.Directions(model, work, k);
            var (x, y, z) = (work.Origin[3 * b], work.Origin[3 * b + 1], work.Origin[3 * b + 2]);
            double mx = w[3] - (y * w[2] - z * w[1]), my = w[4] - (z * w[0] - x * w[2]), mz = w[5] - (x * w[1] - y * w[0]);
            var moment = Math.Sqrt(mx * mx + my * my + mz * mz);
            var along = -(work.DiscUp[3 * k] * w[0] + work.DiscUp[3 * k + 1] * w[1] + work.DiscUp[3 * k + 2] * w[2]);
            (work.Above[4 * k], work.Above[4 * k + 1], work.Above[4 * k + 2], work.Above[4 * k + 3]) = (mx, my, mz, along);
            work.Preload[k] = Math.Max(along, 0) + moment / (tuning.PreloadArmM * model.Scale);
            work.StiffnessFactor[k] = Elasticity.Factor(model, work.Preload[k]);
            if (k == BellyLevel) bellyMoment = moment;
        }
        work.BellyPressure = 1000 * Math.Clamp((bellyMoment - tuning.PressureFromNm) * tuning.PressureKpaPerNm, 0, tuning.PressureMaxKpa);
    }

    /// <summary>The belly pushes ribs and pelvis apart along one line in front of the spine; then everything is put on its row.</summary>
    public static void Project(BodyModel model, Workspace work)
    {
        PressBelly(model, work);
        var (axes, external) = (work.Axes, work.External);
        work.Wrench.AsSpan(0, 6).CopyTo(external);
        for (var b = 1; b < model.Parent.Length; b++)
        {
            var w = work.Wrench.AsSpan(6 * b, 6);
            for (var j = 0; j < model.HingeCount[b]; j++)
            {
                var a = axes.AsSpan(24 * b + j, 21);
                external[model.RowStart[b] + j] = a[0] * w[3] + a[4] * w[4] + a[8] * w[5] + a[12] * w[0] + a[16] * w[1] + a[20] * w[2];
            }
        }
    }

    static void PressBelly(BodyModel model, Workspace work)
    {
        if (work.BellyPressure <= 0) return;
        var (top, push) = BellyPush(model, work);
        var p = work.BellyPressure;
        foreach (var b in model.LevelBody) AddForce(work.Wrench, b, top, p * push.X, p * push.Y, p * push.Z);
    }

    /// <summary>Where one pascal in the belly acts on the ribs, and with what force.</summary>
    public static ((double X, double Y, double Z) At, (double X, double Y, double Z) Force) BellyPush(BodyModel model, Workspace work)
    {
        var tuning = model.Anatomy.Tuning;
        var arm = tuning.DiaphragmArmM * model.Scale;
        var top = PointOf(work.Rotation, work.Origin, model.LevelBody[^1], arm, 0, 0);
        var low = model.LevelBody[0];
        var foot = PointOf(work.Rotation, work.Origin, 0, model.Offset[3 * low] + arm, model.Offset[3 * low + 1], model.Offset[3 * low + 2]);
        double dx = top.X - foot.X, dy = top.Y - foot.Y, dz = top.Z - foot.Z;
        var push = tuning.DiaphragmCm2 * 1e-4 * model.Scale * model.Scale / Math.Sqrt(dx * dx + dy * dy + dz * dz);
        return (top, (push * dx, push * dy, push * dz));
    }

    static void AddSupports(BodyModel model, Workspace work, int b, Span<double> w)
    {
        for (var c = 0; c < work.Contacts; c++)
        {
            var share = Contacts.Crossing(model, work, c, b);
            if (share == 0) continue;
            var p = Contacts.Point(model, work, c);
            var f = share * work.Activation[model.MuscleCount + c] * model.Weight;
            AddForce(w, 0, p, f * work.ContactDirection[3 * c], f * work.ContactDirection[3 * c + 1], f * work.ContactDirection[3 * c + 2]);
        }
    }

    internal static (double X, double Y, double Z) PointOf(double[] rotation, double[] origin, int b, double x, double y, double z)
    {
        var r = rotation.AsSpan(9 * b, 9);
        return (origin[3 * b] + r[0] * x + r[1] * y + r[2] * z, origin[3 * b + 1] + r[3] * x + r[4] * y + r[5] * z, origin[3 * b + 2] + r[6] * x + r[7] * y + r[8] * z);
    }

    static void AddForce(Span<double> wrench, int b, (double X, double Y, double Z) p, double fx, double fy, double fz)
    {
        var w = wrench.Slice(6 * b, 6);
        w[0] += fx;
        w[1] += fy;
        w[2] += fz;
        w[3] += p.Y * fz - p.Z * fy;
        w[4] += p.Z * fx - p.X * fz;
        w[5] += p.X * fy - p.Y * fx;
    }
}
