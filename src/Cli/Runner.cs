using System.CommandLine;
using Mainstay.Care;
using Mainstay.Journal;
using Mainstay.Knowledge;

namespace Mainstay.Cli;

/// <summary>Turns what can go wrong into a message on standard error and an exit code.</summary>
static class Runner
{
    public static void SetSafeAction(this Command command, Func<ParseResult, int> action) =>
        command.SetAction(parsed => Guard(() => action(parsed)));

    static int Guard(Func<int> action) => GuardAsync(() => Task.FromResult(action())).GetAwaiter().GetResult();

    public static async Task<int> GuardAsync(Func<Task<int>> action)
    {
        try
        {
            return await action();
        }
        catch (StopException e)
        {
            return Say(e.Message, e.Code);
        }
        catch (AnswersException e)
        {
            return Say($"The answers cannot be used:{Environment.NewLine}{e.Message}", Exit.Invalid);
        }
        catch (JournalException e)
        {
            return Say(e.Message, e.Fault is JournalFault.BadImport or JournalFault.Conflict ? Exit.Invalid : Exit.Journal);
        }
        catch (KnowledgeException e)
        {
            return Say($"{e.Message}{Environment.NewLine}'mainstay content check' lists them all.", Exit.Knowledge);
        }
    }

    static int Say(string message, int code)
    {
        Console.Error.WriteLine(message);
        return code;
    }
}
