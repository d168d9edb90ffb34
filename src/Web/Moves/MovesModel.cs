using System.Collections.Immutable;
using Mainstay.Care;
using Mainstay.Knowledge;

namespace Mainstay.Web.Moves;

/// <summary>A move with how it stands for this person.</summary>
/// <param name="Blocked">Why it is left out; empty when it is not, and before the first answer.</param>
/// <param name="Changes">How this person does it otherwise.</param>
public sealed record Move(Item Item, Dose Dose, ImmutableArray<string> Blocked, ImmutableArray<Limit> Changes)
{
    public bool IsBlocked => !Blocked.IsEmpty;
}

/// <summary>All exercises wait, and why.</summary>
/// <param name="Urgent">A professional should look first; otherwise the person is too young.</param>
public sealed record Waiting(string Says, bool Urgent);

/// <param name="Shelves">Those with a match, in order.</param>
/// <param name="Counts">How many moves each choice of the filter would leave, by "kind:stretch", "place:home", "thing:chair", "minutes:3".</param>
/// <param name="Muscles">Muscles that some move aims at.</param>
/// <param name="Things">Equipment that some move needs.</param>
/// <param name="Known">The person has answered something, so that their limits are known.</param>
public sealed record MovesModel(MoveFilter Filter, ImmutableArray<(Shelf Shelf, ImmutableArray<Move> Moves)> Shelves, int Matching, int All,
    IReadOnlyDictionary<string, int> Counts, ImmutableArray<Named> Muscles, ImmutableArray<Named> Things, bool Known, Waiting? Waiting);

/// <param name="Easier">And <paramref name="Harder"/>: null where there is none.</param>
/// <param name="Helps">Contributors that it may help with, the best fit first; true where it is named in this person's result.</param>
/// <param name="Block">Every reason to leave it out, of its cautions and of its own.</param>
/// <param name="Modify">Every way to do it otherwise.</param>
public sealed record MoveModel(Move Move, Item? Easier, Item? Harder, ImmutableArray<(Contributor Contributor, bool Yours)> Helps,
    ImmutableArray<Limit> Block, ImmutableArray<Limit> Modify, bool Known, Waiting? Waiting);
