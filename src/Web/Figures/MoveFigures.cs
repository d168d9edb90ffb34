using System.Collections.Immutable;
using Mainstay.Care;
using Mainstay.Knowledge;
using Mainstay.Knowledge.Motions;
using Mainstay.Moves;
using Mainstay.Moves.Verify;

namespace Mainstay.Web.Figures;

/// <summary>The addresses of what a move's figure is made of, and of its drawing on light and dark paper.</summary>
public sealed record MoveFigure(string Motion, string Skin, string Muscles, string Picture, string DarkPicture)
{
    /// <summary>Its key positions in their order; empty where it is one position only.</summary>
    public ImmutableArray<PositionPicture> Positions { get; init; } = [];
}

/// <summary>A key position and its drawing on light and dark paper.</summary>
public sealed record PositionPicture(KeyPosition Key, string Picture, string DarkPicture);

/// <summary>Which figure shows a move to one person: in their build, where sex, height and mass are known.</summary>
/// <param name="library">In whose words motions are told.</param>
/// <param name="answers">Null for a stranger.</param>
public sealed class MoveFigures(FigureFiles files, MotionModel motions, Library library, Answers? answers)
{
    readonly string _build = BuildOf(answers);

    public static string BuildOf(Answers? answers) => FigureFiles.BuildOf(answers?.OptionOf("sex"), answers?[Questionnaire.Bmi] is { IsGiven: true } bmi ? bmi.Number : null);

    /// <summary>The motion that shows an exercise or module; null where none has been written yet.</summary>
    public Motion? MotionOf(Item item) => files.Exist ? library.MotionOf(item) : null;

    /// <param name="variant">Of its motion; null for the motion as it is.</param>
    /// <returns>Null where no motion has been written yet.</returns>
    public MoveFigure? Of(Item item, MotionVariant? variant = null) => Of(MotionOf(item), variant);

    /// <summary>How a self-test is done; null where no motion has been written yet.</summary>
    public MoveFigure? Of(SelfTest test) => Of(files.Exist ? library.MotionOf(test) : null);

    /// <summary>What the mechanical body finds in a move's motion; null where it has none. About 20 ms the first time.</summary>
    public MotionReport? InModel(Item item) => MotionOf(item) is { } motion ? motions.Report(motion) : null;

    /// <returns>Null without a motion, and where there are no figures.</returns>
    public MoveFigure? Of(Motion? motion, MotionVariant? variant = null) => !files.Exist || motion is null ? null
        : new(files.MotionUrl(motion, variant), Skin, Muscles, files.PictureUrl(motion, _build, dark: false, variant), files.PictureUrl(motion, _build, dark: true, variant))
        {
            Positions = [.. KeyPositions.Of(motion, variant).Select(key => new PositionPicture(key, files.PositionUrl(motion, _build, key.Pose, dark: false, variant), files.PositionUrl(motion, _build, key.Pose, dark: true, variant)))],
        };

    /// <summary>Of the person, for a figure without a motion.</summary>
    public string Skin => files.SkinUrl(_build);
    public string Muscles => files.MusclesUrl(_build);
}
