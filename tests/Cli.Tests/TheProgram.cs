using System.Diagnostics;
using System.Text;

namespace Mainstay.Cli.Tests;

/// <summary>Runs the real program.</summary>
static class TheProgram
{
    static readonly string Dll = Path.Combine(AppContext.BaseDirectory, "mainstay.dll");

    public static string Examples { get; } = Path.Combine(Path.GetDirectoryName(Mainstay.Knowledge.KnowledgeFolder.Find(AppContext.BaseDirectory))!, "examples");

    public static Task<(int Exit, string Output, string Error)> Run(params string[] arguments) => RunWith("", arguments);

    public static async Task<(int Exit, string Output, string Error)> RunWith(string input, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Dll, .. arguments])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(false), StandardOutputEncoding = Encoding.UTF8, StandardErrorEncoding = Encoding.UTF8,
        };
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        try
        {
            await process.StandardInput.WriteAsync(input);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It did not want all of it, which is what some of the tests are about.
        }
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }
}
