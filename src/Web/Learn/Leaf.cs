namespace Mainstay.Web.Learn;

/// <summary>One thing to read: what the search finds and what lists point to.</summary>
/// <param name="Kind">What it is, in one word, as people read it: "Lesson", "Claim" …</param>
/// <param name="Text">All its words, for the search and for the excerpt.</param>
/// <param name="Weight">How much a match counts, with 1 for a question that people ask. What answers them stands before what it rests on.</param>
public sealed record Leaf(string Kind, string Title, string Text, string Path, double Weight = 1)
{
    /// <summary>Its id. It often holds the plain word where the title has a picture: "sleep-and-pain" is titled "Better nights, calmer days".</summary>
    public string Id => Path[(Path.LastIndexOfAny(['/', '#']) + 1)..];

    public bool IsMove => Path.StartsWith("/moves/", StringComparison.Ordinal);
}
