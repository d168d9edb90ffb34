using System.Diagnostics;

namespace Mainstay.Web.Bench;

/// <summary>Two ways to ask: so many a second whatever the answers take, and as fast as the answers come.</summary>
static class Load
{
    /// <summary>Milliseconds of each answer, from the moment it was due, so that a server that falls behind is seen to.</summary>
    public static async Task<double[]> Steady(Func<int, Task> ask, int aSecond, TimeSpan time)
    {
        var count = (int)(aSecond * time.TotalSeconds);
        var took = new double[count];
        var answers = new Task[count];
        var start = Stopwatch.GetTimestamp();
        for (var n = 0; n < count; n++)
        {
            var due = start + (long)(n * (double)Stopwatch.Frequency / aSecond);
            while (Stopwatch.GetTimestamp() < due) await Task.Delay(1);
            answers[n] = One(n, due);
        }
        await Task.WhenAll(answers);
        Array.Sort(took);
        return took;

        async Task One(int n, long due)
        {
            await ask(n);
            took[n] = Stopwatch.GetElapsedTime(due).TotalMilliseconds;
        }
    }

    /// <returns>Answers a second.</returns>
    public static async Task<double> Saturated(Func<int, Task> ask, int askers, TimeSpan time)
    {
        var (answered, start) = (0, Stopwatch.GetTimestamp());
        await Task.WhenAll(Enumerable.Range(0, askers).Select(_ => Task.Run(async () =>
        {
            while (Stopwatch.GetElapsedTime(start) < time) await ask(Interlocked.Increment(ref answered));
        })));
        return answered / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
