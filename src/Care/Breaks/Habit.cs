using System.Collections.Immutable;
using Mainstay.Knowledge;

namespace Mainstay.Care;

public enum HabitDay { Nothing, Done, Free }

/// <summary>A habit as it stands: nothing to lose, it fades gently and comes back.</summary>
/// <param name="Score">0 to 1.</param>
/// <param name="Week">The last seven days, today last.</param>
public sealed record Habit(double Score, ImmutableArray<(DateOnly Day, HabitDay What)> Week)
{
    /// <summary>Of doing something for the back: a session, or a break taken. Free days and holidays neither raise nor lower the score.</summary>
    /// <param name="daysPerWeek">How often the person means to, 1 to 7.</param>
    public static Habit Of(History history, BreakRules rules, DateOnly today, double daysPerWeek)
    {
        ArgumentNullException.ThrowIfNull(history);
        ArgumentNullException.ThrowIfNull(rules);
        var done = history.SessionsById.Values.Where(s => s.Tried).Select(s => s.Day)
            .Concat(history.Breaks.Where(b => b.What.Event is BreakEvent.Taken).Select(b => b.Day)).Concat(history.ChallengeDone.Select(c => c.Day)).ToHashSet();
        HabitDay What(DateOnly day) => done.Contains(day) ? HabitDay.Done : IsFree(history, day) ? HabitDay.Free : HabitDay.Nothing;
        var m = Math.Pow(0.5, Math.Sqrt(Math.Clamp(daysPerWeek, 1, 7) / 7) / rules.HabitDays);
        var score = 0.0;
        var first = done.Count > 0 ? done.Min() : today;
        for (var day = first; day <= today; day = day.AddDays(1))
            // The day that is not over yet does not count against anybody.
            if (What(day) is var what && what != HabitDay.Free && (what == HabitDay.Done || day < today)) score = score * m + (what == HabitDay.Done ? 1 - m : 0);
        return new(score, [.. Enumerable.Range(0, 7).Select(i => today.AddDays(i - 6)).Select(day => (day, What(day)))]);
    }

    public static bool IsFree(History history, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(history);
        return history.FreeDays.Any(f => f.What.On == day) || history.Holidays.Any(h => h.What.From <= day && day <= h.What.To);
    }

    /// <summary>Prompts of a day that count towards the eight.</summary>
    public static int Prompts(History history, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(history);
        var count = 0;
        for (var i = history.Breaks.Count - 1; i >= 0 && history.Breaks[i].Day >= day; i--)
            if (history.Breaks[i] is { What: { Event: BreakEvent.Prompted, ByWish: false } } log && log.Day == day) count++;
        return count;
    }
}

/// <summary>The 30 days as they stand.</summary>
/// <param name="Done">Task ids done since the start.</param>
/// <param name="Today">What is next; null when all are done.</param>
/// <param name="DoneToday">One was done today already.</param>
/// <param name="FreeLeft">Days that may still be left out in this week of the challenge. Going over costs nothing: the next day simply goes on.</param>
/// <param name="Rung">Rung of the ladder offered: one higher each third of the way, one lower after days without.</param>
public sealed record ChallengeState(DateOnly From, ImmutableArray<string> Done, ChallengeDay? Today, bool DoneToday, int FreeLeft, int Rung, ImmutableArray<string> Categories)
{
    /// <summary>Null before it was started, and after it was stopped.</summary>
    public static ChallengeState? Of(History history, ImmutableArray<ChallengeDay> tasks, BreakRules rules, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(history);
        ArgumentNullException.ThrowIfNull(rules);
        if (history.ChallengeStarts is not [.., var start] || history.ChallengeStops is [.., var stop] && stop.At >= start.At) return null;
        var log = history.ChallengeDone.Where(d => d.At >= start.At && d.Day <= today).ToArray();
        var done = log.Select(d => d.What.Task).Distinct().ToImmutableArray();
        var next = tasks.OrderBy(t => t.Day).FirstOrDefault(t => !done.Contains(t.Id));
        var week = start.Day.AddDays((today.DayNumber - start.Day.DayNumber) / 7 * 7);
        var missed = Enumerable.Range(0, today.DayNumber - week.DayNumber).Count(i => log.All(d => d.Day != week.AddDays(i)));
        var pause = log.Length == 0 ? 0 : today.DayNumber - log[^1].Day.DayNumber;
        var rung = Math.Clamp(done.Length * 3 / Math.Max(1, tasks.Length) - (pause > 1 + rules.ChallengeFree ? 1 : 0), 0, 2);
        return new(start.Day, done, next, log.Any(d => d.Day == today), Math.Max(0, rules.ChallengeFree - missed), rung,
            [.. tasks.Where(t => done.Contains(t.Id)).Select(t => t.Category).Distinct()]);
    }
}
