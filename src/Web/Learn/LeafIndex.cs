using System.Globalization;
using Mainstay.Web.Find;
using Microsoft.Data.Sqlite;

namespace Mainstay.Web.Learn;

/// <summary>The words of all leaves in SQLite's FTS5, held in memory: once as they are written, once without their endings (porter). Accents
/// are folded in both. A word in its very form counts in both, so it stands before its other forms.</summary>
sealed class LeafIndex : IDisposable
{
    const char MarkStart = '\u0002', MarkEnd = '\u0003';
    /// <summary>What a word in its very form counts beside what any of its forms counts.</summary>
    const double VeryForm = 0.4;
    const string Written = "written", Stems = "stems";

    readonly SqliteConnection _connection;
    readonly Lock _one = new();

    public LeafIndex(IReadOnlyList<Leaf> leaves)
    {
        SQLitePCL.Batteries_V2.Init();
        _connection = new("Data Source=:memory:");
        _connection.Open();
        using var all = _connection.BeginTransaction();
        Fill(Written, "unicode61 remove_diacritics 2", leaves);
        Fill(Stems, "porter unicode61 remove_diacritics 2", leaves);
        all.Commit();
    }

    void Fill(string table, string tokenizer, IReadOnlyList<Leaf> leaves)
    {
        using var making = Command($"CREATE VIRTUAL TABLE {table} USING fts5(title, text, id, tokenize = '{tokenizer}')");
        making.ExecuteNonQuery();
        using var insert = Command($"INSERT INTO {table}(rowid, title, text, id) VALUES ($row, $title, $text, $id)");
        var (row, title) = (insert.Parameters.Add("$row", SqliteType.Integer), insert.Parameters.Add("$title", SqliteType.Text));
        var (text, id) = (insert.Parameters.Add("$text", SqliteType.Text), insert.Parameters.Add("$id", SqliteType.Text));
        for (var at = 0; at < leaves.Count; at++)
        {
            (row.Value, title.Value, text.Value, id.Value) = (at, leaves[at].Title, leaves[at].Text, leaves[at].Id);
            insert.ExecuteNonQuery();
        }
    }

    /// <summary>The word stands somewhere, with this ending or another.</summary>
    public bool Stands(string word) => Scores(Stems, Quoted(word)).Count > 0;

    /// <summary>Where it stands, with how much it says about that leaf (BM25, above 0).</summary>
    public Dictionary<int, double> Scores(Sought sought)
    {
        if (sought.Begins) return Scores(Written, Quoted(sought.Word) + "*");
        var scores = Scores(Stems, Quoted(sought.Word));
        foreach (var (at, score) in Scores(Written, Quoted(sought.Word))) scores[at] = scores.GetValueOrDefault(at) + VeryForm * score;
        return scores;
    }

    Dictionary<int, double> Scores(string table, string match)
    {
        lock (_one)
        {
            using var command = Command($"SELECT rowid, -bm25({table}, 6.0, 1.0, 3.0) FROM {table} WHERE {table} MATCH $match");
            command.Parameters.AddWithValue("$match", match);
            using var reader = command.ExecuteReader();
            var scores = new Dictionary<int, double>();
            while (reader.Read()) scores[reader.GetInt32(0)] = reader.GetDouble(1);
            return scores;
        }
    }

    /// <summary>The piece of each text where the words stand.</summary>
    public Dictionary<int, List<(string, bool)>> Excerpts(IReadOnlyList<int> leaves, IEnumerable<Sought> words)
    {
        var sought = words.ToArray();
        var table = sought.Any(one => one.Begins) ? Written : Stems;
        lock (_one)
        {
            using var command = Command($"""
                SELECT rowid, snippet({table}, 1, '{MarkStart}', '{MarkEnd}', '…', 22) FROM {table}
                WHERE {table} MATCH $match AND rowid IN ({string.Join(',', leaves.Select(at => at.ToString(CultureInfo.InvariantCulture)))})
                """);
            command.Parameters.AddWithValue("$match", string.Join(" OR ", sought.Select(one => Quoted(one.Word) + (one.Begins ? "*" : ""))));
            using var reader = command.ExecuteReader();
            var excerpts = new Dictionary<int, List<(string, bool)>>();
            while (reader.Read()) excerpts[reader.GetInt32(0)] = Pieces(reader.GetString(1));
            return excerpts;
        }
    }

    /// <summary>Holes are filled by parameters; only names of ours stand in the text.</summary>
    SqliteCommand Command(string text)
    {
        var command = _connection.CreateCommand();
#pragma warning disable CA2100 // the text is put together from constants and numbers
        command.CommandText = text;
#pragma warning restore CA2100
        return command;
    }

    static string Quoted(string word) => $"\"{word}\"";

    static List<(string, bool)> Pieces(string snippet)
    {
        var pieces = new List<(string, bool)>();
        foreach (var part in snippet.Split(MarkStart))
        {
            var end = part.IndexOf(MarkEnd, StringComparison.Ordinal);
            if (end >= 0) pieces.Add((part[..end], true));
            var rest = part[(end + 1)..];
            if (rest.Length > 0) pieces.Add((rest, false));
        }
        return pieces;
    }

    public void Dispose() => _connection.Dispose();
}
