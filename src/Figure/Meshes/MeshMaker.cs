using System.Collections.Immutable;
using Mainstay.Body.Anatomy;
using Mainstay.Body.Model;
using Mainstay.Figure.Packing;
using Mainstay.Figure.Shapes;
using Mainstay.Figure.Skins;

namespace Mainstay.Figure.Meshes;

/// <summary>Tables to the meshes of every build: seconds, once, by a command. The first build is meshed; the others are the same mesh, its
/// vertices led onto their surface while the one surface turns into the other.</summary>
public sealed class MeshMaker
{
    const double Cell = 0.006;
    const int HalfTriangles = 5500;
    const int LeadingSteps = 16;

    readonly BodyModel model;
    readonly Rig rig;
    readonly ShapeTables tables;
    readonly ImmutableArray<Build> builds;

    /// <exception cref="FigureException">The tables contradict themselves; the message says where.</exception>
    public MeshMaker(AnatomyData anatomy, ShapeTables tables, ImmutableArray<Build> builds)
    {
        (this.tables, this.builds) = (tables, builds);
        model = ReferenceModel(anatomy);
        rig = new Rig(model);
    }

    /// <summary>A body of the skeleton's own size, in whose metres the tables are.</summary>
    internal static BodyModel ReferenceModel(AnatomyData anatomy) =>
        ModelBuilder.Build(anatomy, new Person(Sex.Male, anatomy.Skeleton.HeightM, anatomy.Skeleton.MassKg));

    /// <returns>One a build, in their order.</returns>
    public ImmutableArray<FigureMesh> Make()
    {
        var shapes = builds.Select(build => new BodyShape(tables, build, model)).ToArray();
        var sole = BindPose.Of(model);
        var top = 0.90;
        var fine = SurfaceNets.Half(shapes[0].Distance, (-0.40, 0.40, 1.05, Vec.At(sole.Origin, model.Body("foot_r")).Z - 0.12, top), Cell);
        var half = VertexOrder.Walk(Simplifier.Reduce(fine, HalfTriangles, Detail));
        var weigher = new Weigher(model, rig, shapes[0]);
        var (frames, weights) = Weights(half.Points, weigher);
        var canon = Flat(half.Points);
        return [.. shapes.Select((shape, i) => new FigureMesh(rig, i == 0 ? canon : Flat(Lead(half, shapes[0], shape)), canon, frames, weights, [.. half.Corners]))];
    }

    /// <summary>The files of all builds, by id.</summary>
    public ImmutableArray<(string Id, byte[] Bytes)> Pack() =>
        [.. Make().Zip(builds, (mesh, build) => (build.Id, FigureFile.Write(new BuildId(build.Id, build.Sex, build.Bmi), mesh, model, rig)))];

    /// <summary>More triangles where people look: face and hands, then head and feet.</summary>
    static double Detail(Vec p) => p switch
    {
        { Z: > 0.60, X: > 0.02 } => 6,
        { Y: < -0.60 } => 5,
        { Z: > 0.56 or < -0.76 } => 2.5,
        _ => 1,
    };

    static (byte[] Frames, double[] Weights) Weights(List<Vec> points, Weigher weigher)
    {
        const int N = FigureMesh.FramesPerVertex;
        var (frames, weights) = (new byte[N * points.Count], new double[N * points.Count]);
        for (var i = 0; i < points.Count; i++)
        {
            var own = weigher.Weigh(points[i]);
            // In 255ths, as they are kept in the file.
            var rest = 255;
            for (var k = N - 1; k >= 0; k--)
            {
                frames[N * i + k] = (byte)own[Math.Min(k, own.Length - 1)].Frame;
                var share = k == 0 ? rest : k < own.Length ? (int)Math.Round(own[k].Weight * 255) : 0;
                rest -= share;
                weights[N * i + k] = share / 255.0;
            }
        }
        return (frames, weights);
    }

    static List<Vec> Lead(Triangles half, BodyShape from, BodyShape to)
    {
        const double Step = 0.0012;
        var points = new List<Vec>(half.Points);
        for (var s = 1; s <= LeadingSteps; s++)
        {
            var u = (double)s / LeadingSteps;
            for (var i = 0; i < points.Count; i++)
                for (var n = 0; n < 2; n++)
                {
                    var p = points[i];
                    var g = Vec.Lerp(from.Gradient(p, Step), to.Gradient(p, Step), u);
                    var d = Fields.Lerp(from.Distance(p), to.Distance(p), u) / Math.Max(0.25, Vec.Dot(g, g));
                    var moved = p - g * Math.Clamp(d, -0.01, 0.01);
                    points[i] = p.Y == 0 ? moved with { Y = 0 } : moved with { Y = Math.Min(moved.Y, -1e-4) };
                }
        }
        return points;
    }

    /// <summary>On the grid of the file: sixteenths of a millimetre, nearly.</summary>
    static double[] Flat(List<Vec> points)
    {
        var flat = new double[3 * points.Count];
        for (var i = 0; i < points.Count; i++) (points[i] * (1 / FigureFile.Quantum)).Put(flat, i);
        for (var i = 0; i < flat.Length; i++) flat[i] = Math.Round(flat[i]) * FigureFile.Quantum;
        // A vertex beside the middle must not be rounded onto it: it would be sewn to its own mirror image.
        for (var i = 0; i < points.Count; i++)
            if (points[i].Y != 0 && flat[3 * i + 1] == 0) flat[3 * i + 1] = -FigureFile.Quantum;
        return flat;
    }
}
