using System.CommandLine;

namespace Mainstay.Cli.Remind;

/// <summary>The command line of `mainstay remind` alone, without the libraries of the other commands.</summary>
static class Lean
{
    public static async Task<int> Run(string[] args)
    {
        var parsed = new RootCommand { RemindCommand.Create() }.Parse(args);
        var exit = await parsed.InvokeAsync();
        return parsed.Errors.Count > 0 ? Exit.Usage : exit;
    }
}
