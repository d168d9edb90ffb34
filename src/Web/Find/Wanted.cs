using System.Collections.Immutable;

namespace Mainstay.Web.Find;

/// <summary>A word to look for, folded.</summary>
/// <param name="Begins">It may be unfinished: words that begin so count too.</param>
public readonly record struct Sought(string Word, bool Begins);

/// <summary>One thing that is looked for, in one or several ways of saying it. The first way is the person's own.</summary>
/// <param name="Ways">In each way all words are needed.</param>
public sealed record Thing(ImmutableArray<ImmutableArray<Sought>> Ways);

/// <summary>What a person typed, as it was understood.</summary>
/// <param name="Corrected">The words after typing errors were put right; null where nothing was.</param>
/// <param name="Also">What everyday words mean in the words of our texts, which was looked for as well; null where nothing.</param>
public sealed record Wanted(ImmutableArray<Thing> Things, string? Corrected, string? Also)
{
    public static Wanted Nothing { get; } = new([], null, null);

    public IEnumerable<Sought> Words => Things.SelectMany(thing => thing.Ways).SelectMany(way => way).Distinct();
}
