namespace Mainstay.Web.Bench;

/// <summary>The figures of the app as it is served, each with the load average beside it.</summary>
static class Measuring
{
    const int Starts = 5, ASecond = 200, Askers = 32;
    static readonly TimeSpan Warm = TimeSpan.FromSeconds(6), Long = TimeSpan.FromSeconds(8), Rested = TimeSpan.FromSeconds(8);
    static readonly string[] Mixed = ["/", "/result", "/plan", "/check/answers", "/moves", "/learn", "/learn/claims", "/learn/search?q=sleep", "/me", "/result/letter", "/why", "/spasm", "/about"];

    public static async Task Run(string folder, string data)
    {
        for (var n = 0; n < Starts; n++)
        {
            using var once = await Served.Start(folder, data);
            Say($"first page after start {n + 1}", $"{once.FirstPage.TotalMilliseconds:0} ms, of the processor {once.Cpu().TotalMilliseconds:0} ms");
        }
        using (var mixed = await Served.Start(folder, data))
        {
            await Load.Steady(n => n % 20 == 0 ? mixed.Write(n % 40 == 0 ? "dark" : "light") : mixed.Get(Mixed[n % Mixed.Length]), ASecond, Long);
            var (after, peak) = mixed.Memory();
            await Task.Delay(Rested);
            Say($"resident after every page at {ASecond} a second, a write among twenty", $"{after:0} MB (most {peak:0} MB), {Rested.TotalSeconds:0} s later {mixed.Memory().Now:0} MB");
        }
        using var app = await Served.Start(folder, data);
        foreach (var path in Mixed) Say($"{path}, packed", $"{await app.Get(path) / 1000.0:0.0} kB");
        await Load.Saturated(n => app.Get(Mixed[n % Mixed.Length]), Askers, Warm);
        // A word in the address that no page reads makes each address new, so that its page is made and not sent again.
        await Load.Saturated(n => app.Get($"/result?n={n}"), Askers, Warm);
        foreach (var path in (string[])["/", "/result"])
        {
            Tell($"{path} at {ASecond} a second, kept", await Load.Steady(_ => app.Get(path), ASecond, Long));
            Tell($"{path} at {ASecond} a second, made each time", await Load.Steady(n => app.Get($"{path}?n={n}"), ASecond, Long));
        }
        Tell($"{ASecond} a second, a write among every twenty", await Load.Steady(n => n % 20 == 0 ? app.Write(n % 40 == 0 ? "dark" : "light") : app.Get(n % 2 == 0 ? "/" : "/result"), ASecond, Long));
        await Saturate(app, "Today and Result, kept", n => app.Get(n % 2 == 0 ? "/" : "/result"));
        await Saturate(app, "Today and Result, made each time", n => app.Get(n % 2 == 0 ? $"/?n={n}" : $"/result?n={n}"));
        await Saturate(app, "every page, kept", n => app.Get(Mixed[n % Mixed.Length]));
        await Saturate(app, "every page, made each time, with writes", n => n % 50 == 0 ? app.Write("dark") : app.Get($"{Mixed[n % Mixed.Length]}{(n % Mixed.Length == 7 ? '&' : '?')}n={n}"));
        var (now, most) = app.Memory();
        Say("resident right after all that", $"{now:0} MB (most so far {most:0} MB)");
        await Task.Delay(Rested);
        Say($"resident {Rested.TotalSeconds:0} s later", $"{app.Memory().Now:0} MB");
    }

    static async Task Saturate(Served app, string what, Func<int, Task> ask)
    {
        var cpu = app.Cpu();
        var rate = await Load.Saturated(ask, Askers, Long);
        Say($"saturation, {what}", $"{rate:0} a second; the app had {(app.Cpu() - cpu).TotalSeconds / Long.TotalSeconds:0.00} cores");
    }

    static void Tell(string what, double[] sorted) =>
        Say(what, $"p50 {sorted[sorted.Length / 2]:0.0} ms, p99 {sorted[sorted.Length * 99 / 100]:0.0} ms, most {sorted[^1]:0.0} ms");

    public static void Say(string what, string figure) => Console.WriteLine($"| {what} | {figure} | {Served.LoadAverage():0.0} |");
}
