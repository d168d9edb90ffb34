using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Mainstay.Journal;

/// <summary>The data file: append-only entries on SQLite. One connection, one writer; safe for several threads. Every method that fails
/// throws <see cref="JournalException"/> and leaves the file as it was.</summary>
public sealed class JournalStore : IDisposable
{
    /// <summary>The one person of a personal installation.</summary>
    public const string Me = "me";
    /// <summary>How long to wait for another program, in seconds.</summary>
    const int Patience = 5;

    readonly SqliteConnection connection;
    readonly Lock gate = new();

    JournalStore(SqliteConnection connection, string path) => (this.connection, Path) = (connection, path);

    public string Path { get; }

    /// <summary>Opens the file, or makes it with its folder, readable by the person alone.</summary>
    /// <param name="patience">Seconds to wait for another program that writes.</param>
    public static JournalStore Open(string path, int patience = Patience)
    {
        SqliteConnection? connection = null;
        try
        {
            MakePrivate(path);
            var options = new SqliteConnectionStringBuilder { DataSource = path, DefaultTimeout = patience, Pooling = false };
            connection = new SqliteConnection(options.ToString());
            connection.Open();
            // WAL so that readers and the writer do not wait for each other; FULL so that a power cut loses nothing; and what is deleted
            // is overwritten.
            connection.Execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; ");
            JournalSchema.Prepare(connection, path);
            return new JournalStore(connection, path);
        }
        catch (SqliteException e)
        {
            connection?.Dispose();
            throw SqliteFaults.Explain(e, path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            connection?.Dispose();
            throw new JournalException(JournalFault.NotOpened,
                $"{path} cannot be opened or made: {e.Message} Check that the folder is there and yours, or name another place with "
                + "--data.", e);
        }
        catch (JournalException)
        {
            connection?.Dispose();
            throw;
        }
    }

    static void MakePrivate(string path)
    {
        var folder = System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path))!;
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
            return;
        }
        if (!Directory.Exists(folder))
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        // WAL and its index take over the mode of the main file.
        if (File.Exists(path)) return;
        var options = new FileStreamOptions
        {
            Mode = FileMode.OpenOrCreate, Access = FileAccess.Write, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        };
        new FileStream(path, options).Dispose();
    }

    /// <summary>Stores one entry; one that is there already is left alone.</summary>
    /// <returns>How many were new.</returns>
    public int Append(string person, Recorded entry) => Append(person, [entry]);

    /// <summary>Stores all or none, in this order. An id that is there with the same content is left alone; with another content it is a
    /// conflict.</summary>
    public int Append(string person, IReadOnlyCollection<Recorded> entries)
    {
        if (entries.Count == 0) return 0;
        return Guarded(() =>
        {
            using var transaction = connection.BeginTransaction();
            var last = connection.ExecuteScalar<long>("SELECT coalesce(max(seq), 0) FROM entry WHERE person = @person", new { person },
                transaction);
            var before = last;
            using var insert = connection.CreateCommand();
            insert.Transaction = transaction;
            insert.CommandText = "INSERT OR IGNORE INTO entry (person, id, seq, at_ms, offset_min, version, body) "
                + "VALUES ($person, $id, $seq, $at, $offset, $version, $body)";
            foreach (var name in (string[])["$person", "$id", "$seq", "$at", "$offset", "$version", "$body"])
                insert.Parameters.Add(new SqliteParameter { ParameterName = name });
            foreach (var recorded in entries)
            {
                var row = Row.Of(recorded);
                object[] values = [person, row.Id, last + 1, row.AtMs, row.OffsetMin, row.Version, row.Body];
                for (var i = 0; i < values.Length; i++) insert.Parameters[i].Value = values[i];
                if (insert.ExecuteNonQuery() == 1) last++;
                else SameAsStored(person, row, transaction);
            }
            transaction.Commit();
            return (int)(last - before);
        });
    }

    void SameAsStored(string person, Row row, SqliteTransaction transaction)
    {
        var stored = connection.QuerySingle<Row>($"{Row.Select} WHERE person = @person AND id = @id",
            new { person, id = row.Id }, transaction);
        if (stored != row)
            throw new JournalException(JournalFault.Conflict, $"The entry {row.Id} is there already with another content. Nothing of this "
                + "was stored. Entries are never changed: record a correction with an id of its own.");
    }

    /// <summary>Everything of a person in the order of recording; entries of the same moment in the order they arrived.</summary>
    public ImmutableArray<Recorded> Read(string person) => Guarded(() => connection
        .Query<Row>($"{Row.Select} WHERE person = @person ORDER BY at_ms, seq", new { person })
        .Select(row => row.ToRecorded(Path)).ToImmutableArray());

    /// <summary>The person's state now.</summary>
    public PersonHistory History(string person) => PersonHistory.Of(Read(person));

    /// <summary>Deletes all of a person. Afterwards no byte of their text is left in the file, its WAL or its index.</summary>
    /// <exception cref="JournalException">Also when another program still has the file open: then the entries are gone but their text may
    /// remain.</exception>
    public void DeleteAll(string person) => Guarded(() =>
    {
        connection.Execute("DELETE FROM entry WHERE person = @person", new { person });
        connection.Execute("VACUUM");
        var (busy, _, _) = connection.QuerySingle<(int, int, int)>("PRAGMA wal_checkpoint(TRUNCATE)");
        if (busy != 0)
            throw new JournalException(JournalFault.Locked, $"The entries are deleted, but another program has {Path} open, so their text "
                + $"may still be in {Path}-wal. Close the other program and delete once more.");
        return 0;
    });

    /// <summary>For tests of a full disk: the file may not grow beyond this many pages.</summary>
    internal void LimitPages(int pages) => connection.Execute($"PRAGMA max_page_count = {pages}");

    T Guarded<T>(Func<T> work)
    {
        lock (gate)
        {
            try
            {
                return work();
            }
            catch (SqliteException e)
            {
                throw SqliteFaults.Explain(e, Path);
            }
        }
    }

    public void Dispose() => connection.Dispose();

    /// <summary>One line of the table entry.</summary>
    sealed record Row(string Id, long AtMs, long OffsetMin, long Version, string Body)
    {
        public const string Select = "SELECT id AS Id, at_ms AS AtMs, offset_min AS OffsetMin, version AS Version, body AS Body FROM entry";

        public static Row Of(Recorded recorded) => new(
            recorded.Id.ToString("D", CultureInfo.InvariantCulture), recorded.At.ToUnixTimeMilliseconds(),
            (long)recorded.At.Offset.TotalMinutes, EntryJson.Version,
            JsonSerializer.Serialize(recorded.Entry, EntryJson.Default.Entry));

        public Recorded ToRecorded(string path)
        {
            if (Version > EntryJson.Version)
                throw new JournalException(JournalFault.Newer, $"{path} holds an entry of a newer Mainstay ({Id}, version {Version}). "
                    + "Update Mainstay and do it again.");
            try
            {
                var at = DateTimeOffset.FromUnixTimeMilliseconds(AtMs).ToOffset(TimeSpan.FromMinutes(OffsetMin));
                return new(Guid.ParseExact(Id, "D"), at, JsonSerializer.Deserialize(Body, EntryJson.Default.Entry)!);
            }
            catch (Exception e) when (e is JsonException or FormatException or ArgumentException or NotSupportedException)
            {
                throw new JournalException(JournalFault.Broken, $"{path} holds an entry that cannot be read ({Id}): {e.Message} Import "
                    + "your last export into a new file, named with --data.", e);
            }
        }
    }
}
