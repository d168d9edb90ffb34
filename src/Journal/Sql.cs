using Microsoft.Data.Sqlite;

namespace Mainstay.Journal;

/// <summary>Statements without the mapper, which writes code at run time and brings half a dozen libraries with it: a program that stays in memory
/// all day, as reminders do, must stay small.</summary>
static class Sql
{
    public static int Run(this SqliteConnection connection, SqliteTransaction? transaction, string sql, params ReadOnlySpan<(string Name, object? Value)> with)
    {
        using var command = connection.Command(transaction, sql, with);
        return command.ExecuteNonQuery();
    }

    /// <summary>The first value of the first row; null: there is none.</summary>
    public static object? One(this SqliteConnection connection, SqliteTransaction? transaction, string sql, params ReadOnlySpan<(string Name, object? Value)> with)
    {
        using var command = connection.Command(transaction, sql, with);
        return command.ExecuteScalar() is { } found and not DBNull ? found : null;
    }

    public static List<T> Rows<T>(this SqliteConnection connection, string sql, Func<SqliteDataReader, T> read, params ReadOnlySpan<(string Name, object? Value)> with)
    {
        using var command = connection.Command(null, sql, with);
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read()) rows.Add(read(reader));
        return rows;
    }

    static SqliteCommand Command(this SqliteConnection connection, SqliteTransaction? transaction, string sql, ReadOnlySpan<(string Name, object? Value)> with)
    {
        var command = connection.CreateCommand();
        (command.Transaction, command.CommandText) = (transaction, sql);
        foreach (var (name, value) in with) command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        return command;
    }
}
