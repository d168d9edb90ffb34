using System.Collections.Immutable;
using Mainstay.Knowledge;
using Mainstay.Web.Find;

namespace Mainstay.Web.Moves;

/// <summary>Finds moves by their words: name, line, muscles, kind, things and places. As forgiving as the search in Learn.</summary>
public sealed class MoveFinder
{
    readonly ImmutableArray<ImmutableHashSet<string>> _words;
    readonly Understanding _understanding;

    public MoveFinder(Library library)
    {
        var texts = library.Items.Select(item => Text(item, library)).ToArray();
        _words = [.. texts.Select(text => Tokens.Folded(text).ToImmutableHashSet(StringComparer.Ordinal))];
        _understanding = new(library.Search, texts);
    }

    public Wanted Read(string find, bool asTyped = false) => _understanding.Read(find, asTyped);

    /// <summary>All that is looked for is there. A word counts where it begins one of the move's: "hamstring" finds hamstrings.</summary>
    /// <param name="at">The number of the item in its library.</param>
    public bool Has(int at, Wanted wanted) => wanted.Things.All(thing => thing.Ways.Any(way => way.All(sought => Begins(_words[at], sought.Word))));

    static bool Begins(ImmutableHashSet<string> words, string start) => words.Contains(start) || words.Any(word => word.StartsWith(start, StringComparison.Ordinal) || Tokens.IsSame(word, start));

    static string Text(Item item, Library library) => string.Join(' ', new[] { item.Name, item.Summary, Shelf.Of(item).Name }
        .Concat(item.Targets.Select(id => MoveWords.NameOf(library.Muscles, id) + " " + id))
        .Concat(item.Equipment.Concat(item.Optional).Select(id => MoveWords.NameOf(library.Equipment, id)))
        .Concat(item.Places));
}
