using System.Collections.Immutable;
using Mainstay.Care;
using Mainstay.Web.Flow;

namespace Mainstay.Web.Breaks;

/// <summary>Breaks, habit and the 30 days as Today shows them.</summary>
/// <param name="Taken">Breaks of this day.</param>
/// <param name="Next">When the next reminder is due; null while reminders are off.</param>
/// <param name="ActiveDays">Of the last seven.</param>
/// <param name="Task">Title of what is next of the 30 days; null before they were begun, when all are done and while they wait.</param>
/// <param name="DoneToday">The day's one was done.</param>
public sealed record BreaksInShort(int Taken, DateTimeOffset? Next, int ActiveDays, string? Task, bool DoneToday)
{
    public static BreaksInShort Of(Person person, BreakNow now, CareModels care)
    {
        var rules = care.Model.Library.Progress!.Breaks;
        var offer = BreakOffer.Of(person, now, care);
        var challenge = offer.Holds ? null : ChallengeState.Of(now.History, offer.Tasks, rules, now.Today);
        return new(now.Day.Taken, now.Settings.On && now.Slot > now.Now && DateOnly.FromDateTime(now.Slot.DateTime) == now.Today ? now.Slot : null,
            Habit.Of(now.History, rules, now.Today, person.Answers.NumberOf("days_per_week") ?? 5).Week.Count(day => day.What == HabitDay.Done), challenge?.Today?.Title, challenge?.DoneToday == true);
    }
}
