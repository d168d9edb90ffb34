using System.Diagnostics;

namespace Mainstay.Web.Bench;

/// <summary>How long the mechanical body's answers take over HTTP, one after the other.</summary>
static class BodyAnswers
{
    const int Warm = 60, Postures = 1000, Movements = 300;
    static readonly string[] Still = ["stand", "bend", "hang", "sit-slouched", "lie-on-side"], Moving = ["squat-lift", "stoop-lift", "stand-bend-forward", "carry-one-side"];

    public static async Task Run(string folder, string data)
    {
        using var app = await Served.Start(folder, data);
        string Posture(int n) => $"/api/body?posture={Still[n % Still.Length]}&tight-hamstrings={n % 21}&weak-back={n % 71}&kg={n % 20}";
        string Movement(int n) => $"/api/body?posture={Moving[n % Moving.Length]}&tight-hamstrings={n % 21}&weak-back={n % 71}&kg={n % 20}";
        for (var n = 0; n < Warm; n++) await app.Get(n % 2 == 0 ? Posture(n) : Movement(n));
        Tell("one posture, tight and weak muscles against usual ones", await Each(Postures, n => app.Get(Posture(n))));
        Tell("a movement of 120 frames, both", await Each(Movements, n => app.Get(Movement(n))));
        Tell("the same posture as the page shows it, with its drawing", await Each(Postures, n => app.Get(Posture(n).Replace("/api/body?", "/api/body/shown?", StringComparison.Ordinal))));
        Tell("which rope first, a hundred tries, each of another body", await Each(20, n => app.Get($"/api/body/first?weak-back={n}&tight-back={n % 7}")));
    }

    static async Task<double[]> Each(int count, Func<int, Task> ask)
    {
        var took = new double[count];
        for (var n = 0; n < count; n++)
        {
            var from = Stopwatch.GetTimestamp();
            await ask(n);
            took[n] = Stopwatch.GetElapsedTime(from).TotalMilliseconds;
        }
        Array.Sort(took);
        return took;
    }

    static void Tell(string what, double[] sorted) => Measuring.Say(what, $"p50 {sorted[sorted.Length / 2]:0.0} ms, p99 {sorted[sorted.Length * 99 / 100]:0.0} ms, most {sorted[^1]:0.0} ms");
}
