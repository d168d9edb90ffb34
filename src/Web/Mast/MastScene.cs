using System.Collections.Immutable;
using Mainstay.Knowledge;
using Mainstay.Knowledge.Motions;
using Mainstay.Moves;
using static Mainstay.Web.Texts.Marking;

namespace Mainstay.Web.Mast;

/// <summary>What the body does: a named posture of knowledge/anatomy/postures.yaml, or a motion.</summary>
/// <param name="Id">In the address.</param>
/// <param name="Posture">Id of the named posture; its own loads are left out. Null: it is a motion.</param>
/// <param name="Kg">In the hands unless something else is said.</param>
public sealed record MastScene(string Id, string Name, string? Posture, double Kg = 0)
{
    /// <summary>Views of the figure: <see cref="Figure.Drawing.View"/>.</summary>
    public string View { get; init; } = "side";
    public Motion? Motion { get; init; }
    /// <summary>Its name in the language of a page.</summary>
    public string Said(Parts.Frame frame) => Motion is null ? frame.Phrases.Say(Name) : frame.Library.Motions.FirstOrDefault(motion => motion.Id == Id)?.Title ?? Name;

    /// <summary>True where the load is told over time.</summary>
    public bool Moves => Motion?.Kind == MotionKind.Everyday;

    /// <summary>Those that no motion shows, or that were held against what was measured inside a disc.</summary>
    static readonly ImmutableArray<MastScene> Postures =
    [
        new("stand", N("Stand"), "standing"),
        new("bend", N("Bend a little"), "standing-flexed"),
        new("hang", N("Bend right down"), "standing-hanging-bend"),
    ];

    /// <summary>Shown by a named posture already.</summary>
    const string LeftOut = "stand-at-ease";

    /// <summary>Named postures, then every posture and every movement of daily life that has a motion.</summary>
    public static ImmutableArray<MastScene> All(Library library) =>
    [
        .. Postures,
        .. library.Motions.Where(motion => motion.Kind is MotionKind.Everyday or MotionKind.Posture && motion.Id != LeftOut).OrderBy(motion => motion.Kind == MotionKind.Everyday)
            .Select(motion => new MastScene(motion.Id, motion.Title, null, PlayedMotion.HeldKg(motion)) { Motion = motion, View = motion.Views[0] }),
    ];
}
