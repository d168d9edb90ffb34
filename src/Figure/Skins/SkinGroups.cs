using System.Collections.Immutable;
using Mainstay.Body.Motions;

namespace Mainstay.Figure.Skins;

/// <summary>Vertices that touch things together: "sole_r", "seat". Chosen on the lean man, so that every build has the same.</summary>
/// <param name="Vertices">Indices of the skin.</param>
public sealed record SkinGroup(string Id, ImmutableArray<int> Vertices);

/// <summary>A point that rides on a body: "fist_r".</summary>
/// <param name="Local">From the body's joint in its frame, metres at the person's stature.</param>
public sealed record Landmark(string Id, int Body, Vec Local, bool IsLeft);

/// <summary>The parts of the skin that contacts are written with, and the points that <see cref="BodyPoints"/> names, on this person.</summary>
public sealed class SkinGroups
{
    /// <summary>Which vertices: by their place in the standing person's frame (x forward, o outwards, z up from the hip centres, metres at the
    /// skeleton's stature) when the named body stands as in neutral, and only where these joints and bodies have hold of the vertex.</summary>
    sealed record Rule(string Id, string Body, Func<Vec, bool> Holds, params string[] Near);

    const double Floor = -0.8765;
    static readonly string[] Foot = ["foot", "toes", "ankle", "tibia"], Toes = ["toes", "foot"], Shank = ["tibia", "knee", "ankle", "femur"],
        Thigh = ["femur", "hip", "knee", "pelvis"], Hand = ["hand", "wrist", "fingers"], Forearm = ["forearm", "elbow", "wrist", "humerus"],
        UpperArm = ["humerus", "shoulder", "elbow"], Trunk = ["pelvis", "l5", "l4", "l3", "l2", "l1", "thorax_lo", "thorax_up", "girdle", "neck", "hip"], Head = ["head", "neck_up"];

    static readonly Rule[] Sided =
    [
        new("sole", "foot", p => p.Z < Floor + 0.020, Foot), new("heel", "foot", p => p.X < -0.02 && p.Z < Floor + 0.03, Foot),
        new("ball", "foot", p => p.X > 0.09 && p.Z < Floor + 0.03, Foot), new("instep", "foot", p => p.X > 0.06 && p.Z > Floor + 0.012, Foot),
        new("toes", "toes", p => p.X > 0.15, Toes), new("foot_side", "foot", _ => true, Foot),
        new("knee", "tibia", p => p.X > 0.02 && p.Z is > -0.49 and < -0.37, Shank), new("shin", "tibia", p => p.X > 0.01 && p.Z is > -0.727 and < -0.47, Shank),
        new("calf", "tibia", p => p.X < -0.02 && p.Z is > -0.68 and < -0.47, Shank), new("leg_back", "tibia", p => p.X < -0.02 && p.Z is > -0.82 and < -0.47, Shank),
        new("knee_side", "tibia", p => p.Z is > -0.47 and < -0.37, Shank), new("knee_inner", "tibia", p => p.Y > -0.08 && p.Z is > -0.47 and < -0.37, Shank), new("shank_side", "tibia", p => p.Z is > -0.75 and < -0.44, Shank),
        new("thigh_back", "femur", p => p.X < -0.02 && p.Z is > -0.34 and < -0.09, Thigh), new("thigh_front", "femur", p => p.X > 0.02 && p.Z is > -0.34 and < -0.09, Thigh),
        new("hip_side", "femur", p => p.Z is > -0.09 and < 0.06, Thigh),
        new("palm", "hand", _ => true, Hand), new("fingers", "fingers", _ => true, "fingers", "hand"),
        new("elbow", "forearm", p => p.Z is > 0.16 and < 0.23, Forearm), new("forearm", "forearm", p => p.Z is > -0.04 and < 0.21, Forearm),
        new("upper_arm", "humerus", p => p.Z is > 0.23 and < 0.41, UpperArm), new("shoulder_side", "humerus", p => p.Z > 0.38, "humerus", "shoulder", "girdle"),
        new("head_side", "head", p => p.Y < -0.05 && p.Z > 0.66, Head), new("ribs_side", "thorax_lo", p => p.Y < -0.09 && p.Z is > 0.28 and < 0.44, Trunk),
    ];

    static readonly Rule[] Middle =
    [
        new("seat", "pelvis", p => p.X < 0.03 && p.Z is > -0.13 and < 0.04, "pelvis", "hip", "femur", "l5"), new("sacrum", "pelvis", p => p.X < -0.065 && p.Z is > -0.02 and < 0.13, Trunk),
        new("loin", "l3", p => p.X < -0.06 && p.Z is > 0.15 and < 0.275, Trunk), new("back", "thorax_up", p => p.X < -0.075 && p.Z is > 0.34 and < 0.575 && Math.Abs(p.Y) < 0.12, Trunk),
        new("back_low", "thorax_lo", p => p.X < -0.075 && p.Z is > 0.27 and < 0.41 && Math.Abs(p.Y) < 0.12, Trunk), new("chin", "head", p => p.X > 0.03 && p.Z is > 0.60 and < 0.70, Head),
        new("chest", "thorax_up", p => p.X > 0.02 && p.Z is > 0.34 and < 0.5, Trunk), new("belly", "l3", p => p.X > 0.03 && p.Z is > 0.10 and < 0.30, Trunk),
        new("hip_front", "pelvis", p => p.X > 0.03 && p.Z is > 0 and < 0.11, Trunk),
        new("head_back", "head", p => p.X < -0.04 && p.Z > 0.665, Head), new("forehead", "head", p => p.X > 0.05 && p.Z > 0.705, Head),
    ];

    readonly ImmutableDictionary<string, SkinGroup> groups;
    readonly ImmutableDictionary<string, Landmark> landmarks;

    internal SkinGroups(Skin skin)
    {
        var neutral = Frames.Neutral(skin.Model);
        groups = Sided.SelectMany(rule => new[] { Find(skin, neutral, rule, "_r"), Find(skin, neutral, rule, "_l") })
            .Concat(Middle.Select(rule => Find(skin, neutral, rule, ""))).ToImmutableDictionary(group => group.Id);
        landmarks = BodyPoints.PointNames.Where(name => BodyPoints.Both(name, part: false).Count == 1).Select(name =>
        {
            var (body, x, y, z) = BodyPoints.Find(skin.Model, name, []);
            return new Landmark(name, body, new Vec(x, y, z), BodyPoints.Split(name).Side == 'l');
        }).ToImmutableDictionary(landmark => landmark.Id);
    }

    public IEnumerable<string> Ids => groups.Keys.Order(StringComparer.Ordinal);
    public IEnumerable<string> LandmarkIds => landmarks.Keys.Order(StringComparer.Ordinal);

    /// <exception cref="FigureException">There is no such group.</exception>
    public SkinGroup this[string id] => groups.TryGetValue(id, out var group) ? group
        : throw new FigureException($"'{id}' is not a part of the skin; there are: {string.Join(", ", Ids)}");

    /// <exception cref="FigureException">There is no such landmark.</exception>
    public Landmark Landmark(string id) => landmarks.TryGetValue(id, out var landmark) ? landmark
        : throw new FigureException($"'{id}' is not a point of the body; there are: {string.Join(", ", LandmarkIds)}");

    public bool Contains(string id) => groups.ContainsKey(id);
    public bool ContainsLandmark(string id) => landmarks.ContainsKey(id);

    static SkinGroup Find(Skin skin, double[] neutral, Rule rule, string side)
    {
        const int N = FigureMesh.FramesPerVertex;
        var (mesh, rig) = (skin.Mesh, skin.Rig);
        var body = skin.Model.Body(skin.Model.BodyIds.Contains(rule.Body) ? rule.Body : rule.Body + side);
        var (turn, origin, joint) = (Mat.At(skin.Bind.Rotation, body).Transposed, Vec.At(skin.Bind.Origin, body), Vec.At(neutral, body));
        var near = rig.Names.Select(name => rule.Near.Any(own => name == own || name == own + side
            || (side.Length == 0 && name.Length == own.Length + 2 && name.StartsWith(own, StringComparison.Ordinal)))).ToArray();
        bool IsNear(int vertex)
        {
            var held = 0.0;
            for (var k = N * vertex; k < N * (vertex + 1); k++)
                if (near[mesh.Frames[k]]) held += mesh.Weights[k];
            return held > 0.5;
        }
        var vertices = ImmutableArray.CreateBuilder<int>();
        for (var i = 0; i < mesh.Count; i++)
        {
            var canon = Vec.At(mesh.Canon, i);
            if ((side == "_r" && canon.Y > 0) || (side == "_l" && canon.Y < 0)) continue;
            var place = (turn * (canon * skin.Model.Scale - origin) + joint) * (1 / skin.Model.Scale);
            if (rule.Holds(side == "_l" ? place.Mirrored : place) && IsNear(i)) vertices.Add(i);
        }
        return vertices.Count > 0 ? new SkinGroup(rule.Id + side, vertices.ToImmutable()) : throw new FigureException($"no vertex of the skin is in '{rule.Id + side}'");
    }
}
