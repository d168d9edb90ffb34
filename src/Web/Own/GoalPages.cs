using System.Collections.Immutable;
using System.Globalization;
using Mainstay.Care;
using Mainstay.Journal;
using Mainstay.Web.Flow;
using Mainstay.Web.Pages.Own;

namespace Mainstay.Web.Own;

/// <param name="Ideas">What the person wrote in the check, piece by piece, that is no goal yet.</param>
/// <param name="Typed">A new goal that was not taken.</param>
/// <param name="Error">What is wrong with it.</param>
public sealed record GoalsModel(ImmutableArray<OwnGoal> Goals, ImmutableArray<string> Ideas, string? Typed, string? Error)
{
    public bool Full => Goals.Length >= GoalPages.Most;
}

/// <summary>Up to three activities of one's own, scored 0 to 10 (the Patient-Specific Functional Scale).</summary>
public static class GoalPages
{
    public const int Most = 3, LongestText = 120;
    const int Week = 7;

    static readonly char[] Dividers = ['\n', ';', ','];

    public static void MapGoals(this IEndpointRouteBuilder app)
    {
        app.MapGet("/goals", (HttpContext http) => Show(http, null, null));
        app.MapPost("/goals", Add);
        app.MapPost("/goals/scores", Score);
        app.MapPost("/goals/{id}", Change);
    }

    /// <summary>Goals without a number in the last seven days.</summary>
    public static ImmutableArray<OwnGoal> Due(Person person) => [.. person.Daily.Goals().Where(goal => goal.Scores.IsEmpty || person.Today.DayNumber - goal.Scores[^1].Day.DayNumber >= Week)];

    static IResult Show(HttpContext http, string? typed, string? error)
    {
        var person = http.Person();
        var goals = person.Daily.Goals();
        return http.Show<GoalsPage, GoalsModel>(new(goals, IdeasOf(person, goals), typed, error), error is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    static ImmutableArray<string> IdeasOf(Person person, ImmutableArray<OwnGoal> goals) =>
    [
        .. (person.Answers.TextOf("own_goals") ?? "").Split(Dividers, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Where(idea => idea.Length <= LongestText && goals.All(goal => !string.Equals(goal.Text, idea, StringComparison.OrdinalIgnoreCase))).Distinct().Take(Most),
    ];

    static async Task<IResult> Add(HttpContext http, PersonFile file, TimeProvider clock)
    {
        var form = await http.Request.ReadFormAsync();
        var (text, say) = (OwnWords.Clean(form["text"]), http.Phrases());
        if (Wrong(text, say) is { } wrong) return Show(http, text, wrong);
        if (http.Person().Daily.Goals().Length >= Most) return Show(http, text, say.Say("Three are enough. Take one away first."));
        var goal = Guid.CreateVersion7(clock.GetUtcNow()).ToString("N");
        return SeeOther.To("/goals", "saved", file.Write([Noted.Of(new GoalNamed { Goal = goal, Text = text }), .. ScoreOf(form["score"]) is { } score ? [Noted.Of(new GoalScored { Goal = goal, Score = score })] : Array.Empty<Entry>()]));
    }

    static string? Wrong(string text, Texts.Phrases say) => text.Length == 0 ? say.Say("Please write what you want back.") : text.Length > LongestText ? say.Say("Please use at most {letters} letters.", LongestText) : null;

    static async Task<IResult> Score(HttpContext http, PersonFile file)
    {
        var form = await http.Request.ReadFormAsync();
        var scores = http.Person().Daily.Goals().Select(goal => (goal.Id, Score: ScoreOf(form[$"score.{goal.Id}"]))).Where(one => one.Score is not null).Select(Entry (one) => Noted.Of(new GoalScored { Goal = one.Id, Score = one.Score!.Value })).ToList();
        return scores.Count == 0 ? Show(http, null, http.Phrases().Say("Please tap a number first.")) : SeeOther.To("/goals", "saved", file.Write(scores));
    }

    /// <summary>Said in other words, or no longer a goal.</summary>
    static async Task<IResult> Change(HttpContext http, PersonFile file, string id)
    {
        var form = await http.Request.ReadFormAsync();
        if (http.Person().Daily.Goals().FirstOrDefault(goal => goal.Id == id) is not { } goal) return Trouble.OldForm.Shown(http);
        if (form["do"] == "drop") return SeeOther.To("/goals", "saved", file.Write(Noted.Of(new GoalNamed { Goal = id })));
        var text = OwnWords.Clean(form["text"]);
        if (Wrong(text, http.Phrases()) is { } wrong) return Show(http, null, wrong);
        return text == goal.Text ? SeeOther.To("/goals", "same") : SeeOther.To("/goals", "saved", file.Write(Noted.Of(new GoalNamed { Goal = id, Text = text })));
    }

    static double? ScoreOf(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var score) && score <= 10 ? score : null;
}
