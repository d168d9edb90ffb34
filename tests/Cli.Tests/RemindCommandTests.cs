using Mainstay.Journal;

namespace Mainstay.Cli.Tests;

public class RemindCommandTests
{
    [Fact]
    public async Task Once_says_what_was_decided_and_a_missing_file_what_to_do()
    {
        using var folder = new TempFolder();
        var data = folder.File("journal.db");
        var (exit, _, error) = await TheProgram.Start("", "remind", "--once", "--data", data);
        Assert.Equal(3, exit);
        Assert.Contains("There is no data file", error, StringComparison.Ordinal);
        using (var store = JournalStore.Open(data)) Assert.Empty(store.Read(JournalStore.Me));
        (exit, var output, _) = await TheProgram.Start("", "remind", "--once", "--dry-run", "--data", data);
        Assert.Equal(0, exit);
        Assert.Contains("decided: pause (off)", output, StringComparison.Ordinal);
        Assert.Contains("last key or mouse:", output, StringComparison.Ordinal);
        Assert.Equal(2, (await TheProgram.Start("", "remind", "--onze")).Exit);
    }
}
