using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using Mainstay.Care;

namespace Mainstay.Cli.Remind;

/// <summary>Shows one reminder on the desktop.</summary>
interface INotifier
{
    /// <param name="answered">Called when the person taps done or later, if this desktop can tell.</param>
    /// <returns>False: it could not be shown.</returns>
    bool Show(BreakVerdict verdict, Action<BreakEvent> answered);

    /// <summary>What is still on the screen goes with the program.</summary>
    void Close();
}

/// <summary>By a small program of the system.</summary>
sealed class SystemNotifier(Func<BreakVerdict, (string Program, string[] Arguments)> command) : INotifier
{
    public const string Title = "Time to move a little";

    readonly Lock _gate = new();
    Process? _shown;

    /// <summary>Null: this system has none.</summary>
    public static SystemNotifier? Find(Func<string, string[], string?> run)
    {
        if (OperatingSystem.IsWindows()) return new(Toast);
        if (OperatingSystem.IsMacOS()) return new(Mac);
        return run("notify-send", ["--help"]) is { } help ? new(verdict => NotifySend(verdict, help.Contains("--action", StringComparison.Ordinal))) : null;
    }

    public bool Show(BreakVerdict verdict, Action<BreakEvent> answered)
    {
        var (program, arguments) = command(verdict);
        try
        {
            Close();
            var process = new Process { StartInfo = new(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true }, EnableRaisingEvents = true };
            process.OutputDataReceived += (_, line) =>
            {
                if (line.Data?.Trim() is "done") answered(BreakEvent.Taken);
                else if (line.Data?.Trim() is "later") answered(BreakEvent.Snoozed);
            };
            process.ErrorDataReceived += (_, _) => { };
            if (!process.Start()) return false;
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            lock (_gate) _shown = process;
            // One that cannot show anything ends at once.
            return !process.WaitForExit(TimeSpan.FromMilliseconds(300)) || process.ExitCode == 0;
        }
        catch (Exception e) when (e is Win32Exception or InvalidOperationException)
        {
            return false;
        }
    }

    public void Close()
    {
        lock (_gate)
        {
            try
            {
                if (_shown is { HasExited: false }) _shown.Kill(entireProcessTree: true);
            }
            catch (Exception e) when (e is Win32Exception or InvalidOperationException)
            {
                // It has just ended by itself.
            }
            _shown?.Dispose();
            _shown = null;
        }
    }

    /// <param name="actions">It can show buttons, and then waits for one.</param>
    public static (string, string[]) NotifySend(BreakVerdict verdict, bool actions) => ("notify-send",
    [
        "--app-name=Mainstay", $"--urgency={(verdict.Small ? "low" : "normal")}", $"--expire-time={(verdict.Small ? 8_000 : 60_000)}",
        .. verdict.Quiet ? (string[])["--hint=boolean:suppress-sound:true"] : [], .. actions ? (string[])["--action=done=Done", "--action=later=Later"] : [], Title, verdict.Says,
    ]);

    public static (string, string[]) Mac(BreakVerdict verdict) =>
        ("osascript", ["-e", $"display notification {Quoted(verdict.Says)} with title {Quoted(Title)}{(verdict.Quiet ? "" : " sound name \"Glass\"")}"]);

    public static (string, string[]) Toast(BreakVerdict verdict)
    {
        var xml = $"<toast><visual><binding template='ToastGeneric'><text>{Escaped(Title)}</text><text>{Escaped(verdict.Says)}</text></binding></visual>{(verdict.Quiet ? "<audio silent='true'/>" : "")}</toast>";
        var script = $"""
            [void][Windows.UI.Notifications.ToastNotificationManager,Windows.UI.Notifications,ContentType=WindowsRuntime]
            [void][Windows.Data.Xml.Dom.XmlDocument,Windows.Data.Xml.Dom,ContentType=WindowsRuntime]
            $x = New-Object Windows.Data.Xml.Dom.XmlDocument
            $x.LoadXml([Text.Encoding]::UTF8.GetString([Convert]::FromBase64String('{Convert.ToBase64String(Encoding.UTF8.GetBytes(xml))}')))
            $id = (Get-StartApps | Where-Object Name -like '*PowerShell*' | Select-Object -First 1).AppID
            [Windows.UI.Notifications.ToastNotificationManager]::CreateToastNotifier($id).Show([Windows.UI.Notifications.ToastNotification]::new($x))
            """;
        return ("powershell", ["-NoProfile", "-NonInteractive", "-EncodedCommand", Convert.ToBase64String(Encoding.Unicode.GetBytes(script))]);
    }

    static string Quoted(string text) => $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    static string Escaped(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
}
