namespace Mainstay.Journal;

/// <summary>Whose turn a job is.</summary>
public enum JobTurn
{
    /// <summary>Leased to the asker.</summary>
    Mine,
    /// <summary>Another program has it, or it waits to be tried again.</summary>
    Busy,
    Done,
    /// <summary>Whoever had it went away while sending. It may have arrived, so it is now done and is not sent again.</summary>
    Interrupted,
}

/// <param name="State">held, sending, waiting or done.</param>
/// <param name="Result">How it ended; null before.</param>
public sealed record Job(string Key, string State, long Tries, string? Result);

/// <summary>What is to be done once, whichever of several programs on the same file comes first. A lease is one atomic statement; a program that
/// stops loses its lease with time. What was begun is never begun twice, what failed can be tried again.</summary>
public sealed class JobTable(JournalStore store)
{
    /// <summary>No lease or wait is longer. One that ends later was given by a clock that went wrong, and is over.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    const string Over = "(until_ms <= @now OR until_ms > @now + @longest)";

    /// <param name="key">Names the job once and for all.</param>
    /// <param name="owner">The asker, different for each running program.</param>
    /// <exception cref="JournalException">The data file cannot be written.</exception>
    public JobTurn Take(string person, string key, string owner, DateTimeOffset now, TimeSpan lease) => store.Use(connection =>
    {
        (string, object?)[] with = [("@person", person), ("@key", key), ("@owner", owner), ("@now", Ms(now)), ("@until", Ms(now + lease)), ("@longest", (long)Longest.TotalMilliseconds)];
        var taken = connection.One(null, $"""
            INSERT INTO job (person, key, state, owner, until_ms, tries, at_ms) VALUES (@person, @key, 'held', @owner, @until, 1, @now)
            ON CONFLICT (person, key) DO UPDATE SET state = 'held', owner = @owner, until_ms = @until, tries = tries + 1, at_ms = @now
            WHERE state IN ('held', 'waiting') AND {Over}
            RETURNING tries
            """, with) is not null;
        if (taken) return JobTurn.Mine;
        var left = connection.One(null, $"UPDATE job SET state = 'done', result = 'interrupted', at_ms = @now WHERE person = @person AND key = @key AND state = 'sending' AND {Over} RETURNING tries", with) is not null;
        if (left) return JobTurn.Interrupted;
        return connection.One(null, "SELECT state FROM job WHERE person = @person AND key = @key", with) is "done" ? JobTurn.Done : JobTurn.Busy;
    });

    /// <summary>From here on it counts as begun. False: the lease was lost.</summary>
    public bool Begin(string person, string key, string owner, DateTimeOffset now, TimeSpan lease) =>
        Set(person, key, owner, "sending", "held", now, now + lease, null);

    public bool Finish(string person, string key, string owner, DateTimeOffset now, string result) =>
        Set(person, key, owner, "done", "sending", now, now, result);

    /// <summary>It came to nothing, for sure: it may be tried again.</summary>
    public bool PutBack(string person, string key, string owner, DateTimeOffset now, DateTimeOffset until) =>
        Set(person, key, owner, "waiting", "sending", now, until, null);

    public IReadOnlyList<Job> Read(string person) => store.Use(connection =>
        connection.Rows("SELECT key, state, tries, result FROM job WHERE person = @person ORDER BY at_ms, key",
            row => new Job(row.GetString(0), row.GetString(1), row.GetInt64(2), row.IsDBNull(3) ? null : row.GetString(3)), ("@person", person)));

    /// <summary>Jobs that were last touched before a moment are forgotten.</summary>
    public int Forget(string person, DateTimeOffset before) => store.Use(connection =>
        connection.Run(null, "DELETE FROM job WHERE person = @person AND at_ms < @before", ("@person", person), ("@before", Ms(before))));

    bool Set(string person, string key, string owner, string state, string from, DateTimeOffset now, DateTimeOffset until, string? result) => store.Use(connection =>
        connection.Run(null, "UPDATE job SET state = @state, until_ms = @until, at_ms = @now, result = @result WHERE person = @person AND key = @key AND owner = @owner AND state = @from",
            ("@person", person), ("@key", key), ("@owner", owner), ("@state", state), ("@from", from), ("@now", Ms(now)), ("@until", Ms(until)), ("@result", result)) == 1);

    static long Ms(DateTimeOffset at) => at.ToUnixTimeMilliseconds();
}
