using Mainstay.Knowledge;

namespace Mainstay.Care;

/// <summary>What a probe of the computer can tell.</summary>
public enum Probe { Unknown, No, Yes }

/// <summary>What is known at one look.</summary>
public sealed record BreakMoment
{
    public required DateTimeOffset Now { get; init; }
    /// <summary>When the sitting began: the end of the last break or absence, or the start of the day.</summary>
    public required DateTimeOffset SittingSince { get; init; }
    /// <summary>The look before this one; null for the first.</summary>
    public DateTimeOffset? LastLook { get; init; }
    /// <summary>The last key or mouse; null where that cannot be told.</summary>
    public DateTimeOffset? LastInput { get; init; }
    public Probe DoNotDisturb { get; init; }
    public Probe MicrophoneOrCamera { get; init; }
    /// <summary>Full screen with the display kept awake.</summary>
    public Probe FullScreen { get; init; }
    /// <summary>Since when a due break waits for a gap in the typing.</summary>
    public DateTimeOffset? TypingSince { get; init; }
    public DateTimeOffset? SnoozedUntil { get; init; }
    /// <summary>When a planned stretch comes again that was put off.</summary>
    public DateTimeOffset? StretchAgain { get; init; }
    /// <summary>The reason of the last deferral (disturb, call, full_screen) of a break that is still due; null: it was not deferred.</summary>
    public string? DeferredBy { get; init; }
    /// <summary>Prompts shown today that count, of every kind.</summary>
    public int Prompts { get; init; }
    /// <summary>Holiday or a free day.</summary>
    public bool Away { get; init; }
}

public enum BreakOutcome
{
    NotDue,
    /// <summary>Idle, lock or sleep. Counts as the break where it was as long.</summary>
    Absence,
    /// <summary>Stays due, comes small afterwards, never counts.</summary>
    Deferral,
    /// <summary>The person's own: off, paused, away, outside hours.</summary>
    Pause,
    Fire,
}

/// <param name="Reason">off, paused, away, hours, quiet, jump, jump_credit, disturb, call, full_screen, idle, snoozed, not_due, limit, typing, fire, fire_unknown;
/// after a deferral fire_disturb, fire_call, fire_full_screen, fire_small.</param>
/// <param name="Says">The same in words: "why no reminder?".</param>
public sealed record BreakVerdict(BreakOutcome Outcome, string Reason, string Says)
{
    /// <summary>An absence: from when it is dated, which is the last input. The sitting begins anew now.</summary>
    public DateTimeOffset? From { get; init; }
    /// <summary>The absence was as long as a break.</summary>
    public bool Credit { get; init; }
    /// <summary>A signal is unknown, so the notification comes without sound and says so.</summary>
    public bool Quiet { get; init; }
    /// <summary>It was deferred before, so it comes small.</summary>
    public bool Small { get; init; }
    /// <summary>It stands outside the eight of a day.</summary>
    public bool ByWish { get; init; }
}

/// <summary>Fire, wait or leave be: one pure decision, in one order. Off or paused, outside hours, clock jump, do not disturb, call, full screen, idle,
/// the day's limit, typing, fire.</summary>
public static class BreakDecider
{
    public static BreakVerdict Decide(BreakSettings settings, BreakMoment at, BreakRules rules)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(at);
        ArgumentNullException.ThrowIfNull(rules);
        var words = rules.Words;
        if (!settings.On) return new(BreakOutcome.Pause, "off", words.Off);
        if (settings.PausedUntil > at.Now) return new(BreakOutcome.Pause, "paused", words.Paused);
        if (at.Away) return new(BreakOutcome.Pause, "away", words.Away);
        var clock = TimeOnly.FromDateTime(at.Now.DateTime);
        if (Within(clock, settings.QuietFrom, settings.QuietTo)) return new(BreakOutcome.Pause, "quiet", words.Quiet);
        if (!Within(clock, settings.From, settings.To) || !settings.Days.Contains((int)settings.ShiftOf(at.Now).DayOfWeek)) return new(BreakOutcome.Pause, "hours", words.Hours);

        var length = TimeSpan.FromMinutes(settings.BreakMinutes);
        if (at.LastLook is { } look && (at.Now - look > TimeSpan.FromSeconds(rules.JumpS) || at.Now < look))
        {
            var from = at.LastInput is { } input && input < look ? input : look;
            var credit = at.Now - from >= length;
            return new(BreakOutcome.Absence, credit ? "jump_credit" : "jump", credit ? words.JumpCredit : words.Jump) { From = from, Credit = credit };
        }
        var due = at.DeferredBy is not null || at.Now - at.SittingSince >= TimeSpan.FromMinutes(Math.Clamp(settings.EveryMinutes, BreakSettings.Least, BreakSettings.Most));
        if (due)
        {
            if (at.DoNotDisturb == Probe.Yes) return new(BreakOutcome.Deferral, "disturb", words.Disturb);
            if (at.MicrophoneOrCamera == Probe.Yes) return new(BreakOutcome.Deferral, "call", words.Call);
            if (at.FullScreen == Probe.Yes) return new(BreakOutcome.Deferral, "full_screen", words.FullScreen);
        }
        if (at.LastInput is { } last && at.Now - last >= length) return new(BreakOutcome.Absence, "idle", words.Idle) { From = last, Credit = true };
        if (!due) return new(BreakOutcome.NotDue, "not_due", words.NotDue);
        if (at.SnoozedUntil > at.Now) return new(BreakOutcome.NotDue, "snoozed", words.Snoozed);
        var byWish = settings.EveryMinutes <= rules.WishMinutes;
        if (!byWish && at.Prompts >= rules.MostPrompts) return new(BreakOutcome.NotDue, "limit", words.Limit);
        if (at.LastInput is { } typed && at.Now - typed < TimeSpan.FromSeconds(rules.TypingQuietS)
            && !(at.Now - at.TypingSince >= TimeSpan.FromSeconds(rules.TypingMostS)))
            return new(BreakOutcome.Deferral, "typing", words.Typing);
        var unknown = at.DoNotDisturb == Probe.Unknown || at.MicrophoneOrCamera == Probe.Unknown || at.FullScreen == Probe.Unknown || at.LastInput is null;
        var (reason, says) = unknown ? ("fire_unknown", words.FireUnknown) : at.DeferredBy switch
        {
            null => ("fire", words.Fire),
            "disturb" => ("fire_disturb", words.FireDisturb),
            "call" => ("fire_call", words.FireCall),
            "full_screen" => ("fire_full_screen", words.FireFullScreen),
            _ => ("fire_small", words.FireSmall),
        };
        return new(BreakOutcome.Fire, reason, says) { Quiet = unknown, Small = at.DeferredBy is not null, ByWish = byWish };
    }

    /// <summary>May a reminder that is no break (a planned stretch) be shown now? Null: yes; else the reason why not.</summary>
    public static BreakVerdict? Other(BreakSettings settings, BreakMoment at, BreakRules rules)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(at);
        ArgumentNullException.ThrowIfNull(rules);
        if (!settings.On) return new(BreakOutcome.Pause, "off", rules.Words.Off);
        if (settings.PausedUntil > at.Now) return new(BreakOutcome.Pause, "paused", rules.Words.Paused);
        if (at.Away) return new(BreakOutcome.Pause, "away", rules.Words.Away);
        if (Within(TimeOnly.FromDateTime(at.Now.DateTime), settings.QuietFrom, settings.QuietTo)) return new(BreakOutcome.Pause, "quiet", rules.Words.Quiet);
        return at.Prompts >= rules.MostPrompts ? new(BreakOutcome.NotDue, "limit", rules.Words.Limit) : null;
    }

    /// <summary>From is in, to is out; from after to goes over midnight; the same twice is never.</summary>
    static bool Within(TimeOnly time, TimeOnly from, TimeOnly to) => from <= to ? time >= from && time < to : time >= from || time < to;
}
