using System.CommandLine;
using Mainstay.Journal;
using Mainstay.Knowledge;

namespace Mainstay.Cli.Remind;

/// <summary>mainstay remind: reminders on this computer's desktop, until it is stopped.</summary>
static class RemindCommand
{
    static readonly TimeSpan Step = TimeSpan.FromSeconds(10);

    public static Command Create()
    {
        var data = new Option<string?>("--data") { Description = "The data file, or the folder that holds it (default: this platform's place for such files)", HelpName = "PATH" };
        var once = new Option<bool>("--once") { Description = "Look once, say what is known and what was decided, and end" };
        var dry = new Option<bool>("--dry-run") { Description = "Say what would happen and why; show and record nothing" };
        var knowledge = KnowledgeOption.Create();
        var command = new Command("remind", "Remind of small breaks on this computer's desktop, and keep quiet in calls, full screen and absence") { data, once, dry, knowledge };
        command.SetAction((parsed, stop) => Runner.GuardAsync(() => Run(JournalPlace.Of(parsed.GetValue(data)), KnowledgeOption.Folder(parsed.GetValue(knowledge)), parsed.GetValue(once), parsed.GetValue(dry), stop)));
        return command;
    }

    static async Task<int> Run(string path, string folder, bool once, bool dry, CancellationToken stop)
    {
        if (!File.Exists(path)) throw new StopException(Exit.Journal, $"There is no data file at {path}. Open Mainstay once, or name yours with --data.");
        var rules = LibraryLoader.ProgressOf(folder).Breaks;
        using var alone = once || dry ? null : Alone(path);
        using var store = JournalStore.Open(path);
        var notifier = dry ? null : SystemNotifier.Find(Shell.Read);
        var agent = new Agent(store, rules, Surroundings(), notifier, TimeProvider.System, dry, Console.WriteLine);
        if (!dry && notifier is null) Console.Error.WriteLine("This desktop shows no messages to programs (notify-send is not there). Reminders are printed here instead.");
        var (verdict, signs) = agent.Look();
        if (once)
        {
            Console.WriteLine($"decided: {verdict.Outcome.ToString().ToLowerInvariant()} ({verdict.Reason})");
            Console.WriteLine(signs.Told);
            return Exit.Ok;
        }
        Console.Error.WriteLine("Reminders run. Stop them with Ctrl+C.");
        try
        {
            using var steps = new PeriodicTimer(Step);
            while (await steps.WaitForNextTickAsync(stop)) Try(() => agent.Look());
        }
        catch (OperationCanceledException)
        {
            // Ctrl+C, or the session ends.
        }
        finally
        {
            notifier?.Close();
            Try(agent.WriteTapped);
            if (!dry) AgentSign.Remove(path);
        }
        return Exit.Ok;
    }

    /// <summary>A file that is busy or full for a moment ends nothing.</summary>
    static void Try(Action look)
    {
        try
        {
            look();
        }
        catch (JournalException e) when (e.Fault is JournalFault.Locked or JournalFault.Full)
        {
            Console.Error.WriteLine(e.Message);
        }
    }

    static FileStream Alone(string path)
    {
        try
        {
            return new FileStream(path + ".remind.lock", new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.Write, Share = FileShare.None, Options = FileOptions.DeleteOnClose });
        }
        catch (IOException)
        {
            throw new StopException(Exit.Journal, $"Reminders for {path} run already. One is enough.");
        }
    }

    static ISurroundings Surroundings() =>
        OperatingSystem.IsWindows() ? new WindowsSurroundings(Shell.Read)
        : OperatingSystem.IsMacOS() ? new MacSurroundings(Shell.Read)
        : OperatingSystem.IsLinux() ? new LinuxSurroundings(Shell.Read, Environment.GetEnvironmentVariable) : new NoSurroundings();
}
