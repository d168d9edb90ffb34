using System.Collections.Immutable;

namespace Mainstay.Moves.Verify;

/// <summary>Something a body could not do, or a motion that does not do what it says.</summary>
/// <param name="Check">range, support, trunk, jump, balance, stretch, strength, load, still or lines.</param>
/// <param name="Seconds">When it is worst; null where the motion as a whole is meant.</param>
public sealed record MotionFault(string Check, double? Seconds, string Message);

/// <summary>A muscle group and by how much.</summary>
/// <param name="Name">Group of knowledge/anatomy/muscles, "_r" or "_l" behind it where one side stands out.</param>
/// <param name="Value">Tension: fraction of the muscle's own strength with which it resists being longer. Activation: 0 to 1.</param>
public sealed record MuscleValue(string Name, double Value);

/// <summary>What the model finds for one target.</summary>
/// <param name="LongerPercent">Longest line at the hold against the start, percent of fibre length.</param>
/// <param name="Tension">Passive tension at the hold, fraction of its strength.</param>
/// <param name="Activation">Peak over the motion, 0 to 1. For muscles of joints that no equation balances (shoulder blade, arm, neck): the share
/// of what all muscles that pull this way can do.</param>
public sealed record TargetResult(string Name, double LongerPercent, double Tension, double Activation);

/// <summary>What a motion does in the model, for the pages, and what is wrong with it, for the authors.</summary>
/// <param name="Stretched">The eight most tensed muscle groups at the hold, tensest first.</param>
/// <param name="Working">The eight hardest working groups over the motion, hardest first.</param>
/// <param name="PeakOfStanding">Highest compression of a lumbar disc over that of the same disc in standing at ease.</param>
/// <param name="PeakLevel">Which disc.</param>
/// <param name="PeakOfLimit">Highest compression over the advised limit for the reference body at 45 years.</param>
/// <param name="SupportMm">Largest gap, or depth, between a contact and its support at any sampled moment.</param>
public sealed record MotionReport(string Id, string? Variant, ImmutableArray<TargetResult> Targets, ImmutableArray<MuscleValue> Stretched, ImmutableArray<MuscleValue> Working,
    double PeakOfStanding, string PeakLevel, double PeakOfLimit, double SupportMm, ImmutableArray<MotionFault> Faults)
{
    public bool Passed => Faults.IsEmpty;
}
