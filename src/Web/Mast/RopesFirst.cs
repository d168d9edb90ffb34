using System.Collections.Immutable;
using Mainstay.Body.Questions;

namespace Mainstay.Web.Mast;

/// <summary>Which rope first, over one day.</summary>
/// <param name="Ropes">Most often among the first three, first; the others that matter after them.</param>
/// <param name="Tries">Draws of what is not known of the muscles.</param>
/// <param name="StandingN">Load of standing at that disc, for comparison.</param>
public sealed record RopesFirst(ImmutableArray<Rope> Ropes, int Tries, double StandingN, MastDay Day);

/// <summary>A day in the model.</summary>
/// <param name="Known">From the person's answers; else a usual day.</param>
public sealed record MastDay(double SittingHours, double StandingHours, double BendingHours, double LiftingHours, double LiftedKg, bool Known)
{
    const double Awake = 16, UsualSitting = 8, Bending = 0.5, Lifting = 0.25, HeavyLifting = 1, LightKg = 5, HeavyKg = 15;

    /// <param name="answers">Null for a stranger.</param>
    public static MastDay Of(Care.Answers? answers)
    {
        var sitting = answers?["sitting_hours"] is { IsGiven: true } given ? given.Number : (double?)null;
        var heavy = answers?["lifting_work"] == Care.Answer.Yes;
        var lifting = heavy ? HeavyLifting : Lifting;
        var sits = Math.Clamp(sitting ?? UsualSitting, 0, Awake - Bending - lifting - 0.5);
        return new(sits, Awake - sits - Bending - lifting, Bending, lifting, heavy ? HeavyKg : LightKg, sitting is not null);
    }

    public ImmutableArray<DayPart> Parts =>
    [
        .. SittingHours > 0 ? [new DayPart { Posture = "sitting", Hours = SittingHours }] : ImmutableArray<DayPart>.Empty,
        new DayPart { Posture = "standing", Hours = StandingHours },
        new DayPart { Posture = "standing-flexed", Hours = BendingHours },
        new DayPart { Posture = "standing-flexed", Hours = LiftingHours, CarryKg = LiftedKg },
    ];
}
