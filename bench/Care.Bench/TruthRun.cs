using System.Diagnostics;
using System.Globalization;
using Mainstay.Care.Tests;

namespace Mainstay.Care.Bench;

/// <summary>The statistics of one person against known truth; exit code 1 when a goal is missed.</summary>
static class TruthRun
{
    public static int Run(int people)
    {
        var start = Stopwatch.GetTimestamp();
        var good = true;
        foreach (var slope in (double[])[0, 0.1, Truths.Slope, 0.5]) Cover($"connection, true slope {Text(slope)}", people, seed => Truths.SlopeCovered(seed, slope));
        foreach (var difference in (double[])[0, 1, 2]) Cover($"experiment, true difference {Text(difference)}", people, seed => Truths.DifferenceCovered(seed, difference));
        var told = Enumerable.Range(1, people).AsParallel().Select(seed => new MadeUpYear((ulong)seed).Told()).ToArray();
        var any = told.Count(one => one != Told.Nothing);
        good &= any <= 0.05 * people && Interval(any, people).High <= 0.06;
        Tell("a year without any effect, anything told at any look", any);
        foreach (var kind in (Told[])[Told.Connection, Told.Drift, Told.Experiment]) Tell($"  of it {kind.ToString().ToLowerInvariant()}", told.Count(one => one.HasFlag(kind)));
        foreach (var slope in (double[])[0.1, Truths.Slope, 0.5]) Count($"connection of {Text(slope)}, told after twelve weeks", seed => Truths.SlopeTold(seed, slope));
        foreach (var (difference, pairs) in ((double, int)[])[(2, 3), (2, 5), (3, 3), (3, 5)]) Count($"experiment, difference {Text(difference)}, {pairs} rounds, told", seed => Truths.DifferenceTold(seed, difference, pairs));
        foreach (var rise in (double[])[2, 3]) Count($"pain rises by {Text(rise)}, told within twelve weeks", seed => new MadeUpYear(seed, new(rise)).IsNoted(drifts => drifts.Pain));
        foreach (var rise in (double[])[2, 3]) Count($"sitting rises by {Text(rise)} hours, told", seed => new MadeUpYear(seed, new(0, Sitting: rise)).IsNoted(drifts => drifts.Sitting));
        foreach (var rise in (double[])[0.5, 1]) Count($"medicine rises by {Text(rise)} doses a day, told", seed => new MadeUpYear(seed, new(0, Doses: rise)).IsNoted(drifts => drifts.Medicine));
        Console.WriteLine($"{Stopwatch.GetElapsedTime(start).TotalSeconds:0} s, {(good ? "all goals met" : "a goal was missed")}");
        return good ? 0 : 1;

        void Count(string what, Func<ulong, bool> hit) => Tell(what, Enumerable.Range(1, people).AsParallel().Count(seed => hit((ulong)seed)));

        void Tell(string what, int hits)
        {
            var (low, high) = Interval(hits, people);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-60} {100.0 * hits / people:0.00} % of {people} ({100 * low:0.00} to {100 * high:0.00})"));
        }

        void Cover(string what, int count, Func<ulong, bool?> covered)
        {
            var all = Enumerable.Range(1, count).AsParallel().Select(seed => covered((ulong)seed)).Where(c => c is not null).ToArray();
            var share = all.Count(c => c == true) / (double)all.Length;
            good &= share is >= 0.93 and <= 0.97;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-36} 95 % intervals cover {100 * share:0.0} % of {all.Length} people ({count - all.Length} had too little for one)"));
        }
    }

    static string Text(double value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>Wilson's 95 % interval of a share.</summary>
    static (double Low, double High) Interval(int hits, int of)
    {
        const double z = 1.959964;
        double p = (double)hits / of, middle = (p + z * z / (2 * of)) / (1 + z * z / of);
        var reach = z / (1 + z * z / of) * Math.Sqrt(p * (1 - p) / of + z * z / (4.0 * of * of));
        return (middle - reach, middle + reach);
    }
}
