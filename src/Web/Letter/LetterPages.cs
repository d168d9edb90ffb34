using System.Collections.Immutable;
using System.Reflection;
using Mainstay.Care;
using Mainstay.Journal;
using Mainstay.Knowledge;
using Mainstay.Web.Flow;
using Mainstay.Web.Pages;
using Mainstay.Web.Pages.Letter;
using Mainstay.Web.Texts;
using static Mainstay.Web.Texts.Marking;

namespace Mainstay.Web.Letter;

/// <summary>The letter for a professional: one page from the person's own answers. Nothing is sent; it is printed or saved by the person.</summary>
public static class LetterPages
{
    const string Path = "/result/letter";
    public const int LongestQuestions = 600;

    public static void MapLetter(this IEndpointRouteBuilder app)
    {
        app.MapGet(Path, (HttpContext http) => Show(http));
        app.MapPost(Path + "/questions", async (HttpContext http, CareModels care, PersonFile file) =>
        {
            var form = await http.Request.ReadFormAsync();
            var person = http.Person();
            if (!person.HasAnswers) return Trouble.BadForm.Shown(http);
            var text = OwnWords.Clean(form["questions"]);
            if (text.Length > LongestQuestions) return Show(http, text, http.Phrases().Say("Please use at most {letters} letters.", LongestQuestions));
            var page = Path + ChoiceOf(http, care.Assess(person)).Query;
            return text == person.Questions ? SeeOther.To(page, "same") : SeeOther.To(page, "saved", file.Write(new QuestionsWritten(text)));
        });
    }

    /// <param name="typed">Questions that could not be kept.</param>
    static IResult Show(HttpContext http, string? typed = null, string? wrong = null)
    {
        if (!http.Person().HasAnswers) return http.Show<NoLetterPage, None>(None.Here);
        return http.Show<LetterPage, LetterModel>(Of(http) with { Typed = typed, Wrong = wrong }, wrong is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    /// <summary>The letter of somebody who has answered something, as the address asks for it.</summary>
    internal static LetterModel Of(HttpContext http)
    {
        var (person, services) = (http.Person(), http.RequestServices);
        var care = services.GetRequiredService<CareModels>();
        var result = care.Assess(person);
        return ModelOf(ChoiceOf(http, result), person, result, care, services.GetRequiredService<Screening>(), http.Phrases()) with
        {
            Diary = LetterDiary.Of(person, services.GetRequiredService<Trends.InsightDesk>().Of(person), care.Day(person),
                care.Daily.Reviews(person.Answers, person.Daily, services.GetRequiredService<TimeProvider>().GetLocalNow()), care.Model.Library),
        };
    }

    static LetterChoice ChoiceOf(HttpContext http, Assessment result) => LetterChoice.Read(http.Request.Query, result.Triage.Fired.Any(fired => fired.Rule.System == Screening.Mind));

    static LetterModel ModelOf(LetterChoice choice, Person person, Assessment result, CareModels care, Screening screening, Phrases say)
    {
        var (library, questionnaire, answers) = (care.Model.Library, care.Questionnaire, person.Answers);
        // A condition is what a gate asks about and no danger rule reads; the danger signs stand in the screening.
        var asked = library.Gates.SelectMany(gate => gate.Lines).SelectMany(line => line.Covers).Distinct().Select(questionnaire.IndexOf)
            .Where(input => !questionnaire[input].Danger && answers[input].State != AnswerState.Unanswered).ToArray();
        var denied = asked.Where(input => answers[input].IsGiven && answers[input] == questionnaire.HarmlessOf(input)).ToArray();
        return new(choice, answers, person.Answered!.Value, care.Next(person) is null, result, screening.Of(answers),
            [.. result.Triage.Open.Select(id => questionnaire[questionnaire.IndexOf(id)]).Select(input => input.Term ?? Told.Lower(say, input.Label))],
            [.. asked.Except(denied).Select(input => (questionnaire[input].Term ?? questionnaire[input].Label, Answer(answers, questionnaire[input])))], denied.Length,
            [.. person.Seen.Select(record => (record, library.Rules.FirstOrDefault(rule => rule.Id == record.RuleId))).Where(both => both.Item2 is not null).Select(both => (both.record, both.Item2!))],
            new(Version, library.Rules.Length, library.Sources.Length, library.Claims.Max(claim => claim.Reviewed)))
        {
            ScreenedOn = person.Screened ?? (person.Answered.Value, person.Answered.Value), Pain = person.LastPain, Questions = person.Questions,
        };
    }

    static string? Answer(Answers answers, Input input) => answers[input.Id] switch
    {
        { IsGiven: false } => N("not sure"),
        _ when input.Kind == InputKind.YesNo => null,
        var number when input.Kind == InputKind.Number => $"{number.Number:0.##} {input.Unit}".TrimEnd(),
        _ => string.Join(", ", answers.OptionsOf(input.Id).Select(id => input.Options.First(option => option.Id == id).Text)),
    };

    static string Version { get; } = typeof(LetterPages).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "";
}
