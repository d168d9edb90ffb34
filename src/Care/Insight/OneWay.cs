using System.Collections.Immutable;

namespace Mainstay.Care;

/// <summary>Two remedies in alternating blocks, the order within each pair drawn by lot: a trial of one person.</summary>
public static class OneWay
{
    /// <summary>Below this many sessions of each nothing is claimed.</summary>
    public const int LeastSessions = 5;
    /// <summary>Pairs of blocks below which no interval is given.</summary>
    public const int LeastPairs = 2;

    /// <summary>Which remedy on which day. The same seed gives the same order.</summary>
    public static ImmutableArray<(DateOnly Day, RemedyKind Remedy, int Block)> Schedule(ExperimentStart plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var days = ImmutableArray.CreateBuilder<(DateOnly, RemedyKind, int)>();
        ulong state = plan.Seed;
        for (var pair = 0; pair < plan.Pairs; pair++)
        {
            // SplitMix64: one draw a pair.
            state += 0x9E3779B97F4A7C15;
            var z = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            var first = ((z ^ (z >> 31)) & 1) == 0;
            for (var half = 0; half < 2; half++)
                for (var d = 0; d < plan.BlockDays; d++)
                    days.Add((plan.From.AddDays(days.Count), first == (half == 0) ? plan.A : plan.B, 2 * pair + half));
        }
        return days.ToImmutable();
    }

    /// <summary>What an experiment shows so far.</summary>
    public static OneWayResult Of(ExperimentStart plan, History history, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(history);
        var byDay = Schedule(plan).ToDictionary(s => s.Day, s => (s.Remedy, s.Block));
        var relief = new List<(int Block, RemedyKind Remedy, double Relief)>();
        foreach (var note in history.Diary.Where(n => n.At <= now))
            if (byDay.TryGetValue(note.What.For ?? note.Day, out var due))
                foreach (var remedy in note.What.Remedies.Where(r => r.Kind == due.Remedy))
                    if (remedy is { Before: { } before, After: { } after }) relief.Add((due.Block, due.Remedy, before - after));
        var a = relief.Where(r => r.Remedy == plan.A).ToArray();
        var b = relief.Where(r => r.Remedy == plan.B).ToArray();
        var enough = a.Length >= LeastSessions && b.Length >= LeastSessions;
        var difference = enough ? Difference([.. a.Select(r => (r.Block, r.Relief))], [.. b.Select(r => (r.Block, r.Relief))], 0.95) : null;
        return new(plan.A, plan.B, a.Length, b.Length, Mean(a), Mean(b), difference?.Estimate, difference?.P ?? 1);

        static double? Mean((int, RemedyKind, double Relief)[] some) => some.Length == 0 ? null : some.Average(r => r.Relief);
    }

    /// <summary>Relief of A less relief of B. Sessions of one block resemble each other, so what counts as one observation is a block; the spread of
    /// the blocks' means, weighted by their sessions, gives the interval (Welch).</summary>
    internal static (Estimate Estimate, double P)? Difference((int Block, double Value)[] a, (int Block, double Value)[] b, double level)
    {
        var (meanA, varA, nA) = Blocks(a);
        var (meanB, varB, nB) = Blocks(b);
        if (nA < LeastPairs || nB < LeastPairs) return null;
        // Both arms are lived by one person: one spread for both, which so few blocks need.
        var df = nA + nB - 2.0;
        var pooled = ((nA - 1) * varA + (nB - 1) * varB) / df;
        var error = Math.Sqrt(Math.Max(pooled, 1e-12) * (1.0 / nA + 1.0 / nB));
        var value = meanA - meanB;
        var reach = Statistics.T(0.5 + level / 2, df) * error;
        return (new(value, value - reach, value + reach), Statistics.TwoSided(value / error, df));
    }

    static (double Mean, double Variance, int Count) Blocks((int Block, double Value)[] values)
    {
        var means = values.GroupBy(v => v.Block).Select(g => g.Average(v => v.Value)).ToArray();
        return (means.Length == 0 ? 0 : means.Average(), means.Length < 2 ? 0 : Statistics.Variance(means), means.Length);
    }
}

/// <param name="ReliefA">Mean pain before less after, 0 to 10; null without a session.</param>
/// <param name="Difference">Relief of A less that of B with its 95 % interval; null below five sessions or two blocks of each.</param>
/// <param name="P">For the correction over all comparisons; 1 where nothing is claimed.</param>
public sealed record OneWayResult(RemedyKind A, RemedyKind B, int SessionsA, int SessionsB, double? ReliefA, double? ReliefB, Estimate? Difference, double P);
