using System.Collections.Immutable;

namespace Mainstay.Knowledge.Tests;

/// <summary>A small knowledge folder without a fault. Each test spoils one thing of it and looks for the one error.</summary>
sealed record Mini(ImmutableSortedDictionary<string, string> Files)
{
    static readonly string[] Contributors =
    [
        "acute-strain", "prolonged-sitting", "over-exercise", "stress", "tight-hamstrings-hip-flexors", "tender-points", "low-strength", "nerve-root", "facet", "stenosis",
        "sacroiliac", "inflammatory", "sensitised",
    ];

    public static readonly Mini Good = new(Build());

    public Mini With(string path, string text) => new(Files.SetItem(path, text));
    public Mini Without(string path) => new(Files.Remove(path));

    /// <summary>Spoils one place; fails where the text to replace is not there exactly once.</summary>
    public Mini Replace(string path, string old, string by)
    {
        var text = Files[path];
        Assert.Equal(2, text.Split(old).Length);
        return With(path, text.Replace(old, by, StringComparison.Ordinal));
    }

    public Mini Add(string path, string text) => With(path, Files[path] + text);

    public ImmutableArray<KnowledgeFile> AsFiles => [.. Files.Select(file => new KnowledgeFile(file.Key, file.Value))];
    public LoadResult Check(string language = "en") => LibraryLoader.Check(AsFiles, language);

    /// <summary>The only error there is.</summary>
    public ContentError Error(string language = "en") => Assert.Single(Check(language).Errors);

    static ImmutableSortedDictionary<string, string> Build() =>
        MiniAsking.Files.Concat(MiniReading.Files).Concat(MiniProgramme.Files).Concat(Contributors.Select(id => KeyValuePair.Create($"contributors/{id}.yaml", MiniTemplates.Contributor(id))))
            .ToImmutableSortedDictionary(StringComparer.Ordinal);
}
