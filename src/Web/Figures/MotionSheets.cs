using System.Collections.Immutable;
using Mainstay.Body.Model;
using Mainstay.Body.Motions;
using Mainstay.Figure.Drawing;
using Mainstay.Figure.Packing;
using Mainstay.Figure.Skins;
using Mainstay.Knowledge.Motions;
using Mainstay.Moves;

namespace Mainstay.Web.Figures;

/// <summary>A motion of the knowledge as the figure's packer and pen want it.</summary>
static class MotionSheets
{
    /// <param name="best">The view that is shown first.</param>
    public static MotionSheet Of(Motion motion, MotionVariant? variant, BodyModel model, string best)
    {
        var poses = new MotionPoses(motion, variant);
        return new(motion.Id, motion.Title, motion.Side.ToString().ToLowerInvariant(), [best, .. motion.Views.Where(view => view != best)],
            [.. motion.Targets.SelectMany(target => MuscleFile.Lines(model, target)).Distinct()], poses.Timeline(),
            [.. poses.Steps.Select(step => new StepWords(step.Breath?.ToString().ToLowerInvariant(), step.Say))], [.. poses.Poses.Select(pose => pose.Id)], poses.Terms,
            [.. poses.Poses.Select((_, at) => poses.PropsOf(at))]) { EyesClosed = motion.EyesClosed };
    }

    /// <summary>Where it is held.</summary>
    public static string Picture(Motion motion, MotionVariant? variant, Skin skin, string view, Palette colours)
    {
        var scene = Held(new MotionPoses(motion, variant), skin);
        return FigureDrawing.Svg(skin, scene.Pose, scene.Props, Targets(motion), view, new DrawingOptions { Colours = colours, Pixel = 0.006, EyesClosed = motion.EyesClosed });
    }

    /// <summary>The key positions, all in one frame, so that the person keeps their size from one to the next.</summary>
    public static ImmutableArray<string> Row(Motion motion, MotionVariant? variant, Skin skin, string view, Palette colours) => MotionDrawings.Of(motion, skin, [.. KeyPositions.Of(motion, variant).Select(key => key.Pose)],
        view, new DrawingOptions { Colours = colours, Pixel = 0.008 }, variant);

    /// <summary>Of the author's views the one in which most of the target is seen where it is held.</summary>
    public static string BestView(Motion motion, Skin skin) =>
        motion.Targets.IsEmpty || motion.Views.Length < 2 ? motion.Views[0] : FigureDrawing.BestView(skin, Held(new MotionPoses(motion), skin), Targets(motion), motion.Views);

    static ImmutableArray<Target> Targets(Motion motion) => [.. motion.Targets.Select(target => new Target(target))];

    static Scene Held(MotionPoses poses, Skin skin)
    {
        var step = poses.Steps.FirstOrDefault(step => step.Phase == Phase.Hold) ?? poses.Steps[poses.Steps.Length / 2];
        var at = poses.Index(step.To);
        var (pose, frames) = (new Pose(skin.Model), new Frames(skin.Model));
        new PoseWriter(skin.Model).Write(poses.Terms[at], pose);
        frames.Place(pose);
        return new Scene(frames, poses.PropsOf(at));
    }
}
