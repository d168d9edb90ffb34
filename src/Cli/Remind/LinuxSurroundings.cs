using System.Globalization;
using System.Text.RegularExpressions;
using Mainstay.Care;

namespace Mainstay.Cli.Remind;

/// <summary>Asks what Linux desktops offer, each in its own way. Which way works for the last input is found once.</summary>
/// <param name="run">A program with its arguments → what it printed, or null.</param>
/// <param name="environment">A variable of the environment, or null.</param>
sealed partial class LinuxSurroundings(Func<string, string[], string?> run, Func<string, string?> environment, string processes = "/proc") : ISurroundings
{
    Func<DateTimeOffset, DateTimeOffset?>? _idle;
    DateTimeOffset _searched = DateTimeOffset.MinValue;

    /// <summary>A desktop may come up after this program.</summary>
    static readonly TimeSpan SearchAgain = TimeSpan.FromMinutes(10);

    bool IsX11 => environment("DISPLAY") is { Length: > 0 } && environment("WAYLAND_DISPLAY") is not { Length: > 0 };

    public DateTimeOffset? LastInput(DateTimeOffset now)
    {
        if (_idle?.Invoke(now) is { } known) return known;
        if (now - _searched < SearchAgain && now >= _searched) return null;
        _searched = now;
        foreach (var way in (Func<DateTimeOffset, DateTimeOffset?>[])[Gnome, X11, Login])
        {
            if (way(now) is not { } found) continue;
            _idle = way;
            return found;
        }
        return null;
    }

    public Signs Rest(DateTimeOffset now) => new(LastInput(now), DoNotDisturb(), MicrophoneOrCamera(processes), FullScreen());

    DateTimeOffset? Gnome(DateTimeOffset now) => Ago(now, Number().Match(run("gdbus", ["call", "--session", "--timeout", "1", "--dest", "org.gnome.Mutter.IdleMonitor",
        "--object-path", "/org/gnome/Mutter/IdleMonitor/Core", "--method", "org.gnome.Mutter.IdleMonitor.GetIdletime"]) ?? "").Groups[1].Value);

    /// <summary>On Wayland it would say 0 for ever.</summary>
    DateTimeOffset? X11(DateTimeOffset now) => IsX11 ? Ago(now, run("xprintidle", [])?.Trim()) : null;

    /// <summary>Only says so once somebody has been away for minutes; until then nothing is known.</summary>
    DateTimeOffset? Login(DateTimeOffset now) => environment("XDG_SESSION_ID") is { Length: > 0 } session
        && run("loginctl", ["show-session", session, "--property=IdleHint", "--property=IdleSinceHint"]) is { } told && told.Contains("IdleHint=yes", StringComparison.Ordinal)
        && long.TryParse(Since().Match(told).Groups[1].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var microseconds) && microseconds > 0
        ? DateTimeOffset.FromUnixTimeMilliseconds(microseconds / 1000).ToOffset(now.Offset) : null;

    Probe DoNotDisturb()
    {
        if (run("gsettings", ["get", "org.gnome.desktop.notifications", "show-banners"])?.Trim() is { } banners && environment("XDG_CURRENT_DESKTOP")?.Contains("KDE", StringComparison.OrdinalIgnoreCase) != true)
            return banners switch { "false" => Probe.Yes, "true" => Probe.No, _ => Probe.Unknown };
        var inhibited = run("gdbus", ["call", "--session", "--timeout", "1", "--dest", "org.freedesktop.Notifications", "--object-path", "/org/freedesktop/Notifications",
            "--method", "org.freedesktop.DBus.Properties.Get", "org.freedesktop.Notifications", "Inhibited"]);
        return inhibited is null ? Probe.Unknown : inhibited.Contains("true", StringComparison.Ordinal) ? Probe.Yes : inhibited.Contains("false", StringComparison.Ordinal) ? Probe.No : Probe.Unknown;
    }

    /// <summary>A film or a talk fills the screen and keeps it awake. A full screen that keeps nothing awake may be somebody writing for hours: it
    /// cannot be told, and the reminder comes without a sound.</summary>
    Probe FullScreen() => WindowFills() switch { Probe.Yes when !KeptAwake() => Probe.Unknown, var fills => fills };

    bool KeptAwake() => Says("true", "--session", "org.gnome.SessionManager", "/org/gnome/SessionManager", "org.gnome.SessionManager.IsInhibited", "8")
        || Says("true", "--session", "org.freedesktop.PowerManagement.Inhibit", "/org/freedesktop/PowerManagement/Inhibit", "org.freedesktop.PowerManagement.Inhibit.HasInhibit")
        || Says("idle", "--system", "org.freedesktop.login1", "/org/freedesktop/login1", "org.freedesktop.DBus.Properties.Get", "org.freedesktop.login1.Manager", "BlockInhibited");

    bool Says(string word, string bus, string name, string path, params string[] method)
        => run("gdbus", ["call", bus, "--timeout", "1", "--dest", name, "--object-path", path, "--method", .. method])?.Contains(word, StringComparison.Ordinal) == true;

    Probe WindowFills()
    {
        if (!IsX11 || Window().Match(run("xprop", ["-root", "_NET_ACTIVE_WINDOW"]) ?? "") is not { Success: true } active) return Probe.Unknown;
        if (active.Groups[1].Value is "0x0") return Probe.No;
        return run("xprop", ["-id", active.Groups[1].Value, "_NET_WM_STATE"]) is { } state ? state.Contains("_NET_WM_STATE_FULLSCREEN", StringComparison.Ordinal) ? Probe.Yes : Probe.No : Probe.Unknown;
    }

    /// <summary>A program of this user holds a camera, or a recording device. A sound server holds one only while somebody records.</summary>
    public static Probe MicrophoneOrCamera(string processes)
    {
        try
        {
            foreach (var process in Directory.EnumerateDirectories(processes))
                if (char.IsAsciiDigit(Path.GetFileName(process.AsSpan())[0]) && Holds(process)) return Probe.Yes;
            return Probe.No;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Probe.Unknown;
        }
    }

    static bool Holds(string process)
    {
        try
        {
            foreach (var file in Directory.EnumerateFileSystemEntries(Path.Combine(process, "fd")))
                if (new FileInfo(file).LinkTarget is { } target && Recorder().IsMatch(target)) return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Somebody else's, or it has just ended.
        }
        return false;
    }

    static DateTimeOffset? Ago(DateTimeOffset now, string? milliseconds) =>
        long.TryParse(milliseconds, NumberStyles.None, CultureInfo.InvariantCulture, out var ms) && ms < TimeSpan.MaxValue.TotalMilliseconds / 2 && ms / 86_400_000 < 365 ? now.AddMilliseconds(-ms) : null;

    [GeneratedRegex(@"\(uint64 (\d+),\)")]
    private static partial Regex Number();

    [GeneratedRegex(@"IdleSinceHint=(\d+)")]
    private static partial Regex Since();

    [GeneratedRegex(@"window id # (0x[0-9a-f]+)")]
    private static partial Regex Window();

    [GeneratedRegex(@"^/dev/(?:video\d+|snd/pcmC\d+D\d+c)$")]
    private static partial Regex Recorder();
}
