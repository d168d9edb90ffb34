using System.Globalization;
using System.Text.RegularExpressions;
using Mainstay.Care;

namespace Mainstay.Cli.Remind;

/// <summary>macOS tells when a key or the mouse was last used. Focus, calls and full screen it tells only to programs with special rights.</summary>
sealed partial class MacSurroundings(Func<string, string[], string?> run) : ISurroundings
{
    public DateTimeOffset? LastInput(DateTimeOffset now) =>
        long.TryParse(Idle().Match(run("ioreg", ["-c", "IOHIDSystem", "-d", "4"]) ?? "").Groups[1].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var nanoseconds)
            ? now.AddMilliseconds(-nanoseconds / 1e6) : null;

    public Signs Rest(DateTimeOffset now) => Signs.Nothing with { LastInput = LastInput(now) };

    [GeneratedRegex("\"HIDIdleTime\" = (\\d+)")]
    private static partial Regex Idle();
}
