using System.Collections.Immutable;
using System.Globalization;
using Mainstay.Care;
using Mainstay.Journal;
using Mainstay.Knowledge;
using Mainstay.Web.Flow;
using Mainstay.Web.Pages.Own;
using Mainstay.Web.Texts;

namespace Mainstay.Web.Own;

/// <param name="Against">Why this person leaves it out; empty where they need not.</param>
/// <param name="Taken">Oldest first.</param>
public sealed record TestRow(SelfTest Test, ImmutableArray<string> Against, ImmutableArray<Logged<TestTaken>> Taken)
{
    public TestTaken? Last => Taken.IsEmpty ? null : Taken[^1].What;
}

/// <param name="Rows">Empty while something holds.</param>
public sealed record TestsModel(ImmutableArray<TestRow> Rows, Hold? Hold);

/// <param name="Typed">Field → what was typed.</param>
/// <param name="Errors">Field → what is wrong.</param>
public sealed record TestModel(TestRow Row, Hold? Hold, IReadOnlyDictionary<string, string> Typed, IReadOnlyDictionary<string, string> Errors);

/// <summary>Self-tests: who leaves them out, how they go, what came out and how it changes. A result answers the questions that it can.</summary>
public static class TestPages
{
    static readonly ImmutableDictionary<string, string> None = ImmutableDictionary<string, string>.Empty;

    public static void MapTests(this IEndpointRouteBuilder app)
    {
        app.MapGet("/tests", (HttpContext http, CareModels care) => http.Show<TestsPage, TestsModel>(Hold.For(http.Person(), care) is { } hold ? new([], hold) : new([.. care.Model.Library.Tests.Select(test => RowOf(test, http.Person(), care))], null)));
        app.MapGet("/tests/{id}", (HttpContext http, CareModels care, string id) => Show(http, care, id, None, None));
        app.MapPost("/tests/{id}", Save);
    }

    // By the pain of today, not by that of the check: in both directions.
    static TestRow RowOf(SelfTest test, Person person, CareModels care) =>
        new(test, care.Tests.Reasons(test.Id, care.Day(person).Answers, care.Assess(person).Triage.Suspicions), [.. person.Daily.Tests.Where(taken => taken.What.Test == test.Id)]);

    static IResult Show(HttpContext http, CareModels care, string id, IReadOnlyDictionary<string, string> typed, IReadOnlyDictionary<string, string> errors)
    {
        if (care.Model.Library.Tests.FirstOrDefault(test => test.Id == id) is not { } test) return Trouble.NotFound.Shown(http);
        var person = http.Person();
        return http.Show<TestPage, TestModel>(new(RowOf(test, person, care), Hold.For(person, care), typed, errors), errors.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }

    static async Task<IResult> Save(HttpContext http, CareModels care, PersonFile file, string id)
    {
        var form = await http.Request.ReadFormAsync();
        var (person, say) = (http.Person(), http.Phrases());
        if (care.Model.Library.Tests.FirstOrDefault(one => one.Id == id) is not { } test) return Trouble.NotFound.Shown(http);
        if (Hold.For(person, care) is not null || !RowOf(test, person, care).Against.IsEmpty) return Trouble.BadForm.Shown(http);
        var (typed, errors) = (new Dictionary<string, string>(), new Dictionary<string, string>());
        double? Read(string field)
        {
            var text = OwnWords.Clean(form[field]);
            if (text.Length == 0) return null;
            typed[field] = text;
            if (double.TryParse(text.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value >= test.Min && value <= test.Max
                && (test.Values.IsEmpty || test.Values.Any(one => one.Is == value))) return value;
            errors[field] = say.Say("Please write a number from {least} to {most}, in digits.", say.Number(test.Min), say.Number(test.Max));
            return null;
        }
        var taken = test.Sides ? new TestTaken { Test = id, Left = Read("left"), Right = Read("right") } : new TestTaken { Test = id, Value = Read("value") };
        if (errors.Count == 0 && taken is { Value: null, Left: null, Right: null }) errors[test.Sides ? "left" : "value"] = say.Say("Please say what came out.");
        if (errors.Count > 0) return Show(http, care, id, typed, errors);
        if (test.Values.FirstOrDefault(one => one.Is == taken.Value)?.Moved is { } moved) taken = taken with { Moved = Enum.Parse<PainMoved>(moved, ignoreCase: true) };
        if (test.Values.Any(one => one.AsksNew && (one.Is == taken.Value || one.Is == taken.Left || one.Is == taken.Right))) taken = taken with { AnyNew = true };
        var undo = file.Write([Noted.Of(taken), .. AnswersOf(test, taken, care)]);
        if (taken.AnyNew == true) return SeeOther.To("/new", "test-new", undo);
        if (taken.Moved == PainMoved.Down && care.Day(file.Read()).Rescreen is { Holds: true }) return SeeOther.To(NewsPages.Again, "saved", undo);
        return SeeOther.To($"/tests/{id}", "saved", undo);
    }

    /// <summary>What the result answers in the check. One question for two sides takes the larger number: of a lack, the side that has more of it.</summary>
    public static IEnumerable<Entry> AnswersOf(SelfTest test, TestTaken taken, CareModels care)
    {
        double?[] results = !test.Sides ? [taken.Value] : test.Inputs.Length == 2 ? [taken.Left, taken.Right] : [Math.Max(taken.Left ?? double.MinValue, taken.Right ?? double.MinValue)];
        foreach (var (input, result) in test.Inputs.Zip(results))
        {
            if (result is not { } value) continue;
            var question = care.Questionnaire[care.Questionnaire.IndexOf(input)];
            yield return question.Kind == InputKind.YesNo ? AnswerGiven.Word(input, value >= 1 ? "yes" : "no") : AnswerGiven.Number(input, Math.Clamp(question.Whole ? Math.Round(value) : value, question.Min ?? value, question.Max ?? value));
        }
    }

    /// <summary>"12 cm", "left 4 s, right 6 s", or the words of a value.</summary>
    public static string Said(Phrases say, SelfTest test, TestTaken taken)
    {
        if (!test.Sides) return taken.Value is { } value ? Said(say, test, value) : "";
        return string.Join(say.Say(", "), new[] { taken.Left is { } left ? say.Say("left: {value}", Said(say, test, left)) : "", taken.Right is { } right ? say.Say("right: {value}", Said(say, test, right)) : "" }.Where(part => part.Length > 0));
    }

    /// <summary>"12 cm", or the words of a value.</summary>
    public static string Said(Phrases say, SelfTest test, double value) => test.Values.FirstOrDefault(one => one.Is == value)?.Says.TrimEnd('.') ?? $"{say.Number(value)} {Unit(say, test)}".TrimEnd();

    public static string Unit(Phrases say, SelfTest test) => test.Unit switch { "cm" => say.Say("cm"), "s" => say.Say("s"), "reps" => say.Say("times"), "degrees" => say.Say("degrees"), _ => "" };
}
