using System.Collections.Immutable;
using Mainstay.Knowledge;

namespace Mainstay.Care;

public enum ReviewSays
{
    /// <summary>Too little is known.</summary>
    Nothing,
    GoOn,
    Adjust,
    /// <summary>Goals are reached: keep it with strength twice a week and walks.</summary>
    Keep,
    /// <summary>No useful change: a professional should look at it, with the letter.</summary>
    Letter,
}

/// <summary>A look back at weeks 2, 4, 6 and 12.</summary>
/// <param name="On">The day it fell due; only what was known by then counts.</param>
/// <param name="PainThen">Median of the first three days with a value (else the check's answer), 0 to 10.</param>
/// <param name="PainNow">Median of the last three days with a value.</param>
/// <param name="GoalsThen">Mean of the own goals' first scores, 0 to 10; null without goals scored twice.</param>
/// <param name="Gain">The change is one that matters: 2 points or 30 % of the pain, or 2 points of the goals; and the pain is not worse.</param>
public sealed record Review(
    int Week, DateOnly On, double? PainThen, double? PainNow, double? GoalsThen, double? GoalsNow, int Sessions, bool Gain, ReviewSays Says, string Text)
{
    public bool LetterDue => Says == ReviewSays.Letter;
    /// <summary>The pain is more than at the beginning, by as much as matters.</summary>
    public bool Worse { get; init; }
}

sealed class Reviews(ProgressRules rules)
{
    const int Within = 10;

    /// <summary>Of the course that is on: each spell has its own.</summary>
    public ImmutableArray<Review> Of(History history, PainDays pain, double? checkPain, DateTimeOffset now)
        => history.CourseAt(now) is not { } begun ? [] : Of(Day(begun), Day(now), begun == history.Courses[0], history, pain, checkPain, now);

    /// <summary>The look back that makes a letter due: the last one, or one of an earlier course of the same spell; null: none is. A check that is begun
    /// anew is no change for the better: until a look back has judged it, what was due stays due, unless the pain began after it fell due.</summary>
    /// <param name="reviews">Of the course that is on.</param>
    /// <param name="onset">Days since the pain began; null, not known, counts as the same spell.</param>
    public Review? Letter(ImmutableArray<Review> reviews, History history, PainDays pain, double? onset, DateTimeOffset now)
    {
        Review? due = null;
        var courses = history.Courses.Where(at => at <= now).ToArray();
        for (var one = 0; one < courses.Length - 1; one++)
            foreach (var review in Of(Day(courses[one]), Day(courses[one + 1]), one == 0, history, pain, history.CheckPains.TryGetValue(courses[one], out var then) ? then : null, now))
                // Nobody knows how an earlier course began of which neither the diary nor the check says so.
                if (review.PainThen is not null || review.GoalsThen is not null) due = After(due, review);
        if (due?.On < Day(now).AddDays(-(int)Math.Min(onset ?? 100_000, 100_000))) due = null;
        return reviews.Aggregate(due, After);
    }

    /// <summary>What is due after one more look back. An empty diary takes nothing back. A course that began in a bad spell gains by its end alone: before
    /// week 6 only pain that is clearly less than in the look back that made the letter due counts.</summary>
    Review? After(Review? due, Review review) => review switch
    {
        { Says: ReviewSays.Nothing } => due,
        { LetterDue: true } => review,
        { Week: > 4 } => null,
        { Gain: true } when due?.PainNow - review.PainNow >= rules.GainPain => null,
        _ => due,
    };

    ImmutableArray<Review> Of(DateOnly begun, DateOnly until, bool first, History history, PainDays pain, double? checkPain, DateTimeOffset now)
        => [.. rules.ReviewWeeks.Where(w => begun.AddDays(7 * w) <= until).Select(w => One(w, begun, first ? DateOnly.MinValue : begun, history, pain, checkPain, now))];

    static DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(at.DateTime);

    /// <param name="from">What was recorded before belongs to another course.</param>
    Review One(int week, DateOnly begun, DateOnly from, History history, PainDays pain, double? checkPain, DateTimeOffset now)
    {
        var on = begun.AddDays(7 * week);
        var then = pain.MiddleFrom(begun, rules.ReviewDays, 7) ?? checkPain;
        var today = pain.MiddleBefore(on, rules.ReviewDays, Within);
        var (goalsThen, goalsNow) = Goals(history, from, on, now);
        var sessions = history.SessionsById.Values.Count(s => s.Day >= from && s.Day <= on && s.At <= now && s.Tried);
        var less = then - today;
        var more = goalsNow - goalsThen;
        // Whatever the goals say, who hurts clearly more is not on course.
        var worse = -less >= rules.WorsePain;
        var gain = !worse && (less >= rules.GainPain || (less > 0 && less >= then * rules.GainShare) || more >= rules.GainGoal);
        // Who began nearly without pain cannot gain much, and needs no letter for it.
        var well = today <= rules.TrendPain && then <= rules.GainPain;
        var says = (week, today is null && goalsNow is null) switch
        {
            (_, true) => ReviewSays.Nothing,
            (<= 2, _) => worse ? ReviewSays.Adjust : ReviewSays.GoOn,
            (<= 4, _) => gain || well || (!worse && (less >= rules.TrendPain || more >= rules.TrendGoal)) ? ReviewSays.GoOn : ReviewSays.Adjust,
            (<= 6, _) => gain || well ? ReviewSays.GoOn : ReviewSays.Letter,
            _ => gain || well ? ReviewSays.Keep : ReviewSays.Letter,
        };
        var words = rules.Words;
        return new(week, on, then, today, goalsThen, goalsNow, sessions, gain, says, says switch
        {
            ReviewSays.Nothing => words.ReviewNothing,
            ReviewSays.GoOn => words.ReviewOn,
            ReviewSays.Adjust => worse ? words.ReviewWorse : words.ReviewAdjust,
            ReviewSays.Keep => words.ReviewKeep,
            _ => worse ? words.ReviewWorseLetter : words.ReviewLetter,
        }) { Worse = worse };
    }

    // Only goals scored at two moments tell of change, and of one that was given up by then nobody asks any more. By then and not since: giving up a
    // goal that goes badly takes no letter back.
    static (double? Then, double? Now) Goals(History history, DateOnly from, DateOnly on, DateTimeOffset now)
    {
        var scored = history.GoalScores.Where(g => g.Day >= from && g.Day <= on && g.At <= now).GroupBy(g => g.What.Goal)
            .Where(g => g.Count() > 1 && history.GoalNames.LastOrDefault(n => n.What.Goal == g.Key && n.Day <= on && n.At <= now) is not { What.Text: null }).ToArray();
        return scored.Length == 0 ? (null, null) : (scored.Average(g => g.First().What.Score), scored.Average(g => g.Last().What.Score));
    }
}
