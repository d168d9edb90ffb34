using System.CommandLine;
using Mainstay.Body;
using Mainstay.Knowledge;

namespace Mainstay.Cli;

/// <summary>mainstay body …: the mechanical body on the command line.</summary>
static class BodyCommand
{
    public static Command Create() => new("body", "Ask the mechanical body: loads on the low back, tight and weak muscles, stretches")
    {
        BodyLoadCommand.Create(),
        BodyCompareCommand.Create(),
        BodyRankCommand.Create(),
        BodyStretchCommand.Create(),
        BodySweepCommand.Create(),
        BodyDayCommand.Create(),
        BodyValidateCommand.Create(),
    };

    /// <summary>Errors of the reader's making are printed as one line.</summary>
    internal static int Guard(Func<int> run)
    {
        try
        {
            return run();
        }
        catch (BodyException e)
        {
            Console.Error.WriteLine(e.Message);
            return Exit.Usage;
        }
        catch (KnowledgeException e)
        {
            foreach (var error in e.Errors) Console.Error.WriteLine(error);
            return Exit.Invalid;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(e.Message);
            return Exit.Usage;
        }
    }
}
