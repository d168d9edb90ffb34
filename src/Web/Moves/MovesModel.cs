using System.Collections.Immutable;
using Mainstay.Care;
using Mainstay.Knowledge;
using Mainstay.Knowledge.Motions;
using Mainstay.Moves.Verify;
using Mainstay.Web.Own;

namespace Mainstay.Web.Moves;

/// <summary>A move with how it stands for this person.</summary>
/// <param name="Blocked">Why it is left out; empty when it is not, and before the first answer.</param>
/// <param name="Changes">How this person does it otherwise.</param>
public sealed record Move(Item Item, Dose Dose, ImmutableArray<string> Blocked, ImmutableArray<Limit> Changes)
{
    public bool IsBlocked => !Blocked.IsEmpty;
}

/// <param name="Shelves">Those with a match, in order.</param>
/// <param name="Counts">How many moves each choice of the filter would leave, by "kind:stretch", "place:home", "thing:chair", "minutes:3".</param>
/// <param name="Muscles">Muscles that some move aims at.</param>
/// <param name="Things">Equipment that some move needs.</param>
/// <param name="Known">The person has answered something, so that their limits are known.</param>
/// <param name="Waiting">Why all exercises wait; null: they do not.</param>
public sealed record MovesModel(MoveFilter Filter, ImmutableArray<(Shelf Shelf, ImmutableArray<Move> Moves)> Shelves, int Matching, int All,
    IReadOnlyDictionary<string, int> Counts, ImmutableArray<Named> Muscles, ImmutableArray<Named> Things, bool Known, Hold? Waiting)
{
    /// <summary>The address that looks for the words just as they stand there.</summary>
    public string AsTyped { get; init; } = "/moves";
}

/// <param name="Easier">And <paramref name="Harder"/>: null where there is none.</param>
/// <param name="Helps">Contributors that it may help with, the best fit first; true where it is named in this person's result.</param>
/// <param name="Block">Every reason to leave it out, of its cautions and of its own.</param>
/// <param name="Modify">Every way to do it otherwise.</param>
public sealed record MoveModel(Move Move, Item? Easier, Item? Harder, ImmutableArray<(Contributor Contributor, bool Yours)> Helps,
    ImmutableArray<Limit> Block, ImmutableArray<Limit> Modify, bool Known, Hold? Waiting)
{
    /// <summary>Why it is not to be done again today; null: it was not too much.</summary>
    public string? Stopped { get; init; }

    /// <summary>What the mechanical body finds in its motion; null where it has none.</summary>
    public MotionReport? InModel { get; init; }

    /// <summary>How its figure is shown.</summary>
    public MoveShown Shown { get; init; } = MoveShown.Usual;

    /// <summary>Other motions that show it: of a module all of them, of an exercise those beside its picture.</summary>
    public ImmutableArray<Motion> Others { get; init; } = [];
}

/// <summary>Which way of a move the figure shows.</summary>
/// <param name="Variants">Easier and harder ways of its motion.</param>
/// <param name="Variant">Null for the move as it is.</param>
/// <param name="OneSided">It can be shown on the other side; <paramref name="Left"/> where it is.</param>
public sealed record MoveShown(ImmutableArray<MotionVariant> Variants, MotionVariant? Variant, bool OneSided, bool Left)
{
    public static MoveShown Usual { get; } = new([], null, false, false);

    /// <summary>Words in the address that are none of ours show the usual way.</summary>
    public static MoveShown Read(Motion? motion, string? variant, string? side) => motion is null ? Usual
        : new(motion.Variants, motion.Variants.FirstOrDefault(one => one.Id == variant), motion.Side == MotionSide.Right, motion.Side == MotionSide.Right && side == "left");

    /// <summary>The end of the address that shows it so.</summary>
    public static string Query(MotionVariant? variant, bool left)
    {
        string[] parts = [.. variant is null ? [] : new[] { $"way={variant.Id}" }, .. left ? ["side=left"] : Array.Empty<string>()];
        return parts.Length == 0 ? "" : "?" + string.Join('&', parts);
    }
}
