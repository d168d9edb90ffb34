using Mainstay.Care;
using Mainstay.Journal;

namespace Mainstay.Web.Bench;

/// <summary>A year of somebody who writes down everything: about 10,000 entries of the daily use that end now.</summary>
static class Dense
{
    const int Days = 364, NotesADay = 23;

    /// <param name="journal">An export with a finished check, which is the first day.</param>
    /// <returns>How many entries were written.</returns>
    public static int Write(string journal, string data, TimeProvider clock)
    {
        using var text = new StreamReader(journal);
        var chance = new Random(1);
        var first = clock.GetLocalNow().AddDays(-Days).AddHours(-1);
        var all = new List<Recorded>();
        void Add(DateTimeOffset at, Entry entry) => all.Add(new(Guid.CreateVersion7(at), at, entry));
        foreach (var (entry, at) in JournalFile.Read(text).Select((recorded, n) => (recorded.Entry, first.AddSeconds(n)))) Add(at, entry);
        for (var day = 0; day <= Days; day++)
        {
            var at = first.AddDays(day).AddMinutes(10);
            foreach (var entry in Daily(chance, day, at)) Add(at = at.AddSeconds(90), entry);
        }
        using var store = JournalStore.Open(data);
        return store.Append(JournalStore.Me, all);
    }

    static IEnumerable<Entry> Daily(Random chance, int day, DateTimeOffset at)
    {
        var pain = Math.Clamp(5 - day / 100 + chance.Next(3), 0, 10);
        yield return new CheckedIn(pain, chance.Next(6), chance.Next(5), AnythingNew: false);
        if (day % 28 == 0)
        {
            yield return Noted.Of(new GoalNamed { Goal = "g", Text = "An hour in the garden" });
            yield return Noted.Of(new GoalScored { Goal = "g", Score = Math.Min(10, 3 + day / 60) });
            yield return Noted.Of(new TestTaken { Test = "side-bend", Left = 12 + day / 40, Right = 14 + day / 40 });
            yield return Noted.Of(new SpotFelt { Spot = "s", Region = "low_back_right", Pain = chance.Next(8) });
            yield return Noted.Of(new ExperimentStart { Experiment = Guid.CreateVersion7(at), A = RemedyKind.Heat, B = RemedyKind.Walk, BlockDays = 4, Pairs = 3, Seed = (uint)day, From = DateOnly.FromDateTime(at.DateTime) });
        }
        if (day % 7 is 0 or 2 or 4)
        {
            var session = Guid.CreateVersion7(at);
            yield return Noted.Of(new SessionStart { Session = session, Items = ["cat-cow", "bird-dog"], Pain = pain, AnyNew = false });
            foreach (var item in (string[])["cat-cow", "bird-dog"]) yield return Noted.Of(new ItemReport { Session = session, Item = item, Worst = pain + 1, After = pain, Asked = 12, Done = 12, Rpe = 5 });
            yield return Noted.Of(new SessionEnd { Session = session, Pain = pain, Minutes = 12, Rpe = 5 });
            yield return Noted.Of(new SessionAfter { Session = session, Settled = Settling.WithinHour, Morning = pain });
        }
        for (var note = 0; note < NotesADay; note++)
            yield return Noted.Of(new DiaryNote
            {
                Pain = Math.Clamp(pain + chance.Next(-1, 2), 0, 10), Regions = [new("low_back_right", pain)], Stress = chance.Next(9),
                SittingHours = note == 20 ? 5 + chance.Next(6) : null, SleepHours = note == 0 ? 6 + chance.Next(3) : null, Steps = note == 21 ? 3000 + chance.Next(6000) : null, Load = note == 22 ? chance.Next(300) : null,
                Doses = note == 5 && chance.Next(3) == 0 ? 1 : null, Remedies = note % 8 == 3 ? [new((RemedyKind)chance.Next(9), 15, pain, Math.Max(0, pain - chance.Next(3)))] : [],
            });
    }
}

/// <summary>How long the server takes over the pages that read the whole diary: right after something was recorded, so that all is worked out anew,
/// and when nothing was.</summary>
static class Diaries
{
    const int Writes = 60, Reads = 300, Warm = 400;
    static readonly string[] Paths = ["/", "/insights", "/insights?all=1", "/result/letter"];

    public static async Task Run(string folder, string data)
    {
        using var app = await Served.Start(folder, data);
        for (var n = 0; n < Warm; n++)
        {
            if (n % 2 == 0) await app.Write(n % 4 == 0 ? "dark" : "light");
            await app.Get($"{Paths[n % Paths.Length]}{Mark(Paths[n % Paths.Length])}w={n}");
        }
        var cpu = app.Cpu();
        for (var n = 0; n < Writes; n++) await app.Write(n % 2 == 0 ? "dark" : "light");
        var write = (app.Cpu() - cpu).TotalMilliseconds / Writes;
        Measuring.Say("a write and the page of its form, of the processor", $"{write:0.0} ms");
        foreach (var path in Paths)
        {
            cpu = app.Cpu();
            var after = new List<double>();
            for (var n = 0; n < Writes; n++)
            {
                await app.Write(n % 2 == 0 ? "dark" : "light");
                after.Add(await Took(app, path));
            }
            Measuring.Say($"{path}, right after a write", $"{Tell(after)}; of the processor {(app.Cpu() - cpu).TotalMilliseconds / Writes - write:0.0} ms");
            var read = new List<double>();
            cpu = app.Cpu();
            for (var n = 0; n < Reads; n++) read.Add(await Took(app, $"{path}{Mark(path)}n={n}"));
            Measuring.Say($"{path}, nothing written", $"{Tell(read)}; of the processor {(app.Cpu() - cpu).TotalMilliseconds / Reads:0.0} ms");
            Measuring.Say($"{path}, packed", $"{await app.Get(path) / 1000.0:0.0} kB");
        }
    }

    static char Mark(string path) => path.Contains('?', StringComparison.Ordinal) ? '&' : '?';

    static async Task<double> Took(Served app, string path)
    {
        var from = System.Diagnostics.Stopwatch.GetTimestamp();
        await app.Get(path);
        return System.Diagnostics.Stopwatch.GetElapsedTime(from).TotalMilliseconds;
    }

    static string Tell(List<double> took)
    {
        took.Sort();
        return $"best {took[0]:0.0} ms, middle {took[took.Count / 2]:0.0} ms, 95th {took[took.Count * 95 / 100]:0.0} ms";
    }
}
