namespace Mainstay.Body.Model;

/// <summary>The lines' topology and parameters, one array a quantity.</summary>
/// <remarks>A pair is (line, joint it crosses). ∂ℓ/∂q of a pair is Σ over its terms of share · (a·m + (o×a)·u), with u the unit vector of a
/// segment and m its moment about the world's origin. The share is by how much more the segment's end than its start is carried by the
/// joint: ±1, or a fraction at points that ride on two bodies. Such a point p = s pₐ + (1 − s) p_b does not turn about the joint as one:
/// with g the difference of the unit vectors on its two sides, a joint that carries only the first body has a·(s (pₐ − p) × g) more, one
/// that carries only the second as much less.</remarks>
sealed class Lines
{
    public required int[] PointStart { get; init; }
    /// <summary>Line i has pairs PairStart[i] … PairStart[i + 1] − 1, ascending by row; those before PairBalanced[i] are in the load-sharing.</summary>
    public required int[] PairStart { get; init; }
    public required int[] PairBalanced { get; init; }
    public required int[] PairBody { get; init; }
    public required int[] PairRow { get; init; }
    public required int[] PairHinges { get; init; }
    public required int[] TermStart { get; init; }
    public required int[] TermSegment { get; init; }
    public required double[] TermShare { get; init; }
    /// <summary>Strength in newtons (0 for a ligament), force scale of the passive curve, optimal fibre and slack length in metres.</summary>
    public required double[] Force { get; init; }
    public required double[] PassiveForce { get; init; }
    public required double[] Fibre { get; init; }
    public required double[] Slack { get; init; }
    public required double[] CosPennation { get; init; }
    public required double[] Onset { get; init; }
    /// <summary>1 / (strain at full passive force − strain at onset).</summary>
    public required double[] InverseRange { get; init; }
    /// <summary>Effort weight of the squared activation.</summary>
    public required double[] Effort { get; init; }
    /// <summary>The balanced joints, and of each the pairs that cross it: 4 × pair, then line, alternating.</summary>
    public required JointPairs[] Joints { get; init; }
    /// <summary>A place of its own for every joint's four lanes, so that neighbours never write over each other: 8 for the pelvis in the world,
    /// then 4 a joint. Of a row, and of a balanced pair's joint; and how many there are.</summary>
    public required int[] PlaceOfRow { get; init; }
    public required int[] PlaceOfPair { get; init; }
    public required int Places { get; init; }
    public int Count => Force.Length;
    public int Pairs => PairBody.Length;
}

/// <param name="Row">First row of the joint's hinges.</param>
/// <param name="Pairs">4 × pair and line of every line that crosses it.</param>
sealed record JointPairs(int Row, int Hinges, int[] Pairs);
