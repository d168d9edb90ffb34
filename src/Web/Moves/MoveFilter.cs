using System.Collections.Immutable;
using System.Globalization;
using Mainstay.Knowledge;

namespace Mainstay.Web.Moves;

/// <summary>What is looked for on the page of moves, as its address says it. A value that the knowledge does not have is left out.</summary>
/// <param name="Find">Words; each begins a word of the move's name, line, muscles, kind or things.</param>
/// <param name="Kinds">Ids of shelves. Empty: all.</param>
/// <param name="Places">home, work, travel: at any of these. Empty: anywhere.</param>
/// <param name="Things">Equipment that is there: moves that need nothing else. <see cref="NoThings"/> alone: moves that need nothing. Empty: not asked.</param>
/// <param name="Minutes">At most; null for any.</param>
/// <param name="Muscle">A target; null for any.</param>
/// <param name="Suited">Leave out what is blocked for this person.</param>
public sealed record MoveFilter(string Find, ImmutableArray<string> Kinds, ImmutableArray<string> Places, ImmutableArray<string> Things, int? Minutes,
    string? Muscle, bool Suited)
{
    public const string NoThings = "none";
    const int LongestFind = 80;

    public static readonly MoveFilter None = new("", [], [], [], null, null, false);
    public static readonly ImmutableArray<string> AllPlaces = ["home", "work", "travel"];
    public static readonly ImmutableArray<int> AllMinutes = [1, 2, 3, 5, 10];

    public static MoveFilter Read(IQueryCollection query, Library library)
    {
        var find = query["find"].ToString().Trim();
        var things = library.Equipment.Select(thing => thing.Id).Append(NoThings);
        return new(
            find.Length > LongestFind ? find[..LongestFind] : find,
            Known(query, "kind", Shelf.All.Select(shelf => shelf.Id)),
            Known(query, "place", AllPlaces),
            Known(query, "thing", things),
            int.TryParse(query["minutes"], NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) && AllMinutes.Contains(minutes) ? minutes : null,
            Known(query, "muscle", library.Muscles.Select(muscle => muscle.Id)).FirstOrDefault(),
            query.ContainsKey("suited"));
    }

    public bool IsNone => Find.Length == 0 && Kinds.IsEmpty && Places.IsEmpty && Things.IsEmpty && Minutes is null && Muscle is null && !Suited;

    /// <param name="words">All the words of the move, folded: <see cref="MoveWords.Of"/>.</param>
    public bool Takes(Item item, IReadOnlyCollection<string> words, bool blocked) =>
        (Kinds.IsEmpty || Kinds.Contains(Shelf.Of(item).Id))
        && (Places.IsEmpty || Places.Any(place => item.Places.Contains(place)))
        && (Things.IsEmpty || item.Equipment.All(thing => Things.Contains(thing)))
        && (Minutes is null || item.Minutes <= Minutes)
        && (Muscle is null || item.Targets.Contains(Muscle))
        && !(Suited && blocked)
        && MoveWords.Split(Find).All(asked => words.Any(word => word.StartsWith(asked, StringComparison.Ordinal)));

    static ImmutableArray<string> Known(IQueryCollection query, string name, IEnumerable<string> known)
    {
        var asked = query[name].ToHashSet();
        return [.. known.Where(asked.Contains)];
    }
}
