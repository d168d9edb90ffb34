using Dapper;
using Microsoft.Data.Sqlite;

namespace Mainstay.Journal;

/// <summary>The tables, and their version in the file's user_version. Every key begins with the person.</summary>
static class JournalSchema
{
    public const int Version = 1;
    /// <summary>"MSTY": tells a journal from somebody else's database.</summary>
    const int ApplicationId = 0x4D535459;

    const string Tables = """
        CREATE TABLE entry (
            person TEXT NOT NULL,
            id TEXT NOT NULL,
            seq INTEGER NOT NULL,       -- order of arrival, from 1 for each person
            at_ms INTEGER NOT NULL,     -- milliseconds since 1970, UTC
            offset_min INTEGER NOT NULL,
            version INTEGER NOT NULL,   -- of the body
            body TEXT NOT NULL,
            PRIMARY KEY (person, id)
        ) STRICT, WITHOUT ROWID;
        CREATE UNIQUE INDEX entry_arrival ON entry (person, seq);
        """;

    /// <summary>Makes the tables in an empty file; checks the version of a filled one.</summary>
    public static void Prepare(SqliteConnection connection, string path)
    {
        var version = connection.ExecuteScalar<int>("PRAGMA user_version");
        var application = connection.ExecuteScalar<int>("PRAGMA application_id");
        if (version > Version)
            throw new JournalException(JournalFault.Newer, $"{path} was written by a newer Mainstay (version {version} of the file; this "
                + $"one knows {Version}). It was left as it is. Update Mainstay and do it again.");
        if (version == Version && application == ApplicationId) return;
        if (connection.ExecuteScalar<int>("SELECT count(*) FROM sqlite_schema") > 0)
            throw new JournalException(JournalFault.Broken, $"{path} is a database of another program. It was left as it is. Name another "
                + "place with --data.");
        using var transaction = connection.BeginTransaction();
        // Two programs may start at once; the second waits at BEGIN and finds the tables made.
        if (connection.ExecuteScalar<int>("PRAGMA user_version", transaction: transaction) == 0)
            connection.Execute($"{Tables} PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {Version};",
                transaction: transaction);
        transaction.Commit();
    }
}
