using Mainstay.Care.Tests;
using Mainstay.Knowledge;

namespace Mainstay.Care.Bench;

/// <summary>How many screens truthful people see, and whether the interview ends where their full answers do.</summary>
static class ScreenRun
{
    public static int Run(int people)
    {
        var s = new Subjects();
        var walks = Enumerable.Range(1, people).AsParallel().Select(seed =>
        {
            var person = Truthful.Make(s.People, (ulong)seed);
            var walk = person.Through(s.Interview);
            return (seed, screens: walk.Screens.Length, asked: s.Triage.Assess(walk.Answers).Urgency, full: s.Triage.Assess(person.Truth).Urgency);
        }).ToList();
        foreach (var group in walks.GroupBy(w => w.full).OrderBy(g => g.Key).Append(walks.GroupBy(_ => (Urgency)(-1)).First()))
        {
            var screens = group.Select(w => w.screens).Order().ToList();
            Console.WriteLine($"{((int)group.Key < 0 ? "all" : group.Key.ToString()),-15} {screens.Count,6} people, screens: median {screens[screens.Count / 2]}, "
                + $"90 % {screens[screens.Count * 9 / 10]}, 99 % {screens[screens.Count * 99 / 100]}, most {screens[^1]}, over 30: {screens.Count(c => c > 30)}");
        }
        Console.WriteLine($"another urgency than the full answers: {walks.Count(w => w.asked != w.full)}, lower: {walks.Count(w => w.asked < w.full)}");
        return walks.Any(w => w.asked < w.full) ? 1 : 0;
    }
}
