using System.Collections.Immutable;
using System.Reflection;
using Mainstay.Care;
using Mainstay.Knowledge;
using Mainstay.Web.Flow;
using Mainstay.Web.Pages;
using Mainstay.Web.Pages.Letter;

namespace Mainstay.Web.Letter;

/// <summary>The letter for a professional: one page from the person's own answers. Nothing is sent; it is printed or saved by the person.</summary>
public static class LetterPages
{
    public static void MapLetter(this IEndpointRouteBuilder app) => app.MapGet("/result/letter", (HttpContext http, CareModels care, Screening screening, PersonFile file) =>
    {
        var person = http.Person();
        if (!person.HasAnswers) return http.Show<NoLetterPage, None>(None.Here);
        var result = care.Model.Assess(person.Answers, file.Today, person.Seen, person.Choices);
        var choice = LetterChoice.Read(http.Request.Query, result.Triage.Fired.Any(fired => fired.Rule.System == Screening.Mind));
        return http.Show<LetterPage, LetterModel>(ModelOf(choice, person, result, care, screening));
    });

    static LetterModel ModelOf(LetterChoice choice, Person person, Assessment result, CareModels care, Screening screening)
    {
        var (library, questionnaire, answers) = (care.Model.Library, care.Questionnaire, person.Answers);
        // A condition is what a gate asks about and no danger rule reads; the danger signs stand in the screening.
        var asked = library.Gates.SelectMany(gate => gate.Lines).SelectMany(line => line.Covers).Distinct().Select(questionnaire.IndexOf)
            .Where(input => !questionnaire[input].Danger && answers[input].State != AnswerState.Unanswered).ToArray();
        var denied = asked.Where(input => answers[input].IsGiven && answers[input] == questionnaire.HarmlessOf(input)).ToArray();
        return new(choice, answers, person.Answered!.Value, care.Interview.Next(answers, person.State) is null, result, screening.Of(answers),
            [.. result.Triage.Open.Select(id => questionnaire[questionnaire.IndexOf(id)].Label)],
            [.. asked.Except(denied).Select(input => (questionnaire[input].Label, Answer(answers, questionnaire[input])))], denied.Length,
            [.. person.Seen.Select(record => (record, library.Rules.FirstOrDefault(rule => rule.Id == record.RuleId))).Where(both => both.Item2 is not null).Select(both => (both.record, both.Item2!))],
            new(Version, library.Rules.Length, library.Sources.Length, library.Claims.Max(claim => claim.Reviewed)));
    }

    static string? Answer(Answers answers, Input input) => answers[input.Id] switch
    {
        { IsGiven: false } => "not sure",
        _ when input.Kind == InputKind.YesNo => null,
        var number when input.Kind == InputKind.Number => $"{number.Number:0.##} {input.Unit}".TrimEnd(),
        _ => string.Join(", ", answers.OptionsOf(input.Id).Select(id => input.Options.First(option => option.Id == id).Text)),
    };

    static string Version { get; } = typeof(LetterPages).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "";
}
