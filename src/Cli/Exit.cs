namespace Mainstay.Cli;

/// <summary>What the exit codes mean; docs/command-line.md repeats them.</summary>
static class Exit
{
    public const int Ok = 0;
    /// <summary>What was read is wrong: answers, a line of a batch, a journal to import, or the content that was checked.</summary>
    public const int Invalid = 1;
    /// <summary>The command line itself is wrong, or a file it names cannot be read.</summary>
    public const int Usage = 2;
    /// <summary>The data file cannot be used: locked, read-only, full, broken or of a newer version.</summary>
    public const int Journal = 3;
    /// <summary>The knowledge folder is missing or has errors, so nothing can be said.</summary>
    public const int Knowledge = 4;
    /// <summary>Computed and printed, but some posture asks for more than muscles or supports hold, or than a joint reaches; or it was not solved, and no
    /// figure is printed for it.</summary>
    public const int TooMuch = 5;
}

/// <summary>Ends a command with a message on standard error.</summary>
sealed class StopException(int code, string message) : Exception(message)
{
    public int Code { get; } = code;
}
