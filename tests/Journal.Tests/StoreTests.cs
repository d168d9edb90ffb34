namespace Mainstay.Journal.Tests;

public class StoreTests
{
    [Fact]
    public void Every_kind_of_entry_comes_back_as_it_was()
    {
        using var journal = new TempJournal();
        var entries = TempJournal.OneOfEach.Select((entry, i) => TempJournal.Entry(entry, i)).ToList();
        using (var store = journal.Open()) Assert.Equal(entries.Count, store.Append(JournalStore.Me, entries));

        using var again = journal.Open();

        Assert.Equal(entries, again.Read(JournalStore.Me).AsEnumerable());
    }

    [Fact]
    public void There_is_a_sample_of_every_kind() =>
        Assert.Equal(typeof(Entry).Assembly.GetTypes().Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(Entry))).Select(type => type.Name).Order(),
            TempJournal.OneOfEach.Select(entry => entry.GetType().Name).Distinct().Order());

    [Fact]
    public void A_repeated_send_is_stored_once()
    {
        using var journal = new TempJournal();
        using var store = journal.Open();
        var entry = TempJournal.Entry(AnswerGiven.Word("fever", "no"));

        Assert.Equal(1, store.Append(JournalStore.Me, entry));
        Assert.Equal(0, store.Append(JournalStore.Me, [entry, entry]));
        Assert.Equal(entry, Assert.Single(store.Read(JournalStore.Me)));
    }

    [Fact]
    public void The_same_id_with_another_content_is_refused_and_stores_nothing()
    {
        using var journal = new TempJournal();
        using var store = journal.Open();
        var entry = TempJournal.Entry(AnswerGiven.Word("fever", "no"));
        store.Append(JournalStore.Me, entry);

        var refused = Assert.Throws<JournalException>(() =>
            store.Append(JournalStore.Me, [TempJournal.Entry(new SpasmStarted()),
                entry with { Entry = AnswerGiven.Word("fever", "yes") }]));

        Assert.Equal(JournalFault.Conflict, refused.Fault);
        Assert.Equal(entry, Assert.Single(store.Read(JournalStore.Me)));
    }

    [Fact]
    public void People_do_not_see_each_other()
    {
        using var journal = new TempJournal();
        using var store = journal.Open();
        var entry = TempJournal.Entry(new SpasmStarted());

        Assert.Equal(1, store.Append("a", entry));
        Assert.Equal(1, store.Append("b", entry));
        store.DeleteAll("a");

        Assert.Empty(store.Read("a"));
        Assert.Single(store.Read("b"));
    }

    [Fact]
    public void An_entry_that_arrives_late_takes_its_place_in_time()
    {
        using var journal = new TempJournal();
        using var store = journal.Open();
        store.Append(JournalStore.Me, TempJournal.Entry(AnswerGiven.Word("fever", "yes"), second: 60));
        store.Append(JournalStore.Me, TempJournal.Entry(AnswerGiven.Word("fever", "no"), second: 5));

        Assert.Equal("yes", store.History(JournalStore.Me).Answers["fever"].Value.GetString());
    }

    [Fact]
    public void Two_programs_and_many_threads_write_one_file_without_losing_an_entry()
    {
        using var journal = new TempJournal();
        using var one = JournalStore.Open(journal.Path, patience: 30);
        using var two = JournalStore.Open(journal.Path, patience: 30);

        Parallel.For(0, 80, i => (i % 2 == 0 ? one : two).Append(JournalStore.Me, TempJournal.Entry(new SettingChanged("n", $"{i}"), i)));

        Assert.Equal(Enumerable.Range(0, 80).Select(i => $"{i}"), one.Read(JournalStore.Me)
            .Select(entry => ((SettingChanged)entry.Entry).Value));
    }

    [Fact]
    public void The_file_is_readable_by_its_owner_alone()
    {
        if (OperatingSystem.IsWindows()) return;
        using var journal = new TempJournal();
        var path = Path.Combine(journal.Folder, "new", "journal.db");
        using var store = JournalStore.Open(path);
        store.Append(JournalStore.Me, TempJournal.Entry(new SpasmStarted()));

        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(path)!))
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute,
            File.GetUnixFileMode(Path.GetDirectoryName(path)!));
    }

    [Fact]
    public void The_place_follows_the_platform_and_data_overrides_it()
    {
        using var journal = new TempJournal();
        if (OperatingSystem.IsLinux())
        {
            Assert.Equal("/x/data/mainstay/journal.db", JournalPlace.Default(name => name == "XDG_DATA_HOME" ? "/x/data" : null));
            Assert.EndsWith("/.local/share/mainstay/journal.db", JournalPlace.Default(_ => null), StringComparison.Ordinal);
            Assert.EndsWith("/.local/share/mainstay/journal.db", JournalPlace.Default(_ => "not/rooted"), StringComparison.Ordinal);
        }
        Assert.Equal(journal.Path, JournalPlace.Of(journal.Folder));
        Assert.Equal(Path.Combine(journal.Folder, "my.db"), JournalPlace.Of(Path.Combine(journal.Folder, "my.db")));
    }
}
