using Mainstay.Body.Kernels;
using Mainstay.Body.Model;

namespace Mainstay.Body.Tests;

/// <summary>Everything that acts on what a lumbar level carries, as plain forces at points of the world, summed up again from nothing but places,
/// masses, tensions and pushes: no moment arms, no pairs, no rows.</summary>
sealed class FreeBody
{
    readonly Workspace work;
    readonly BodyModel model;
    readonly int level;
    /// <summary>Force, and moment about the joint's centre.</summary>
    (double X, double Y, double Z) force, moment;

    /// <param name="lines">Count the lines' tension too.</param>
    public FreeBody(Workspace work, int level, bool lines)
    {
        (this.work, model, this.level) = (work, work.Model, level);
        Weights();
        Belly();
        Supports();
        if (lines) Tensions();
    }

    public double Compression => -Along(work.DiscUp);
    public double Shear => Along(work.DiscAhead);

    double Along(double[] d) => d[3 * level] * force.X + d[3 * level + 1] * force.Y + d[3 * level + 2] * force.Z;

    /// <summary>Nm about a hinge of the level.</summary>
    public double Moment(int way)
    {
        var a = work.Axes.AsSpan(24 * Upper + way, 9);
        return a[0] * moment.X + a[4] * moment.Y + a[8] * moment.Z;
    }

    int Upper => model.LevelBody[level];

    bool Above(int body) => model.Carries[Upper, body];

    (double X, double Y, double Z) At(int body, double x, double y, double z) => Loads.PointOf(work.Rotation, work.Origin, body, x, y, z);

    void Act((double X, double Y, double Z) p, double fx, double fy, double fz)
    {
        double x = p.X - work.Origin[3 * Upper], y = p.Y - work.Origin[3 * Upper + 1], z = p.Z - work.Origin[3 * Upper + 2];
        force = (force.X + fx, force.Y + fy, force.Z + fz);
        moment = (moment.X + y * fz - z * fy, moment.Y + z * fx - x * fz, moment.Z + x * fy - y * fx);
    }

    void Weights()
    {
        for (var b = 0; b < model.Mass.Length; b++)
            if (Above(b)) Act(At(b, model.Com[3 * b], model.Com[3 * b + 1], model.Com[3 * b + 2]), 0, 0, -9.80665 * model.Mass[b]);
        for (var i = 0; i < work.Loads; i++)
            if (Above(work.LoadBody[i]))
                Act(At(work.LoadBody[i], work.LoadLocal[3 * i], work.LoadLocal[3 * i + 1], work.LoadLocal[3 * i + 2]), work.LoadForce[3 * i], work.LoadForce[3 * i + 1], work.LoadForce[3 * i + 2]);
    }

    void Belly()
    {
        var tuning = model.Anatomy.Tuning;
        var (arm, first) = (tuning.DiaphragmArmM * model.Scale, model.LevelBody[0]);
        var top = At(model.LevelBody[^1], arm, 0, 0);
        var low = At(0, model.Offset[3 * first] + arm, model.Offset[3 * first + 1], model.Offset[3 * first + 2]);
        double x = top.X - low.X, y = top.Y - low.Y, z = top.Z - low.Z;
        var push = work.BellyPressure * tuning.DiaphragmCm2 / 1e4 * model.Scale * model.Scale / Math.Sqrt(x * x + y * y + z * z);
        Act(top, push * x, push * y, push * z);
    }

    void Supports()
    {
        for (var c = 0; c < work.Contacts; c++)
        {
            var (at, push) = (3 * work.ContactPoint[c], work.Activation[model.MuscleCount + c] * model.Person.MassKg * 9.80665);
            var p = At(work.ContactBody[c], model.ContactLocal[at], model.ContactLocal[at + 1], model.ContactLocal[at + 2]);
            var d = work.ContactDirection.AsSpan(3 * c, 3);
            if (Above(work.ContactBody[c])) Act(p, push * d[0], push * d[1], push * d[2]);
            if (work.ContactAgainst[c] >= 0 && Above(work.ContactAgainst[c])) Act(p, -push * d[0], -push * d[1], -push * d[2]);
        }
    }

    /// <summary>A taut line pulls each of its points towards its neighbours; a point that rides on two bodies pulls at both, by its share.</summary>
    void Tensions()
    {
        var blends = model.Blends.ToDictionary(blend => blend.Point);
        for (var i = 0; i < model.Lines.Count; i++)
        {
            var (first, end) = (model.Lines.PointStart[i], model.Lines.PointStart[i + 1]);
            var places = Enumerable.Range(first, end - first).Select(p => Place(p, blends)).ToArray();
            for (var p = first; p < end; p++)
            {
                var here = places[p - first];
                var pull = Vector3D.Zero;
                if (p > first) pull += (places[p - first - 1] - here).Unit;
                if (p + 1 < end) pull += (places[p - first + 1] - here).Unit;
                pull *= work.Tension[i];
                var own = Own(p);
                if (!blends.TryGetValue(p, out var blend))
                {
                    if (Above(model.PointBody[p])) Act((own.X, own.Y, own.Z), pull.X, pull.Y, pull.Z);
                    continue;
                }
                if (Above(model.PointBody[p])) Act((own.X, own.Y, own.Z), blend.Share * pull.X, blend.Share * pull.Y, blend.Share * pull.Z);
                if (Above(blend.Body)) Act(At(blend.Body, blend.X, blend.Y, blend.Z), (1 - blend.Share) * pull.X, (1 - blend.Share) * pull.Y, (1 - blend.Share) * pull.Z);
            }
        }
    }

    Vector3D Own(int p)
    {
        var (x, y, z) = At(model.PointBody[p], model.PointLocal[3 * p], model.PointLocal[3 * p + 1], model.PointLocal[3 * p + 2]);
        return new(x, y, z);
    }

    Vector3D Place(int p, Dictionary<int, Blend> blends)
    {
        var own = Own(p);
        if (!blends.TryGetValue(p, out var blend)) return own;
        var (x, y, z) = At(blend.Body, blend.X, blend.Y, blend.Z);
        return own * blend.Share + new Vector3D(x, y, z) * (1 - blend.Share);
    }

    readonly record struct Vector3D(double X, double Y, double Z)
    {
        public static Vector3D Zero => default;
        public static Vector3D operator +(Vector3D a, Vector3D b) => new(a.X + b.X, a.Y + b.Y, a.Z + b.Z);
        public static Vector3D operator -(Vector3D a, Vector3D b) => new(a.X - b.X, a.Y - b.Y, a.Z - b.Z);
        public static Vector3D operator *(Vector3D a, double s) => new(a.X * s, a.Y * s, a.Z * s);
        public Vector3D Unit => this * (1 / Math.Sqrt(X * X + Y * Y + Z * Z));
    }
}
