using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Mainstay.Body.Model;
using Mainstay.Body.Motions;
using Mainstay.Body.Postures;
using Mainstay.Figure.Drawing;
using Mainstay.Figure.Packing;
using Mainstay.Figure.Skins;
using Mainstay.Moves;
using Mainstay.Web.Mast;

namespace Mainstay.Web.Figures;

/// <summary>A state of the body to be shown with its spine and ropes.</summary>
/// <param name="Drawing">For who has no script.</param>
/// <param name="Motion">Address of the motion; null for a posture.</param>
/// <param name="Poses">For the figure's attribute of that name; null for a motion. <paramref name="Things"/>: what it sits on.</param>
public sealed record InsideFigure(InsideDrawing Drawing, string? Motion, string? Poses, string? Things, string Skin, string Muscles);

/// <summary>The mechanical body's postures and moments as figures and drawings. A shape is drawn once and kept.</summary>
public sealed class InsideFigures(FigureFiles files, BodyDesk desk)
{
    const int Most = 256;
    static readonly DrawingOptions Options = new() { Pixel = 0.004 };

    sealed record Posed(InsideDrawing Drawing, string? Poses, string? Things);

    readonly ConcurrentDictionary<(string Build, string Scene, double At), Lazy<Posed>> shapes = new();

    public InsideFigure Of(MastState state, string build)
    {
        var (scene, at) = (state.Choice.Scene, Math.Round(state.Movement?.At ?? 0, 1));
        if (shapes.Count > Most) shapes.Clear();
        var posed = shapes.GetOrAdd((build, scene.Id, at), _ => new(() => scene.Motion is null ? Named(scene, build) : Moment(scene, build, at))).Value;
        return new(posed.Drawing, scene.Moves ? files.MotionUrl(scene.Motion!) : null, posed.Poses, posed.Things, files.SkinUrl(build), files.MusclesUrl(build));
    }

    Posed Moment(MastScene scene, string build, double at)
    {
        var skin = files.SkinOf(build);
        var (frames, props) = new PlayedMotion(skin.Model, scene.Motion!).At(at);
        return Made(scene, skin, frames, props);
    }

    Posed Named(MastScene scene, string build)
    {
        var skin = files.SkinOf(build);
        var work = new Workspace(skin.Model);
        PostureSetter.Apply(desk.Posture(scene), work);
        var pose = new Pose(skin.Model) { Pitch = work.Pitch, Roll = work.Roll, Turn = work.Turn };
        work.Angles.CopyTo(pose.Angles, 0);
        var (frames, posed) = (new Frames(skin.Model), new SkinPose(skin));
        frames.Place(pose);
        posed.Place(frames);
        posed.PlacePoints();
        // The lowest skin stands, or lies, on the floor.
        var lowest = double.PositiveInfinity;
        for (var i = 2; i < posed.Points.Length; i += 3) lowest = Math.Min(lowest, posed.Points[i]);
        pose.At = (0, 0, -lowest);
        frames.Place(pose);
        return Made(scene, skin, frames, []);
    }

    static Posed Made(MastScene scene, Skin skin, Frames frames, ImmutableArray<Prop> props) =>
        new(InsideDrawing.Of(skin, frames, props, scene.View, Options), scene.Moves ? null : MotionFile.Still(frames), scene.Moves || props.IsEmpty ? null : MotionFile.Things(props, skin.Model));

    /// <summary>Muscles and discs on the way of a movement, for the figure's attribute "course"; null for a posture.</summary>
    public string? Course(MastState state)
    {
        if (state.Movement?.Course is not { } course) return null;
        var model = desk.Answers.Model(Person.Wilke);
        var every = Enumerable.Range(0, Shown).Select(k => course.Frames[k * (course.Frames.Length - 1) / (Shown - 1)]).ToArray();
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteStartObject("groups");
            for (var g = 0; g < model.GroupIds.Length; g++)
            {
                if (every.All(frame => frame.Groups[g] < 0.01)) continue;
                json.WriteStartArray(model.GroupIds[g]);
                foreach (var frame in every) json.WriteNumberValue(Math.Round(Rope(frame.Groups[g]), 2));
                json.WriteEndArray();
            }
            json.WriteEndObject();
            json.WriteStartArray("discs");
            foreach (var frame in every)
            {
                json.WriteStartArray();
                foreach (var times in frame.OfStanding) json.WriteNumberValue(Math.Round(MastState.DiscOf(times), 2));
                json.WriteEndArray();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return System.Text.Encoding.UTF8.GetString(buffer.ToArray());
    }

    const int Shown = 40;

    /// <summary>Ropes of the answer for the figure's attribute "tension": how wide and solid each is drawn.</summary>
    public static string Tension(MastState state) =>
        "{" + string.Join(',', state.Answer.Ropes.Select(rope => string.Create(CultureInfo.InvariantCulture, $"\"{rope.Key}\":{Rope(rope.Value):0.##}"))) + "}";

    /// <summary>Small pulls are told apart better than large ones.</summary>
    static double Rope(double share) => Math.Sqrt(Math.Clamp(share, 0, 1));
}
