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
    readonly SqliteCommand foreign;
    readonly Lock gate = new();
    long writes, erasures;

    JournalStore(SqliteConnection connection, string path)
    {
        (this.connection, Path) = (connection, path);
        foreign = connection.CreateCommand();
        // Changes when another connection or program has written; our own writes we count ourselves.
        foreign.CommandText = "PRAGMA data_version";
    }

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
            connection.Run(null, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; ");
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
    public int Append(string person, IReadOnlyCollection<Recorded> entries) => Append(person, entries, out _);

    /// <param name="after">The new ones stand after this place in the order of arrival.</param>
    public int Append(string person, IReadOnlyCollection<Recorded> entries, out long after)
    {
        (var added, after) = entries.Count == 0 ? (0, 0) : Guarded(() =>
        {
            writes++;
            using var transaction = connection.BeginTransaction();
            var last = (long)connection.One(transaction, "SELECT coalesce(max(seq), 0) FROM entry WHERE person = @person", ("@person", person))!;
            var before = last;
            using var insert = connection.CreateCommand();
            insert.Transaction = transaction;
            insert.CommandText = "INSERT OR IGNORE INTO entry (person, id, seq, at_ms, offset_min, version, body) "
                + "VALUES ($person, $id, $seq, $at, $offset, $version, $body)";
            foreach (var name in (string[])["$person", "$id", "$seq", "$at", "$offset", "$version", "$body"])
                insert.Parameters.Add(new SqliteParameter { ParameterName = name });
            foreach (var recorded in entries)
            {
                var row = Row.Of(recorded, last + 1);
                object[] values = [person, row.Id, row.Seq, row.AtMs, row.OffsetMin, row.Version, row.Body];
                for (var i = 0; i < values.Length; i++) insert.Parameters[i].Value = values[i];
                if (insert.ExecuteNonQuery() == 1) last++;
                else SameAsStored(person, row, transaction);
            }
            transaction.Commit();
            return ((int)(last - before), before);
        });
        return added;
    }

    /// <summary>The ids of so many entries that arrived one after the other.</summary>
    /// <param name="after">As <see cref="Append(string, IReadOnlyCollection{Recorded}, out long)"/> told it.</param>
    public ImmutableArray<Guid> Arrived(string person, long after, int count) => Guarded(() => connection
        .Query<string>("SELECT id FROM entry WHERE person = @person AND seq > @after AND seq <= @last ORDER BY seq", new { person, after, last = after + count })
        .Select(id => Guid.ParseExact(id, "D")).ToImmutableArray());

    /// <summary>Those of the ids that are not there yet.</summary>
    public ImmutableHashSet<Guid> Unknown(string person, IEnumerable<Guid> ids)
    {
        var asked = ids.ToImmutableHashSet();
        return Guarded(() => asked.Where(id => connection.QueryFirstOrDefault<int>("SELECT 1 FROM entry WHERE person = @person AND id = @id",
            new { person, id = id.ToString("D", CultureInfo.InvariantCulture) }) == 0).ToImmutableHashSet());
    }

    /// <summary>Whether what is stored under an id says something else than this, whatever their moments.</summary>
    public bool SaysElse(string person, Guid id, Entry entry) => Guarded(() => connection.QueryFirstOrDefault<string>("SELECT body FROM entry WHERE person = @person AND id = @id",
        new { person, id = id.ToString("D", CultureInfo.InvariantCulture) }) is { } body && body != Row.Of(new(id, default, entry), 0).Body);

    /// <summary>The entry that arrived first of all, whatever moment it is of; null: there is none.</summary>
    public Guid? FirstArrived(string person) => Guarded(() => connection.QueryFirstOrDefault<string>("SELECT id FROM entry WHERE person = @person ORDER BY seq LIMIT 1", new { person }) is { } id
        ? Guid.ParseExact(id, "D") : (Guid?)null);

    void SameAsStored(string person, Row row, SqliteTransaction transaction)
    {
        var stored = connection.QuerySingle<Row>($"{Row.Select} WHERE person = @person AND id = @id",
            new { person, id = row.Id }, transaction);
        if (stored with { Seq = row.Seq } != row)
            throw new JournalException(JournalFault.Conflict, $"The entry {row.Id} is there already with another content. Nothing of this "
                + "was stored. Entries are never changed: record a correction with an id of its own.");
    }

    /// <summary>Everything of a person in the order of recording; entries of the same moment in the order they arrived.</summary>
    public ImmutableArray<Recorded> Read(string person) => Guarded(() => Rows(person, 0).Select(row => row.ToRecorded(Path)).ToImmutableArray());

    /// <summary>Only what reminders are decided by, so that a small program need not hold a whole life: settings and days away of all times, what
    /// was taken back, danger signs, results and levels, and breaks since a moment.</summary>
    public ImmutableArray<Recorded> ReadForReminders(string person, DateTimeOffset breaksSince) => Guarded(() => connection
        .Rows($"""
            {Row.Select} WHERE person = @person AND (json_extract(body, '$.kind') IN ('break-settings', 'holiday', 'free-day', 'taken-back', 'placed', 'check-finished', 'level', 'signs')
            OR (json_extract(body, '$.kind') = 'break' AND at_ms >= @since) OR body LIKE '%"anything_new":true%' OR body LIKE '%"any_new":true%') ORDER BY at_ms, seq
            """, Row.Of, ("@person", person), ("@since", breaksSince.ToUnixTimeMilliseconds())).Select(row => row.ToRecorded(Path)).ToImmutableArray());

    /// <summary>Changes with every entry that anybody writes; costs next to nothing.</summary>
    public (long, long) Stamp => Guarded(() => ((long)foreign.ExecuteScalar()!, writes + erasures));

    /// <summary>What was recorded since a reader was here; null: nothing, and that answer costs next to nothing.</summary>
    /// <param name="since">Null: the reader has nothing yet.</param>
    public JournalNews? News(string person, JournalPosition? since) => Guarded(() =>
    {
        // Read first: what another program writes meanwhile is then read twice, and never missed.
        var version = (long)foreign.ExecuteScalar()!;
        var follows = since is not null && since.Foreign == version && since.Erasures == erasures;
        if (follows && since!.Writes == writes) return null;
        var rows = Rows(person, follows ? since!.Seq : 0);
        ImmutableArray<Recorded> entries = [.. rows.Select(row => row.ToRecorded(Path))];
        var turnsBack = follows && rows.Count > 0 && (rows[0].AtMs < since!.AtMs || entries.Any(one => one.Entry is TakenBack or Placed));
        if (turnsBack)
        {
            (follows, rows) = (false, Rows(person, 0));
            entries = [.. rows.Select(row => row.ToRecorded(Path))];
        }
        var position = new JournalPosition(version, writes, erasures, rows.Count > 0 ? rows.Max(row => row.Seq) : follows ? since!.Seq : 0,
            rows.Count > 0 ? entries.Max(one => (one.Entry is Placed mark && mark.After > one.At ? mark.After : one.At).ToUnixTimeMilliseconds()) : follows ? since!.AtMs : long.MinValue);
        return new JournalNews(position, Anew: !follows, entries);
    });

    List<Row> Rows(string person, long after) => connection
        .Query<Row>($"{Row.Select} WHERE person = @person AND seq > @after ORDER BY at_ms, seq", new { person, after }).AsList();

    /// <summary>The person's state now.</summary>
    public PersonHistory History(string person) => PersonHistory.Of(Read(person));

    /// <summary>Deletes all of a person. Afterwards no byte of their text is left in the file, its WAL or its index.</summary>
    /// <exception cref="JournalException">Also when another program still has the file open: then the entries are gone but their text may
    /// remain.</exception>
    public void DeleteAll(string person) => Guarded(() =>
    {
        erasures++;
        using (var transaction = connection.BeginTransaction())
        {
            foreach (var table in JournalSchema.OfPerson) connection.Execute($"DELETE FROM {table} WHERE person = @person", new { person }, transaction);
            transaction.Commit();
        }
        connection.Execute("VACUUM");
        var (busy, _, _) = connection.QuerySingle<(int, int, int)>("PRAGMA wal_checkpoint(TRUNCATE)");
        if (busy != 0)
            throw new JournalException(JournalFault.Locked, $"The entries are deleted, but another program has {Path} open, so their text "
                + $"may still be in {Path}-wal. Close the other program and delete once more.");
        return 0;
    });

    /// <summary>For tests of a full disk: the file may not grow beyond this many pages.</summary>
    internal void LimitPages(int pages) => connection.Execute($"PRAGMA max_page_count = {pages}");

    /// <summary>For the tables beside the entries. Writing there is no news to a reader of the entries.</summary>
    internal T Use<T>(Func<SqliteConnection, T> work) => Guarded(() => work(connection));

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

    public void Dispose()
    {
        foreign.Dispose();
        connection.Dispose();
    }

    /// <summary>One line of the table entry.</summary>
    sealed record Row(string Id, long Seq, long AtMs, long OffsetMin, long Version, string Body)
    {
        public const string Select = "SELECT id AS Id, seq AS Seq, at_ms AS AtMs, offset_min AS OffsetMin, version AS Version, body AS Body FROM entry";

        public static Row Of(SqliteDataReader row) => new(row.GetString(0), row.GetInt64(1), row.GetInt64(2), row.GetInt64(3), row.GetInt64(4), row.GetString(5));

        public static Row Of(Recorded recorded, long seq) => new(
            recorded.Id.ToString("D", CultureInfo.InvariantCulture), seq, recorded.At.ToUnixTimeMilliseconds(),
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
