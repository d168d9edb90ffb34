using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using System.Text.RegularExpressions;
using Mainstay.Care;

namespace Mainstay.Cli.Remind;

/// <summary>Windows tells when a key or the mouse was last used, whether it would show a message now, and which programs listen or look.</summary>
[SupportedOSPlatform("windows")]
sealed partial class WindowsSurroundings(Func<string, string[], string?> run) : ISurroundings
{
    const string Consents = @"HKCU\Software\Microsoft\Windows\CurrentVersion\CapabilityAccessManager\ConsentStore\";

    public DateTimeOffset? LastInput(DateTimeOffset now)
    {
        var last = new LastInputInfo { Size = (uint)Marshal.SizeOf<LastInputInfo>() };
        // Both counters wrap after 49 days, and their difference does not.
        return GetLastInputInfo(ref last) ? now.AddMilliseconds(-(uint)(Environment.TickCount - (int)last.Time)) : null;
    }

    public Signs Rest(DateTimeOffset now)
    {
        var (disturb, full) = SHQueryUserNotificationState(out var state) == 0 ? Told(state) : (Probe.Unknown, Probe.Unknown);
        return new(LastInput(now), disturb, MicrophoneOrCamera(run), full);
    }

    /// <summary>QUERY_USER_NOTIFICATION_STATE: 2 busy (full screen), 3 a game, 4 a presentation, 5 free, 6 quiet time, 7 an app in full screen; 1 nobody is there.</summary>
    public static (Probe DoNotDisturb, Probe FullScreen) Told(int state) => state switch
    {
        2 or 3 or 7 => (Probe.No, Probe.Yes),
        4 or 6 => (Probe.Yes, Probe.No),
        1 or 5 => (Probe.No, Probe.No),
        _ => (Probe.Unknown, Probe.Unknown),
    };

    /// <summary>A use that has begun and not ended has 0 as its end.</summary>
    public static Probe MicrophoneOrCamera(Func<string, string[], string?> run)
    {
        string?[] told = [run("reg", ["query", Consents + "microphone", "/s", "/v", "LastUsedTimeStop"]), run("reg", ["query", Consents + "webcam", "/s", "/v", "LastUsedTimeStop"])];
        return told.Any(one => one is not null && Running().IsMatch(one)) ? Probe.Yes : told.Any(one => one is null) ? Probe.Unknown : Probe.No;
    }

    [StructLayout(LayoutKind.Sequential)]
    struct LastInputInfo
    {
        public uint Size;
        public uint Time;
    }

    [LibraryImport("user32.dll")]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool GetLastInputInfo(ref LastInputInfo info);

    [LibraryImport("shell32.dll")]
    private static partial int SHQueryUserNotificationState(out int state);

    [GeneratedRegex(@"LastUsedTimeStop\s+REG_QWORD\s+0x0\s*$", RegexOptions.Multiline)]
    private static partial Regex Running();
}
