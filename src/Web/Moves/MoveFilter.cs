using System.Collections.Immutable;
using System.Globalization;
using Mainstay.Knowledge;
using Mainstay.Web.Find;

namespace Mainstay.Web.Moves;

/// <summary>What is looked for on the page of moves, as its address says it. A value that the knowledge does not have is left out.</summary>
/// <param name="Find">Words of the move's name, line, muscles, kind or things, as they were typed.</param>
/// <param name="Kinds">Ids of shelves. Empty: all.</param>
/// <param name="Places">home, work, travel: at any of these. Empty: anywhere.</param>
/// <param name="Things">Equipment that is there: moves that need nothing else. <see cref="NoThings"/> alone: moves that need nothing. Empty: not asked.</param>
/// <param name="Minutes">At most; null for any.</param>
/// <param name="Muscle">A target; null for any.</param>
/// <param name="Suited">Leave out what is blocked for this person.</param>
public sealed record MoveFilter(string Find, ImmutableArray<string> Kinds, ImmutableArray<string> Places, ImmutableArray<string> Things, int? Minutes,
    string? Muscle, bool Suited)
{
    /// <summary>Find, as it was understood.</summary>
    public Wanted Wanted { get; init; } = Wanted.Nothing;

    public const string NoThings = "none";
    const int LongestFind = 80;

    public static readonly MoveFilter None = new("", [], [], [], null, null, false);
    public static readonly ImmutableArray<string> AllPlaces = ["home", "work", "travel"];
    public static readonly ImmutableArray<int> AllMinutes = [1, 2, 3, 5, 10];

    public static MoveFilter Read(IQueryCollection query, Library library, MoveFinder finder)
    {
        var find = query["find"].ToString().Trim();
        if (find.Length > LongestFind) find = find[..LongestFind];
        var things = library.Equipment.Select(thing => thing.Id).Append(NoThings);
        return new(
            find,
            Known(query, "kind", Shelf.All.Select(shelf => shelf.Id)),
            Known(query, "place", AllPlaces),
            Known(query, "thing", things),
            int.TryParse(query["minutes"], NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) && AllMinutes.Contains(minutes) ? minutes : null,
            Known(query, "muscle", library.Muscles.Select(muscle => muscle.Id)).FirstOrDefault(),
            query.ContainsKey("suited")) { Wanted = finder.Read(find, query["as"] == Understanding.AsTyped) };
    }

    public bool IsNone => Find.Length == 0 && Kinds.IsEmpty && Places.IsEmpty && Things.IsEmpty && Minutes is null && Muscle is null && !Suited;

    /// <param name="found">Its words are those looked for: <see cref="MoveFinder.Has"/>.</param>
    public bool Takes(Item item, bool found, bool blocked) =>
        found
        && (Kinds.IsEmpty || Kinds.Contains(Shelf.Of(item).Id))
        && (Places.IsEmpty || Places.Any(place => item.Places.Contains(place)))
        && (Things.IsEmpty || item.Equipment.All(thing => Things.Contains(thing)))
        && (Minutes is null || item.Minutes <= Minutes)
        && (Muscle is null || item.Targets.Contains(Muscle))
        && !(Suited && blocked);

    static ImmutableArray<string> Known(IQueryCollection query, string name, IEnumerable<string> known)
    {
        var asked = query[name].ToHashSet();
        return [.. known.Where(asked.Contains)];
    }
}
