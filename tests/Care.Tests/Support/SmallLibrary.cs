using System.Collections.Immutable;
using Mainstay.Knowledge;

namespace Mainstay.Care.Tests;

/// <summary>Libraries of a few lines, for tests of the logic that must not depend on the content.</summary>
static class SmallLibrary
{
    public static readonly Library Empty = new()
    {
        Language = "en",
        Inputs = [],
        Gates = [],
        Screens = [],
        Rules = [],
        Harmless = [],
        SpasmSigns = [],
        Contributors = [],
        Causes = [],
        Roads = [],
        Sources = [],
        Claims = [],
        Items = [],
        Motions = [],
        Cautions = [],
        Doses = [],
        Muscles = [],
        Equipment = [],
        Therapies = [],
        Lessons = [],
        Quiz = [],
        Faq = [],
        Myths = [],
        Glossary = [],
        Tips = [],
        Challenge = [],
        Tests = [],
        Courses = [],
        Lasting = [],
        Countries = [],
        Plan = new()
        {
            Verdict = ImmutableDictionary<string, double>.Empty,
            General = 0,
            Repeat = 0,
            Liked = 1,
            Disliked = 1,
            Goals = ImmutableDictionary<string, ImmutableDictionary<string, double>>.Empty,
            MaxItems = 0,
            Note = "",
        },
    };

    public static Questionnaire Questionnaire(params ImmutableArray<Input> inputs) => new(Empty with { Inputs = inputs });

    public static Input YesNo(string id) => Input(id, InputKind.YesNo);
    public static Input Number(string id, double min, double max) => Input(id, InputKind.Number) with { Min = min, Max = max };
    public static Input Choice(string id, params string[] options) => Input(id, InputKind.Choice) with { Options = Options(options), Harmless = options[0] };
    public static Input Set(string id, params string[] options) => Input(id, InputKind.Set) with { Options = Options(options) };

    public static Input Input(string id, InputKind kind) => new() { Id = id, Kind = kind, Text = id, Why = $"Because of {id}.", Label = id };

    static ImmutableArray<Option> Options(IEnumerable<string> ids) => [.. ids.Select(o => new Option { Id = o, Text = o })];

    public static Rule Rule(string id, Urgency level, Condition when) => new()
    {
        Id = id,
        Level = level,
        Name = id,
        Term = id,
        System = "nerves",
        When = when,
        Reason = $"Reason of {id}.",
        Sources = ["judgement"],
        Basis = "made up for a test",
    };

    public static Condition All(params ImmutableArray<Condition> parts) => new Condition.All(parts);
    public static Condition Any(params ImmutableArray<Condition> parts) => new Condition.Any(parts);
    public static Condition Yes(string input) => new Condition.Yes(input);
    public static Condition Eq(string input, string option) => new Condition.In(input, [option]);
    public static Condition Ge(string input, double low) => new Condition.Range(input, low, true, double.PositiveInfinity, true);
}
