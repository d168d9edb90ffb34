using System.Globalization;
using Mainstay.Care;
using Mainstay.Journal;
using Mainstay.Knowledge;
using Mainstay.Web.Pages;

namespace Mainstay.Web.Flow;

/// <summary>The result, and "I have been seen for this".</summary>
public static class ResultPages
{
    const int LongestName = 120, LongestTold = 600;

    public static void MapResult(this IEndpointRouteBuilder app)
    {
        app.MapGet("/result", (HttpContext http, CareModels care) => Show(http, care));
        app.MapPost("/result/seen", SeenFor);
    }

    static IResult Show(HttpContext http, CareModels care, WrongSeen? wrong = null)
    {
        var person = http.Person();
        if (!person.HasAnswers) return http.Show<NoResultPage, None>(None.Here);
        var model = Of(person, care, care.Assess(person)) with { Wrong = wrong };
        var status = wrong is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;
        return model.Triage.Urgency == Urgency.Emergency ? http.Show<EmergencyPage, ResultModel>(model, status) : http.Show<ResultPage, ResultModel>(model, status);
    }

    internal static ResultModel Of(Person person, CareModels care, Assessment result) => new(result.Triage, result.Contributors, result.Prognosis, person.Answers,
        person.Screened ?? (person.Answered!.Value, person.Answered.Value), [.. result.Triage.Open.Select(id => (care.Questionnaire[care.Questionnaire.IndexOf(id)].Label, WayOn.OfInput(id)))],
        result.Plan.Plan is not null, Finished: care.Next(person) is null) { PainOn = person.PainAnswered, Due = person.NewSince is null ? care.Day(person).Rescreen : null, WayOn = WayOn.Of(person, care, result.Triage) };

    static async Task<IResult> SeenFor(HttpContext http, CareModels care, PersonFile file)
    {
        var form = await http.Request.ReadFormAsync();
        var person = http.Person();
        var rule = form["rule"].ToString();
        if (care.Triage.Assess(person.Answers).Fired.All(fired => fired.Rule.Id != rule)) return Trouble.BadForm.Shown(http);
        var say = http.Phrases();
        var by = OwnWords.Clean(form["by"]);
        var told = OwnWords.Clean(form["told"]);
        var wrong = new WrongSeen(rule, form["on"].ToString(), by, told, form["exercise"] == "yes")
        {
            OnSays = DateOnly.TryParseExact(form["on"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on) && on <= file.Today ? null : say.Say("The day must be today or earlier."),
            BySays = by.Length == 0 ? say.Say("Please write who saw you.") : by.Length > LongestName ? say.Say("Who saw you must fit into 120 letters.") : null,
            ToldSays = told.Length > LongestTold ? say.Say("What you were told must fit into 600 letters.") : null,
        };
        if (wrong.IsWrong) return Show(http, care, wrong);
        return SeeOther.To("/result", "seen", file.Write(new SeenRecorded(rule, on, by, told, wrong.Exercise, care.Triage.Fingerprint(rule, person.Answers))));
    }
}
