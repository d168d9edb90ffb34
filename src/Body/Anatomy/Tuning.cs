namespace Mainstay.Body.Anatomy;

/// <summary>The few figures that hold for the whole body and were fitted together: knowledge/anatomy/tuning.yaml.</summary>
public sealed record Tuning
{
    /// <summary>Activation no muscle goes below in any posture.</summary>
    public required double Tone { get; init; }
    /// <summary>What is left unbalanced costs its square over twice this, in (Nm)².</summary>
    public required double Reserve { get; init; }
    /// <summary>The same for the pelvis in the world, in N² and (Nm)²: softer, since a support's push is a body weight.</summary>
    public required double RootReserve { get; init; }
    /// <summary>How freely the lumbar levels share one net angle among themselves, in (Nm)²: see docs/body.md.</summary>
    public required double Give { get; init; }
    /// <summary>Effort of a muscle grows with (strength / this strength) to this power.</summary>
    public required double EffortExponent { get; init; }
    /// <summary>In the reference person's size.</summary>
    public required double EffortForceN { get; init; }
    /// <summary>Multiplies the moments of the lumbar joints, and the passive force of the trunk's muscles.</summary>
    public required double JointScale { get; init; }
    public required double TrunkPassiveScale { get; init; }
    /// <summary>A compressed joint is stiffer: 1 + gain (1 − exp(−F/force)).</summary>
    public required double PreloadGain { get; init; }
    public required double PreloadForceN { get; init; }
    /// <summary>Lever over which a moment is turned into the compression that stiffens the joint.</summary>
    public required double PreloadArmM { get; init; }
    /// <summary>Pressure in the belly: none below this moment, then growing by kPa per Nm up to the maximum.</summary>
    public required double PressureFromNm { get; init; }
    public required double PressureKpaPerNm { get; init; }
    public required double PressureMaxKpa { get; init; }
    public required double DiaphragmCm2 { get; init; }
    /// <summary>How far in front of T12/L1 the pressure acts.</summary>
    public required double DiaphragmArmM { get; init; }
    /// <summary>Disc pressure = compression / (this × disc area).</summary>
    public required double DiscFactor { get; init; }
    /// <summary>A woman's muscle strength per body size, relative to a man's.</summary>
    public required double FemaleStrength { get; init; }
    /// <summary>Sideways force a support can give per force it presses with.</summary>
    public required double Friction { get; init; }
    /// <summary>What a joule of strained tissue costs when a posture is chosen, in the units of the load-sharing's effort.</summary>
    public required double StrainCost { get; init; }
    /// <summary>What it costs to leave the usual rhythm of hips and back, per square radian of pelvis.</summary>
    public required double Habit { get; init; }
    public required string Source { get; init; }
    public required bool Verified { get; init; }
}
