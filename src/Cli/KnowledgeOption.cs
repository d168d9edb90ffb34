using System.CommandLine;
using Mainstay.Knowledge;

namespace Mainstay.Cli;

/// <summary>--knowledge DIR, the same for every command that needs it.</summary>
static class KnowledgeOption
{
    public static Option<string?> Create() => new("--knowledge")
    {
        Description = "The knowledge folder (default: the one beside the program, or in the checkout it was built in)",
        HelpName = "DIR",
    };

    /// <exception cref="KnowledgeException">There is no folder to read.</exception>
    public static string Folder(string? named) => named ?? KnowledgeFolder.Find(AppContext.BaseDirectory)
        ?? throw new KnowledgeException([new ContentError("knowledge", 0,
            $"there is no such folder in or above {AppContext.BaseDirectory}; name it with --knowledge")]);
}
