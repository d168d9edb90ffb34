using System.Collections.Immutable;
using Mainstay.Knowledge;

namespace Mainstay.Care;

/// <summary>One stretch of working hours as it was recorded, and what follows from it for the next reminder. Pure: what was recorded later than
/// the moment, by a clock that went wrong, does not count yet.</summary>
public sealed record BreakDay
{
    /// <summary>When the working hours began; of hours over midnight, the evening before.</summary>
    public required DateTimeOffset Begins { get; init; }
    /// <summary>The end of the last break or absence, the last reminder that was not answered, or the beginning of the hours.</summary>
    public required DateTimeOffset SittingSince { get; init; }
    /// <summary>"Later" was said to the last reminder.</summary>
    public DateTimeOffset? SnoozedUntil { get; init; }
    /// <summary>When a planned stretch comes again, to which "later" was said last.</summary>
    public DateTimeOffset? StretchAgain { get; init; }
    /// <summary>Reminders of the calendar day that count towards the most of a day.</summary>
    public required int Prompts { get; init; }
    /// <summary>Holiday or a free day.</summary>
    public required bool Away { get; init; }
    /// <summary>What was recorded since the beginning, oldest first.</summary>
    public required ImmutableArray<Logged<BreakLog>> Events { get; init; }
    /// <summary>When the next break is due, be it that nothing speaks against it.</summary>
    public required DateTimeOffset Due { get; init; }

    /// <summary>Breaks that were taken, absences as long as one included.</summary>
    public int Taken => Events.Count(e => e.What is { Kind: PromptKind.Break, Event: BreakEvent.Taken or BreakEvent.Credited });

    /// <param name="zone">The person's own clock.</param>
    public static BreakDay Of(History history, BreakRules rules, DateTimeOffset now, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(history);
        ArgumentNullException.ThrowIfNull(rules);
        var settings = history.Reminders();
        var (local, day) = (TimeZoneInfo.ConvertTime(now, zone), settings.ShiftOf(TimeZoneInfo.ConvertTime(now, zone)));
        var begins = LocalTime(day, settings.From, zone);
        var events = EventsOf(history, begins, now);
        var (since, prompted, snoozed) = (Latest(begins, SwitchedOn(history, now)), (DateTimeOffset?)null, (DateTimeOffset?)null);
        foreach (var e in events.Where(e => e.What.Kind == PromptKind.Break))
            (since, prompted, snoozed) = e.What.Event switch
            {
                BreakEvent.Prompted => (since, e.At, null),
                // What was put off stays due from before, so that it comes back on time.
                BreakEvent.Snoozed => (since, null, e.At + TimeSpan.FromMinutes(rules.SnoozeMinutes)),
                _ => (Latest(since, e.At), (DateTimeOffset?)null, (DateTimeOffset?)null),
            };
        since = Latest(since, prompted);
        return new()
        {
            Begins = begins, SittingSince = since, SnoozedUntil = snoozed, StretchAgain = StretchPutOff(history, rules, now), Events = events, Prompts = Habit.Prompts(history, DateOnly.FromDateTime(local.DateTime)),
            Away = Habit.IsFree(history, day), Due = Latest(since + settings.Every, snoozed),
        };
    }

    /// <summary>As far as the journal knows. What the computer can tell is for the caller to add.</summary>
    public BreakMoment At(DateTimeOffset now) => new() { Now = now, SittingSince = SittingSince, SnoozedUntil = SnoozedUntil, StretchAgain = StretchAgain, Prompts = Prompts, Away = Away };

    /// <summary>A stretch may be planned before the working hours begin, so these do not count here. Whoever moved since then needs it no more.</summary>
    static DateTimeOffset? StretchPutOff(History history, BreakRules rules, DateTimeOffset now) =>
        history.Breaks.Where(e => (e.What.Kind == PromptKind.Stretch || e.What.Event == BreakEvent.Taken) && e.At <= now).MaxBy(e => e.At) is { What.Event: BreakEvent.Snoozed, At: var at }
        && !history.SessionsById.Values.Any(session => session.Tried && session.At > at && session.At <= now) ? at + TimeSpan.FromMinutes(rules.SnoozeMinutes) : null;

    /// <summary>A time of the person's own clock. One that the spring skips comes as much later; of one that the autumn repeats, the first.</summary>
    public static DateTimeOffset LocalTime(DateOnly day, TimeOnly time, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        var wall = day.ToDateTime(time);
        if (zone.IsInvalidTime(wall)) return TimeZoneInfo.ConvertTime(new DateTimeOffset(wall, zone.GetUtcOffset(wall.AddDays(-1))), zone);
        return new(wall, zone.IsAmbiguousTime(wall) ? zone.GetAmbiguousTimeOffsets(wall).Max() : zone.GetUtcOffset(wall));
    }

    static ImmutableArray<Logged<BreakLog>> EventsOf(History history, DateTimeOffset from, DateTimeOffset to)
    {
        var first = history.Breaks.Count;
        while (first > 0 && history.Breaks[first - 1].At >= from) first--;
        return [.. history.Breaks.Skip(first).Where(e => e.At <= to)];
    }

    /// <summary>Since when reminders are on without a gap: whoever switches them on at noon has not asked for the morning.</summary>
    static DateTimeOffset? SwitchedOn(History history, DateTimeOffset now)
    {
        DateTimeOffset? since = null;
        for (var i = history.BreakSettings.Count - 1; i >= 0 && history.BreakSettings[i] is var set && (set.What.On || set.At > now); i--)
            if (set.At <= now) since = set.At;
        return since;
    }

    static DateTimeOffset Latest(DateTimeOffset one, DateTimeOffset? other) => other > one ? other.Value : one;
}
