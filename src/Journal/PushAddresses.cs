using Dapper;

namespace Mainstay.Journal;

/// <summary>Where one browser is reached.</summary>
/// <param name="Endpoint">The address at its maker's server. Who knows it can send there, so it is a secret.</param>
/// <param name="Key">The browser's public key, base64url of 65 bytes.</param>
/// <param name="Auth">Its shared secret, base64url of 16 bytes.</param>
/// <param name="Origin">Where this app is, seen from that browser: http://localhost:5080.</param>
/// <param name="Name">Of the device, in the person's or the browser's words.</param>
public sealed record PushAddress(string Endpoint, string Key, string Auth, string Origin, string Name, long SinceMs)
{
    public DateTimeOffset Since => DateTimeOffset.FromUnixTimeMilliseconds(SinceMs);
}

/// <summary>The browsers that a person wants reminders in. They belong to this place: no export carries them, deleting deletes them.</summary>
public sealed class PushAddresses(JournalStore store)
{
    public const int Most = 20;

    public IReadOnlyList<PushAddress> All(string person) => store.Use(connection => connection.Query<PushAddress>(
        "SELECT endpoint AS Endpoint, key AS Key, auth AS Auth, origin AS Origin, name AS Name, since_ms AS SinceMs FROM push_address WHERE person = @person ORDER BY since_ms, endpoint",
        new { person }).AsList());

    /// <summary>One that is there already gets its new keys.</summary>
    /// <returns>False: there are too many.</returns>
    public bool Put(string person, PushAddress address) => store.Use(connection =>
    {
        using var transaction = connection.BeginTransaction();
        var others = connection.ExecuteScalar<int>("SELECT count(*) FROM push_address WHERE person = @person AND endpoint <> @Endpoint", new { person, address.Endpoint }, transaction);
        if (others >= Most) return false;
        connection.Execute("INSERT OR REPLACE INTO push_address (person, endpoint, key, auth, origin, name, since_ms) VALUES (@person, @Endpoint, @Key, @Auth, @Origin, @Name, @SinceMs)",
            new { person, address.Endpoint, address.Key, address.Auth, address.Origin, address.Name, address.SinceMs }, transaction);
        transaction.Commit();
        return true;
    });

    public bool Remove(string person, string endpoint) => store.Use(connection =>
        connection.Execute("DELETE FROM push_address WHERE person = @person AND endpoint = @endpoint", new { person, endpoint }) > 0);
}
