using System.Diagnostics;
using Mainstay.Care.Tests;

namespace Mainstay.Care.Bench;

/// <summary>The safety properties over as many people as asked for; exit code 1 when one broke.</summary>
static class PropertyRun
{
    public static int Run(int people)
    {
        var s = new Subjects();
        var start = Stopwatch.GetTimestamp();
        var broken = Enumerable.Range(1, people).AsParallel()
            .Select(seed => (seed, why: TriageProperties.Broken(s.Triage, s.People, (ulong)seed))).Where(b => b.why is not null).OrderBy(b => b.seed).ToList();
        foreach (var (seed, why) in broken.Take(20)) Console.WriteLine($"person {seed}: {why}");
        Console.WriteLine($"{people} people, {broken.Count} broken, {Stopwatch.GetElapsedTime(start).TotalSeconds:0} s");
        return broken.Count == 0 ? 0 : 1;
    }
}
