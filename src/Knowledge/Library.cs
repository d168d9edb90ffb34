using System.Collections.Immutable;
using Mainstay.Knowledge.Motions;

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
    public required ImmutableArray<Motion> Motions { get; init; }
    /// <summary>Null only in libraries made up for a test.</summary>
    public StressGuide? Stress { get; init; }
    public ImmutableArray<FearedMove> Returns { get; init; } = [];
    public SearchWords Search { get; init; } = SearchWords.None;
    public required PlanWeights Plan { get; init; }
    /// <summary>Null only in libraries made up for a test.</summary>
    public ProgressRules? Progress { get; init; }

    /// <summary>The motions that show an exercise or another module, in their order, its own before those that show it too; its picture is of the first.</summary>
    public IEnumerable<Motion> MotionsOf(Item item) =>
        Motions.Where(motion => motion.Exercise == item.Id || motion.Module == item.Id).OrderBy(motion => motion.Order).Concat(Motions.Where(motion => motion.Also.Contains(item.Id)));

    /// <summary>The first of them; null where none has been written.</summary>
    public Motion? MotionOf(Item item) => MotionsOf(item).FirstOrDefault();

    /// <summary>The motion that shows how a self-test is done; null where none has been written.</summary>
    public Motion? MotionOf(SelfTest test) => Motions.FirstOrDefault(motion => motion.Test == test.Id);
}
