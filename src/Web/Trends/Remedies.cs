using System.Collections.Immutable;
using Mainstay.Care;
using Mainstay.Knowledge;
using Mainstay.Web.Flow;
using static Mainstay.Web.Texts.Marking;

namespace Mainstay.Web.Trends;

/// <summary>What may be compared of all that is done for the pain, and how it is done.</summary>
public static class Remedies
{
    /// <summary>What to do when it is its turn, and the page that says how.</summary>
    public static (string Says, string Path) How(RemedyKind kind) => kind switch
    {
        RemedyKind.Heat => (N("A warm pack for 15 to 20 minutes, wrapped in a cloth."), "/moves/heat-pack"),
        RemedyKind.Cold => (N("A cold pack for 10 to 15 minutes, with a cloth between."), "/moves/cold-pack"),
        RemedyKind.Stretch => (N("A stretch from your plan, twice for half a minute."), "/plan"),
        RemedyKind.Pressure => (N("Press on a sore spot for up to a minute. Keep it at 5 of 10 or less."), "/moves?kind=press"),
        RemedyKind.Breathing => (N("Five minutes of slow breathing."), "/moves/belly-breath-pacer"),
        _ => (N("A walk that feels easy, ten minutes or so."), "/moves/walking-plan"),
    };

    /// <summary>Medicine, massage and belts are no matter for a lot.</summary>
    static readonly ImmutableArray<(RemedyKind Kind, string Caution, Family Family)> Compared =
    [
        (RemedyKind.Heat, "heat", Family.Heat), (RemedyKind.Cold, "cold", Family.Cold), (RemedyKind.Walk, "walking", Family.Walking), (RemedyKind.Breathing, "relaxation", Family.Breathing),
        (RemedyKind.Stretch, "stretching", Family.Stretch), (RemedyKind.Pressure, "pressure", Family.Pressure),
    ];

    /// <summary>What this person may compare today, and what is left out for their safety with the reason. Nothing while there is no programme, while
    /// questions are open, or while the pain is strong.</summary>
    public static (ImmutableArray<RemedyKind> Free, ImmutableArray<(RemedyKind Kind, string Says)> Left) Offered(CareModels care, Person person)
    {
        var day = care.Day(person);
        if (!MayTry(day)) return ([], []);
        var standing = care.Model.Contraindications.Of(day.Answers, day.Assessment.Triage.Suspicions);
        // As in the plan: what it gives to nobody in these days, or to this person not at all, is not tried out either.
        var own = care.Own(person);
        var all = Compared.Select(one => (one.Kind, Says: standing.ReasonsOfCaution(one.Caution) is { IsEmpty: false } says ? says : own.WhyNone(one.Family))).ToArray();
        return ([.. all.Where(one => one.Says.IsEmpty).Select(one => one.Kind)], [.. all.Where(one => !one.Says.IsEmpty).Select(one => (one.Kind, one.Says[0]))]);
    }

    /// <summary>Is today a day for trying things?</summary>
    public static bool MayTry(Today day) => day is { Rescreen: null, Underlying: DayMode.Usual or DayMode.Flare };
}
