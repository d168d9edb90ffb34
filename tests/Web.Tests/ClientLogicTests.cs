using System.Diagnostics;
using Mainstay.Knowledge;

namespace Mainstay.Web.Tests;

/// <summary>The scripts' own reckoning, without a page: time, phases of a move, ids.</summary>
public sealed class ClientLogicTests
{
    [Fact]
    public async Task What_the_scripts_reckon_is_right()
    {
        var client = Path.GetFullPath(Path.Combine(KnowledgeFolder.Find(AppContext.BaseDirectory)!, "..", "src", "Web", "client"));
        using var node = Process.Start(new ProcessStartInfo("node", "test.mjs") { WorkingDirectory = client, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (said, wrong) = (node.StandardOutput.ReadToEndAsync(), node.StandardError.ReadToEndAsync());
        await node.WaitForExitAsync();
        Assert.True(node.ExitCode == 0, await said + await wrong);
    }
}
