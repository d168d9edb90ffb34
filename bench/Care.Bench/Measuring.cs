using System.Diagnostics;
using System.Globalization;

namespace Mainstay.Care.Bench;

/// <summary>Plain timing on one core, for machines where BenchmarkDotNet is too slow: warm, 4,096 people in batches of 256, each batch timed forty times
/// and its best time taken. Other work
/// on the machine only makes rounds slower, so the best one is nearest to the truth.</summary>
static class Measuring
{
    static readonly DateOnly Today = new(2026, 11, 24);

    public static int Run()
    {
        var s = new Subjects();
        Console.WriteLine($"{s.Library.Rules.Length} rules, {s.Form.Count} inputs, {s.Library.Contributors.Length} contributors, {s.Mixed.Length} people");
        Time("triage, mixed people", s, a => s.Triage.Assess(a));
        Time("contributors, mixed people", s, a => s.Contributors.Weigh(a));
        Time("triage and contributors, mixed people", s, a =>
        {
            s.Triage.Assess(a);
            s.Contributors.Weigh(a);
        });
        Time("triage and contributors, healthy", s, _ =>
        {
            s.Triage.Assess(s.Healthy);
            s.Contributors.Weigh(s.Healthy);
        });
        var care = new CareModel(s.Library);
        var planned = care.Assess(s.Healthy, Today).Plan.Plan ?? throw new InvalidOperationException("The healthy person has no plan to measure.");
        Time($"answers to plan ({planned.Days.Sum(day => day.Items.Length)} items)", s, _ => care.Assess(s.Healthy, Today));
        Time("triage, blank answers", s, _ => s.Triage.Assess(s.Blank));
        var at = 0;
        Time("reading answers from JSON", s, _ => AnswersJson.Read(s.Json[at++ & 4095], s.Form));
        return 0;
    }

    static void Time(string what, Subjects subjects, Action<Answers> step)
    {
        foreach (var answers in subjects.Mixed) step(answers);
        var before = GC.GetAllocatedBytesForCurrentThread();
        foreach (var answers in subjects.Mixed) step(answers);
        var bytes = (GC.GetAllocatedBytesForCurrentThread() - before) / subjects.Mixed.Length;
        var sum = 0.0;
        foreach (var batch in subjects.Mixed.Chunk(256))
        {
            var best = double.MaxValue;
            for (var round = 0; round < 40; round++)
            {
                var start = Stopwatch.GetTimestamp();
                foreach (var answers in batch) step(answers);
                best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalMicroseconds);
            }
            sum += best;
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-40} {sum / subjects.Mixed.Length,8:0.00} µs {bytes,8} bytes"));
    }
}
