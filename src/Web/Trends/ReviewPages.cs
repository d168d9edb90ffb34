using Mainstay.Care;
using Mainstay.Journal;
using Mainstay.Web.Flow;
using Mainstay.Web.Pages;
using Mainstay.Web.Pages.Trends;

namespace Mainstay.Web.Trends;

/// <param name="Review">Null: none fell due yet.</param>
/// <param name="Next">The day of the next one; null: there is none any more.</param>
/// <param name="Seen">It was read.</param>
/// <param name="Latest">It is the last one so far, so what it decides holds now.</param>
/// <param name="Whole">The person wants the whole week although it could be thinner.</param>
public sealed record ReviewModel(Review? Review, DateOnly? Next, bool Seen, bool Latest, bool Whole);

/// <summary>The looks back at weeks 2, 4, 6 and 12.</summary>
public static class ReviewPages
{
    public static void MapReviews(this IEndpointRouteBuilder app)
    {
        app.MapGet("/review", (HttpContext http, CareModels care, TimeProvider clock) => Show(http, care, clock, null));
        app.MapGet("/review/{week:int}", (HttpContext http, CareModels care, TimeProvider clock, int week) => Show(http, care, clock, week));
        app.MapPost("/review", async (HttpContext http, CareModels care, PersonFile file, TimeProvider clock) =>
        {
            var form = await http.Request.ReadFormAsync();
            var (person, now) = (http.Person(), clock.GetLocalNow());
            if (!int.TryParse(form["week"], out var week) || care.Daily.Reviews(person.Answers, person.Daily, now).All(one => one.Week != week)) return Trouble.OldForm.Shown(http);
            return person.Daily.HasReadReview(week, now) ? SeeOther.To("/", "same") : SeeOther.To("/", "saved", file.Write(Noted.Of(new ReviewSeen { Week = week })));
        });
        app.MapPost("/plan/week", async (HttpContext http, PersonFile file) =>
        {
            var form = await http.Request.ReadFormAsync();
            var whole = form["whole"].ToString();
            if (whole is not ("yes" or "no")) return Trouble.BadForm.Shown(http);
            return SeeOther.To("/plan", "changed", file.Write(Noted.Of(new WeekChosen { Whole = whole == "yes" })));
        });
    }

    static IResult Show(HttpContext http, CareModels care, TimeProvider clock, int? week)
    {
        var (person, now) = (http.Person(), clock.GetLocalNow());
        if (!person.HasAnswers) return http.Show<NoResultPage, None>(None.Here);
        var reviews = care.Daily.Reviews(person.Answers, person.Daily, now);
        var review = week is null ? reviews.LastOrDefault() : reviews.FirstOrDefault(one => one.Week == week);
        if (week is not null && review is null) return Results.NotFound();
        var begun = person.Daily.CourseAt(now) is { } at ? DateOnly.FromDateTime(at.DateTime) : (DateOnly?)null;
        var next = begun is null ? null : care.Daily.Rules.ReviewWeeks.Select(one => (DateOnly?)begun.Value.AddDays(7 * one)).FirstOrDefault(day => day > person.Today);
        return http.Show<ReviewPage, ReviewModel>(new(review, next, review is not null && person.Daily.HasReadReview(review.Week, now), review == reviews.LastOrDefault(),
            person.Daily.WantsWholeWeek(now)));
    }
}
