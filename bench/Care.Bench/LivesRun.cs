using System.Diagnostics;
using System.Globalization;
using Mainstay.Care.Tests;

namespace Mainstay.Care.Bench;

/// <summary>Twelve weeks of many lives; exit code 1 when something happened that must not.</summary>
static class LivesRun
{
    public static int Run(int lives)
    {
        var s = new Subjects();
        var daily = new DailyCare(new CareModel(s.Library));
        var start = Stopwatch.GetTimestamp();
        var done = 0;
        var ends = Enumerable.Range(1, lives).AsParallel().Select(seed =>
        {
            var end = new LifeRun(daily, new Life((ulong)seed, (LifeKind)(seed % 6), s.Form)).Live();
            if (Interlocked.Increment(ref done) % 1000 == 0) Console.Error.WriteLine($"{done} lives, {Stopwatch.GetElapsedTime(start).TotalSeconds:0} s");
            return end;
        }).OrderBy(e => e.Life.Seed).ToList();
        var broken = ends.Where(e => e.Broken.Length > 0).ToList();
        foreach (var end in broken.Take(20)) Console.WriteLine($"{end.Life.Kind} {end.Life.Seed}: {string.Join("; ", end.Broken.Take(3))}");
        Console.WriteLine("kind           lives  reach the goal  pain then>now  sessions   up  down   red  days in flare plan  asked again  letters  most prompts  strength");
        foreach (var group in ends.GroupBy(e => e.Life.Kind).OrderBy(g => g.Key))
        {
            double Mean(Func<LifeEnd, double> of) => group.Average(of);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{group.Key,-12} {group.Count(),7} {Mean(e => e.Reached ? 100 : 0),14:0.0}% {Mean(e => e.PainThen),8:0.0}>{Mean(e => e.PainNow):0.0} {Mean(e => e.Sessions),11:0.0} {Mean(e => e.Ups),5:0.0} {Mean(e => e.Downs),5:0.0} {Mean(e => e.Reds),5:0.0} {Mean(e => e.FlarePlans),14:0.0} {Mean(e => e.Asked),16:0.0} {Mean(e => e.Letters),9:0.00} {group.Max(e => e.MostPrompts),10} {Mean(e => e.Volume),12:0.00}"));
        }
        var changes = ends.SelectMany(e => e.Changes).GroupBy(c => c.Key).OrderByDescending(g => g.Sum(c => c.Value));
        Console.WriteLine("changes of an item, a life: " + string.Join(", ", changes.Select(g => string.Create(CultureInfo.InvariantCulture, $"{g.Key} {(double)g.Sum(c => c.Value) / ends.Count:0.0}"))));
        Console.WriteLine($"{ends.Count} lives of {Life.Days} days, {broken.Count} broken, {Stopwatch.GetElapsedTime(start).TotalSeconds:0} s");
        return broken.Count == 0 ? 0 : 1;
    }
}
