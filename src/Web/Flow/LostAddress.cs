using Mainstay.Web.Find;
using Mainstay.Web.Learn;
using Mainstay.Web.Parts;

namespace Mainstay.Web.Flow;

/// <summary>What an address that leads nowhere may have been meant for.</summary>
/// <param name="Words">Its words, for the search.</param>
/// <param name="Leaves">What can be read about them.</param>
public sealed record LostAddress(string Words, IReadOnlyList<Leaf> Leaves, IReadOnlyList<string> Steps)
{
    const int MostLeaves = 3, MostPages = 2, ShortestWord = 3, LongestWord = 24, MostWords = 6;
    const double TwoSlips = 2.6, OneSlip = 1.9;

    public static LostAddress Of(PathString path, LearnSearch search)
    {
        var steps = (path.Value ?? "").ToLowerInvariant().Split('/', StringSplitOptions.RemoveEmptyEntries);
        // Numbers and ids are nothing to read about, and the names of our shelves say where it is, not what.
        var words = steps.Where(step => !IsFolder(step)).SelectMany(Tokens.Of)
            .Where(word => word.Length is >= ShortestWord and <= LongestWord && !word.Any(char.IsDigit)).Take(MostWords).ToArray();
        var asked = string.Join(' ', words);
        var beside = string.Join('/', steps.SkipLast(1));
        return new(asked, [.. search.Find(asked).Hits.Select(hit => hit.Leaf).OrderByDescending(leaf => beside.Length > 0 && leaf.Path.StartsWith($"/{beside}/", StringComparison.Ordinal)).Take(MostLeaves)], steps);
    }

    /// <summary>Pages with nearly this name, or that the address stands below.</summary>
    public IEnumerable<(string Path, string Name)> Pages(Frame frame) =>
        Place.All(frame).Select(place => (place.Path, place.Name)).Concat(LearnShelf.All.Select(shelf => (shelf.Path, shelf.Name)))
            .Select(page => (Page: page, Far: Steps.Select(step => Far(step, page.Path[(page.Path.LastIndexOf('/') + 1)..])).DefaultIfEmpty(double.PositiveInfinity).Min()))
            .Where(page => double.IsFinite(page.Far)).OrderBy(page => page.Far).ThenByDescending(page => page.Page.Path.Length).Take(MostPages).Select(page => page.Page);

    static bool IsFolder(string step) => Folders.Any(folder => Far(step, folder) <= OneSlip);

    static double Far(string step, string name) => Edits.Between(step, name, name.Length < 4 ? 0 : name.Length < 6 ? OneSlip : TwoSlips);

    static readonly HashSet<string> Folders = [.. LearnShelf.All.SelectMany(shelf => shelf.Path.Split('/', StringSplitOptions.RemoveEmptyEntries)), "learn", "lessons", "moves", "tests", "spots", "check", "change", "diary", "entry", "session", "new", "api"];
}
