using System.Collections.Immutable;
using Mainstay.Body.Questions;
using Mainstay.Knowledge;
using Mainstay.Moves;
using Mainstay.Moves.Verify;

namespace Mainstay.Web.Mast;

/// <summary>A choice and what the body says to it.</summary>
/// <param name="Answer">For a movement: at the moment of the highest load.</param>
/// <param name="Movement">Null for a named posture.</param>
public sealed record MastState(MastChoice Choice, BodyAnswer Answer, MastMovement? Movement)
{
    /// <summary>Less than this share is told as "almost the same".</summary>
    public const double Least = 0.01;
    /// <summary>Times the load of standing at which a disc is coloured in full.</summary>
    const double FullDisc = 3;

    /// <summary>From the top of the low back down.</summary>
    public IEnumerable<LevelAnswer> Levels => Answer.Levels.Reverse();

    public LevelAnswer Highest => Answer.Levels.MaxBy(level => level.OfStanding)!;

    /// <summary>Nothing of the load can be told.</summary>
    public bool IsOut => Answer.Stop is not null;

    /// <summary>Muscles are too weak for it. On the way of a movement nobody need stand still, so that balance is not asked.</summary>
    public bool IsTooHeavy => Answer.Lack is { } lack && (Movement?.Course is null || lack.Where is not ("balance" or "grip"));

    /// <summary>Times the load of standing, for the same posture with the usual muscles.</summary>
    public static double UsualOf(LevelAnswer level) => level.OfStanding * (level.CompressionN - level.ChangeN) / level.CompressionN;

    public double Most => Answer.Levels.Max(level => Math.Max(level.OfStanding, UsualOf(level)));

    /// <summary>By which share of the load with usual muscles it changes.</summary>
    public static double Share(LevelAnswer level) => level.ChangeN / (level.CompressionN - level.ChangeN);

    /// <summary>The disc that changes most against the usual muscles, and by which share; null where none changes enough to tell.</summary>
    public (LevelAnswer Level, double Share)? Change =>
        Answer.Levels.Select(level => (Level: level, Share: Share(level))).MaxBy(one => Math.Abs(one.Share)) is var most && Math.Abs(most.Share) >= Least ? most : null;

    /// <summary>The muscles that pull most, by names readers know, strongest first.</summary>
    public IEnumerable<MastPull> Pulling(Library library) => Answer.Muscles
        .Select(muscle => (Named: PlainMuscles.Of(library, [new MuscleValue(muscle.Group, 0)]).FirstOrDefault(), muscle)).Where(one => one.Named is not null)
        .GroupBy(one => one.Named!).Select(group => new MastPull(group.Key, group.Sum(one => one.muscle.WorksN), group.Sum(one => one.muscle.StretchedN), group.Sum(one => one.muscle.ChangeN)))
        .OrderByDescending(pull => pull.Newtons).Take(4);

    /// <summary>How full each disc is drawn, from L5/S1 up, 0 to 1.</summary>
    public ImmutableArray<double> Discs => IsOut ? [] : [.. Answer.Levels.Select(level => Math.Round(Math.Clamp(level.OfStanding / FullDisc, 0, 1), 2))];

    public static string Written(double number) => number.ToString("0.##", System.Globalization.CultureInfo.InvariantCulture);

    /// <inheritdoc cref="FullDisc"/>
    public static double DiscOf(double ofStanding) => Math.Clamp(ofStanding / FullDisc, 0, 1);
}

/// <param name="StretchedN">Because it is long; <paramref name="WorksN"/> because it works.</param>
/// <param name="ChangeN">Against usual muscles.</param>
public sealed record MastPull(Named Muscle, double WorksN, double StretchedN, double ChangeN)
{
    public double Newtons => WorksN + StretchedN;
    public double Share => Newtons - ChangeN is > 0 and var usual ? ChangeN / usual : 0;
}

/// <summary>The way of a movement.</summary>
/// <param name="Course">Null for a posture that is only held.</param>
/// <param name="Seconds">Of all of it; <paramref name="At"/> the moment that is answered.</param>
/// <param name="Level">The disc whose load is told over time, from L5/S1 up: the one that carries most.</param>
public sealed record MastMovement(BodyCourse? Course, double Seconds, double At, int Level)
{
    public const int Frames = 120;

    public static double SecondsOf(int frame, double seconds) => seconds * frame / (Frames - 1);
}
