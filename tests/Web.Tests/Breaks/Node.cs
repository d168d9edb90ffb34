using System.Diagnostics;
using Mainstay.Knowledge;

namespace Mainstay.Web.Tests.Breaks;

/// <summary>Other people's implementations of the same standards, run by Node.</summary>
static class Node
{
    static readonly string Client = Path.GetFullPath(Path.Combine(KnowledgeFolder.Find(AppContext.BaseDirectory)!, "..", "src", "Web", "client"));

    /// <summary>What a module prints; it reads its input from file descriptor 0.</summary>
    public static async Task<string> Run(string module, string input)
    {
        var start = new ProcessStartInfo("node", ["--input-type=module", "-e", module]) { WorkingDirectory = Client, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, await error);
        return await output;
    }
}
