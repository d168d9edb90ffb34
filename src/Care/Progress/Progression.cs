using System.Collections.Immutable;
using Mainstay.Knowledge;

namespace Mainstay.Care;

/// <summary>Takes each item of the programme up and down its steps, by what was recorded. One fold over the days, from the first entry to now.</summary>
sealed partial class Progression
{
    const string UpLevel = "up_level";

    readonly ProgressRules _rules;
    readonly Catalogue _catalogue;
    readonly Profile _profile;
    readonly PainDays _pain;
    readonly TrafficLight _light;
    readonly Ladder _ladder;
    readonly Strain _strain;
    readonly List<Flare> _flares;
    readonly Session[] _sessions;
    readonly DateOnly _today;
    readonly SortedDictionary<int, Track> _tracks = [];
    readonly List<SessionLight> _lights = [];
    readonly HashSet<string> _stopped = [];
    (DateTimeOffset At, Guid Entry)? _lastRed;

    /// <param name="fits">Can the person do a move at all? Asked of those that are to stand in for another.</param>
    public Progression(Catalogue catalogue, ProgressRules rules, Profile profile, History history, PainDays pain, DateTimeOffset now, Func<CompiledItem, bool> fits)
    {
        (_catalogue, _rules, _profile, _pain, _light) = (catalogue, rules, profile, pain, new(rules));
        _today = DateOnly.FromDateTime(now.DateTime);
        _sessions = [.. history.Sessions.Where(s => s.At <= now).Select(s => s.AsOf(now))];
        (_ladder, _strain) = (new(catalogue, rules, profile, fits), new(rules, profile, _sessions));
        _flares = Flares.Of(pain, rules, profile.Pain, _today);
        Walk();
    }

    ProgressWords Words => _rules.Words;

    /// <summary>The step an item is at, as a track of its own where it was never done.</summary>
    public Track TrackOf(CompiledItem item) => _tracks.TryGetValue(item.Index, out var track) ? track : _ladder.Bottom(item);

    public ProgressState State()
    {
        var closed = _tracks.Values.Where(t => t.LockedOn is not null).Select(t => t.Item).ToHashSet();
        var reasons = ImmutableDictionary.CreateBuilder<string, Reason>();
        foreach (var track in _tracks.Values.Where(t => t.LockedOn is not null)) if (track.WhyDown is { } why) reasons[track.Item.Item.Id] = why;
        // What is harder than a move that was too much is too much as well.
        foreach (var track in _tracks.Values.Where(t => t.Top || t.LockedOn is not null))
            for (var harder = track.Item.Harder; harder >= 0; harder = _catalogue.Items[harder].Harder)
            {
                closed.Add(_catalogue.Items[harder]);
                if (track.WhyDown is { } why) reasons.TryAdd(_catalogue.Items[harder].Item.Id, why);
            }
        foreach (var item in _catalogue.Items) if (_strain.Holds(item)) closed.Add(item);
        var worse = IsWorse();
        var opened = _tracks.Values.Where(t => t.HarderOpen && t.Item.Harder >= 0).Select(t => _catalogue.Items[t.Item.Harder])
            .Where(i => !worse || _tracks.ContainsKey(i.Index)).Select(i => i.Item.Id);
        var varied = _tracks.Values.Where(t => t.VariedUntil > _today).Select(t => t.Item.Item.Id);
        return new(
            _tracks.Values.ToImmutableDictionary(t => t.Item.Item.Id, t => new ItemProgress(t.Item.Item.Id, t.Measure,
                t.Measure == Measure.None ? 0 : Track.Asked(t.Volume), Track.Asked(t.LastVolume), closed.Contains(t.Item), t.LastLight, t.Why)),
            [.. _lights], _flares.Find(f => f.On(_today)), [.. _flares], new([.. closed.Select(i => i.Item.Id)], [.. opened], [.. varied]), worse)
        {
            LastRed = _lastRed, Stopped = [.. _stopped], Closing = reasons.ToImmutable(),
        };
    }

    /// <summary>Is light loading all that an acute strain allows yet?</summary>
    public bool StrainIsLight => _strain.IsLight;

    /// <summary>The dose an item begins with.</summary>
    public Dose StartDose(CompiledItem item) => _ladder.StartDose(item);

    /// <summary>More pain today than at the last session, by as much as matters. Pacing by time lets a small rise pass, which this is not.</summary>
    bool IsWorse() => _pain.Latest(_today) is { } now && _sessions.LastOrDefault(s => s.Day < _today && s.Tried && s.Before is not null)?.Before is { } then
        && (_profile.Sensitised ? now.Pain - then > _rules.PacingRise : now.Pain - then >= _rules.WorsePain);

    void Walk()
    {
        if (_sessions.Length == 0) return;
        var next = 0;
        for (var day = _sessions[0].Day; day <= _today; day = day.AddDays(1))
        {
            if (_flares.Exists(f => f.Restart == day)) Restart(day);
            foreach (var track in _tracks.Values) Missed(track, day);
            for (; next < _sessions.Length && _sessions[next].Day <= day; next++) Take(_sessions[next], day);
            foreach (var track in _tracks.Values) Plateau(track, day);
        }
    }

    void Restart(DateOnly day)
    {
        foreach (var track in _tracks.Values.Where(t => t.Measure != Measure.None))
        {
            // Of what was done: a step up that was granted and not tried yet is no part of it.
            track.Set(Ladder.Least(track, Math.Min(track.Volume, track.WholeVolume) * _rules.FlareRestart), day, Why("flare_restart", Words.FlareRestart, day));
            track.Greens = 0;
        }
    }

    void Missed(Track track, DateOnly day)
    {
        if (track.Last is not { } last || track.Kept is not { } kept) return;
        // The harder move keeps the way up open. The dose goes by the move itself: what it once was is too much after weeks without it.
        var own = new[] { last, track.Replaced, track.BackOn }.Max()!.Value;
        bool Over(DateOnly since, int days) => day.DayNumber - since.DayNumber == days + 1;
        if (Over(kept, _rules.MissedStart)) CloseHarder(track, day);
        if (Over(last, _rules.MissedStart))
        {
            (track.Greens, track.Ambers) = (0, 0);
            track.Set(Math.Min(track.Volume, track.Start), day, Why("missed_start", Words.MissedStart, day));
        }
        // While an easier move stands in for it, nothing else is missed.
        else if (track.LockedOn is not null) return;
        // The harder one goes down a level for both.
        else if (Over(own, _rules.MissedLevel) && kept <= own)
        {
            // It was not too much: where nothing easier can come in its place there is less of it, and it does not rest.
            if (track.Measure != Measure.None || _ladder.HasStandIn(track.Item)) Down(track, day, _rules.Down, Why("missed_level", Words.MissedLevel, day), rests: false);
            else
            {
                track.Greens = 0;
                CloseHarder(track, day);
            }
        }
        else if (Over(own, _rules.MissedLess) && track.Measure != Measure.None)
        {
            track.Greens = 0;
            track.Set(Ladder.Least(track, track.Volume * _rules.Down), day, Why("missed_less", Words.MissedLess, day));
        }
    }

    void CloseHarder(Track track, DateOnly day, params ReadOnlySpan<Guid> because)
    {
        track.HarderOpen = false;
        // That it is open to them must not be read any more.
        if (track.Why?.Rule == UpLevel) track.Stay(Why("same", Words.Same, day, because));
    }

    void Plateau(Track track, DateOnly day)
    {
        if (track.VariedUntil <= day) track.VariedUntil = null;
        // A move that nothing can stand in for comes back after the time of a level. What can be done is asked of today, so the easier move may have stood in
        // for it for a while: what was too much there is too much here.
        if (track.LockedOn is { } locked && !_ladder.HasStandIn(track.Item) && day.DayNumber - LastTooMuch(track, locked).DayNumber > _rules.MissedLevel)
            Unlock(track, day, Why("rested", Words.Rested, day));
        if (track.VariedUntil is not null || track.LockedOn is not null || track.SinceChange < _rules.PlateauSessions || track.Last != day) return;
        var since = track.LastChange ?? _sessions[0].Day;
        if (day.DayNumber - since.DayNumber < _rules.PlateauDays) return;
        var then = _pain.MiddleBefore(day.AddDays(-_rules.PlateauDays), _rules.ReviewDays, 7);
        if (then is null || _pain.MiddleBefore(day, _rules.ReviewDays, 7) is not { } now || then - now >= _rules.TrendPain) return;
        track.VariedUntil = day.AddDays(_rules.PlateauDays);
        track.Change(day, Why("plateau", Words.Plateau, day));
    }

    DateOnly LastTooMuch(Track track, DateOnly locked)
    {
        var easier = _ladder.StandIn(track.Item) is { } standIn && _tracks.TryGetValue(standIn.Index, out var its) ? its.RedOn : null;
        return new[] { locked, track.RedOn, easier }.Max()!.Value;
    }

    void Take(Session session, DateOnly day)
    {
        var reading = _pain.FirstOn(day.AddDays(1)) ?? _pain.FirstOn(day.AddDays(2));
        var morning = session.Morning ?? reading?.Pain;
        var items = ImmutableArray.CreateBuilder<ItemLight>();
        var reports = session.Items.Where(i => i.What.Tried).GroupBy(i => i.What.Item).ToArray();
        // How long the session took to settle, and the next morning, count for the items that stirred the pain; where none did, for all.
        var stirred = reports.Where(of => of.Any(r => Own(session, r) >= Light.Amber)).Select(of => of.Key).ToHashSet();
        bool Aside(string item) => stirred.Count > 0 && !stirred.Contains(item);
        foreach (var of in reports)
            if (_catalogue.Find(of.Key) is { } item) items.Add(Take(session, [.. of], item, morning, day, Aside(of.Key)));
        var red = Reds.Last(session, _light, session.Items.Where(i => i.What.Tried && !Aside(i.What.Item)), reading);
        var own = _light.Of(session.Before, null, session.After, session.Settled, morning, session.MovedDown);
        var worst = red is not null ? Light.Red : items.Aggregate(own, (light, item) => TrafficLight.Worst(light, item.Light));
        var leg = session.MovedDown || session.Items.Any(Reds.IsLegSign);
        _lights.Add(new(session.Id, day, worst, items.ToImmutable(), worst switch
        {
            Light.Green => Why("green", Words.Green, day),
            Light.Amber => Why("amber", Words.Amber, day),
            Light.Red => leg ? Why("red_leg", Words.RedLeg, day) : Why("red", Words.Red, day),
            _ => null,
        }));
        if (red is { } made && !(_lastRed?.At > made.At)) _lastRed = made;
    }

    Light Own(Session session, Logged<ItemReport> report)
        => _light.Of(report.What.Before ?? session.Before, report.What.Worst, report.What.After, null, null, Reds.IsLegSign(report), report.What.TooMuch);

    /// <param name="aside">Another item of the session stirred the pain: what the session left behind is not this one's, and no proof that it went well.</param>
    ItemLight Take(Session session, Logged<ItemReport>[] reports, CompiledItem item, double? morning, DateOnly day, bool aside)
    {
        // Said again it does not get better: the worst that was said counts, and of two that are as bad the later one.
        var (report, light) = reports.Reverse().Select(r => (Report: r, Light: Whole(r))).MaxBy(r => (TrafficLight.Rank(r.Light), r.Report.What.TooMuch));
        var what = report.What;
        var rise = new[] { what.Worst, what.After ?? session.After }.Max() - (what.Before ?? session.Before);
        if ((day == _today || reports.Any(r => r.Day == _today)) && (light == Light.Red || reports.Any(r => r.What.TooMuch))) _stopped.Add(item.Item.Id);
        if (!_tracks.TryGetValue(item.Index, out var track)) _tracks[item.Index] = track = _ladder.Bottom(item);
        var spell = _flares.Exists(f => f.On(day));
        var less = what.Asked is > 0 and var asked && track.Measure != Measure.None && asked < Track.Asked(track.Volume) ? asked : (double?)null;
        // Where the day had no room for all of it, or pain spoke against it, what was really asked is the step that counts. The half of a bad spell
        // is no step: the restart goes back to the dose before it, unless even the half was too much.
        if (less is { } step && (!spell || light == Light.Red || what.TooMuch)) track.Lower(step, day);
        (track.Last, track.Kept, track.LastLight, track.LastVolume) = (session.Day, session.Day, light, Math.Min(track.Volume, less ?? track.Volume));
        // The plan leaves out the rung below a harder one, and for a while a move that got nowhere: who does what is there instead goes down no level.
        foreach (var other in _tracks.Values)
            if (other.VariedUntil > session.Day && item.DoesTheSame(other.Item)) other.Kept = other.Replaced = session.Day;
            else if (IsAbove(item, other.Item)) other.Kept = session.Day;
        if (!spell) track.WholeVolume = track.Volume;
        track.SinceChange++;
        // A small rise does not stop what grows by time. The next morning is part of the rise.
        var paced = _profile.Sensitised && light is Light.Green or Light.Amber && !what.TooMuch && rise <= _rules.PacingRise
            && (aside || !(morning - (what.Before ?? session.Before) > _rules.PacingRise));
        switch (light)
        {
            case Light.Red:
                track.RedOn = day;
                Down(track, day, _rules.DownRed, Why("down_red", Words.DownRed, day, report.Id));
                break;
            case Light.Amber when paced: break;
            case Light.Amber:
                track.Greens = 0;
                if (++track.Ambers >= _rules.AmbersDown) Down(track, day, _rules.Down, Why("down_amber", Words.DownAmber, day, report.Id));
                else if (what.TooMuch && track.Measure != Measure.None)
                    track.Set(Ladder.Least(track, track.Volume * _rules.Down), day, Why("too_much", Words.TooMuch, day, report.Id));
                else track.Stay(Why("same", Words.Same, day, report.Id));
                break;
            case Light.Green:
                track.Ambers = 0;
                // Soon after it was closed nothing speaks for more of it yet.
                track.Greens = WentWell(session, what, item) && !(track.LockedOn is { } on && day.DayNumber - on.DayNumber < 7) ? track.Greens + 1 : 0;
                if (track.Greens >= _rules.GreensUp && !spell && !Back(track, day, report.Id) && !_profile.Sensitised) Up(track, day, report.Id);
                break;
        }
        if (paced && !spell) Pace(track, day, report.Id);
        return new(item.Item.Id, light, rise, report.Id);

        Light Whole(Logged<ItemReport> r) => aside ? Own(session, r) : _light.Of(r.What.Before ?? session.Before, r.What.Worst, r.What.After ?? session.After,
            session.Settled, morning, Reds.IsLegSign(r) || session.MovedDown, r.What.TooMuch);
    }

    bool IsAbove(CompiledItem item, CompiledItem below)
    {
        for (var harder = below.Harder; harder >= 0; harder = _catalogue.Items[harder].Harder) if (harder == item.Index) return true;
        return false;
    }

    bool WentWell(Session session, ItemReport what, CompiledItem item)
    {
        if (what.Outcome != ItemOutcome.Done || what.Done < what.Asked * _rules.LeastDone) return false;
        var most = _profile.Careful ? Math.Min(_rules.CarefulRpe, _rules.MostRpe) : _rules.MostRpe;
        // How hard strength was has to be known before it grows.
        return (what.Rpe ?? session.Ended?.What.Rpe) is { } rpe ? rpe <= most : item.Item.Family != Family.Strength;
    }
}
