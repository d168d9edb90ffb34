using Mainstay.Web.Pages;

namespace Mainstay.Web.Flow;

/// <summary>The first page: a welcome before the first check, afterwards where things stand.</summary>
public static class TodayPages
{
    public static void MapToday(this IEndpointRouteBuilder app) => app.MapGet("/", (HttpContext http, CareModels care, PersonFile file, TimeProvider clock) =>
    {
        var person = http.Person();
        var now = TimeOnly.FromDateTime(clock.GetLocalNow().DateTime);
        if (!person.HasAnswers) return http.Show<WelcomePage, TodayModel>(new TodayModel(null, false, 0, null, now));
        var result = care.Model.Assess(person.Answers, file.Today, person.Seen, person.Choices);
        var finished = care.Interview.Next(person.Answers, person.State) is null;
        return http.Show<TodayPage, TodayModel>(new TodayModel(result.Triage, finished, person.State.Progress, finished ? result.Plan.Plan?.On(file.Today) : null, now));
    });
}
