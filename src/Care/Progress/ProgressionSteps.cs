namespace Mainstay.Care;

/// <summary>The steps themselves: when a move rises, by time or by what went well, and when it falls, rests or comes back.</summary>
sealed partial class Progression
{
    void Pace(Track track, DateOnly day, Guid entry)
    {
        // Right after red a week is no time yet: two sessions of less come first, as they do for everybody.
        if (track.RedOn is not null && track.RedOn == track.LastChange && track.SinceChange < _rules.GreensUp) return;
        if (track.Measure == Measure.None || track.Volume >= track.Cap || (track.LastChange is { } last && day.DayNumber - last.DayNumber < 7)) return;
        // The first week begins the count.
        if (track.LastChange is null) track.Change(day, Why("pacing", Words.Pacing, day, entry));
        else track.Set(Math.Min(track.Cap, track.Volume * _rules.PacingUp), day, Why("pacing", Words.Pacing, day, entry));
    }

    /// <summary>What went well comes back where it is closed itself, else what it stands in for.</summary>
    bool Back(Track track, DateOnly day, Guid entry)
    {
        // Closed and done all the same: nothing could stand in for it as things were then. Its own lock must not outlast that.
        if (track.LockedOn is not null) Unlock(track, day, Why("same", Words.Same, day, entry));
        else if (_tracks.Values.FirstOrDefault(t => t.LockedOn is { } on && day.DayNumber - on.DayNumber >= 7 && _ladder.StandIn(t.Item) == track.Item) is { } back)
        {
            Unlock(back, day, Why("back", Words.Back, day));
            track.Change(day, Why("back", Words.Back, day, entry));
        }
        else return false;
        track.Greens = 0;
        return true;
    }

    void Up(Track track, DateOnly day, Guid entry)
    {
        if (track.Measure != Measure.None && track.Volume < track.Cap)
        {
            var least = Track.Asked(track.LeastInWeek(day));
            var (smallest, step) = (_ladder.SmallestUp(track), _ladder.Up(track));
            var next = Math.Min(track.Cap, Math.Min(track.Volume + step, Math.Max(least * _rules.WeekUp, least + smallest)));
            // Where the week has had its rise, the step waits. The last one, up to the top, may be as small as it is: it would wait for ever.
            if (next < Math.Min(track.Cap, track.Volume + step / 2)) return;
            track.Set(next, day, Why("up", Words.Up, day, entry));
            track.Greens = 0;
        }
        else if (track.Item.Harder >= 0 && !track.HarderOpen)
        {
            (track.HarderOpen, track.Top, track.Greens) = (true, false, 0);
            track.Change(day, Why(UpLevel, Words.UpLevel, day, entry));
        }
    }

    /// <param name="rests">Where nothing easier can be done in its place it rests, when it cannot be made less.</param>
    void Down(Track track, DateOnly day, double share, Reason why, bool rests = true)
    {
        (track.Greens, track.Ambers, track.HarderOpen, track.Top) = (0, 0, false, true);
        var easier = _ladder.HasStandIn(track.Item);
        if (track.LockedOn is null && (easier || (rests && (_ladder.StandIn(track.Item) is not null || (track.Measure == Measure.None && Ladder.CanRest(track.Item))))))
        {
            track.Set(Ladder.Least(track, track.Volume * (easier ? _rules.Down : share)), day, why);
            track.LockedOn = day;
        }
        else if (track.Measure != Measure.None)
        {
            // At the least there is, it rests for a while.
            if (rests && Track.Asked(Ladder.Least(track, track.Volume * share)) >= Track.Asked(track.Volume) && Ladder.CanRest(track.Item)) track.LockedOn ??= day;
            track.Set(Ladder.Least(track, track.Volume * share), day, why);
        }
        else track.Stay(why);
        if (track.LockedOn is not null && !easier) track.Stay(new("rests", Words.Rests, day, why.Because));
        track.WhyDown = track.Why;
        // A step down on one rung takes the rung above with it.
        foreach (var below in _tracks.Values.Where(t => t.HarderOpen && t.Item.Harder == track.Item.Index)) CloseHarder(below, day, [.. why.Because]);
    }

    static void Unlock(Track track, DateOnly day, Reason why)
    {
        (track.LockedOn, track.BackOn) = (null, day);
        track.Change(day, why);
    }

    static Reason Why(string rule, string says, DateOnly day, params ReadOnlySpan<Guid> because) => new(rule, says, day, [.. because]);
}
