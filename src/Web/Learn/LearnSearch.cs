using System.Text;
using Mainstay.Knowledge;
using Microsoft.Data.Sqlite;

namespace Mainstay.Web.Learn;

/// <summary>What a search found.</summary>
/// <param name="Corrected">The words that were looked for instead, where the ones asked for are known nowhere; null when nothing was changed.</param>
public sealed record Found(IReadOnlyList<Hit> Hits, string? Corrected);

/// <param name="Excerpt">Plain pieces of the text, in order; the marked ones matched.</param>
public sealed record Hit(Leaf Leaf, IReadOnlyList<(string Text, bool Marked)> Excerpt);

/// <summary>Full-text search over the library in SQLite's FTS5, held in memory. Word endings are folded (porter), accents too, and a word that
/// stands nowhere is replaced by the nearest one that does.</summary>
public sealed class LearnSearch : IDisposable
{
    const int MostHits = 30, MostWords = 8;
    const char MarkStart = '\u0002', MarkEnd = '\u0003';

    readonly SqliteConnection _connection;
    readonly Lock _one = new();
    readonly Leaf[] _leaves;
    readonly Spelling _spelling;

    public LearnSearch(Library library)
    {
        _leaves = [.. Leaves.Of(library)];
        _spelling = new(_leaves.SelectMany(leaf => WordsOf(leaf.Title).Concat(WordsOf(leaf.Text))));
        SQLitePCL.Batteries_V2.Init();
        _connection = new("Data Source=:memory:");
        _connection.Open();
        Fill();
    }

    void Fill()
    {
        using var making = _connection.CreateCommand();
        making.CommandText = "CREATE VIRTUAL TABLE leaf USING fts5(title, text, tokenize = 'porter unicode61 remove_diacritics 2')";
        making.ExecuteNonQuery();
        using var all = _connection.BeginTransaction();
        using var insert = _connection.CreateCommand();
        insert.CommandText = "INSERT INTO leaf(rowid, title, text) VALUES ($row, $title, $text)";
        var (row, title, text) = (insert.Parameters.Add("$row", SqliteType.Integer), insert.Parameters.Add("$title", SqliteType.Text), insert.Parameters.Add("$text", SqliteType.Text));
        for (var i = 0; i < _leaves.Length; i++)
        {
            (row.Value, title.Value, text.Value) = (i + 1, _leaves[i].Title, _leaves[i].Text);
            insert.ExecuteNonQuery();
        }
        all.Commit();
    }

    /// <summary>Looks for all the words first, then for the nearest known ones, then for any of them. The last word may be unfinished.</summary>
    public Found Find(string asked)
    {
        var words = WordsOf(asked).Take(MostWords).ToArray();
        if (words.Length == 0) return new([], null);
        lock (_one)
        {
            if (Ask(string.Join(' ', words.Select(Quoted))) is { Count: > 0 } asIs) return new(asIs, null);
            var better = words.Select((word, at) => _spelling.Nearest(word, mayBeUnfinished: at == words.Length - 1)).ToArray();
            var corrected = words.SequenceEqual(better) ? null : string.Join(' ', better);
            if (corrected is not null && Ask(string.Join(' ', better.Select(Quoted))) is { Count: > 0 } mended) return new(mended, corrected);
            return new(better.Length > 1 ? Ask(string.Join(" OR ", better.Select(Quoted))) : [], corrected);
        }
    }

    List<Hit> Ask(string match)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = $"""
            SELECT rowid, snippet(leaf, 1, '{MarkStart}', '{MarkEnd}', '…', 22) FROM leaf WHERE leaf MATCH $match ORDER BY bm25(leaf, 6.0, 1.0) LIMIT {MostHits}
            """;
        command.Parameters.AddWithValue("$match", match);
        using var reader = command.ExecuteReader();
        var hits = new List<Hit>();
        while (reader.Read()) hits.Add(new(_leaves[reader.GetInt32(0) - 1], Pieces(reader.GetString(1))));
        return hits;
    }

    static string Quoted(string word) => $"\"{word}\"*";

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

    static IEnumerable<string> WordsOf(string text)
    {
        var word = new StringBuilder();
        foreach (var letter in text.Normalize(NormalizationForm.FormC).Append(' '))
        {
            if (char.IsLetterOrDigit(letter)) word.Append(char.ToLowerInvariant(letter));
            else if (word.Length > 0)
            {
                yield return word.ToString();
                word.Clear();
            }
        }
    }

    public void Dispose() => _connection.Dispose();
}
