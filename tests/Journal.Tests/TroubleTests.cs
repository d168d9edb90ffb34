using System.Diagnostics;
using System.Text;
using Microsoft.Data.Sqlite;

namespace Mainstay.Journal.Tests;

public class TroubleTests
{
    static readonly string Writer = Path.Combine(AppContext.BaseDirectory, "Mainstay.Journal.Writer.dll");

    [Fact]
    public void Deleted_means_that_no_byte_of_the_text_is_left_in_any_file()
    {
        using var journal = new TempJournal();
        using var store = journal.Open();
        var secrets = Enumerable.Range(0, 300).Select(i => $"Geheimnis-{i:000}-of-the-lighthouse").ToList();
        store.Append(JournalStore.Me, [.. secrets.Select((text, i) => TempJournal.Entry(AnswerGiven.Word("own_goals", text), i))]);
        Assert.NotEmpty(FilesWith(journal, "-of-the-lighthouse"));

        store.DeleteAll(JournalStore.Me);

        Assert.Empty(FilesWith(journal, "-of-the-lighthouse"));
        Assert.Empty(FilesWith(journal, "own_goals\""));
        store.Append(JournalStore.Me, TempJournal.Entry(new SpasmStarted()));
        Assert.Single(store.Read(JournalStore.Me));
    }

    [Fact]
    public void Deleting_while_another_program_reads_says_that_text_may_remain()
    {
        using var journal = new TempJournal();
        using var store = journal.Open();
        store.Append(JournalStore.Me, TempJournal.Entry(new SpasmStarted()));
        using var other = new SqliteConnection($"Data Source={journal.Path};Pooling=False");
        other.Open();
        using var reading = other.BeginTransaction(deferred: true);
        using var command = other.CreateCommand();
        command.CommandText = "SELECT count(*) FROM entry";
        command.ExecuteScalar();

        var error = Assert.Throws<JournalException>(() => store.DeleteAll(JournalStore.Me));

        Assert.Equal(JournalFault.Locked, error.Fault);
        reading.Dispose();
        other.Dispose();
        store.DeleteAll(JournalStore.Me);
        Assert.Empty(store.Read(JournalStore.Me));
    }

    [Fact]
    public void A_locked_file_is_a_clear_error_and_works_again_afterwards()
    {
        using var journal = new TempJournal();
        using var store = journal.Open();
        using var other = new SqliteConnection($"Data Source={journal.Path};Pooling=False");
        other.Open();
        var writing = other.BeginTransaction();

        var error = Assert.Throws<JournalException>(() => store.Append(JournalStore.Me, TempJournal.Entry(new SpasmStarted())));

        Assert.Equal(JournalFault.Locked, error.Fault);
        Assert.Contains("Another program is using", error.Message, StringComparison.Ordinal);
        writing.Dispose();
        Assert.Equal(1, store.Append(JournalStore.Me, TempJournal.Entry(new SpasmStarted())));
    }

    [Fact]
    public void A_full_disk_is_a_clear_error_and_loses_nothing()
    {
        using var journal = new TempJournal();
        using var store = journal.Open();
        var first = TempJournal.Entry(new SpasmStarted());
        store.Append(JournalStore.Me, first);
        store.LimitPages(12);

        var error = Assert.Throws<JournalException>(() =>
            store.Append(JournalStore.Me, [.. Enumerable.Range(0, 2000)
                .Select(i => TempJournal.Entry(new SettingChanged("n", new string('x', 100)), i))]));

        Assert.Equal(JournalFault.Full, error.Fault);
        Assert.Contains("Free some space and do it again", error.Message, StringComparison.Ordinal);
        Assert.Equal(first, Assert.Single(store.Read(JournalStore.Me)));
    }

    [Fact]
    public void A_file_that_is_no_database_is_left_as_it_is()
    {
        using var journal = new TempJournal();
        var bytes = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("This is a shopping list. ", 200)));
        File.WriteAllBytes(journal.Path, bytes);

        var error = Assert.Throws<JournalException>(journal.Open);

        Assert.Equal(JournalFault.Broken, error.Fault);
        Assert.Equal(bytes, File.ReadAllBytes(journal.Path));
    }

    [Fact]
    public void A_broken_database_is_a_clear_error()
    {
        using var journal = new TempJournal();
        using (var store = journal.Open())
            store.Append(JournalStore.Me, [.. Enumerable.Range(0, 500)
                .Select(i => TempJournal.Entry(new SettingChanged("n", new string('x', 50)), i))]);
        using (var file = File.OpenWrite(journal.Path))
        {
            file.Position = 4096;
            file.Write(new byte[(int)file.Length - 4096].Select(_ => (byte)0xAB).ToArray());
        }

        var error = Assert.Throws<JournalException>(() =>
        {
            using var store = journal.Open();
            store.Read(JournalStore.Me);
        });

        Assert.Equal(JournalFault.Broken, error.Fault);
    }

    [Fact]
    public void A_newer_file_and_somebody_elses_database_are_left_alone()
    {
        using var newer = new TempJournal();
        newer.Open().Dispose();
        Execute(newer, "PRAGMA user_version = 99");
        Assert.Equal(JournalFault.Newer, Assert.Throws<JournalException>(newer.Open).Fault);

        using var other = new TempJournal();
        Execute(other, "CREATE TABLE recipe (name TEXT)");
        Assert.Contains("is a database of another program", Assert.Throws<JournalException>(other.Open).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_place_that_cannot_be_made_is_a_clear_error()
    {
        using var journal = new TempJournal();
        File.WriteAllText(Path.Combine(journal.Folder, "file"), "");

        var error = Assert.Throws<JournalException>(() => JournalStore.Open(Path.Combine(journal.Folder, "file", "journal.db")));

        Assert.Equal(JournalFault.NotOpened, error.Fault);
        Assert.Contains("--data", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a-w", "u=rwx", "ReadOnly")]
    [InlineData("u=rw", "a-w", "NotOpened")]
    public async Task A_read_only_file_or_folder_is_a_clear_error(string file, string folder, string fault)
    {
        if (OperatingSystem.IsWindows()) return;
        using var journal = new TempJournal();
        journal.Open().Dispose();
        // Root may write anywhere, so the writer then runs as nobody.
        var asNobody = Environment.IsPrivilegedProcess;
        if (asNobody) await Run("chown", "-R", "65534:65534", journal.Folder);
        await Run("chmod", file, journal.Path);
        await Run("chmod", folder, journal.Folder);
        try
        {
            string[] command = asNobody ? ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "dotnet"] : ["dotnet"];
            var (exit, _, error) = await Run([.. command, Writer, journal.Path, "1"]);

            Assert.True(exit == 1 && (error.StartsWith(fault, StringComparison.Ordinal)
                || error.StartsWith("ReadOnly", StringComparison.Ordinal)), error);
            Assert.Contains("--data", error, StringComparison.Ordinal);
        }
        finally
        {
            await Run("chmod", "u+rwx", journal.Folder);
            if (asNobody) await Run("chown", "-R", "0:0", journal.Folder);
        }
    }

    [Fact]
    public async Task Killed_in_the_middle_of_writing_every_stored_pair_is_there_whole()
    {
        using var journal = new TempJournal();
        using var writer = Process.Start(new ProcessStartInfo("dotnet",
            [Writer, journal.Path, "1000000"]) { RedirectStandardOutput = true })!;
        var stored = -1;
        while (stored < 40) stored = int.Parse((await writer.StandardOutput.ReadLineAsync())!,
            System.Globalization.CultureInfo.InvariantCulture);
        writer.Kill();
        await writer.WaitForExitAsync();
        while (await writer.StandardOutput.ReadLineAsync() is { } line)
            if (int.TryParse(line, System.Globalization.CultureInfo.InvariantCulture, out var n)) stored = n;

        using var store = journal.Open();
        var pairs = store.Read(JournalStore.Me).Select(entry => (SettingChanged)entry.Entry)
            .GroupBy(entry => int.Parse(entry.Value!, System.Globalization.CultureInfo.InvariantCulture)).ToList();

        Assert.All(pairs, pair => Assert.Equal(2, pair.Count()));
        Assert.Equal(Enumerable.Range(0, pairs.Count), pairs.Select(pair => pair.Key).Order());
        Assert.True(pairs.Count > stored, $"{pairs.Count} pairs, but {stored + 1} were reported as stored");
        store.Append(JournalStore.Me, TempJournal.Entry(new SpasmStarted()));
    }

    static List<string> FilesWith(TempJournal journal, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return [.. Directory.GetFiles(journal.Folder).Where(file =>
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            var content = new byte[stream.Length];
            stream.ReadExactly(content);
            return content.AsSpan().IndexOf(bytes) >= 0;
        })];
    }

    static void Execute(TempJournal journal, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={journal.Path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The tests' own texts.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    static async Task<(int Exit, string Output, string Error)> Run(params string[] command)
    {
        using var process = Process.Start(new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true,
            RedirectStandardError = true })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }
}
