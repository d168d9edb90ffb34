using System.ComponentModel;
using System.Diagnostics;

namespace Mainstay.Cli.Remind;

/// <summary>Runs a small program and reads what it prints.</summary>
static class Shell
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>Null: it is not there, failed, or took too long.</summary>
    public static string? Read(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true });
            if (process is null) return null;
            process.ErrorDataReceived += (_, _) => { };
            process.BeginErrorReadLine();
            var output = process.StandardOutput.ReadToEndAsync();
            if (!process.WaitForExit(Patience))
            {
                process.Kill(entireProcessTree: true);
                return null;
            }
            return process.ExitCode == 0 && output.Wait(Patience) ? output.Result : null;
        }
        catch (Exception e) when (e is Win32Exception or InvalidOperationException)
        {
            return null;
        }
    }
}
