using Mainstay.Knowledge;

namespace Mainstay.Care.Tests;

/// <summary>The knowledge folder of this checkout, loaded once.</summary>
static class RealKnowledge
{
    public static readonly string Folder = KnowledgeFolder.Find(AppContext.BaseDirectory) ?? throw new InvalidOperationException("There is no knowledge folder.");
    public static readonly Library Library = LibraryLoader.Load(KnowledgeFolder.Read(Folder));
    public static readonly Questionnaire Form = new(Library);
    public static readonly Triage Triage = new(Form);

    /// <summary>The same, with other rules.</summary>
    public static Triage With(IEnumerable<Rule> rules) => new(new(Library with { Rules = [.. rules] }));
}
