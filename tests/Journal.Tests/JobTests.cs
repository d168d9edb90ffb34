using Microsoft.Data.Sqlite;

namespace Mainstay.Journal.Tests;

public class JobTests
{
    static readonly DateTimeOffset Now = new(2026, 3, 10, 9, 0, 0, TimeSpan.Zero);
    static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    [Fact]
    public void A_job_belongs_to_whoever_comes_first_until_the_lease_ends()
    {
        using var journal = new TempJournal();
        using var store = journal.Open();
        using var other = journal.Open();
        var (one, two) = (new JobTable(store), new JobTable(other));
        Assert.Equal(JobTurn.Mine, one.Take("me", "k", "a", Now, Lease));
        Assert.Equal(JobTurn.Busy, two.Take("me", "k", "b", Now, Lease));
        Assert.Equal(JobTurn.Mine, two.Take("somebody", "k", "b", Now, Lease));
        Assert.Equal(JobTurn.Mine, two.Take("me", "k", "b", Now + Lease, Lease));
        // Whoever lost the lease may not go on.
        Assert.False(one.Begin("me", "k", "a", Now + Lease, Lease));
        Assert.True(two.Begin("me", "k", "b", Now + Lease, Lease));
        Assert.True(two.Finish("me", "k", "b", Now + Lease, "sent"));
        Assert.Equal(JobTurn.Done, one.Take("me", "k", "a", Now.AddDays(1), Lease));
        Assert.Equal(new Job("k", "done", 2, "sent"), Assert.Single(one.Read("me")));
    }

    [Fact]
    public void What_was_begun_and_never_finished_is_not_begun_again_and_told_once()
    {
        using var journal = new TempJournal();
        using var store = journal.Open();
        var jobs = new JobTable(store);
        jobs.Take("me", "k", "a", Now, Lease);
        jobs.Begin("me", "k", "a", Now, Lease);
        Assert.Equal(JobTurn.Busy, jobs.Take("me", "k", "b", Now.AddSeconds(59), Lease));
        Assert.Equal(JobTurn.Interrupted, jobs.Take("me", "k", "b", Now + Lease, Lease));
        Assert.Equal(JobTurn.Done, jobs.Take("me", "k", "c", Now + Lease, Lease));
        Assert.False(jobs.Finish("me", "k", "a", Now + Lease, "sent"));
    }

    [Fact]
    public void What_came_to_nothing_waits_and_is_tried_again()
    {
        using var journal = new TempJournal();
        using var store = journal.Open();
        var jobs = new JobTable(store);
        jobs.Take("me", "k", "a", Now, Lease);
        jobs.Begin("me", "k", "a", Now, Lease);
        jobs.PutBack("me", "k", "a", Now, Now.AddMinutes(5));
        Assert.Equal(JobTurn.Busy, jobs.Take("me", "k", "a", Now.AddMinutes(4), Lease));
        Assert.Equal(JobTurn.Mine, jobs.Take("me", "k", "a", Now.AddMinutes(5), Lease));
    }

    [Fact]
    public void A_lease_from_a_clock_that_went_wrong_does_not_last_for_ever()
    {
        using var journal = new TempJournal();
        using var store = journal.Open();
        var jobs = new JobTable(store);
        jobs.Take("me", "k", "a", Now.AddDays(300), Lease);
        Assert.Equal(JobTurn.Mine, jobs.Take("me", "k", "b", Now, Lease));
    }

    [Fact]
    public void Of_many_at_once_one_gets_it()
    {
        using var journal = new TempJournal();
        using (journal.Open()) { }
        var stores = Enumerable.Range(0, 8).Select(_ => JournalStore.Open(journal.Path, patience: 30)).ToArray();
        var turns = new JobTurn[stores.Length];
        Parallel.For(0, stores.Length, at => turns[at] = new JobTable(stores[at]).Take("me", "k", $"{at}", Now, Lease));
        Assert.Single(turns, turn => turn == JobTurn.Mine);
        foreach (var store in stores) store.Dispose();
    }

    [Fact]
    public void Old_jobs_are_forgotten_and_everything_goes_with_the_person()
    {
        using var journal = new TempJournal();
        using var store = journal.Open();
        var jobs = new JobTable(store);
        jobs.Take("me", "old", "a", Now.AddDays(-50), Lease);
        jobs.Take("me", "new", "a", Now, Lease);
        Assert.Equal(1, jobs.Forget("me", Now.AddDays(-40)));
        var secrets = new Secrets(store);
        Assert.Equal("x", secrets.FindOrMake("me", "s", () => "x"));
        Assert.Equal("x", secrets.FindOrMake("me", "s", () => "y"));
        new PushAddresses(store).Put("me", new("https://fcm.googleapis.com/x", "k", "a", "http://localhost", "Phone", 1));
        store.DeleteAll("me");
        Assert.Empty(jobs.Read("me"));
        Assert.Null(secrets.Find("me", "s"));
        Assert.Empty(new PushAddresses(store).All("me"));
    }

    [Fact]
    public void No_more_browsers_than_can_be_meant_and_none_twice()
    {
        using var journal = new TempJournal();
        using var store = journal.Open();
        var addresses = new PushAddresses(store);
        for (var at = 0; at < PushAddresses.Most; at++) Assert.True(addresses.Put("me", new($"https://fcm.googleapis.com/{at}", "k", "a", "o", "n", at)));
        Assert.False(addresses.Put("me", new("https://fcm.googleapis.com/more", "k", "a", "o", "n", 1)));
        Assert.True(addresses.Put("me", new("https://fcm.googleapis.com/0", "other", "a", "o", "n", 0)));
        Assert.Equal("other", addresses.All("me")[0].Key);
        Assert.Equal(PushAddresses.Most, addresses.All("me").Count);
    }

    [Fact]
    public void A_file_of_the_first_version_keeps_its_entries_and_gets_the_new_tables()
    {
        using var journal = new TempJournal();
        var entry = TempJournal.Entry(AnswerGiven.Word("fever", "no"));
        using (var store = journal.Open()) store.Append(JournalStore.Me, entry);
        using (var connection = new SqliteConnection($"Data Source={journal.Path};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "DROP TABLE job; DROP TABLE push_address; DROP TABLE secret; PRAGMA user_version = 1";
            command.ExecuteNonQuery();
        }
        using var again = journal.Open();
        Assert.Equal(entry, Assert.Single(again.Read(JournalStore.Me)));
        Assert.Equal(JobTurn.Mine, new JobTable(again).Take("me", "k", "a", Now, Lease));
    }

    [Fact]
    public void A_small_reader_gets_all_that_reminders_are_decided_by_and_nothing_else()
    {
        using var journal = new TempJournal();
        using var store = journal.Open();
        var entries = TempJournal.OneOfEach.Select((entry, at) => TempJournal.Entry(entry, at)).ToList();
        store.Append(JournalStore.Me, entries);
        var read = store.ReadForReminders(JournalStore.Me, DateTimeOffset.MinValue.AddYears(1971));
        var (all, small) = (PersonHistory.Of(entries), PersonHistory.Of(read));
        Assert.Equal(all.Daily.BreakSettings, small.Daily.BreakSettings);
        Assert.Equal(all.Daily.Breaks, small.Daily.Breaks);
        Assert.Equal(all.Daily.Holidays, small.Daily.Holidays);
        Assert.Equal(all.Daily.FreeDays, small.Daily.FreeDays);
        Assert.Equal((all.NewSince, all.LastResult, all.Level), (small.NewSince, small.LastResult, small.Level));
        Assert.Empty(small.Answers);
        Assert.Empty(store.ReadForReminders(JournalStore.Me, entries[^1].At.AddDays(1)).Where(one => one.Entry is Noted<Care.BreakLog>));
    }
}
