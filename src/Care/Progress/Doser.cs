using System.Collections.Immutable;
using Mainstay.Knowledge;

namespace Mainstay.Care;

/// <summary>Gives the items of a day their doses: the step each is at, the limits of the person, and the minutes of the day.</summary>
sealed class Doser(CareModel care, ProgressRules rules, Profile profile, Progression progression, ProgressState progress, History history, DateTimeOffset now,
    Contraindications.Standing standing)
{
    readonly Catalogue _catalogue = care.Planner.Catalogue;
    readonly DateOnly _today = DateOnly.FromDateTime(now.DateTime);

    public ImmutableArray<TodayItem> Items(PlannedDay day, DayMode mode)
    {
        var (rested, done) = (Rested(null), Done());
        var budget = Math.Max(0, day.Minutes - day.Used);
        var items = ImmutableArray.CreateBuilder<TodayItem>();
        var (pressing, left) = (new List<(Item, double)>(), ImmutableArray.CreateBuilder<Reason>());
        foreach (var planned in day.Items)
        {
            var compiled = _catalogue.Find(planned.Id)!;
            if (!done.Contains(planned.Id) && Pressed(compiled, planned.Minutes, null, pressing) is { } rest)
            {
                left.Add(rest);
                continue;
            }
            if (Item(planned, compiled, mode, rested, done, ref budget) is not { } item) continue;
            items.Add(item);
            if (compiled.Item.Family == Family.Pressure && !item.Done) pressing.Add((compiled.Item, planned.Minutes));
        }
        Left = [.. left.DistinctBy(reason => reason.Rule)];
        return items.ToImmutable();
    }

    /// <summary>Why moves of the day that press were left out, each reason once.</summary>
    public ImmutableArray<Reason> Left { get; private set; } = [];

    /// <summary>Why a move is not done now for what was pressed already; null: nothing speaks against it, or it does not press.</summary>
    /// <param name="within">As in <see cref="PressingState"/>, and so is the next.</param>
    public Reason? Pressed(CompiledItem item, double minutes, Guid? within, IReadOnlyCollection<(Item Item, double Minutes)>? beside = null)
    {
        if (item.Item.Family != Family.Pressure) return null;
        var words = rules.Words;
        return PressingState.Of(history, care.Library, item.Item, minutes, now, within, beside).Rest switch
        {
            PressingRest.Sore => new("press_sore", words.PressSore),
            PressingRest.Once => new("press_once", words.PressOnce),
            PressingRest.Spots => new("press_spots", words.PressSpots),
            PressingRest.Minutes => new("press_minutes", words.PressMinutes),
            _ => null,
        };
    }

    /// <summary>An item whether or not the day's plan has it; null while its part of the body rests beyond today.</summary>
    /// <param name="within">A session that is running: its own items do not wait for each other.</param>
    public TodayItem? Item(PlannedItem planned, CompiledItem item, DayMode mode, Guid? within)
    {
        double budget = 0;
        return Item(planned, item, mode, Rested(within ?? Guid.Empty), Done(), ref budget);
    }

    TodayItem? Item(PlannedItem planned, CompiledItem item, DayMode mode, List<Rest> rested, HashSet<string> done, ref double budget)
    {
        var isDone = done.Contains(planned.Id);
        var free = item.Resting && !isDone ? rested.Where(r => (r.Regions & item.Regions) != 0 && !r.Whole.Contains(planned.Id)).Select(r => (DateTimeOffset?)r.Until).Max() : null;
        if (free is { } until && DateOnly.FromDateTime(until.ToOffset(now.Offset).DateTime) > _today) return null;
        return Dosed(planned, item, mode, ref budget) with { NotBefore = free > now ? free : null, Done = isDone };
    }

    HashSet<string> Done() => [.. history.Sessions.Where(s => s.Day == _today && s.At <= now).SelectMany(s => s.Items).Where(i => i.What.Tried).Select(i => i.What.Item)];

    /// <summary>A part of the body rests after strength.</summary>
    /// <param name="Whole">Items that are one whole with what was done, so that they do not wait for it.</param>
    readonly record struct Rest(ulong Regions, DateTimeOffset Until, ValueList<string> Whole);

    /// <summary>Regions whose strength was trained, and until when they rest: from start to start, so that the same hour two days later will do.</summary>
    /// <param name="within">A session whose items do not wait for each other; null: what today's sessions of the programme set out to do is one whole each,
    /// and so is the day with one that is running.</param>
    List<Rest> Rested(Guid? within)
    {
        var rested = new List<Rest>();
        var rest = TimeSpan.FromHours(rules.RestHours);
        foreach (var session in history.SessionsById.Values)
        {
            if (session.At > now || session.At <= now - rest || session.Id == within) continue;
            var ofToday = within is null && session.Day == _today && session.Started is not { What.Programme: false };
            if (ofToday && Runs(session)) continue;
            // What was swapped in after it was done is no part of it.
            var whole = ofToday && session.Started is { } started ? started.What.Items : [];
            foreach (var report in session.Items)
                if (report.What.Tried && _catalogue.Find(report.What.Item) is { Resting: true } item) rested.Add(new(item.Regions, session.At + rest, whole));
        }
        return rested;
    }

    /// <summary>It was not ended, and something was done in it not long ago: one that was left open runs no more.</summary>
    bool Runs(Session session) => !(session.Ended?.At <= now) && now - session.AsOf(now).Until < TimeSpan.FromHours(RunsHours);

    const double RunsHours = 2;

    TodayItem Dosed(PlannedItem planned, CompiledItem item, DayMode mode, ref double budget)
    {
        var track = progression.TrackOf(item);
        var reasons = ImmutableArray.CreateBuilder<Reason>();
        var share = progress.Flare is not null && item.Loads ? PlanFrame.FlareShare : 1;
        if (track.Why is { } why) reasons.Add(why);
        var volume = share < 1 ? share * Math.Min(track.Volume, track.WholeVolume) : track.Volume;
        if ((progress.Worse || mode is DayMode.Flare or DayMode.StrongPain or DayMode.Guarded) && track.LastVolume < volume)
        {
            volume = track.LastVolume;
            reasons.Add(new("worse", rules.Words.Worse));
        }
        var dose = progression.StartDose(item);
        double? hold = item.Dose.HoldS, minutes = null;
        ImmutableArray<int> reps = [];
        int? sets = dose.Sets;
        var most = planned.Adjustments.Min(a => a.MaxMinutes) ?? double.PositiveInfinity;
        // The plan counts an item in a bad spell with half its time.
        var usual = share * dose.Reps * (dose.Sets ?? 1);
        var usualHold = share * dose.HoldS;
        switch (track.Measure)
        {
            case Measure.Reps:
                // A longer dose takes longer: what does not fit into the day's minutes waits.
                volume = Track.Asked(Fit(volume, usual!.Value, planned.Minutes, ref budget));
                reps = Split((int)volume, item.Dose, dose);
                (sets, minutes) = (reps.Length, planned.Minutes * Math.Max(0.5, volume / usual.Value));
                break;
            case Measure.HoldS:
                volume = Track.Asked(Math.Min(Fit(volume, usualHold!.Value, planned.Minutes, ref budget), planned.Adjustments.Min(a => a.MaxHoldS) ?? double.PositiveInfinity));
                (hold, minutes) = (volume, planned.Minutes * Math.Max(0.5, volume / usualHold.Value));
                break;
            case Measure.Minutes:
                // A day's programme fits the minutes the person gave, the walk too.
                volume = Track.Asked(Math.Min(Math.Min(volume, planned.Minutes + budget), most));
                budget -= Math.Max(0, volume - planned.Minutes);
                minutes = volume;
                break;
            default:
                volume = 0;
                if (share < 1 && sets is { } rounds) sets = Math.Max(1, (int)(rounds * share));
                break;
        }
        if (hold is { } h && planned.Adjustments.Min(a => a.MaxHoldS) is { } shortest && h > shortest) hold = shortest;
        return new(planned, reps, hold, sets, Math.Min(minutes ?? planned.Minutes, most), Rpe(planned, item, dose, reasons), track.Measure, volume, Easier(item), reasons.ToImmutable());
    }

    static double Fit(double volume, double usual, double minutes, ref double budget)
    {
        if (volume <= usual) return volume;
        var fits = Math.Min(volume, usual * (1 + Math.Max(0, budget) / minutes));
        budget -= minutes * (fits / usual - 1);
        return fits;
    }

    double? Rpe(PlannedItem planned, CompiledItem item, Dose dose, ImmutableArray<Reason>.Builder reasons)
    {
        if (item.Item.Family != Family.Strength) return planned.Rpe;
        var rpe = Math.Min(planned.Rpe ?? rules.MostRpe, dose.RpeHigh ?? rules.MostRpe);
        if (profile.Careful)
        {
            rpe = Math.Min(rpe, rules.CarefulRpe);
            reasons.Add(new("careful", rules.Words.Careful));
        }
        return progression.StrainIsLight ? Math.Min(rpe, rules.StrainRpe) : rpe;
    }

    string? Easier(CompiledItem item) => item.Item.Easier is { } id && _catalogue.Find(id) is { } easier && !progress.Gate.Closed.Contains(id) && !standing.IsBlocked(easier.Index) ? id : null;

    /// <summary>As even as can be, the fuller sets first; as many sets as the dose has, and more only where a set would be too long.</summary>
    static ImmutableArray<int> Split(int total, Dose dose, Dose start)
    {
        var longest = Math.Max(dose.MaxReps ?? dose.Reps ?? total, 1);
        var sets = Math.Clamp(Math.Max(start.Sets ?? 1, (total + longest - 1) / longest), 1, total);
        return [.. Enumerable.Range(0, sets).Select(s => total / sets + (s < total % sets ? 1 : 0))];
    }
}
