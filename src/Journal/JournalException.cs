namespace Mainstay.Journal;

public enum JournalFault
{
    /// <summary>Another program holds it.</summary>
    Locked,
    ReadOnly,
    Full,
    /// <summary>Not a data file of Mainstay, or a broken one.</summary>
    Broken,
    /// <summary>Written by a newer Mainstay.</summary>
    Newer,
    /// <summary>The folder or file cannot be made or opened.</summary>
    NotOpened,
    /// <summary>The same id was sent again with another content.</summary>
    Conflict,
    /// <summary>A file to import is not right.</summary>
    BadImport,
}

/// <summary>The journal cannot do what was asked. The message says what happened, that nothing was half stored, and what to do
/// next.</summary>
public sealed class JournalException(JournalFault fault, string message, Exception? inner = null) : Exception(message, inner)
{
    public JournalFault Fault { get; } = fault;
}
