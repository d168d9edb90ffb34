using Mainstay.Body.Model;
using Mainstay.Body.Motions;
using Mainstay.Figure.Skins;
using static Mainstay.Figure.Shapes.Fields;

namespace Mainstay.Figure.Shapes;

/// <summary>Distances of a point to the parts of the body, metres.</summary>
readonly record struct PartDistances(double Trunk, double Neck, double Head, double Arm, double Leg);

/// <summary>The surface of the body in the bind pose as a signed distance (nearly: it is exact on the surface and near enough beside it).
/// Both sides are the right one, mirrored.</summary>
sealed class BodyShape
{
    readonly ShapeTables tables;
    readonly Build build;
    readonly Curve trunk;
    readonly Limb thigh, shank, upperArm, forearm;
    readonly Extremities extremities;
    readonly Blob[] trunkBlobs, neckBlobs, headBlobs;
    readonly Placed humerus, elbow, wrist, knuckles, femur, knee, ankle;
    readonly Vec headJoint;

    /// <param name="model">Of the skeleton's own stature.</param>
    public BodyShape(ShapeTables tables, Build build, BodyModel model)
    {
        tables = BuildTables.Apply(tables, build);
        (this.tables, this.build) = (tables, build);
        var neutral = Frames.Neutral(model);
        var bind = BindPose.Of(model);
        Vec Joint(string id) => Vec.At(neutral, model.Body(id));
        Placed At(string id) => new(Mat.At(bind.Rotation, model.Body(id)).Transposed, Vec.At(bind.Origin, model.Body(id)));
        trunk = new Curve(tables.Trunk, 5, "trunk");
        Limb Of(string id, double above, double below)
        {
            var limb = tables.Limbs.TryGetValue(id, out var table) ? table : throw new FigureException($"limbs: '{id}' is missing");
            return new Limb(new Curve(limb.Rows, 6, id), Joint(limb.To) - Joint(limb.From), above, below);
        }
        // Where a segment meets the next, it runs on beyond its table, so that the blend between them finds something.
        (thigh, shank, upperArm, forearm) = (Of("thigh", 0, 0.2), Of("shank", 0.2, 0), Of("upper_arm", 0, 0.2), Of("forearm", 0.2, 0));
        extremities = new Extremities(tables, build);
        Blob[] Part(BlobPart part) => [.. tables.Blobs.Where(blob => blob.Part == part)];
        (trunkBlobs, neckBlobs, headBlobs) = (Part(BlobPart.Trunk), Part(BlobPart.Neck), Part(BlobPart.Head));
        (humerus, elbow, wrist, knuckles) = (At("humerus_r"), At("forearm_r"), At("hand_r"), At("fingers_r"));
        (femur, knee, ankle) = (At("femur_r"), At("tibia_r"), At("foot_r"));
        headJoint = Joint("head");
    }

    /// <summary>Signed distance of a point of the bind pose.</summary>
    public double Distance(Vec point)
    {
        var d = Parts(point);
        var joins = tables.Joins;
        var v = Join(d.Trunk, d.Neck, joins.Neck);
        v = Join(v, d.Head, joins.Head);
        v = Join(v, d.Arm, joins.Arm);
        return Join(v, d.Leg, joins.Leg);
    }

    public PartDistances Parts(Vec point)
    {
        var p = new Vec(point.X, -Math.Abs(point.Y), point.Z);
        return new(Trunk(p), Blobs(neckBlobs, p, double.MaxValue), Head(p), Arm(p), Leg(p));
    }

    /// <summary>Outward direction of the surface; not of length one.</summary>
    public Vec Gradient(Vec p, double step)
    {
        var (x, y, z) = (new Vec(step, 0, 0), new Vec(0, step, 0), new Vec(0, 0, step));
        return new Vec(Distance(p + x) - Distance(p - x), Distance(p + y) - Distance(p - y), Distance(p + z) - Distance(p - z)) * (0.5 / step);
    }

    double Trunk(Vec p)
    {
        var z = Math.Clamp(p.Z, trunk.First, trunk.Last);
        double front = trunk[z, 0], back = trunk[z, 1];
        var past = Math.Max(trunk.First - p.Z, p.Z - trunk.Last);
        var d = Capped(Section(p.X - (front + back) / 2, p.Y, (front - back) / 2, trunk[z, 2], trunk[z, 3]), past);
        return Blobs(trunkBlobs, p, d);
    }

    double Head(Vec p)
    {
        var size = build.Head;
        var q = headJoint + (p - headJoint) * (1 / size);
        var ear = tables.Ear;
        var at = Point(ear.At);
        var leaning = new Vec(q.X + ear.Lean * (q.Z - at.Z), q.Y - ear.Flare * q.X, q.Z);
        return size * Join(Blobs(headBlobs, q, double.MaxValue), Ellipsoid(leaning, at, Point(ear.Radii)), tables.Joins.Ear);
    }

    static double Blobs(Blob[] blobs, Vec p, double d)
    {
        foreach (var blob in blobs)
        {
            var r = blob.Radii;
            var own = blob.To.IsEmpty ? Ellipsoid(p, Point(blob.At), Point(r)) : Cone(p, Point(blob.At), Point(blob.To), r[0], r[1]);
            d = d == double.MaxValue ? own : Join(d, own, blob.Blend);
        }
        return d;
    }

    static Vec Point(System.Collections.Immutable.ImmutableArray<double> values) => new(values[0], values[1], values[2]);

    double Arm(Vec p)
    {
        Vec u = humerus.Local(p), f = elbow.Local(p), h = wrist.Local(p), g = knuckles.Local(p);
        var chain = Lerp(upperArm.Distance(u), forearm.Distance(f), Smooth(0.03, -0.03, f.Z));
        var low = Lerp(chain, extremities.Hand(h), Smooth(0.012, -0.016, h.Z));
        return Join(low, extremities.Fingers(g), tables.Joins.Fingers);
    }

    double Leg(Vec p)
    {
        Vec u = femur.Local(p), s = knee.Local(p), f = ankle.Local(p);
        var d = Join(Lerp(thigh.Distance(u), shank.Distance(s), Smooth(0.04, -0.04, s.Z)), extremities.Foot(f), tables.Joins.Foot);
        return f.Z < -0.03 ? Cut(d, tables.Sole - f.Z, 0.008) : d;
    }

    readonly record struct Placed(Mat ToLocal, Vec Origin)
    {
        public Vec Local(Vec p) => ToLocal * (p - Origin);
    }
}
