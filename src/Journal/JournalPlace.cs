namespace Mainstay.Journal;

/// <summary>Where the data file lies when nobody says otherwise.</summary>
public static class JournalPlace
{
    public const string FileName = "journal.db";

    /// <summary>$XDG_DATA_HOME/mainstay (else ~/.local/share/mainstay) on Linux, ~/Library/Application Support/Mainstay on macOS,
    /// %LOCALAPPDATA%\Mainstay on Windows.</summary>
    public static string Default(Func<string, string?> environment)
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        var folder = OperatingSystem.IsWindows() ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData),
            "Mainstay")
            : OperatingSystem.IsMacOS() ? Path.Combine(home, "Library", "Application Support", "Mainstay")
            // The convention says that a relative path there is to be ignored.
            : environment("XDG_DATA_HOME") is { } xdg && Path.IsPathRooted(xdg) ? Path.Combine(xdg, "mainstay")
            : Path.Combine(home, ".local", "share", "mainstay");
        return Path.Combine(folder, FileName);
    }

    /// <param name="named">--data: a file, or a folder that holds journal.db. Null: the default.</param>
    public static string Of(string? named) =>
        named is null ? Default(Environment.GetEnvironmentVariable) : Directory.Exists(named) ? Path.Combine(named, FileName)
            : Path.GetFullPath(named);
}
