using Mainstay.Knowledge;

namespace Mainstay.Care;

/// <summary>May the week be thinned out to strength twice and walks?</summary>
static class Keeping
{
    /// <summary>From the review of week 12 on, when it says so, for as long as the pain stays down and the person does not want the whole week back.</summary>
    public static bool Holds(IEnumerable<Review> reviews, History history, PainDays pain, ProgressRules rules, DateTimeOffset now)
    {
        if (reviews.LastOrDefault() is not { Says: ReviewSays.Keep } review) return false;
        if (history.WantsWholeWeek(now)) return false;
        var here = pain.MiddleBefore(DateOnly.FromDateTime(now.DateTime), rules.ReviewDays, Within);
        return !(here - review.PainNow >= rules.WorsePain);
    }

    const int Within = 10;
}
