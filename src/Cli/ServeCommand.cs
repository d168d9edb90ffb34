using System.CommandLine;
using Mainstay.Web.Hosting;

namespace Mainstay.Cli;

/// <summary>mainstay serve: the app on this computer. Its options are the web app's own.</summary>
static class ServeCommand
{
    public static Command Create()
    {
        var options = new Argument<string[]>("options") { Description = WebOptions.Usage, Arity = ArgumentArity.ZeroOrMore };
        var command = new Command("serve", "Start the app and print its address") { options };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction(async (parsed, _) =>
        {
            try
            {
                await using var app = MainstayWeb.Build(WebOptions.Parse([.. parsed.GetValue(options) ?? [], .. parsed.UnmatchedTokens]));
                await MainstayWeb.RunAsync(app);
                return Exit.Ok;
            }
            catch (OptionException e)
            {
                await Console.Error.WriteLineAsync(e.Message);
                return Exit.Usage;
            }
            catch (StartException e)
            {
                await Console.Error.WriteLineAsync(e.Message);
                return Exit.Journal;
            }
        });
        return command;
    }
}
