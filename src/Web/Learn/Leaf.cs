namespace Mainstay.Web.Learn;

/// <summary>One thing to read: what the search finds and what lists point to.</summary>
/// <param name="Kind">What it is, in one word, as people read it: "Lesson", "Claim" …</param>
/// <param name="Text">All its words, for the search and for the excerpt.</param>
public sealed record Leaf(string Kind, string Title, string Text, string Path);
