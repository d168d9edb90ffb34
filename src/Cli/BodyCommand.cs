using System.CommandLine;
using System.Globalization;
using Mainstay.Body;
using Mainstay.Knowledge;

namespace Mainstay.Cli;

/// <summary>mainstay body …: the mechanical body on the command line.</summary>
static class BodyCommand
{
    public static Command Create() => new("body", "Ask the mechanical body: loads on the low back, tight and weak muscles, stretches")
    {
        BodyLoadCommand.Create(),
        BodyTaskCommand.Create(),
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
        // Numbers look the same everywhere, so that a script can read them.
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        try
        {
            return run();
        }
        catch (StopException e)
        {
            Console.Error.WriteLine(e.Message);
            return e.Code;
        }
        catch (UnsolvedException e)
        {
            Console.Error.WriteLine(e.Message);
            return Exit.TooMuch;
        }
        catch (Exception e) when (e is BodyException or Figure.FigureException)
        {
            Console.Error.WriteLine(e.Message);
            return Exit.Usage;
        }
        catch (KnowledgeException e)
        {
            foreach (var error in e.Errors) Console.Error.WriteLine(error);
            return Exit.Knowledge;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(e.Message);
            return Exit.Usage;
        }
    }
}
