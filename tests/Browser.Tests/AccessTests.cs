using Mainstay.Care;
using Mainstay.Journal;
using Mainstay.Knowledge;
using Mainstay.Web.Tests;
using Microsoft.Data.Sqlite;
using Microsoft.Playwright;

namespace Mainstay.Browser.Tests;

/// <summary>axe-core finds nothing in any state of a person and of the app, in every view. The pages of somebody with a finished check are looked at where
/// they are weighed.</summary>
[Collection(Browsing.Name)]
public sealed class AccessTests(Chromium chromium)
{
    [Fact]
    public async Task Axe_finds_nothing_before_the_first_check()
    {
        await using var app = await RunningApp.Start();
        Tour.FoundNothing(await Check(app, await app.Addresses()));
    }

    public static TheoryData<Urgency> Urgencies => [.. Enum.GetValues<Urgency>()];

    [Theory]
    [MemberData(nameof(Urgencies))]
    public async Task Axe_finds_nothing_at_any_urgency(Urgency urgency)
    {
        await using var app = await RunningApp.Start(urgency == Urgency.Open ? Persona.Silent : Persona.Desk);
        app.Become(urgency);
        Tour.FoundNothing(await Check(app, ["/", "/result", "/plan", "/result/letter", "/moves/cat-cow", "/session", "/tests/side-bridge", "/spots/new", "/learn/search?q=cat+cow", "/spasm"]));
    }

    /// <summary>Something new was said, or pain went down a leg in a session: questions come first, and pages say so.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Axe_finds_nothing_while_questions_come_first(bool red)
    {
        await using var app = await RunningApp.Start(Persona.Desk);
        var session = Guid.CreateVersion7();
        if (red)
        {
            app.Write(Noted.Of(new SessionStart { Session = session, Items = ["cat-cow"], Pain = 3, AnyNew = false }));
            app.Write(Noted.Of(new ItemReport { Session = session, Item = "cat-cow", Before = 3, Worst = 4, Moved = PainMoved.Down, NewLegSign = true }));
        }
        else app.Write(new CheckedIn(4, 3, 2, true));
        var first = red ? "/new/again" : "/new";
        await using var visit = await chromium.Open(app);
        foreach (var held in new[] { "/plan", "/moves/cat-cow", "/session" })
        {
            await visit.Page.GotoAsync(held);
            Assert.True(await visit.Page.Locator($"main a[href='{first}']").CountAsync() > 0, $"{held} does not lead to {first}");
        }
        string[] paths = ["/", "/result", "/plan", "/plan/handout", "/session", "/session/own", $"/session/{session:D}", "/moves", "/moves/cat-cow", "/learn/search?q=cat+cow", "/tests/side-bridge", "/spots/new",
            "/return", "/stress", "/breaks", "/insights/compare", "/spasm", first];
        Tour.FoundNothing(await Check(app, paths));
    }

    [Fact]
    public async Task Axe_finds_nothing_where_somebody_is_too_young()
    {
        await using var app = await RunningApp.Start(Persona.Desk.Aged(15));
        Tour.FoundNothing(await Check(app, ["/", "/result", "/plan"]));
    }

    [Fact]
    public async Task Axe_finds_nothing_on_what_is_printed()
    {
        await using var app = await RunningApp.Start(Persona.Desk);
        await using var visit = await chromium.Open(app, 1280);
        await visit.Page.EmulateMediaAsync(new() { Media = Media.Print });
        var found = new List<string>();
        foreach (var path in new[] { "/result", "/plan", "/result/letter" })
        {
            await visit.Page.GotoAsync(path);
            // The letter on paper begins with its own head; the page's heading is for the screen.
            found.AddRange((await Axe.Run(visit.Page)).Where(one => !one.StartsWith("page-has-heading-one", StringComparison.Ordinal)).Select(one => $"{path}: {one}"));
        }
        Tour.FoundNothing(found);
    }

    [Fact]
    public async Task Axe_finds_nothing_on_what_is_said_when_something_went_wrong()
    {
        await using var app = await RunningApp.Start();
        await using var visit = await chromium.Open(app);
        var found = new List<string>();
        async Task Look(string what) => found.AddRange((await Views.Look(visit)).Select(one => $"{what}: {one}"));
        async Task Save(string title)
        {
            await visit.Page.GotoAsync("/me");
            if (title == "This form is too old") await visit.Page.EvaluateAsync("() => document.querySelectorAll('[name=__RequestVerificationToken]').forEach(one => one.value = 'stale')");
            await visit.Page.ClickAsync("main form[action='/me'] button");
            Assert.Equal(title, await visit.Page.TextContentAsync("h1"));
            await Look(title);
        }

        await visit.Page.GotoAsync("/check/change/age");
        await visit.Page.FillAsync("[name='q.age']", "old");
        await visit.Page.ClickAsync(".foot button");
        Assert.Equal("true", await visit.Page.GetAttributeAsync("[name='q.age']", "aria-invalid"));
        await Look("a wrong answer");
        await Save("This form is too old");
        using (var other = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = app.Data, Pooling = false }.ToString()))
        {
            other.Open();
            using var command = other.CreateCommand();
            command.CommandText = "BEGIN IMMEDIATE";
            command.ExecuteNonQuery();
            await Save("Your data file is busy");
            command.CommandText = "ROLLBACK; PRAGMA wal_checkpoint(TRUNCATE)";
            command.ExecuteNonQuery();
        }
        MakeReadOnly(app.Data);
        await Save("Your data file cannot be written to");
        Tour.FoundNothing(found);
    }

    /// <summary>For everybody, root too: a file whose format only a later engine writes is opened to be read alone.</summary>
    static void MakeReadOnly(string data)
    {
        const int writeVersion = 18, laterThanKnown = 3;
        using var file = new FileStream(data, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        file.Position = writeVersion;
        file.WriteByte(laterThanKnown);
    }

    /// <summary>Those pages that were not looked at for anybody before.</summary>
    async Task<IReadOnlyList<string>> Check(RunningApp app, IReadOnlyList<string> paths) =>
        await Tour.Of(await app.Unseen(Looked, paths), () => chromium.Open(app), async visit => await Views.Look(visit));

    /// <summary>The way in which a page is looked at, for whomever.</summary>
    internal const string Looked = "looked";
}
