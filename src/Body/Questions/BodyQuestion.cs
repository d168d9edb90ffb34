using System.Collections.Immutable;
using Mainstay.Body.Anatomy;
using Mainstay.Body.Model;

namespace Mainstay.Body.Questions;

/// <summary>One question to the body: who, how tight and weak, in which posture, with what in the hands.</summary>
public sealed record BodyQuestion
{
    public required Person Person { get; init; }
    /// <summary>Angles, supports and loads; <see cref="AnatomyData.Posture"/> has the named ones, <see cref="Postures.AngleEdit.With"/> changes them.</summary>
    public required Posture Posture { get; init; }
    /// <summary>By family, group or line: shift of the passive curve as a share of fibre length, 0 to 0.3.</summary>
    public ImmutableDictionary<string, double> Tightness { get; init; } = ImmutableDictionary<string, double>.Empty;
    /// <summary>By family, group or line: what is left of the strength, above 0 to 1.</summary>
    public ImmutableDictionary<string, double> Strength { get; init; } = ImmutableDictionary<string, double>.Empty;
    /// <summary>In both hands besides the posture's loads, 0 to 500 kg; how far in front of the hips it hangs, null for where the hands are.</summary>
    public double CarryKg { get; init; }
    public double? CarryReachM { get; init; }
    /// <summary>Years, 16 to 120, for the load limit.</summary>
    public double Age { get; init; } = 45;

    public MuscleCondition Muscles => new(Tightness, Strength);
}

/// <param name="Levels">From L5/S1 up.</param>
/// <param name="Muscles">Those that pull hardest, hardest first; both sides together.</param>
/// <param name="LimitN">Compression advised against by age and sex (see <see cref="DortmundLimits"/>).</param>
/// <param name="TooHeavy">"too heavy: the trunk extensors lack 40 Nm"; null where everything is held. Then the loads are those of all that could be held.</param>
/// <param name="OutOfReach">"out of reach: with hamstrings this tight the right hip stops at 48°, not 63°"; null where every joint gets there. Else the
/// loads are of no use.</param>
public sealed record BodyAnswer(ImmutableArray<LevelAnswer> Levels, ImmutableArray<MusclePull> Muscles, double LimitN, string? TooHeavy, string? OutOfReach)
{
    /// <summary>The joint behind <see cref="OutOfReach"/>, in figures; null where every joint gets there.</summary>
    public OutOfReach? Stop { get; init; }

    /// <summary>What is behind <see cref="TooHeavy"/>; null where everything is held.</summary>
    public Shortfall? Lack { get; init; }

    /// <summary>By line: with how much of its strength it pulls, working and stretched together; only those that pull. 1 is all of it; stretched
    /// hard, a muscle may pull with more.</summary>
    public ImmutableSortedDictionary<string, double> Ropes { get; init; } = ImmutableSortedDictionary<string, double>.Empty;
}

/// <param name="ShearN">The upper bone sliding forward is positive; not validated.</param>
/// <param name="OfStanding">Compression over that of the same person standing at ease, without tightness or weakness.</param>
/// <param name="ChangeN">Compression less that of the same posture and load without tightness or weakness; 0 where there is none.</param>
public sealed record LevelAnswer(string Level, double CompressionN, double ShearN, double PressureMpa, double OfStanding, double ChangeN);

/// <param name="WorksN">Active force of the group's lines together; <paramref name="StretchedN"/> the passive one.</param>
/// <param name="Hardest">Largest activation of any of its lines, 0 to 1.</param>
/// <param name="ChangeN">Active and passive force less that of the usual body.</param>
public sealed record MusclePull(string Group, double WorksN, double StretchedN, double Hardest, double ChangeN);
