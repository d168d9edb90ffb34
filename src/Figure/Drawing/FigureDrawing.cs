using System.Collections.Immutable;
using Mainstay.Body.Motions;
using Mainstay.Figure.Skins;

namespace Mainstay.Figure.Drawing;

/// <summary>The person in a pose as an SVG of flat shapes. Pure: the same scene gives the same text.</summary>
/// <remarks>Every path has a class: mf-skin, mf-top, mf-shorts, mf-socks, mf-hair; mf-mat, mf-wood, mf-wall, mf-ball, mf-roller, mf-cushion,
/// mf-screen, mf-strap, mf-band, mf-weight; mf-shade (a group of two), mf-far (a wash over far limbs), mf-target, mf-fibre; mf-line (a group), in
/// it mf-outline, mf-overlap, mf-cloth, mf-prop, mf-face, mf-eye; mf-glass; mf-shadow and mf-floor.</remarks>
public static class FigureDrawing
{
    internal const byte SkinId = 1;
    internal const byte FirstPropId = 32;

    /// <param name="skin">Whose.</param>
    /// <param name="pose">Placed, of the skin's model.</param>
    /// <param name="targets">Muscles in gold.</param>
    /// <param name="view">See <see cref="View.Of"/>.</param>
    /// <exception cref="FigureException">An unknown view or muscle.</exception>
    public static string Svg(Skin skin, Frames pose, IReadOnlyList<Prop> props, IReadOnlyList<Target> targets, string view, DrawingOptions? options = null) =>
        Svgs(skin, [new Scene(pose, props)], targets, view, options)[0];

    /// <summary>Several moments of a motion in one frame, so that the person keeps their size and place.</summary>
    public static ImmutableArray<string> Svgs(Skin skin, IReadOnlyList<Scene> scenes, IReadOnlyList<Target> targets, string view, DrawingOptions? options = null)
    {
        options ??= DrawingOptions.Usual;
        var eye = View.Of(view);
        var pictures = scenes.Select(scene => new Picture(Posed(skin, scene), scene.Props, eye)).ToArray();
        var bounds = Bounds.None;
        foreach (var picture in pictures) bounds = bounds.With(picture.Bounds);
        var frame = Frame.Of(eye, bounds.Wider(options.Margin), options.Pixel);
        return [.. pictures.Select(picture =>
        {
            picture.Paint(frame);
            return new SvgText(picture, targets, options).Write();
        })];
    }

    /// <summary>The view among several in which most of the targets is seen; the first where none shows any, or as much.</summary>
    public static string BestView(Skin skin, Scene scene, IReadOnlyList<Target> targets, IReadOnlyList<string> views)
    {
        const double Coarse = 0.006;
        var posed = Posed(skin, scene);
        int Seen(string id)
        {
            var view = View.Of(id);
            var picture = new Picture(posed, scene.Props, view);
            picture.Paint(Frame.Of(view, picture.Bounds.Wider(Coarse), Coarse));
            return new TargetBand(picture.Raster, targets.Select(target => MuscleLines.Of(skin).Posed(target, posed, view).ToArray())).Mask.Count(pixel => pixel != 0);
        }
        return views.Select(id => (Id: id, Seen: Seen(id))).MaxBy(view => view.Seen).Id;
    }

    internal static SkinPose Posed(Skin skin, Scene scene)
    {
        var posed = new SkinPose(skin);
        posed.Place(scene.Pose);
        posed.PlacePoints();
        Resting.Flatten(posed.Points, scene.Props, skin.Model.Scale);
        return posed;
    }
}
