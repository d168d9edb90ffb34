using Mainstay.Knowledge;

namespace Mainstay.Care.Tests;

/// <summary>What must hold on every day of every life, worked out from the entries by rules of its own, not by the code it holds to account.</summary>
sealed class LifeChecks(DailyCare daily, Life life)
{
    static readonly PlainBlocks Plain = new(RealKnowledge.Folder);

    sealed record Asked(DateTimeOffset At, double Volume);

    readonly Dictionary<string, Item> _items = daily.Care.Library.Items.ToDictionary(i => i.Id);
    readonly Dictionary<string, Dose> _doses = daily.Care.Library.Doses.ToDictionary(d => d.Id);
    readonly Dictionary<string, List<Asked>> _asked = [];
    readonly int _startLevel = life.Answers.NumberOf("age") >= 75 || life.Answers.NumberOf("nprs") >= 6 || life.Answers.NumberOf("inactivity_weeks") > 26 ? 1 : 2;

    public int Ups { get; private set; }
    public int Downs { get; private set; }

    /// <summary>Last volume asked over the first, averaged over the strength moves asked for in both the first and last weeks; 1 where there is none.</summary>
    public double VolumeShare() => _asked.Where(a => _items[a.Key].Family == Family.Strength && a.Value.Count > 3).Select(a => a.Value[^1].Volume / a.Value[0].Volume).DefaultIfEmpty(1).Average();

    public IEnumerable<string> Day(Today today, History history, DateTimeOffset now, Answers told)
    {
        var broken = Blocked(today, history, now, told).Concat(Rested(today, history, now)).Concat(Load(today, history, now)).Concat(Flare(today, history, now)).Concat(Pressed(today, history, now)).Concat(Climbed(today, history, now)).Concat(BegunAgain(today, history, now)).ToList();
        foreach (var item in today.Items.Where(i => i.Measure != Measure.None))
        {
            if (!_asked.TryGetValue(item.Id, out var list)) _asked[item.Id] = list = [];
            if (list is [.., var last])
            {
                if (item.Volume > last.Volume) Ups++;
                if (item.Volume < last.Volume) Downs++;
            }
            list.Add(new(now, item.Volume));
        }
        return broken;
    }

    IEnumerable<string> Blocked(Today today, History history, DateTimeOffset now, Answers told)
    {
        // With the pain as it was told last, within three days; after that as in the check, but no higher than what was told since.
        var pain = LastPain(history, today.Date, 3, now) ?? new[] { told.NumberOf("nprs"), LastPain(history, today.Date, Life.Days, now) }.Min();
        var person = Plain.Person(pain is { } hurts ? told.With("nprs", hurts) : told);
        foreach (var item in today.Items)
            if (Plain.IsBlocked(item.Id, person)) yield return $"{item.Id} is blocked";
        foreach (var easier in today.Items.Select(i => i.Easier).OfType<string>())
            if (Plain.IsBlocked(easier, person)) yield return $"{easier} is blocked and offered as easier";
        if (today.Assessment.Triage.Holding >= Urgency.SameDay && !today.Items.IsEmpty) yield return "a programme at same day or emergency";
        if (PainNow(history, today.Date, now) >= 7)
            foreach (var item in today.Items)
                if (item.Item.Family is Family.Strength or Family.Stretch or Family.Mobility or Family.Pressure) yield return $"{item.Id} with pain of 7 or more";
    }

    static double? PainNow(History history, DateOnly day, DateTimeOffset now) => LastPain(history, day, 0, now);

    /// <summary>The last pain that was told of a day, else of so many days before it: in a check-in, the diary, before a session, on the morning after one, or
    /// at its end where that was more. What is told later of an earlier day is no news.</summary>
    static double? LastPain(History history, DateOnly day, int before, DateTimeOffset now)
    {
        var told = history.CheckIns.Select(c => (c.At, c.Day, c.What.Pain, End: false))
            .Concat(history.Diary.Select(d => (d.At, Day: d.What.For ?? d.Day, d.What.Pain, End: false)))
            .Concat(history.SessionsById.Values.Where(s => s.Started is not null).Select(s => (s.Started!.At, s.Started.Day, s.Started.What.Pain, End: false)))
            .Concat(history.SessionsById.Values.Where(s => s.Ended is not null).Select(s => (s.Ended!.At, s.Ended.Day, s.Ended.What.Pain, End: true)))
            .Concat(history.SessionsById.Values.SelectMany(s => s.Later.Select(l => (l.At, Day: s.Day.AddDays(1), Pain: l.What.Morning, End: false))))
            .Where(p => p.Pain is not null && p.At <= now).ToLookup(p => p.Day);
        for (var back = 0; back <= before; back++)
            if (told[day.AddDays(-back)].OrderBy(p => p.At).Aggregate((double?)null, (last, p) => p.End && last >= p.Pain ? last : p.Pain) is { } pain) return pain;
        return null;
    }

    IEnumerable<string> Rested(Today today, History history, DateTimeOffset now)
    {
        foreach (var item in today.Items.Where(i => !i.Done && !(i.NotBefore > now) && Rests(i.Item)))
            foreach (var session in history.Sessions.Where(s => s.At <= now && now - s.At < TimeSpan.FromHours(48)))
                foreach (var done in session.Items.Where(i => i.What.Tried && Rests(_items[i.What.Item]) && _items[i.What.Item].Targets.Intersect(item.Item.Targets).Any()))
                    yield return $"{item.Id} only {(now - session.At).TotalHours:0} hours after {done.What.Item}";
        bool Rests(Item item) => item.Family == Family.Strength || _doses[item.Dose].RestHours >= 48;
    }

    /// <summary>What presses is asked for once a day, and not for two days where it left the place sore.</summary>
    IEnumerable<string> Pressed(Today today, History history, DateTimeOffset now)
    {
        foreach (var item in today.Items.Where(i => !i.Done && i.Item.Family == Family.Pressure))
            foreach (var session in history.Sessions.Where(s => s.At <= now && now - s.At < TimeSpan.FromHours(72)))
                foreach (var report in session.Items.Where(i => i.What.Tried && _items[i.What.Item] is { Family: Family.Pressure } other && other.Targets.Intersect(item.Item.Targets).Any()))
                {
                    var before = report.What.Before ?? session.Before;
                    var sore = report.What.TooMuch || Math.Max(report.What.Worst ?? 0, report.What.After ?? 0) - before > 2 || report.What.After > before
                        || session.Later.Any(l => l.At <= now && (l.What.Settled is Settling.WithinDay or Settling.Longer || l.What.Morning - before > 1));
                    if (report.Day == today.Date) yield return $"{item.Id} twice on a day";
                    if (sore && now - report.At < TimeSpan.FromHours(48)) yield return $"{item.Id} {(now - report.At).TotalHours:0} hours after it got sore";
                }
    }

    /// <summary>Whoever does the harder move loses no level of the easier ones below it.</summary>
    IEnumerable<string> Climbed(Today today, History history, DateTimeOffset now)
    {
        foreach (var (id, progress) in today.Progress.Items.Where(i => i.Value.Why is { On: not null } why && why.Rule == "missed_level"))
            for (var item = _items[id]; item.Harder is { } harder && _items[harder] is var above && above.Family == item.Family && above.Level > item.Level; item = above)
                if (history.Sessions.Any(s => s.At <= now && s.Day < progress.Why!.On && s.Day >= progress.Why.On.Value.AddDays(-7) && s.Items.Any(i => i.What.Item == harder && i.What.Tried)))
                    yield return $"{id} is missed, and the harder {harder} was done";
    }

    /// <summary>What was not done for over four weeks begins again, whatever was done in its place.</summary>
    IEnumerable<string> BegunAgain(Today today, History history, DateTimeOffset now)
    {
        foreach (var item in today.Items.Where(i => i.Measure != Measure.None))
            if (history.Sessions.LastOrDefault(s => s.At <= now && s.Items.Any(i => i.What.Item == item.Id && i.What.Tried)) is { } last
                && today.Date.DayNumber - last.Day.DayNumber > 28 && item.Volume > Start(item.Item)) yield return $"{item.Id} of {item.Volume} after {today.Date.DayNumber - last.Day.DayNumber} days without it";
    }

    /// <summary>In a flare half of what was asked before it, and never nothing; after it, eight tenths at first. Walks stay. What is asked is rounded down,
    /// so what stands behind it is up to one more.</summary>
    IEnumerable<string> Flare(Today today, History history, DateTimeOffset now)
    {
        var given = life.Answers.NumberOf("minutes_per_day")!.Value;
        if (today.Mode == DayMode.Flare && today.Minutes > Math.Max(3, given / 2) + 0.51) yield return $"{today.Minutes} minutes in a flare, of {given}";
        foreach (var item in today.Items.Where(i => i.Measure is Measure.Reps or Measure.HoldS))
        {
            if (item.Volume < 1) yield return $"{item.Id} of {item.Volume}: nothing is left of it";
            if (Steady(item.Id, today, history, now) is not { } last) continue;
            var (before, on) = (last.What.Asked!.Value, last.Session.Day);
            if (today.Progress.Flare is not null && item.Volume > Math.Max(1, before / 2)) yield return $"{item.Id} of {item.Volume} in a flare, after {before}";
            if (today.Progress.Flares.Any(f => f.From > on && f.Restart <= today.Date) && item.Volume > Math.Max(Math.Max(1, (before + 1) * 0.8), Floor(item.Item)) + 1e-6) yield return $"{item.Id} of {item.Volume} after a flare, {before} before it";
        }
    }

    double Start(Item item) => _doses[item.Dose == "strength" ? "strength-start" : item.Dose] is { Reps: { } reps } dose && item.Family is not Family.Stretch ? reps * (dose.Sets ?? 1)
        : _doses[item.Dose].HoldS ?? _doses[item.Dose].Minutes ?? 0;

    /// <summary>A quarter of the usual dose, below which no step down goes.</summary>
    double Floor(Item item) => 0.25 * (_doses[item.Dose] is { Reps: { } reps } dose ? reps * (dose.Sets ?? 1) : _doses[item.Dose].HoldS ?? 0);

    /// <summary>The last time an item was asked for outside a flare.</summary>
    static (Session Session, ItemReport What)? Steady(string id, Today today, History history, DateTimeOffset now)
    {
        (Session, ItemReport)? last = null;
        foreach (var session in history.Sessions.Where(s => s.At <= now && s.Day < today.Date && !today.Progress.Flares.Any(f => f.On(s.Day))))
            if (session.Items.LastOrDefault(i => i.What.Item == id && i.What.Tried && i.What.Asked > 0) is { } report) last = (session, report.What);
        return last;
    }

    IEnumerable<string> Load(Today today, History history, DateTimeOffset now)
    {
        var sessions = history.Sessions.Where(s => s.At <= now).ToArray();
        var before = sessions.LastOrDefault(s => s.Day < today.Date && s.Tried && s.Before is not null)?.Before;
        var pain = PainNow(history, today.Date, now);
        var sensitised = today.Assessment.Contributors.Named.Any(c => c.Id == "sensitised");
        var worse = sensitised ? pain - before > 2 : pain - before >= 2;
        foreach (var item in today.Items)
        {
            var reports = sessions.Where(s => s.Day < today.Date).SelectMany(s => s.Items.Where(i => i.What.Item == item.Id && i.What.Tried).Select(i => (Session: s, i.What))).ToArray();
            // What was done today was asked for before it hurt more: the pain at the end of a session comes after its moves.
            if (worse && !item.Done && item.Measure != Measure.None && reports is [.., var latest] && latest.What.Asked is > 0 and var then && item.Volume > then)
                yield return $"{item.Id} rises from {then} to {item.Volume} on worse pain";
            if (worse && !item.Done && reports.Length == 0 && item.Item.Level > _startLevel) yield return $"{item.Id} of level {item.Item.Level} begins on worse pain";
            // After red: less of it, until it or its stand-in has gone well twice.
            var red = Array.FindLastIndex(reports, r => IsRed(r.Session, r.What));
            if (red >= 0 && item.Measure != Measure.None && reports[red].What.Asked is > 0 and var asked && reports.Length - red - 1 < 2 && !StandInWentOn(item.Id, reports[red].Session, sessions)
                && (item.Volume > asked || (item.Volume == asked && asked > 3 && today.Date.DayNumber - reports[red].Session.Day.DayNumber <= 14))) yield return $"{item.Id} of {item.Volume} after red at {asked}";
            // Pacing by time lets a rise of two pass, the next morning included, and no more.
            if (sensitised && item.Measure != Measure.None && reports is [.., var paced] && paced.What.Asked is > 0 and var had && item.Volume > had && !today.Progress.Flares.Any(f => f.On(paced.Session.Day))
                && paced.Session.Later.LastOrDefault(l => l.At <= now && l.What.Morning is not null)?.What.Morning - (paced.What.Before ?? paced.Session.Before) > 2 && Exposed(paced.Session, paced.What))
                yield return $"{item.Id} rises from {had} to {item.Volume} after a bad morning";
            foreach (var easier in Below(item.Item))
                if (LastOf(easier.Id) is { } below && IsRed(below.Session, below.What) && LastOf(item.Id) is null) yield return $"{item.Id} right after red of the easier {easier.Id}";
            // No week brings more than a fifth more, or the smallest step. The half of a flare is no base for it: what was asked before the flare is.
            var ofWeek = reports.Where(r => r.Session.At > now.AddDays(-7) && r.What.Asked > 0).ToArray();
            var steady = ofWeek.Where(r => !today.Progress.Flares.Any(f => f.On(r.Session.Day))).Select(r => r.What.Asked!.Value).ToList();
            if (steady.Count < ofWeek.Length && Steady(item.Id, today, history, now) is { } earlier) steady.Add(earlier.What.Asked!.Value);
            var week = steady.DefaultIfEmpty(item.Volume).Min();
            var step = item.Measure == Measure.Minutes ? 5 : 1;
            if (item.Measure != Measure.None && item.Volume > Math.Max(week * 1.2, week + step) + 1e-6) yield return $"{item.Id} from {week} to {item.Volume} within a week";
        }

        (Session Session, ItemReport What)? LastOf(string id)
        {
            for (var s = sessions.Length - 1; s >= 0; s--)
                if (sessions[s].Day < today.Date && sessions[s].Items.LastOrDefault(i => i.What.Item == id && i.What.Tried) is { } report) return (sessions[s], report.What);
            return null;
        }
    }

    IEnumerable<Item> Below(Item item) => _items.Values.Where(i => i.Harder == item.Id && i.Family == item.Family && i.Level < item.Level);

    bool StandInWentOn(string id, Session red, Session[] sessions)
        => _items[id].Easier is { } easier && sessions.Count(s => s.At > red.At && s.Items.Any(i => i.What.Item == easier && i.What.Tried)) >= 2;

    static bool IsRed(Session session, ItemReport what)
    {
        var before = what.Before ?? session.Before;
        var peak = Math.Max(Math.Max(what.Worst ?? 0, what.After ?? 0), Exposed(session, what) ? session.Morning ?? 0 : 0);
        return what.Moved == PainMoved.Down || what.NewLegSign == true || (session.Settled == Settling.Longer && Exposed(session, what)) || peak - before >= 5 || (peak >= 8 && peak - before >= 2);
    }

    /// <summary>Does what the session left behind count for this item?</summary>
    static bool Exposed(Session session, ItemReport what)
    {
        return Stirs(what) || !session.Items.Any(i => Stirs(i.What));
        bool Stirs(ItemReport r) => Math.Max(r.Worst ?? 0, r.After ?? 0) - (r.Before ?? session.Before) > 2 || r.TooMuch || r.Moved == PainMoved.Down || r.NewLegSign == true;
    }
}
