using System.Security.Cryptography;
using Mainstay.Care;
using Mainstay.Journal;
using Mainstay.Knowledge;
using Mainstay.Web.Flow;
using Mainstay.Web.Hosting;
using Mainstay.Web.Push;
using Mainstay.Web.Texts;
using static Mainstay.Web.Texts.Marking;

namespace Mainstay.Web.Breaks;

/// <summary>Looks every few seconds whether a reminder is due and sends it to the person's browsers. Several servers on one data file send it once;
/// one that stops in the middle neither loses the next nor sends the same again.</summary>
public sealed class Reminders(BreakDesk desk, JournalStore store, PushAddresses addresses, PushSender sender, JobTable jobs, PersonFile file, Languages languages,
    TimeProvider clock, ILogger<Reminders> log) : BackgroundService
{
    static readonly TimeSpan Step = TimeSpan.FromSeconds(20), Lease = TimeSpan.FromMinutes(2), Life = TimeSpan.FromMinutes(10), Again = TimeSpan.FromMinutes(1), Refused = TimeSpan.FromMinutes(5);

    /// <summary>How long it is remembered what was sent.</summary>
    static readonly TimeSpan Memory = TimeSpan.FromDays(40);

    readonly string _owner = RandomNumberGenerator.GetHexString(32, lowercase: true);
    DateTimeOffset? _last, _anew;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var steps = new PeriodicTimer(Step, clock);
        while (await steps.Next(stoppingToken))
        {
            try
            {
                await Look(stoppingToken);
            }
            catch (JournalException cannot)
            {
                // The file is busy, full or gone: the pages say so, and the next look tries again.
                log.LogWarning("No reminders for now: {Message}", cannot.Message);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
        }
    }

    /// <exception cref="JournalException">The data file cannot be read or written.</exception>
    public async Task Look(CancellationToken stop = default)
    {
        // What only time changes, such as questions that fall due.
        file.KeepLevel();
        var now = desk.Now(_last, _anew);
        if (_last is { } last && now.Now.Date != last.Date) jobs.Forget(JournalStore.Me, now.Now - Memory);
        _last = now.Now;
        if (!now.Settings.On || now.Waits) return;
        // The computer slept, or its clock was set: nobody knows of sitting before that.
        if (now.Verdict.Outcome == BreakOutcome.Absence) _anew = now.Now;
        // The program on the person's computer knows more: calls, full screen, who is there.
        if (AgentSign.Find(store.Path)?.IsAlive(now.Now) == true) return;
        if (now.Verdict.Outcome == BreakOutcome.Fire)
            await Remind(PromptKind.Break, now.Slot, new() { Event = BreakEvent.Prompted, ByWish = now.Verdict.ByWish, Reason = now.Verdict.Reason },
                now.Verdict.Quiet ? N("It comes without a sound, as we cannot tell if you are busy.") : N("A minute on your feet is enough."), now, stop);
        foreach (var due in PlannedStretch.Due(now.Settings, now.Day.At(now.Now), desk.Rules, desk.Zone))
            await Remind(PromptKind.Stretch, due, new() { Event = BreakEvent.Prompted, Kind = PromptKind.Stretch }, due == now.Day.StretchAgain ? N("It is the one that you put off.") : N("It is the one that you planned for now."), now, stop);
    }

    async Task Remind(PromptKind kind, DateTimeOffset due, BreakLog shown, string body, BreakNow now, CancellationToken stop)
    {
        var (key, id) = (ReminderKey.Of(kind, due), ReminderKey.EntryOf(kind, due));
        if (addresses.All(JournalStore.Me) is not { Count: > 0 } all || IsNoted(id, desk.Now().History)) return;
        switch (jobs.Take(JournalStore.Me, key, _owner, now.Now, Lease))
        {
            case JobTurn.Interrupted:
                Note(id, shown);
                return;
            // Another server may have sent one between the look and the lease; what it wrote is there now.
            case JobTurn.Mine when !IsNoted(id, desk.Now().History) && jobs.Begin(JournalStore.Me, key, _owner, now.Now, Lease):
                break;
            default:
                return;
        }
        var message = new PushMessage(key, N("Time to move a little"), body, Silent: true, Actions: true);
        var say = languages.Of(file.Read().Language);
        var answers = await Task.WhenAll(all.Select(to => sender.Send(to, message.Json(say, to.Origin), PushMessage.TopicOf(key), Life, stop)));
        if (answers.Any(answer => answer.Outcome == PushOutcome.Taken))
        {
            Note(id, shown);
            jobs.Finish(JournalStore.Me, key, _owner, clock.GetUtcNow(), "sent");
        }
        else
        {
            // Nobody saw it. Were it done, no break would come for the rest of the hours: none was shown, so the next one is due at the same time.
            var later = answers.Where(answer => answer.Outcome == PushOutcome.Later).ToArray();
            var wait = later.Length > 0 ? later.Max(answer => answer.After ?? Again) : Refused;
            jobs.PutBack(JournalStore.Me, key, _owner, clock.GetUtcNow(), clock.GetUtcNow() + (wait < JobTable.Longest ? wait : JobTable.Longest));
        }
    }

    static bool IsNoted(Guid id, History history) => history.Breaks.Any(one => one.Id == id);

    void Note(Guid id, BreakLog shown)
    {
        if (!IsNoted(id, desk.Now().History)) store.Append(JournalStore.Me, new Recorded(id, clock.GetLocalNow(), Noted.Of(shown)));
    }
}
