using Mainstay.Body.Anatomy;
using Mainstay.Body.Motions;
using Mainstay.Figure.Skins;

namespace Mainstay.Figure.Packing;

/// <summary>A point of a drawn muscle in the bind pose: where, which way is out, and the vertex or the one body it rides with.</summary>
/// <param name="Vertex">−1 where it rides on <paramref name="Body"/> alone.</param>
readonly record struct LaidPoint(Vec At, Vec Outward, int Vertex, int Body);

/// <summary>Lays muscles under a skin in its bind pose: where the skin is is found on the lean man, whatever the build.</summary>
sealed class MuscleLayer
{
    /// <summary>Metres of the reference stature: pieces of a path, depth under the skin, and how deep a point of the model may lie and still be drawn at the skin.</summary>
    const double Piece = 0.045, Under = 0.004, Superficial = 0.075;

    readonly Skin skin;
    readonly Vec[] normals;
    readonly Vec[] lean;
    readonly double[] neutral;

    public MuscleLayer(Skin skin)
    {
        this.skin = skin;
        normals = Normals(skin);
        lean = [.. Enumerable.Range(0, skin.Count).Select(i => Vec.At(skin.Mesh.Canon, i) * skin.Model.Scale)];
        neutral = Frames.Neutral(skin.Model);
    }

    public List<LaidPoint> Lay(MuscleLine line, bool deep)
    {
        var model = skin.Model;
        var ends = line.Points.Select(point => (Body: model.Body(point.With is not null && point.Share < 0.5 ? point.With : point.On), Place: Bind(point))).ToList();
        var laid = new List<LaidPoint>();
        for (var i = 0; i < ends.Count; i++)
        {
            laid.Add(Put(ends[i].Place, ends[i].Body, deep));
            if (i + 1 == ends.Count) break;
            var (from, to) = (ends[i], ends[i + 1]);
            var pieces = (int)((to.Place - from.Place).Length / Piece);
            // Of a deep muscle only the model's own points are known to lie where they should.
            if (deep) continue;
            for (var k = 1; k < pieces; k++)
            {
                var place = Vec.Lerp(from.Place, to.Place, (double)k / pieces);
                laid.Add(Put(place, k * 2 < pieces ? from.Body : to.Body, deep: false));
            }
        }
        return laid;
    }

    LaidPoint Put(Vec place, int body, bool deep)
    {
        var vertex = Nearest(place);
        var outward = normals[vertex];
        var depth = Vec.Dot(lean[vertex] - place, outward);
        if (deep || depth >= Superficial * skin.Model.Scale) return new(place, outward, -1, body);
        // Along the skin it stays where it is; across, it goes to this build's own skin.
        return new(place + outward * depth + (Vec.At(skin.Points, vertex) - lean[vertex]) - outward * Under, outward, vertex, body);
    }

    Vec Bind(PathPoint point)
    {
        var place = Bind(point.On, point.At);
        return point.With is null ? place : place * point.Share + Bind(point.With, point.At) * (1 - point.Share);
    }

    Vec Bind(string id, IReadOnlyList<double> at)
    {
        var body = skin.Model.Body(id);
        var local = new Vec(at[0], at[1], at[2]) * skin.Model.Scale - Vec.At(neutral, body);
        return Vec.At(skin.Bind.Origin, body) + Mat.At(skin.Bind.Rotation, body) * local;
    }

    int Nearest(Vec place)
    {
        var (best, near) = (0, double.PositiveInfinity);
        for (var i = 0; i < skin.Count; i++)
        {
            var away = lean[i] - place;
            var distance = Vec.Dot(away, away);
            if (distance < near) (best, near) = (i, distance);
        }
        return best;
    }

    static Vec[] Normals(Skin skin)
    {
        var normals = new Vec[skin.Count];
        var corners = skin.Mesh.Corners;
        for (var t = 0; t < corners.Length; t += 3)
        {
            Vec a = Vec.At(skin.Points, corners[t]), b = Vec.At(skin.Points, corners[t + 1]), c = Vec.At(skin.Points, corners[t + 2]);
            var outward = Vec.Cross(b - a, c - a);
            for (var k = 0; k < 3; k++) normals[corners[t + k]] += outward;
        }
        return [.. normals.Select(normal => normal.Unit)];
    }
}
