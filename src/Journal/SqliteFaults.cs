using Microsoft.Data.Sqlite;

namespace Mainstay.Journal;

/// <summary>What an error of the engine means to the person, and what to do next.</summary>
static class SqliteFaults
{
    const int Busy = 5, Locked = 6, ReadOnly = 8, IoError = 10, Corrupt = 11, Full = 13, CannotOpen = 14, NotADatabase = 26;

    public static JournalException Explain(SqliteException e, string path) => e.SqliteErrorCode switch
    {
        Busy or Locked => new(JournalFault.Locked, $"Another program is using {path}. Nothing was stored. Close the other Mainstay, or "
            + "wait a moment, and do it again.", e),
        ReadOnly => new(JournalFault.ReadOnly, $"{path} cannot be written to. Nothing was stored. Make the file and its folder writable "
            + "for you, or name another place with --data.", e),
        Full => new(JournalFault.Full, $"The disk that holds {path} is full. Nothing of this was stored, and what was there before is "
            + "unharmed. Free some space and do it again.", e),
        IoError => new(JournalFault.Full, $"The disk that holds {path} gave an error while writing or reading. Nothing of this was "
            + "stored. Check that it is attached and not full, and do it again.", e),
        Corrupt or NotADatabase => new(JournalFault.Broken,
            $"{path} is not a data file of Mainstay, or it is broken. It was left as it is. Move it away and import your last export with "
                + "'mainstay journal import', or name another place with --data.", e),
        CannotOpen => new(JournalFault.NotOpened, $"{path} cannot be opened or made. Check that the folder is there and yours, or name "
            + "another place with --data.", e),
        _ => new(JournalFault.Broken, $"{path} gave an error: {e.Message} Nothing of this was stored.", e),
    };
}
