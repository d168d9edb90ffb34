using System.Text;
using Mainstay.Journal;
using Mainstay.Web.Flow;

namespace Mainstay.Web.Tests;

public sealed class DataTests
{
    const string Secret = "zebrafinch";

    static void Record(TestApp app) => app.Get<PersonFile>().Write(new SettingChanged("note", Secret));

    [Fact]
    public async Task A_copy_holds_everything_and_says_its_version()
    {
        await using var app = new TestApp();
        Record(app);
        var page = await app.Open("/me/export");
        Assert.Equal(200, page.Status);
        Assert.StartsWith("{\"mainstay\":\"journal\",\"version\":1}", page.Html, StringComparison.Ordinal);
        Assert.Contains(Secret, page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_deleted_without_the_tick()
    {
        await using var app = new TestApp();
        Record(app);
        var page = await app.Submit("/me/delete", "/me/delete", []);
        Assert.Equal(400, page.Status);
        Assert.Contains("Nothing was deleted", page.Html, StringComparison.Ordinal);
        Assert.Contains(app.Get<JournalStore>().Read(JournalStore.Me), recorded => recorded.Entry is SettingChanged { Value: Secret });
    }

    [Fact]
    public async Task After_a_delete_no_byte_of_the_text_is_left_in_the_folder()
    {
        await using var app = new TestApp();
        Record(app);
        var page = await app.Submit("/me/delete", "/me/delete", [("sure", "yes")]);
        Assert.Equal(303, page.Status);
        Assert.Empty(app.Get<JournalStore>().Read(JournalStore.Me));
        var secret = Encoding.UTF8.GetBytes(Secret);
        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(app.Data)!, "*", SearchOption.AllDirectories))
            Assert.False(ReadShared(file).AsSpan().IndexOf(secret) >= 0, $"{file} still holds the text.");
    }

    static byte[] ReadShared(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
