using System.Collections.Immutable;
using Mainstay.Care;
using Mainstay.Knowledge;
using Mainstay.Web.Flow;

namespace Mainstay.Web.Breaks;

/// <summary>A small move beside a desk for the next break.</summary>
/// <param name="Changes">How this person does it otherwise.</param>
public sealed record BreakMove(Item Item, ImmutableArray<Limit> Changes);

/// <summary>What may be offered to one person today.</summary>
/// <param name="Move">Null: getting up and walking about is all that is offered.</param>
/// <param name="Tasks">Those of the 30 days that are right for the person.</param>
/// <param name="Holds">Nothing that moves a body is offered: danger questions are due, or there is no programme.</param>
public sealed record BreakOffer(BreakMove? Move, ImmutableArray<ChallengeDay> Tasks, bool Holds)
{
    const double MostMinutes = 2.5;
    const int MostLevel = 2, RedDays = 7;
    static readonly string[] AtADesk = ["chair", "wall", "door"], Starts = ["sit", "stand", "any"];

    public static BreakOffer Of(Person person, BreakNow at, CareModels care)
    {
        var library = care.Model.Library;
        var free = library.Challenge.Where(task => task.Cautions.IsEmpty).ToImmutableArray();
        if (at.Waits) return new(null, free, true);
        // Before the check nobody knows what would be wrong for this person.
        if (!person.WentThrough) return new(null, free, false);
        var today = care.Day(person);
        if (today.Rescreen is not null || today.Plan.Plan is null) return new(null, free, true);
        var standing = care.Model.Contraindications.Of(today.Answers, today.Assessment.Triage.Suspicions);
        var tasks = library.Challenge.Where(task => task.Cautions.All(caution => standing.ReasonsOfCaution(caution).IsEmpty)).ToImmutableArray();
        if (today.Underlying is DayMode.Guarded or DayMode.StrongPain or DayMode.Flare) return new(null, free, false);
        // The same limits as in a session. What goes on there with less after it was too much rests here: nobody counts in a break.
        var own = care.Own(person);
        var red = today.Progress.Sessions.Where(session => session.Light == Light.Red && session.Day >= at.Today.AddDays(-RedDays)).SelectMany(session => session.Items).Select(one => one.Item).ToHashSet();
        var moves = library.Items.Where(item => Fits(item) && !red.Contains(item.Id)).Select(item => own.Of(item.Id)?.Today).OfType<TodayItem>().ToArray();
        if (moves.Length == 0) return new(null, tasks, false);
        // Another one after each break, and another beginning each day.
        var chosen = moves[(at.Today.DayNumber + at.Day.Taken) % moves.Length];
        return new(new(chosen.Item, chosen.Planned.Adjustments), tasks, false);
    }

    static bool Fits(Item item) => item.Family is Family.Mobility or Family.Stretch && item.Minutes <= MostMinutes && item.Level <= MostLevel
        && item.Places.Contains("work") && Starts.Contains(item.Start) && item.Equipment.All(AtADesk.Contains) && !item.Cautions.Contains("rad");
}
