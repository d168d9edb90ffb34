using Mainstay.Care;
using Mainstay.Web.Flow;

namespace Mainstay.Web.Trends;

/// <summary>What Today points to: a look back that was not read, and whose turn it is in a running test.</summary>
public sealed record TodayLooks(Review? Review, RemedyKind? Turn, Guid Trial)
{
    public static TodayLooks Of(Person person, CareModels care)
    {
        var today = care.Day(person);
        var running = person.NewSince is null && Remedies.MayTry(today) ? person.Daily.Running(person.Today).LastOrDefault() : null;
        var turn = running is null ? null : OneWay.Schedule(running).Where(day => day.Day == person.Today).Select(day => (RemedyKind?)day.Remedy).FirstOrDefault();
        // What is left out for their safety meanwhile has no turn.
        return new(today.Review, turn is { } kind && Remedies.Offered(care, person).Free.Contains(kind) ? kind : null, running?.Experiment ?? default);
    }
}

/// <summary>What the plan says beside the week.</summary>
/// <param name="Fears">The person stays away from some moves.</param>
/// <param name="MayKeep">The goals are reached, so that the week may be thin.</param>
/// <param name="Whole">The person wants the whole week all the same.</param>
/// <param name="MayVary">The short move in all three ways may be done today.</param>
public sealed record PlanMore(Variety Variety, bool Fears, bool MayKeep, bool Whole, bool MayVary)
{
    public const string ThreeWays = "three-ways";

    public static PlanMore Of(Person person, CareModels care, DateTimeOffset now) => new(Variety.Of(person.Daily, care.Model.Library, now),
        person.Answers.IsYes("fear_of_movement") == Truth.True, care.Daily.Reviews(person.Answers, person.Daily, now).LastOrDefault() is { Says: ReviewSays.Keep },
        person.Daily.Weeks.LastOrDefault() is { What.Whole: true },
        care.Day(person) is { Rescreen: null, Underlying: DayMode.Usual } today && today.Plan.Plan?.Blocked.All(blocked => blocked.Item.Id != ThreeWays) == true);
}
