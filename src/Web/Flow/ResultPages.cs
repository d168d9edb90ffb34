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
        app.MapGet("/result", Show);
        app.MapPost("/result/seen", SeenFor);
    }

    static IResult Show(HttpContext http, CareModels care, PersonFile file)
    {
        var person = http.Person();
        if (!person.HasAnswers) return http.Show<NoResultPage, None>(None.Here);
        var result = care.Model.Assess(person.Answers, file.Today, person.Seen, person.Choices);
        var model = new ResultModel(result.Triage, result.Contributors, result.Prognosis, person.Answers, person.Answered!.Value,
            [.. result.Triage.Open.Select(id => (care.Questionnaire[care.Questionnaire.IndexOf(id)].Label, $"/check/change/{id}"))], result.Plan.Plan is not null,
            Finished: care.Interview.Next(person.Answers, person.State) is null);
        return result.Triage.Urgency == Urgency.Emergency ? http.Show<EmergencyPage, ResultModel>(model) : http.Show<ResultPage, ResultModel>(model);
    }

    static async Task<IResult> SeenFor(HttpContext http, CareModels care, PersonFile file)
    {
        var form = await http.Request.ReadFormAsync();
        var person = http.Person();
        var rule = form["rule"].ToString();
        var by = form["by"].ToString().Trim();
        var told = form["told"].ToString().Trim();
        var isDay = DateOnly.TryParseExact(form["on"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on) && on <= file.Today;
        if (!isDay || by.Length is 0 or > LongestName || told.Length > LongestTold || care.Triage.Assess(person.Answers).Fired.All(fired => fired.Rule.Id != rule))
            return Trouble.BadForm.Shown(http);
        file.Write(new SeenRecorded(rule, on, by, told, form["exercise"] == "yes", care.Triage.Fingerprint(rule, person.Answers)));
        return new SeeOther("/result?said=seen");
    }
}
