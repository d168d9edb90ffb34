using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Mainstay.Body.Anatomy;
using Mainstay.Body.Motions;
using Mainstay.Figure.Skins;

namespace Mainstay.Figure.Drawing;

/// <summary>A line of a muscle in a pose.</summary>
/// <param name="Points">World places from end to end.</param>
/// <param name="Outward">Directions out of the body there.</param>
/// <param name="Places">The same points on the lean man in the bind pose.</param>
/// <param name="Group">The body model's name of the muscle.</param>
sealed record PosedLine(Vec[] Points, Vec[] Outward, Vec[] Places, MuscleStyle Style, string Group);

/// <summary>The body model's own muscle lines for drawing. Those under the skin ride on the skin, so that they never float; deep ones ride on
/// their bones.</summary>
sealed class MuscleLines
{
    public const int Samples = 22;
    const int Between = 2;

    static readonly ConditionalWeakTable<Skin, MuscleLines> Known = [];

    readonly Skin skin;
    readonly double[] neutral;
    readonly Lazy<Vec[]> normals;
    readonly ConcurrentDictionary<(string Line, bool Left), Sample[]> samples = new();

    /// <summary>A point of the skin's bind pose, by how it lies to three vertices; and which way is out of the body there.</summary>
    readonly record struct Sample(int A, int B, int C, double ShareA, double ShareB, Vec FromA, Vec FromB, Vec FromC, Vec Place, Vec Outward);

    MuscleLines(Skin skin)
    {
        this.skin = skin;
        neutral = Frames.Neutral(skin.Model);
        normals = new(() => Solids.Normals(skin.Mesh.Canon, skin.Mesh.Corners));
    }

    public static MuscleLines Of(Skin skin) => Known.GetValue(skin, one => new MuscleLines(one));

    public IEnumerable<PosedLine> Posed(Target target, SkinPose posed, View view)
    {
        var (lines, right, left) = target.Find(skin.Model);
        foreach (var group in lines.GroupBy(line => line.Group))
        {
            var style = MuscleStyle.Of(group.Key.Id);
            style = style with { HalfWidth = style.HalfWidth * skin.Model.Scale * (0.6 + 0.4 * target.Tension), HalfThick = style.HalfThick * skin.Model.Scale };
            foreach (var side in new[] { false, true })
            {
                if (side ? !left : !right) continue;
                PosedLine? before = null;
                foreach (var (_, line) in group.Where(one => !one.Line.Middle || !side))
                {
                    var own = style.Deep ? Deep(line, side, posed, view, style, group.Key.Id) : Under(line, side, posed, style, group.Key.Id);
                    for (var k = 1; style.Fan && before is not null && k <= Between; k++) yield return Mixed(before, own, (double)k / (Between + 1));
                    yield return own;
                    before = own;
                }
            }
        }
    }

    static PosedLine Mixed(PosedLine a, PosedLine b, double u)
    {
        Vec[] Mix(Vec[] p, Vec[] q) => [.. p.Zip(q, (x, y) => Vec.Lerp(x, y, u))];
        return new(Mix(a.Points, b.Points), [.. Mix(a.Outward, b.Outward).Select(v => v.Unit)], Mix(a.Places, b.Places), a.Style, a.Group);
    }

    /// <summary>Points of the line on their bones, in the bind pose or any other.</summary>
    internal Vec[] OnBones(MuscleLine line, bool left, Frames frames)
    {
        var model = skin.Model;
        Vec On(string body, Vec at)
        {
            var b = model.Body(left && body.EndsWith("_r", StringComparison.Ordinal) ? body[..^2] + "_l" : body);
            return Vec.At(frames.Origin, b) + Mat.At(frames.Rotation, b) * (at - Vec.At(neutral, b));
        }
        Vec Place(PathPoint point)
        {
            var at = new Vec(point.At[0], left ? -point.At[1] : point.At[1], point.At[2]) * model.Scale;
            return point.With is null ? On(point.On, at) : Vec.Lerp(On(point.With, at), On(point.On, at), point.Share);
        }
        return [.. line.Points.Select(Place)];
    }

    PosedLine Deep(MuscleLine line, bool left, SkinPose posed, View view, MuscleStyle style, string group)
    {
        var points = Curve(OnBones(line, left, posed.Frames));
        var places = Curve(OnBones(line, left, skin.Bind)).Select(p => p * (1 / skin.Model.Scale)).ToArray();
        return new(points, [.. points.Select(_ => view.Toward)], places, style, group);
    }

    PosedLine Under(MuscleLine line, bool left, SkinPose posed, MuscleStyle style, string group)
    {
        var bound = samples.GetOrAdd((line.Id, left), _ => Bind(line, left));
        var depth = style.HalfThick * 0.55;
        var outward = new Vec[bound.Length];
        var points = new Vec[bound.Length];
        for (var i = 0; i < bound.Length; i++)
        {
            var s = bound[i];
            Vec Blend(Func<int, Vec, Vec> carry, Vec a, Vec b, Vec c) => carry(s.A, a) * s.ShareA + carry(s.B, b) * s.ShareB + carry(s.C, c) * (1 - s.ShareA - s.ShareB);
            outward[i] = Blend((v, d) => Carried(posed, v, d, direction: true), s.Outward, s.Outward, s.Outward).Unit;
            points[i] = Blend((v, d) => Carried(posed, v, d, direction: false), s.FromA, s.FromB, s.FromC) - outward[i] * depth;
        }
        return new(Even(points), outward, [.. bound.Select(s => s.Place)], style, group);
    }

    Vec Carried(SkinPose posed, int vertex, Vec from, bool direction)
    {
        const int N = FigureMesh.FramesPerVertex;
        var frames = skin.Mesh.Frames.AsSpan(N * vertex, N);
        var weights = skin.Mesh.Weights.AsSpan(N * vertex, N);
        return direction ? posed.CarryDirection(from, frames, weights) : posed.Carry(Vec.At(skin.Points, vertex) + from * skin.Model.Scale, frames, weights);
    }

    /// <summary>Lays a line on the skin of the lean man: each sample to the nearest skin.</summary>
    Sample[] Bind(MuscleLine line, bool left)
    {
        var (canon, scale) = (skin.Mesh.Canon, skin.Model.Scale);
        var inside = Curve(OnBones(line, left, skin.Bind)).Select(p => p * (1 / scale)).ToArray();
        var laid = inside.Select(p =>
        {
            var v = Nearest(p, 1)[0];
            var (at, n) = (Vec.At(canon, v), normals.Value[v]);
            return p - n * Vec.Dot(p - at, n);
        }).ToArray();
        return [.. Even(Even(laid)).Select(p =>
        {
            var near = Nearest(p, 3);
            var weights = near.Select(v => 1 / ((p - Vec.At(canon, v)).Length + 0.004)).ToArray();
            var sum = weights.Sum();
            Vec From(int k) => p - Vec.At(canon, near[k]);
            var outward = normals.Value[near[0]] * weights[0] + normals.Value[near[1]] * weights[1] + normals.Value[near[2]] * weights[2];
            return new Sample(near[0], near[1], near[2], weights[0] / sum, weights[1] / sum, From(0), From(1), From(2), p, outward.Unit);
        })];
    }

    int[] Nearest(Vec p, int number)
    {
        var canon = skin.Mesh.Canon;
        return [.. Enumerable.Range(0, skin.Count).Where(i => p.Y * canon[3 * i + 1] >= -1e-4).Select(i => (I: i, D: (Vec.At(canon, i) - p).Length)).OrderBy(one => one.D).Take(number).Select(one => one.I)];
    }

    /// <summary>Ends stay; a point between goes half way to the middle of its neighbours.</summary>
    static Vec[] Even(Vec[] points)
    {
        var even = (Vec[])points.Clone();
        for (var i = 1; i < points.Length - 1; i++) even[i] = points[i] * 0.5 + (points[i - 1] + points[i + 1]) * 0.25;
        return even;
    }

    /// <summary>A cubic through the points, evenly sampled by length.</summary>
    static Vec[] Curve(Vec[] points)
    {
        var n = points.Length;
        var along = new double[n];
        for (var i = 1; i < n; i++) along[i] = along[i - 1] + (points[i] - points[i - 1]).Length;
        var curve = new Vec[Samples + 1];
        for (int k = 0, i = 0; k <= Samples; k++)
        {
            var s = along[n - 1] * k / Samples;
            while (i < n - 2 && s > along[i + 1]) i++;
            var length = Math.Max(along[i + 1] - along[i], 1e-9);
            Vec Slope(int j)
            {
                int a = Math.Max(0, j - 1), b = Math.Min(n - 1, j + 1);
                return (points[b] - points[a]) * (length / Math.Max(along[b] - along[a], 1e-9));
            }
            double u = (s - along[i]) / length, u2 = u * u, u3 = u2 * u;
            curve[k] = points[i] * (2 * u3 - 3 * u2 + 1) + Slope(i) * (u3 - 2 * u2 + u) + points[i + 1] * (3 * u2 - 2 * u3) + Slope(i + 1) * (u3 - u2);
        }
        return curve;
    }
}
