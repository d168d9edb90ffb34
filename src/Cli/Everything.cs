using System.CommandLine;
using Mainstay.Cli.Remind;
using Spectre.Console;

namespace Mainstay.Cli;

/// <summary>Every command.</summary>
static class Everything
{
    public static async Task<int> Run(string[] args)
    {
        if (Console.IsOutputRedirected || Environment.GetEnvironmentVariable("NO_COLOR") is { Length: > 0 })
        {
            var plain = new AnsiConsoleSettings
            {
                Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Interactive = InteractionSupport.No,
            };
            AnsiConsole.Console = AnsiConsole.Create(plain);
        }
        // A file or a pipe has no width to break lines at.
        if (Console.IsOutputRedirected) AnsiConsole.Profile.Width = 10_000;

        var root = new RootCommand("Mainstay: checks a sore back for danger, says what may play a part, and makes a programme that fits the day. "
            + "No clinician has reviewed it.")
        {
            AssessCommand.Create(),
            PlanCommand.Create(),
            QuestionsCommand.Create(),
            JournalCommand.Create(),
            DiaryCommand.Create(),
            ContentCommand.Create(),
            BodyCommand.Create(),
            MovesCommand.Create(),
            FigureCommand.Create(),
            RemindCommand.Create(),
            ServeCommand.Create(),
        };
        var parsed = root.Parse(args);
        var exit = await parsed.InvokeAsync();
        // The library answers 1 for a wrong command line; here that is 2.
        return parsed.Errors.Count > 0 ? Exit.Usage : exit;
    }
}
