using System.Collections.Immutable;
using Mainstay.Body.Motions;
using Mainstay.Figure.Drawing;
using Mainstay.Figure.Skins;
using Mainstay.Knowledge.Motions;

namespace Mainstay.Moves;

/// <summary>The key poses of a motion as SVG, drawn from the same pose and the same skin as the moving figure.</summary>
public static class MotionDrawings
{
    /// <summary>Every key pose in the order of the file, all in one frame, so that the person keeps their size.</summary>
    /// <param name="skin">Whose.</param>
    /// <param name="view">Null: the motion's best view.</param>
    /// <param name="variant">Null: the motion as it is.</param>
    public static ImmutableArray<string> All(Motion motion, Skin skin, string? view = null, DrawingOptions? options = null, MotionVariant? variant = null) =>
        Of(motion, skin, [.. new MotionPoses(motion, variant).Poses.Select(pose => pose.Id)], view, options, variant);

    /// <param name="poses">Ids of key poses.</param>
    public static ImmutableArray<string> Of(Motion motion, Skin skin, ImmutableArray<string> poses, string? view = null, DrawingOptions? options = null, MotionVariant? variant = null)
    {
        var numbers = new MotionPoses(motion, variant);
        var write = new PoseWriter(skin.Model);
        var scenes = poses.Select(id =>
        {
            var at = numbers.Index(id);
            var (pose, frames) = (new Pose(skin.Model), new Frames(skin.Model));
            write.Write(numbers.Terms[at], pose);
            frames.Place(pose);
            return new Scene(frames, numbers.PropsOf(at));
        }).ToArray();
        return FigureDrawing.Svgs(skin, scenes, [.. motion.Targets.Select(target => new Target(target))], view ?? (motion.Views.IsDefaultOrEmpty ? "side" : motion.Views[0]),
            (options ?? DrawingOptions.Usual) with { EyesClosed = motion.EyesClosed });
    }

    /// <summary>The pose that shows the move at a glance: of the first hold, else where the first movement goes.</summary>
    public static string Chief(Motion motion) =>
        (motion.Steps.FirstOrDefault(step => step.Phase == Phase.Hold) ?? motion.Steps.FirstOrDefault(step => step.Phase == Phase.Move) ?? motion.Steps[0]).To;
}
