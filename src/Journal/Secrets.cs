using Dapper;

namespace Mainstay.Journal;

/// <summary>Keys of this place, such as the one that signs reminders. No export carries them, deleting deletes them.</summary>
public sealed class Secrets(JournalStore store)
{
    public string? Find(string person, string name) => store.Use(connection =>
        connection.ExecuteScalar<string?>("SELECT value FROM secret WHERE person = @person AND name = @name", new { person, name }));

    /// <summary>The one that is there; else it is made. Two programs that make it at once get the same.</summary>
    public string FindOrMake(string person, string name, Func<string> make) => Find(person, name) ?? store.Use(connection =>
    {
        connection.Execute("INSERT OR IGNORE INTO secret (person, name, value) VALUES (@person, @name, @value)", new { person, name, value = make() });
        return connection.ExecuteScalar<string>("SELECT value FROM secret WHERE person = @person AND name = @name", new { person, name })!;
    });

    /// <param name="value">Null: it is gone.</param>
    public void Set(string person, string name, string? value) => store.Use(connection => value is null
        ? connection.Execute("DELETE FROM secret WHERE person = @person AND name = @name", new { person, name })
        : connection.Execute("INSERT OR REPLACE INTO secret (person, name, value) VALUES (@person, @name, @value)", new { person, name, value }));
}
