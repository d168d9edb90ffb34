namespace Mainstay.Cli;

/// <summary>What the exit codes mean; docs/command-line.md repeats them.</summary>
static class Exit
{
    public const int Ok = 0;
    /// <summary>What was checked or read has errors; they have been printed.</summary>
    public const int Invalid = 1;
    /// <summary>The command line itself is wrong, or a file it names cannot be read.</summary>
    public const int Usage = 2;
    /// <summary>The data file cannot be used: locked, read-only, full, broken or of a newer version.</summary>
    public const int Journal = 3;
}
