using System.Collections.Concurrent;
using Mainstay.Care;
using Mainstay.Journal;
using Mainstay.Knowledge;

namespace Mainstay.Cli.Remind;

/// <summary>Looks again and again whether a break is due, with what the computer can tell, and shows the reminder on the desktop. It shares the
/// data file with the app: one reminder is shown, whoever comes first.</summary>
/// <param name="dry">Says what it would do, and neither shows nor records anything.</param>
/// <param name="say">One line for the terminal.</param>
sealed class Agent(JournalStore store, BreakRules rules, ISurroundings surroundings, INotifier? notifier, TimeProvider clock, bool dry, Action<string> say)
{
    static readonly TimeSpan Lease = TimeSpan.FromMinutes(2), Known = TimeSpan.FromDays(2), Sign = TimeSpan.FromMinutes(1);

    /// <summary>Short absences one after the other are one break in the record.</summary>
    static readonly TimeSpan Apart = TimeSpan.FromMinutes(10);

    readonly string _owner = $"{Environment.MachineName}/{Environment.ProcessId}/{Environment.TickCount64}";
    readonly JobTable _jobs = new(store);

    /// <summary>What was tapped, until it is written: a tap comes on a thread of its own, where a busy or full file would end the program.</summary>
    readonly ConcurrentQueue<Recorded> _tapped = [];
    (long, long)? _stamp;
    DateOnly _read;
    PersonHistory _history = PersonHistory.Empty;
    DateTimeOffset? _last, _anew, _deferred, _typing, _signed;
    BreakVerdict? _absence, _told;
    string? _deferredBy;

    /// <summary>One look.</summary>
    /// <exception cref="JournalException">The data file cannot be read or written.</exception>
    public (BreakVerdict Verdict, Signs Signs) Look()
    {
        var now = clock.GetLocalNow();
        WriteTapped();
        var history = Read(now).Daily;
        var day = BreakDay.Of(history, rules, now, clock.LocalTimeZone);
        var slot = day.Due;
        if (_anew > day.SittingSince && _anew <= now) day = day with { SittingSince = _anew.Value, Due = _anew.Value + history.Reminders().Every };
        // What stands still on the desk costs most to ask, so it is asked only when a break is due.
        var due = history.Reminders().On && (now >= day.Due || _deferred == day.SittingSince);
        var signs = due ? surroundings.Rest(now) : Signs.Nothing with { LastInput = history.Reminders().On ? surroundings.LastInput(now) : null };
        var verdict = _history.Waits ? new(BreakOutcome.Pause, "first", "Reminders wait. Something should be looked at first.") : BreakDecider.Decide(history.Reminders(), day.At(now) with
        {
            LastLook = _last, LastInput = signs.LastInput, DoNotDisturb = signs.DoNotDisturb, MicrophoneOrCamera = signs.MicrophoneOrCamera, FullScreen = signs.FullScreen,
            TypingSince = _typing, DeferredBy = _deferred == day.SittingSince ? _deferredBy : null,
        }, rules);
        _last = now;
        _typing = verdict.Reason == "typing" ? _typing ?? now : null;
        if (verdict.Outcome == BreakOutcome.Deferral && verdict.Reason != "typing") (_deferred, _deferredBy) = (day.SittingSince, verdict.Reason);
        Absences(verdict, history, now);
        Tell(verdict, now);
        if (verdict.Outcome == BreakOutcome.Fire) Fire(new() { Event = BreakEvent.Prompted, ByWish = verdict.ByWish, Reason = verdict.Reason }, verdict, slot, now);
        if (!_history.Waits) Stretches(history, day.At(now), now);
        return (verdict, signs);
    }

    PersonHistory Read(DateTimeOffset now)
    {
        var (stamp, today) = (store.Stamp, DateOnly.FromDateTime(now.DateTime));
        if (_stamp != stamp || _read != today) _history = PersonHistory.Of(store.ReadForReminders(JournalStore.Me, now - Known));
        (_stamp, _read) = (stamp, today);
        return _history;
    }

    /// <summary>An absence is recorded when it is over, as long as it was; what went on over the end of the working hours is none.</summary>
    void Absences(BreakVerdict verdict, History history, DateTimeOffset now)
    {
        if (verdict.Outcome == BreakOutcome.Absence)
        {
            _absence = _absence is { From: { } from } && from < verdict.From ? _absence with { Credit = _absence.Credit || verdict.Credit } : verdict;
            _anew = now;
            if (verdict.Reason == "idle") return;
        }
        if (_absence is not { Credit: true } over)
        {
            if (verdict.Outcome != BreakOutcome.Absence) _absence = null;
            return;
        }
        _absence = null;
        var before = history.Breaks.LastOrDefault(one => one.What.Event is BreakEvent.Taken or BreakEvent.Credited);
        if (verdict.Outcome == BreakOutcome.Pause || dry || before is not null && now - before.At < Apart) return;
        Write(new() { Event = BreakEvent.Credited, Minutes = Math.Round(Math.Min(1440, (now - over.From!.Value).TotalMinutes), 1), Reason = over.Reason }, now);
    }

    /// <summary>Not in a call, in full screen or while nobody is there, as long as it is not too late then; without a sound where that cannot be told.</summary>
    void Stretches(History history, BreakMoment at, DateTimeOffset now)
    {
        foreach (var due in PlannedStretch.Due(history.Reminders(), at, rules, clock.LocalTimeZone))
        {
            if (history.Breaks.Any(one => one.Id == ReminderKey.EntryOf(PromptKind.Stretch, due))) continue;
            var signs = surroundings.Rest(now);
            if (signs is { DoNotDisturb: Probe.Yes } or { MicrophoneOrCamera: Probe.Yes } or { FullScreen: Probe.Yes } || now - signs.LastInput >= TimeSpan.FromMinutes(history.Reminders().BreakMinutes)) return;
            var unknown = signs is { DoNotDisturb: Probe.Unknown } or { MicrophoneOrCamera: Probe.Unknown } or { FullScreen: Probe.Unknown } or { LastInput: null };
            var says = due == at.StretchAgain ? "It is the one that you put off." : "It is the one that you planned for now.";
            if (unknown) says += " It comes without a sound, as we cannot tell if you are busy.";
            Fire(new() { Event = BreakEvent.Prompted, Kind = PromptKind.Stretch }, new(BreakOutcome.Fire, "stretch", says) { Quiet = unknown }, due, now);
        }
    }

    void Fire(BreakLog shown, BreakVerdict verdict, DateTimeOffset slot, DateTimeOffset now)
    {
        var (key, id) = (ReminderKey.Of(shown.Kind, slot), ReminderKey.EntryOf(shown.Kind, slot));
        if (shown.Kind == PromptKind.Break) _deferred = null;
        if (dry) return;
        switch (_jobs.Take(JournalStore.Me, key, _owner, now, Lease))
        {
            case JobTurn.Interrupted:
                Note(id, shown, now);
                return;
            case JobTurn.Mine when _jobs.Begin(JournalStore.Me, key, _owner, now, Lease):
                break;
            default:
                return;
        }
        if (notifier?.Show(verdict, what => _tapped.Enqueue(Of(new() { Event = what, Kind = shown.Kind }, clock.GetLocalNow()))) != true) say($"{now:HH:mm}  {SystemNotifier.Title}. {verdict.Says}");
        Note(id, shown, now);
        _jobs.Finish(JournalStore.Me, key, _owner, now, "shown");
    }

    void Note(Guid id, BreakLog shown, DateTimeOffset now)
    {
        if (Read(now).Daily.Breaks.All(one => one.Id != id))
            store.Append(JournalStore.Me, new Recorded(id, now, Noted.Of(shown)));
    }

    void Write(BreakLog what, DateTimeOffset at) => store.Append(JournalStore.Me, Of(what, at));

    static Recorded Of(BreakLog what, DateTimeOffset at) => new(Guid.CreateVersion7(at), at, Noted.Of(what));

    /// <summary>Each is kept until it is in the file, with its own moment.</summary>
    /// <exception cref="JournalException">The data file cannot be written.</exception>
    public void WriteTapped()
    {
        while (_tapped.TryPeek(out var tap))
        {
            store.Append(JournalStore.Me, tap);
            _tapped.TryDequeue(out _);
        }
    }

    /// <summary>A line when the reason changes, and a sign for the app once a minute.</summary>
    void Tell(BreakVerdict verdict, DateTimeOffset now)
    {
        var changed = _told?.Reason != verdict.Reason;
        if (changed) say($"{now:HH:mm}  {verdict.Says}");
        _told = verdict;
        if (dry || !(changed || _signed is null || now - _signed >= Sign || now < _signed)) return;
        try
        {
            new AgentSign(now, verdict.Outcome.ToString(), verdict.Reason).Leave(store.Path);
            _signed = now;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The app then does not know that this program runs. The next look tries again.
        }
    }
}
