using Mainstay.Journal;
using Mainstay.Knowledge;
using Mainstay.Web.Coping;
using Mainstay.Web.Pages;
using Mainstay.Web.Sessions;

namespace Mainstay.Web.Flow;

/// <summary>The first page: a welcome before the first check, afterwards where things stand.</summary>
public static class TodayPages
{
    public static void MapToday(this IEndpointRouteBuilder app)
    {
        app.MapGet("/", (HttpContext http, CareModels care, PersonFile file, TimeProvider clock) => Show(http, care, file, clock));
        app.MapCheckIn();
    }

    /// <param name="sent">A check-in that lacks its number.</param>
    /// <param name="empty">What was sent about a session says nothing.</param>
    public static IResult Show(HttpContext http, CareModels care, PersonFile file, TimeProvider clock, CheckedIn? sent = null, bool empty = false)
    {
        var person = http.Person();
        var now = TimeOnly.FromDateTime(clock.GetLocalNow().DateTime);
        var status = sent is null && !empty ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;
        if (!person.HasAnswers && sent is null && person.CheckIns.IsEmpty) return http.Show<WelcomePage, TodayModel>(new TodayModel(null, false, true, 0, null, now));
        var day = care.Day(person);
        return http.Show<TodayPage, TodayModel>(new TodayModel(day.Assessment.Triage, person.WentThrough, HasQuestions: care.Next(person) is not null, person.State.Progress,
            person.WentThrough && person.NewSince is null ? day : null, now, CheckInCard.Of(person, sent))
        {
            GoalsDue = Own.GoalPages.Due(person),
            // Where something should be looked at first, nothing else is recalled.
            Coping = person is { WentThrough: true, NewSince: null } && day is { Rescreen: not { Holds: true }, Assessment.Triage: { Unseen: < Urgency.SameDay, Holding: < Urgency.SameDay } }
                ? CopingToday.For(person.Daily, care.Model.Library.Stress, person.Today) : null,
            After = SessionDesk.ToAskAbout(person, clock.GetLocalNow()) is { } asked ? new(asked, Guid.CreateVersion7(), empty) : null, Unfinished = http.RequestServices.GetRequiredService<SessionDesk>().Unfinished(person),
            Breaks = person.WentThrough && http.RequestServices.GetRequiredService<Breaks.BreakDesk>().Now() is { Waits: false } breaks ? Breaks.BreaksInShort.Of(person, breaks, care) : null,
            Looks = person.WentThrough ? Trends.TodayLooks.Of(person, care) : null,
        }, status);
    }
}
