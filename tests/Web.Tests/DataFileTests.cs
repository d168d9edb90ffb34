using Mainstay.Web.Hosting;
using Microsoft.Data.Sqlite;

namespace Mainstay.Web.Tests;

public sealed class DataFileTests
{
    [Fact]
    public async Task While_another_program_holds_the_data_file_a_write_says_so_and_changes_nothing()
    {
        await using var app = new TestApp();
        await app.Open("/me");
        using (var other = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = app.Data, Pooling = false }.ToString()))
        {
            other.Open();
            using var hold = other.CreateCommand();
            hold.CommandText = "BEGIN IMMEDIATE";
            hold.ExecuteNonQuery();
            var page = await app.Submit("/me", "/me", [("theme", "dark")]);
            Assert.Equal(503, page.Status);
            Assert.Contains("Your data file is busy", page.Html, StringComparison.Ordinal);
            Assert.Contains("Try again", page.Html, StringComparison.Ordinal);
        }
        Assert.DoesNotContain("data-theme", (await app.Open("/me")).Html, StringComparison.Ordinal);
        Assert.Equal(303, (await app.Submit("/me", "/me", [("theme", "dark")])).Status);
        Assert.Contains("data-theme=\"dark\"", (await app.Open("/me")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_data_file_that_is_something_else_is_left_alone_and_named()
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("mainstay-data-").FullName, "journal.db");
        File.WriteAllText(path, new string('x', 5000));
        var cannot = Assert.Throws<StartException>(() => MainstayWeb.Build(new WebOptions(Data: path), library: TestApp.Library));
        Assert.Contains(path, cannot.Message, StringComparison.Ordinal);
        Assert.Equal(new string('x', 5000), File.ReadAllText(path));
    }

    [Fact]
    public void Knowledge_with_errors_does_not_start_and_every_error_is_named_with_file_and_line()
    {
        var folder = Directory.CreateTempSubdirectory("mainstay-knowledge-").FullName;
        File.WriteAllText(Path.Combine(folder, "words.yaml"), "avoid: [\n");
        var cannot = Assert.Throws<StartException>(() => MainstayWeb.Build(new WebOptions(Data: Path.Combine(folder, "journal.db"), Knowledge: folder)));
        Assert.Contains("words.yaml:", cannot.Message, StringComparison.Ordinal);
        Assert.Contains("mainstay content check", cannot.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--port", "0x50")]
    [InlineData("--port", "70000")]
    [InlineData("--port", "-1")]
    [InlineData("--public-url", "http://back.example.org")]
    [InlineData("--public-url", "https://back.example.org/path")]
    [InlineData("--data")]
    [InlineData("--fly")]
    public void A_wrong_option_says_what_is_allowed(params string[] args) => Assert.Throws<OptionException>(() => WebOptions.Parse(args));

    [Fact]
    public void The_options_are_read() =>
        Assert.Equal(new WebOptions("a.db", 8080, true, new Uri("https://back.example.org"), "k"),
            WebOptions.Parse(["--data", "a.db", "--port", "8080", "--phone", "--public-url", "https://back.example.org", "--knowledge", "k"]));
}
