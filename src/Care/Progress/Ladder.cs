using Mainstay.Knowledge;

namespace Mainstay.Care;

/// <summary>The steps of an item: where it begins, how far it may grow, how big one step up is, and what stands in for it.</summary>
sealed class Ladder(Catalogue catalogue, ProgressRules rules, Profile profile, Func<CompiledItem, bool> fits)
{
    /// <summary>A track of its own, at the first step.</summary>
    public Track Bottom(CompiledItem item)
    {
        var (measure, start, cap) = Measured(item);
        return new(item, measure, profile.Sensitised ? start * rules.PacingStart : start, cap);
    }

    (Measure, double Start, double Cap) Measured(CompiledItem item)
    {
        var dose = item.Dose;
        var first = StartDose(item);
        return (item.Item.Family, dose) switch
        {
            (Family.Strength or Family.Mobility, { Reps: { } reps }) => (Measure.Reps, (first.Reps ?? reps) * (first.Sets ?? 1), (dose.MaxReps ?? reps) * (dose.MaxSets ?? dose.Sets ?? 1)),
            (Family.Stretch, { HoldS: { } hold }) => (Measure.HoldS, hold, dose.MaxHoldS ?? hold),
            (Family.Walking, { Minutes: { } minutes }) => (Measure.Minutes, minutes, dose.MaxMinutes ?? minutes),
            _ => (Measure.None, 0, 0),
        };
    }

    /// <summary>The dose an item begins with: strength has one for the start.</summary>
    public Dose StartDose(CompiledItem item)
        => item.Dose.Id == PlanTeller.Strength && catalogue.DoseOf(PlanTeller.StartingStrength) is { } start ? start : item.Dose;

    /// <summary>How much one step up adds.</summary>
    public double Up(Track track) => track.Measure switch
    {
        Measure.Reps => track.Volume * (rules.WeekUp - 1) >= 2 * rules.RepsUp ? 2 * rules.RepsUp : rules.RepsUp,
        Measure.HoldS => HoldUp(Track.Asked(track.Volume)) + Track.Asked(track.Volume) - track.Volume,
        _ => IsWalk(track) ? rules.WalkUp : track.Volume * (rules.WeekUp - 1) / 2,
    };

    /// <summary>What may be added in a week whatever its share of the volume; 0: the share alone counts.</summary>
    public double SmallestUp(Track track) => track.Measure switch
    {
        Measure.Reps => rules.RepsUp,
        // A fifth of a very short hold is less than a second, and would never come to one.
        Measure.HoldS => 1,
        _ => IsWalk(track) ? rules.WalkUp : 0,
    };

    // No more than the share of a week, from one whole second to the next.
    double HoldUp(double asked) => Math.Min(rules.HoldUp, Math.Max(1, Math.Floor((asked * (rules.WeekUp - 1)) + 1e-6)));

    bool IsWalk(Track track) => track.Item.Dose.Id == rules.WalkDose;

    public static double Least(Track track, double volume) => Math.Max(Math.Min(track.Volume, Math.Max(1, track.Start * 0.25)), volume);

    /// <summary>The easier move of the same kind. Where there is none, the dose goes down instead.</summary>
    public CompiledItem? StandIn(CompiledItem item)
        => item.Item.Easier is { } id && catalogue.Find(id) is { } easier && easier.Item.Family == item.Item.Family && easier.Item.Level <= item.Item.Level ? easier : null;

    /// <summary>The person can do the easier move: a lock that only its greens can open would hold for ever otherwise.</summary>
    public bool HasStandIn(CompiledItem item) => StandIn(item) is { } easier && fits(easier);

    /// <summary>Breath, calm and rest are never taken away.</summary>
    public static bool CanRest(CompiledItem item) => item.Item.Family is Family.Pressure or Family.Stretch or Family.Mobility or Family.Strength or Family.Pacing;
}
