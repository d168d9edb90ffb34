using Mainstay.Care;
using Mainstay.Journal;
using Mainstay.Knowledge;
using Mainstay.Web.Flow;
using static Mainstay.Web.Texts.Marking;

namespace Mainstay.Web.Breaks;

/// <summary>Breaks and reminders as they stand at one moment.</summary>
/// <param name="Verdict">Would a reminder come now, and if not, why not?</param>
/// <param name="Slot">When the next break is due by what was recorded alone, so that every program works out the same.</param>
/// <param name="Waits">Something should be looked at first, so nothing that moves a body is offered.</param>
public sealed record BreakNow(DateTimeOffset Now, History History, BreakSettings Settings, BreakDay Day, BreakVerdict Verdict, DateTimeOffset Slot, bool Waits)
{
    public DateOnly Today => DateOnly.FromDateTime(Now.DateTime);
}

/// <summary>Puts together what the journal and the check say about breaks. What a computer could tell of its user is unknown here.</summary>
public sealed class BreakDesk(PersonFile file, CareModels care, TimeProvider clock)
{
    /// <summary>Reason of a verdict of our own: the check comes before any reminder.</summary>
    public const string First = "first";

    public BreakRules Rules { get; } = care.Model.Library.Progress!.Breaks;

    public TimeZoneInfo Zone => clock.LocalTimeZone;

    public BreakNow Now() => Now(null, null);

    /// <param name="lastLook">The look before this one, by a watcher that looks again and again.</param>
    /// <param name="anew">The sitting began anew then, as that watcher noticed.</param>
    public BreakNow Now(DateTimeOffset? lastLook, DateTimeOffset? anew)
    {
        var (now, person) = (clock.GetLocalNow(), file.Now());
        var history = person.Folded.History.Daily;
        var settings = history.Reminders();
        var day = BreakDay.Of(history, Rules, now, Zone);
        var slot = day.Due;
        if (anew > day.SittingSince && anew <= now) day = day with { SittingSince = anew.Value, Due = anew.Value + settings.Every };
        var waits = Waits(person.Person);
        var verdict = settings.On && waits ? new(BreakOutcome.Pause, First, N("Reminders wait. Something should be looked at first."))
            : BreakDecider.Decide(settings, day.At(now) with { LastLook = lastLook }, Rules);
        return new(now, history, settings, day, verdict, slot, waits);
    }

    /// <summary>A professional should look first and has not allowed exercise, or something is new and its questions are not answered.</summary>
    bool Waits(Person person) => person.NewSince is not null
        || (person.HasAnswers && care.Day(person) is var day && (day.Rescreen is { Holds: true } || day.Assessment.Triage.Holding >= Urgency.SameDay));
}
