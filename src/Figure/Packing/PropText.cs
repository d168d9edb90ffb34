using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Mainstay.Body.Model;
using Mainstay.Body.Motions;

namespace Mainstay.Figure.Packing;

/// <summary>Props as a browser gets them: every size said, points of the body as [body, x, y, z]. Metres of the reference stature.</summary>
static class PropText
{
    /// <param name="poses">Per pose, the same props in the same order.</param>
    public static JsonArray Of(ImmutableArray<ImmutableArray<Prop>> poses, BodyModel model) =>
        poses.IsEmpty ? [] : new([.. poses[0].Select((prop, i) => One(prop, [.. poses.Select(pose => pose[i].At)], model))]);

    static JsonObject One(Prop prop, ImmutableArray<double>[] places, BodyModel model)
    {
        var text = new JsonObject { ["is"] = MotionFile.Name(prop.Is), ["faces"] = MotionFile.Name(prop.Faces) };
        void Put(string name, double? value) { if (value is { } number) text[name] = Math.Round(number, 4); }
        if (!prop.X.IsEmpty) text["x"] = Numbers(prop.X);
        if (!prop.X.IsEmpty) text["y"] = Numbers(prop.Y.IsEmpty ? Breadth(prop.Is) : prop.Y);
        Put("top", prop.Height ?? (prop.Is == PropKind.Wall ? prop.Top : null));
        if (prop.Base != 0) Put("base", prop.Base);
        if (prop.Is is PropKind.Chair or PropKind.Stool) Put("rest", prop.Back ?? (prop.Is == PropKind.Chair ? 0.44 : 0));
        Put("depth", prop.Depth ?? (prop.Is is PropKind.Chair or PropKind.Stool ? 0.42 : null));
        Put("width", prop.Width ?? prop.Is switch { PropKind.Chair or PropKind.Stool => 0.44, PropKind.Wall => 1.0, PropKind.Door => 0.9, _ => null });
        Put("radius", prop.Radius);
        Put("length", prop.Length);
        if (!prop.Through.IsEmpty) text["through"] = new JsonArray([.. prop.Through.Select(point => point == "anchor" ? Numbers([-1, .. prop.At]) : Point(model, point))]);
        if (prop.In is { } carried) text["in"] = Point(model, carried);
        if (!prop.At.IsEmpty) text["at"] = new JsonArray([.. places.Select(place => (JsonNode)Numbers(place))]);
        return text;
    }

    static ImmutableArray<double> Breadth(PropKind kind) => kind switch { PropKind.Mat => [-0.32, 0.32], PropKind.Bed => [-0.5, 0.5], _ => [-0.6, 0.6] };

    static JsonArray Point(BodyModel model, string name)
    {
        var (body, x, y, z) = BodyPoints.Find(model, name, []);
        return Numbers([body, x, y, z]);
    }

    static JsonArray Numbers(IEnumerable<double> numbers) => new([.. numbers.Select(x => (JsonNode)(Math.Round(x, 4) + 0.0))]);
}
