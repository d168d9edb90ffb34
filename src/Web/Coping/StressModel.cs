using System.Collections.Immutable;
using Mainstay.Care;
using Mainstay.Knowledge;

namespace Mainstay.Web.Coping;

/// <param name="Said">What the check's answers already say about strain and rest, in sentences.</param>
/// <param name="Look">The last look; null before the first.</param>
/// <param name="Items">What calms, without what is left out for this person; empty while nothing is offered.</param>
/// <param name="Problems">Open ones first.</param>
/// <param name="Form">The sheet that is being written.</param>
/// <param name="Error">What is wrong with the look that was sent.</param>
public sealed record StressModel(StressGuide Guide, ImmutableArray<string> Said, StressLook? Look, DateOnly? On, ImmutableArray<Item> Items, ImmutableArray<Lesson> Lessons,
    ImmutableArray<ProblemNow> Problems, string? Error = null);

/// <summary>A sheet as it is written: what it is, ideas, one chosen, when, how it went.</summary>
/// <param name="Id">Empty for a new one.</param>
/// <param name="When">As it was typed.</param>
/// <param name="Errors">By field.</param>
public sealed record ProblemModel(string Id, string What, ImmutableArray<string> Ideas, string Choice, string When, string Outcome, bool Done, ImmutableDictionary<string, string> Errors)
{
    public const int Rows = 5;

    public static ProblemModel New { get; } = new("", "", [], "", "", "", false, ImmutableDictionary<string, string>.Empty);

    public static ProblemModel Of(ProblemSheet sheet) => new(sheet.Sheet, sheet.What, [.. sheet.Ideas], sheet.Choice ?? "", sheet.When?.ToString("yyyy-MM-dd", null) ?? "", sheet.Outcome ?? "", sheet.Done, ImmutableDictionary<string, string>.Empty);
}
