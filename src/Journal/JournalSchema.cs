using Microsoft.Data.Sqlite;

namespace Mainstay.Journal;

/// <summary>The tables, and their version in the file's user_version. Every key begins with the person.</summary>
static class JournalSchema
{
    public const int Version = 2;
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

    /// <summary>Since version 2: what reminders need. None of it is an entry: it belongs to this place, and no export carries it.</summary>
    const string Reminders = """
        CREATE TABLE job (
            person TEXT NOT NULL,
            key TEXT NOT NULL,          -- of the reminder: its kind, day and time
            state TEXT NOT NULL,        -- held, sending, waiting or done
            owner TEXT NOT NULL,        -- the program that has the lease
            until_ms INTEGER NOT NULL,  -- end of the lease; of a waiting one, when it may be tried again
            tries INTEGER NOT NULL,
            at_ms INTEGER NOT NULL,
            result TEXT,
            PRIMARY KEY (person, key)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE push_address (
            person TEXT NOT NULL,
            endpoint TEXT NOT NULL,
            key TEXT NOT NULL,          -- the browser's public key, base64url
            auth TEXT NOT NULL,         -- its shared secret, base64url
            origin TEXT NOT NULL,       -- where this app is, seen from that browser
            name TEXT NOT NULL,
            since_ms INTEGER NOT NULL,
            PRIMARY KEY (person, endpoint)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE secret (
            person TEXT NOT NULL,
            name TEXT NOT NULL,
            value TEXT NOT NULL,
            PRIMARY KEY (person, name)
        ) STRICT, WITHOUT ROWID;
        """;

    /// <summary>Every table with something of a person in it.</summary>
    public static readonly string[] OfPerson = ["entry", "job", "push_address", "secret"];

    /// <summary>Makes the tables in an empty file; brings an older file up to this version; refuses a newer one.</summary>
    public static void Prepare(SqliteConnection connection, string path)
    {
        var version = (long)connection.One(null, "PRAGMA user_version")!;
        var application = (long)connection.One(null, "PRAGMA application_id")!;
        if (version > Version)
            throw new JournalException(JournalFault.Newer, $"{path} was written by a newer Mainstay (version {version} of the file; this "
                + $"one knows {Version}). It was left as it is. Update Mainstay and do it again.");
        if (version == Version && application == ApplicationId) return;
        if (application != ApplicationId && (long)connection.One(null, "SELECT count(*) FROM sqlite_schema")! > 0)
            throw new JournalException(JournalFault.Broken, $"{path} is a database of another program. It was left as it is. Name another "
                + "place with --data.");
        using var transaction = connection.BeginTransaction();
        // Two programs may start at once; the second waits at BEGIN and finds the tables made.
        var there = (long)connection.One(transaction, "PRAGMA user_version")!;
        if (there < Version)
            connection.Run(transaction, $"{(there < 1 ? Tables : "")} {Reminders} PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {Version};");
        transaction.Commit();
    }
}
