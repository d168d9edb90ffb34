namespace Mainstay.Care.Tests;

/// <summary>One working day at the desk, looked at every minute: calls, absences, typing, unknown signals, other reminders in between.</summary>
static class LifePrompts
{
    /// <returns>Prompts shown that count.</returns>
    public static int Day(DailyCare daily, Chance chance, DateOnly day, bool ignores, ref History history, Func<Guid> guid)
    {
        var rules = daily.Rules.Breaks;
        var settings = new BreakSettings { On = true, EveryMinutes = chance.Pick((int[])[31, 40, 60, 60, 90]), From = new(7, 0), To = new(20, 59), Days = [0, 1, 2, 3, 4, 5, 6], Stretches = BreakSettings.SuggestedStretches };
        var now = new DateTimeOffset(day, new TimeOnly(7, 0), TimeSpan.Zero);
        var (sitting, input, last) = (now, now, (DateTimeOffset?)null);
        var (deferred, typing) = ((string?)null, (DateTimeOffset?)null);
        var stretched = new HashSet<DateTimeOffset>();
        for (var minute = 0; minute < 15 * 60; minute++, now = now.AddMinutes(1))
        {
            if (chance.Happens(0.92)) input = now.AddSeconds(-chance.Below(40));
            foreach (var _ in PlannedStretch.Due(settings, Moment(history), rules, TimeZoneInfo.Utc).Where(due => stretched.Add(due)).ToList()) Log(ref history, new BreakLog { Event = BreakEvent.Prompted, Kind = PromptKind.Stretch });
            var verdict = BreakDecider.Decide(settings, Moment(history), rules);
            last = now;
            deferred = verdict.Outcome == BreakOutcome.Deferral ? verdict.Reason : null;
            typing = verdict.Reason == "typing" ? typing ?? now : null;
            if (verdict.Outcome == BreakOutcome.Absence) sitting = now;
            if (verdict.Outcome != BreakOutcome.Fire) continue;
            Log(ref history, new BreakLog { Event = BreakEvent.Prompted, ByWish = verdict.ByWish });
            if (!ignores || chance.Happens(0.5)) sitting = now;
        }
        return history.Breaks.Count(b => b.Day == day && b.What is { Event: BreakEvent.Prompted, ByWish: false });

        BreakMoment Moment(History known) => new()
        {
            Now = now, SittingSince = sitting, LastLook = last, LastInput = input, DeferredBy = deferred, TypingSince = typing, Prompts = Habit.Prompts(known, day),
            DoNotDisturb = Probe.No, MicrophoneOrCamera = chance.Happens(0.1) ? Probe.Yes : chance.Happens(0.1) ? Probe.Unknown : Probe.No, FullScreen = Probe.No,
        };

        void Log(ref History known, BreakLog what) => known = known.With(guid(), now, what);
    }
}
