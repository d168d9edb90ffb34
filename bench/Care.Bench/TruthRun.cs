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
        foreach (var slope in (double[])[0, 0.1, Truths.Slope, 0.5]) Cover($"connection, true slope {slope.ToString(CultureInfo.InvariantCulture)}", people, seed => Truths.SlopeCovered(seed, slope));
        foreach (var difference in (double[])[0, 1, 2]) Cover($"experiment, true difference {difference.ToString(CultureInfo.InvariantCulture)}", people, seed => Truths.DifferenceCovered(seed, difference));
        var told = Enumerable.Range(1, people).AsParallel().Count(seed => Truths.AnythingClaimed((ulong)seed));
        var (low, high) = Interval(told, people);
        good &= told <= 0.05 * people && high <= 0.06;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"nobody has an effect, any shown as one: {100.0 * told / people:0.00} % of {people} people ({100 * low:0.00} to {100 * high:0.00})"));
        foreach (var (days, rise) in ((int, double)[])[(84, 0), (364, 0), (84, 2), (84, 3)])
        {
            var noted = Enumerable.Range(1, people).AsParallel().Count(seed => Truths.DriftNoted((ulong)seed, days, rise));
            (low, high) = Interval(noted, people);
            if (days == 84 && rise == 0) good &= noted <= 0.05 * people && high <= 0.06;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{days} days, a rise of {rise}: a note on a drift in {100.0 * noted / people:0.00} % of {people} lives ({100 * low:0.00} to {100 * high:0.00})"));
        }
        Console.WriteLine($"{Stopwatch.GetElapsedTime(start).TotalSeconds:0} s, {(good ? "all goals met" : "a goal was missed")}");
        return good ? 0 : 1;

        void Cover(string what, int count, Func<ulong, bool?> covered)
        {
            var all = Enumerable.Range(1, count).AsParallel().Select(seed => covered((ulong)seed)).Where(c => c is not null).ToArray();
            var share = all.Count(c => c == true) / (double)all.Length;
            good &= share is >= 0.93 and <= 0.97;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-36} 95 % intervals cover {100 * share:0.0} % of {all.Length} people ({count - all.Length} had too little for one)"));
        }
    }

    /// <summary>Wilson's 95 % interval of a share.</summary>
    static (double Low, double High) Interval(int hits, int of)
    {
        const double z = 1.959964;
        double p = (double)hits / of, middle = (p + z * z / (2 * of)) / (1 + z * z / of);
        var reach = z / (1 + z * z / of) * Math.Sqrt(p * (1 - p) / of + z * z / (4.0 * of * of));
        return (middle - reach, middle + reach);
    }
}
