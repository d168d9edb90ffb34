using System.CommandLine;
using Mainstay.Cli;

var root = new RootCommand("Mainstay: checks a sore back for danger, says what may play a part, and makes a programme that fits the day.")
{
    ContentCommand.Create(),
};
return await root.Parse(args).InvokeAsync();
