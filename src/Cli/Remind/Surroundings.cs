using Mainstay.Care;

namespace Mainstay.Cli.Remind;

/// <summary>What the computer can tell of its user. What it cannot tell stays unknown, and the reminder then comes without a sound.</summary>
/// <param name="LastInput">Of keyboard or mouse; null: it cannot be told.</param>
sealed record Signs(DateTimeOffset? LastInput, Probe DoNotDisturb, Probe MicrophoneOrCamera, Probe FullScreen)
{
    public static readonly Signs Nothing = new(null, Probe.Unknown, Probe.Unknown, Probe.Unknown);

    /// <summary>In words, for whoever asks what works here.</summary>
    public string Told => string.Join("; ", [LastInput is null ? "last key or mouse: cannot be told here" : $"last key or mouse: {LastInput:HH:mm:ss}",
        Word("do not disturb", DoNotDisturb), Word("microphone or camera in use", MicrophoneOrCamera), Word("full screen", FullScreen)]);

    static string Word(string name, Probe probe) => $"{name}: {probe switch { Probe.Yes => "yes", Probe.No => "no", _ => "cannot be told here" }}";
}

/// <summary>Asks the computer. One for each system.</summary>
interface ISurroundings
{
    /// <summary>When a key or the mouse was last used; null: it cannot be told.</summary>
    DateTimeOffset? LastInput(DateTimeOffset now);

    /// <summary>The rest, which costs more and is asked only when a break is due.</summary>
    Signs Rest(DateTimeOffset now);
}

/// <summary>Where nothing can be told.</summary>
sealed class NoSurroundings : ISurroundings
{
    public DateTimeOffset? LastInput(DateTimeOffset now) => null;
    public Signs Rest(DateTimeOffset now) => Signs.Nothing;
}
