using System.Collections.Immutable;

namespace Mainstay.Knowledge;

/// <summary>How people ask for things: knowledge/search.yaml. A language has its own.</summary>
public sealed record SearchWords
{
    public static SearchWords None { get; } = new();

    /// <summary>Words that say nothing about what is looked for: "my", "the", "what".</summary>
    [Asked] public ImmutableArray<string> Small { get; init; } = [];
    public ImmutableArray<EverydayWord> Everyday { get; init; } = [];
}

/// <summary>What people call a thing that our texts call something else.</summary>
public sealed record EverydayWord
{
    public required string Id { get; init; }
    [Asked] public required ImmutableArray<string> Said { get; init; }
    /// <summary>The same in words that stand in our texts; each is looked for.</summary>
    [Asked] public required ImmutableArray<string> Means { get; init; }
}
