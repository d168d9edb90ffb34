using System.Collections.Immutable;

namespace Mainstay.Knowledge;

/// <summary>Everything Mainstay knows, in one language, validated and immutable. Order is that of the files, and within them of the entries.</summary>
public sealed record Library
{
    public required string Language { get; init; }
    public required ImmutableArray<Input> Inputs { get; init; }
    public required ImmutableArray<Gate> Gates { get; init; }
    public required ImmutableArray<Screen> Screens { get; init; }
    public required ImmutableArray<Rule> Rules { get; init; }
    public required ImmutableArray<Harmless> Harmless { get; init; }
    public required ImmutableArray<SpasmSign> SpasmSigns { get; init; }
    public required ImmutableArray<Contributor> Contributors { get; init; }
    public required ImmutableArray<Cause> Causes { get; init; }
    public required ImmutableArray<Cause> Roads { get; init; }
    public required ImmutableArray<Source> Sources { get; init; }
    public required ImmutableArray<Claim> Claims { get; init; }
    /// <summary>Exercises first, then the other modules.</summary>
    public required ImmutableArray<Item> Items { get; init; }
    public required ImmutableArray<Caution> Cautions { get; init; }
    public required ImmutableArray<Dose> Doses { get; init; }
    public required ImmutableArray<Named> Muscles { get; init; }
    public required ImmutableArray<Named> Equipment { get; init; }
    public required ImmutableArray<Therapy> Therapies { get; init; }
    public required ImmutableArray<Lesson> Lessons { get; init; }
    public required ImmutableArray<QuizQuestion> Quiz { get; init; }
    public required ImmutableArray<Faq> Faq { get; init; }
    public required ImmutableArray<Myth> Myths { get; init; }
    public required ImmutableArray<Term> Glossary { get; init; }
    public required ImmutableArray<Tip> Tips { get; init; }
    public required ImmutableArray<ChallengeDay> Challenge { get; init; }
    public required ImmutableArray<SelfTest> Tests { get; init; }
    public required ImmutableArray<Course> Courses { get; init; }
    public required ImmutableArray<RiskItem> Lasting { get; init; }
    public required ImmutableArray<Country> Countries { get; init; }
    public required PlanWeights Plan { get; init; }
}
