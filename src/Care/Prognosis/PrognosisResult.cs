using System.Collections.Immutable;
using Mainstay.Knowledge;

namespace Mainstay.Care;

/// <summary>What usually happens from here on, and what could make the pain last.</summary>
/// <param name="Course">The kind of episode, by its length; null while that is unknown.</param>
/// <param name="StartPain">The person's pain now, 0 to 100; null while unknown, and then the band begins at the study's mean.</param>
/// <param name="Band">One point for each point of the course, from now on. Empty without a course.</param>
/// <param name="Goal">A change worth having: 30 % less than now, 0 to 100 (Ostelo 2008). Null while the pain is unknown or 0.</param>
public sealed record PrognosisResult(Course? Course, double? StartPain, ImmutableArray<BandPoint> Band, double? Goal, LastingRisk Risk);

/// <summary>Pain 0 to 100 at a week from now. Low to High holds about two of three people (one standard deviation each way).</summary>
public readonly record struct BandPoint(double Week, double Low, double Middle, double High);

public enum RiskLevel { Low, Medium, High }

/// <summary>The project's own score. It has never been held against what happened to people, and every page that shows it must say so.</summary>
/// <param name="Points">Of what is known.</param>
/// <param name="Most">If every open item were present.</param>
/// <param name="Present">The changeable ones first, then the heavier, then by the order of the file.</param>
/// <param name="Open">Items whose answer is not known.</param>
public sealed record LastingRisk(int Points, int Most, ImmutableArray<RiskItem> Present, ImmutableArray<RiskItem> Open)
{
    public static bool Calibrated => false;

    public RiskLevel Level => LevelOf(Points);
    public RiskLevel Highest => LevelOf(Most);

    /// <summary>0 to 2 low, 3 to 5 medium, 6 and more high: a convention of ours.</summary>
    static RiskLevel LevelOf(int points) => points switch { <= 2 => RiskLevel.Low, <= 5 => RiskLevel.Medium, _ => RiskLevel.High };
}
