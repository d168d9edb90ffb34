using System.Collections.Immutable;
using Mainstay.Care;
using Mainstay.Web.Flow;
using Mainstay.Web.Own;
using Mainstay.Web.Trends;

namespace Mainstay.Web.Letter;

/// <summary>What the daily use adds to a letter.</summary>
/// <param name="Over">The days of the chart: the last twelve weeks, or since the beginning.</param>
/// <param name="Lights">Sessions of those days by how they turned out: went well, a bit much, too much, not known.</param>
/// <param name="Goals">Own goals with a score.</param>
/// <param name="Doses">Of pain medicine in the last four weeks, and on how many days.</param>
/// <param name="Medicines">As the person named them.</param>
/// <param name="Review">The one that makes the letter due, else the latest one.</param>
public sealed record LetterDiary(Insight Insight, Span Over, (int Green, int Amber, int Red, int Unknown) Lights, ImmutableArray<OwnGoal> Goals, ImmutableArray<TestTrend> Tests,
    ImmutableArray<SpotTrend> Spots, ImmutableDictionary<string, int?> SpotPlaces, IReadOnlyCollection<(string Region, double X, double Y)> SpotPoints, (double Doses, int Days, int Of) Medicine, ImmutableArray<string> Medicines, Review? Review)
{
    const int MedicineDays = 28;

    /// <summary>Comparisons that have begun, the newest first.</summary>
    public ImmutableArray<TrialNow> Trials { get; init; } = [];

    public static LetterDiary Of(Person person, Insight insight, Today today, ImmutableArray<Review> reviews, Knowledge.Library library)
    {
        var (history, first) = (person.Daily, insight.Days.From);
        var over = first.AddDays(Span.Weeks12) > person.Today ? new Span(first, Math.Max(7, person.Today.DayNumber - first.DayNumber + 1)) : new(person.Today.AddDays(1 - Span.Weeks12), Span.Weeks12);
        var lights = today.Progress.Sessions.Where(session => over.Has(session.Day)).ToLookup(session => session.Light);
        var doses = insight.Days.Doses.TakeLast(MedicineDays).ToArray();
        var since = person.Today.AddDays(-MedicineDays);
        return new(insight, over, (lights[Light.Green].Count(), lights[Light.Amber].Count(), lights[Light.Red].Count(), lights[Light.Unknown].Count()),
            [.. history.Goals().Where(goal => !goal.Scores.IsEmpty)], TestTrend.Of(history, library), SpotTrend.Of(history, library),
            history.SpotsNow().GroupBy(spot => spot.Region).ToImmutableDictionary(spots => spots.Key, spots => spots.Max(spot => spot.Now.Pain) is { } most ? (int?)Math.Round(most) : null), SpotPages.Points(history.SpotsNow()),
            (doses.Where(one => !double.IsNaN(one)).Sum(), doses.Count(one => one > 0), doses.Count(one => !double.IsNaN(one))),
            [.. history.Diary.Where(note => note.Day >= since && !string.IsNullOrWhiteSpace(note.What.Medicine)).Select(note => note.What.Medicine!.Trim()).Distinct(StringComparer.OrdinalIgnoreCase).Take(5)],
            today.Letter ?? reviews.LastOrDefault()) { Trials = [.. TrialNow.Of(insight, history, person.Today).Where(trial => trial.Plan.From <= person.Today)] };
    }
}
