using System.Collections.Immutable;

namespace Mainstay.Knowledge;

/// <summary>A card about something people buy or are offered: knowledge/therapies/massage.yaml.</summary>
public sealed record Therapy
{
    public required string Id { get; init; }
    [Prose] public required string Name { get; init; }
    [Prose] public required string Summary { get; init; }
    [Prose] public required ImmutableArray<string> Evidence { get; init; }
    /// <summary>What it costs in money, time and bother, without inventing prices.</summary>
    [Prose] public required string Cost { get; init; }
    /// <summary>How to choose, what to ask, when to stop.</summary>
    [Prose] public required ImmutableArray<string> Choose { get; init; }
    [Prose] public required string Careful { get; init; }
    public required string Claim { get; init; }
    public ImmutableArray<string> Cautions { get; init; } = [];
    /// <summary>True where only a clinician decides about it.</summary>
    public bool ClinicianOnly { get; init; }
    public ImmutableArray<string> Rows { get; init; } = [];
}

/// <summary>knowledge/lessons/pain-science.yaml: 2 to 4 minutes of reading.</summary>
public sealed record Lesson
{
    public required string Id { get; init; }
    [Prose] public required string Title { get; init; }
    public required double Minutes { get; init; }
    public required int Order { get; init; }
    public required ImmutableArray<LessonPart> Parts { get; init; }
    [Prose] public required string Takeaway { get; init; }
    public required QuizQuestion Question { get; init; }
    public required ImmutableArray<string> Claims { get; init; }
    public ImmutableArray<string> Rows { get; init; } = [];
}

public sealed record LessonPart
{
    [Prose] public required string Heading { get; init; }
    [Prose] public required ImmutableArray<string> Text { get; init; }
}

/// <summary>One question with options; the right one says why. knowledge/quiz.yaml is a list of these (the posture-variety quiz).</summary>
public sealed record QuizQuestion
{
    public required string Id { get; init; }
    [Prose] public required string Text { get; init; }
    public required ImmutableArray<QuizOption> Options { get; init; }
    public ImmutableArray<string> Claims { get; init; } = [];
}

public sealed record QuizOption
{
    [Prose] public required string Text { get; init; }
    public bool Right { get; init; }
    /// <summary>What we say when it is chosen.</summary>
    [Prose] public required string Answer { get; init; }
}

/// <summary>knowledge/faq.yaml</summary>
public sealed record Faq
{
    public required string Id { get; init; }
    [Quoted] public required string Question { get; init; }
    [Prose] public required ImmutableArray<string> Answer { get; init; }
    public required ImmutableArray<string> Claims { get; init; }
    public ImmutableArray<string> Rows { get; init; } = [];
}

/// <summary>knowledge/myths.yaml</summary>
public sealed record Myth
{
    public required string Id { get; init; }
    [Quoted] public required string Saying { get; init; }
    [Prose] public required string Truth { get; init; }
    public required ImmutableArray<string> Claims { get; init; }
    public ImmutableArray<string> Rows { get; init; } = [];
}

/// <summary>knowledge/glossary.yaml</summary>
public sealed record Term
{
    public required string Id { get; init; }
    [Prose] public required string Word { get; init; }
    [Prose] public required string Meaning { get; init; }
    public ImmutableArray<string> Rows { get; init; } = [];
}

/// <summary>knowledge/tips.yaml: cards of one thought (cues, plain-language pictures).</summary>
public sealed record Tip
{
    public required string Id { get; init; }
    [Prose] public required string Title { get; init; }
    [Prose] public required ImmutableArray<string> Text { get; init; }
    /// <summary>posture, lifting, stress, sleep, food, people, picture, anatomy, travel, body-sense.</summary>
    public required string Kind { get; init; }
    public ImmutableArray<string> Claims { get; init; } = [];
    public ImmutableArray<string> Rows { get; init; } = [];
}

/// <summary>knowledge/challenge.yaml: 30 ideas, each with a ladder of three steps from tiny to full.</summary>
public sealed record ChallengeDay
{
    public required string Id { get; init; }
    public required int Day { get; init; }
    /// <summary>move, breathe, strengthen, rest, connect, notice, arrange.</summary>
    public required string Category { get; init; }
    [Prose] public required string Title { get; init; }
    [Prose] public required string Text { get; init; }
    public required double Minutes { get; init; }
    [Prose] public required ImmutableArray<string> Ladder { get; init; }
    public ImmutableArray<string> Cautions { get; init; } = [];
}

/// <summary>knowledge/tests/fingertip-to-floor.yaml (contributors 4.3).</summary>
public sealed record SelfTest
{
    public required string Id { get; init; }
    [Prose] public required string Name { get; init; }
    [Prose] public required string Summary { get; init; }
    [Prose] public required ImmutableArray<string> Steps { get; init; }
    /// <summary>cm, s, reps, degrees, score.</summary>
    public required string Unit { get; init; }
    public required double Min { get; init; }
    public required double Max { get; init; }
    public bool Sides { get; init; }
    /// <summary>The results there can be, where they are words; empty where the result is any number from min to max.</summary>
    public ImmutableArray<TestValue> Values { get; init; } = [];
    /// <summary>Inputs that the result answers, the left side first. A test with a unit of score answers a yes_no input: 1 is yes.</summary>
    public ImmutableArray<string> Inputs { get; init; } = [];
    /// <summary>How to read the result.</summary>
    [Prose] public required ImmutableArray<string> Reading { get; init; }
    public ImmutableArray<Norm> Norms { get; init; } = [];
    [Prose] public required string Stop { get; init; }
    public ImmutableArray<Limit> Block { get; init; } = [];
    public required ImmutableArray<string> Sources { get; init; }
    public bool Verified { get; init; }
    /// <summary>Ids of the contributors that weigh its result.</summary>
    public ImmutableArray<string> Informs { get; init; } = [];
    /// <summary>What the planner then prefers, a little, among what is safe.</summary>
    public ImmutableArray<TestPrefers> Prefers { get; init; } = [];
    public ImmutableArray<string> Rows { get; init; } = [];
}

/// <summary>Items that a result of a self-test speaks for.</summary>
public sealed record TestPrefers
{
    /// <summary>The result that speaks for them; null where <see cref="Below"/> says it.</summary>
    public double? Is { get; init; }
    /// <summary>Every result below this does, of two sides either.</summary>
    public double? Below { get; init; }
    public required ImmutableArray<string> Items { get; init; }
    /// <summary>The reason as the plan gives it, without a stop at the end.</summary>
    [Prose] public required string For { get; init; }
}

/// <summary>One result of a self-test, in words.</summary>
public sealed record TestValue
{
    public required double Is { get; init; }
    [Prose] public required string Says { get; init; }
    /// <summary>Where the pain went: no, up (out of the leg) or down; null where the test does not ask.</summary>
    public string? Moved { get; init; }
    /// <summary>A sign that may be new: what is new is asked about before anything else.</summary>
    public bool AsksNew { get; init; }
}

public sealed record Norm
{
    /// <summary>f, m or any.</summary>
    public required string Sex { get; init; }
    public required int AgeFrom { get; init; }
    public required int AgeTo { get; init; }
    /// <summary>A value below this is lower than most people of that age.</summary>
    public required double Below { get; init; }
}
