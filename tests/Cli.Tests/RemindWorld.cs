using Mainstay.Care;
using Mainstay.Cli.Remind;
using Mainstay.Journal;
using Mainstay.Knowledge;

namespace Mainstay.Cli.Tests;

/// <summary>Begins at nine on a Tuesday, and passes when it is told to.</summary>
sealed class Clock : TimeProvider
{
    public static readonly DateTimeOffset Nine = new(2026, 3, 10, 9, 0, 0, TimeSpan.Zero);

    public DateTimeOffset Now { get; set; } = Nine;
    public override DateTimeOffset GetUtcNow() => Now;
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;
}

sealed class Desk : ISurroundings
{
    public DateTimeOffset? Input { get; set; } = Clock.Nine;
    public Signs Signs { get; set; } = new(null, Probe.No, Probe.No, Probe.No);
    public int Asked { get; private set; }
    public DateTimeOffset? LastInput(DateTimeOffset now) => Input;

    public Signs Rest(DateTimeOffset now)
    {
        Asked++;
        return Signs with { LastInput = Input };
    }
}

sealed class Screen : INotifier
{
    public List<BreakVerdict> Shown { get; } = [];
    public bool Works { get; set; } = true;
    public Action<BreakEvent>? Answered { get; private set; }

    public bool Show(BreakVerdict verdict, Action<BreakEvent> answered)
    {
        if (Works) Shown.Add(verdict);
        Answered = answered;
        return Works;
    }

    public void Close() { }
}

/// <summary>A person at a computer. Somebody types all the time, unless a test says otherwise.</summary>
sealed class World : IDisposable
{
    readonly TempFolder _folder = new();
    public World(bool dry = false)
    {
        Store = JournalStore.Open(_folder.File("journal.db"));
        Write(new BreakSettings { On = true });
        Agent = Another(dry);
    }

    public JournalStore Store { get; }
    public Clock Clock { get; } = new();
    public Desk Desk { get; } = new();
    public Screen Screen { get; } = new();
    public List<string> Lines { get; } = [];
    public Agent Agent { get; }

    public Agent Another(bool dry = false) => new(Store, LibraryLoader.ProgressOf(KnowledgeFolder.Find(AppContext.BaseDirectory)!).Breaks, Desk, Screen, Clock, dry, Lines.Add);

    public void Write<T>(T what) where T : Daily => Store.Append(JournalStore.Me, new Recorded(Guid.CreateVersion7(Clock.Now), Clock.Now, Noted.Of(what)));

    public History History => Store.History(JournalStore.Me).Daily;

    public BreakVerdict Pass(double minutes, bool typing = true)
    {
        var verdict = Agent.Look().Verdict;
        for (var seconds = 0; seconds < minutes * 60; seconds += 10)
        {
            Clock.Now += TimeSpan.FromSeconds(10);
            if (typing && seconds % 30 == 0) Desk.Input = Clock.Now;
            verdict = Agent.Look().Verdict;
        }
        return verdict;
    }

    public void Dispose()
    {
        Store.Dispose();
        _folder.Dispose();
    }
}
