using Mainstay.Care;
using Mainstay.Journal;
using Mainstay.Knowledge;
using Mainstay.Web.Tests;
using Microsoft.Data.Sqlite;
using Microsoft.Playwright;

namespace Mainstay.Browser.Tests;

/// <summary>axe-core finds nothing on any page in any state: on a phone and on a desk, closed and opened out, light and dark. One visit is made of a
/// page; it is narrow and light first, then wide and dark.</summary>
[Collection(Browsing.Name)]
public sealed class AccessTests(Chromium chromium)
{
    [Fact]
    public async Task Axe_finds_nothing_on_any_page_of_somebody_with_a_finished_check()
    {
        await using var app = await RunningApp.Start(Persona.Desk);
        var steps = Enumerable.Range(1, app.Person.State.Visits.Length).Select(step => $"/check/{step}");
        Tour.FoundNothing(await Check(app, [.. (await app.Pages()).Concat(steps).Distinct()]));
    }

    [Fact]
    public async Task Axe_finds_nothing_before_the_first_check()
    {
        await using var app = await RunningApp.Start();
        Tour.FoundNothing(await Check(app, await app.Pages()));
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
        async Task Look(string what) => found.AddRange((await InEveryView(visit)).Select(one => $"{what}: {one}"));
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
        await Tour.Of(await app.Unseen("axe", paths), () => chromium.Open(app), InEveryView);

    internal static async Task<IEnumerable<string>> InEveryView(Visit visit)
    {
        var found = new List<string>();
        await Look(visit, found, Phone, ColorScheme.Light);
        await Look(visit, found, Desk, ColorScheme.Dark);
        await visit.Page.SetViewportSizeAsync(Phone.Width, Phone.Height);
        await visit.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        return found;
    }

    static readonly (int Width, int Height) Phone = (390, 844), Desk = (1280, 900);

    /// <summary>Nothing is wider than the screen; then all rules with details closed, all with details open, and in the other theme those of colours.</summary>
    static async Task Look(Visit visit, List<string> found, (int Width, int Height) window, ColorScheme theme)
    {
        var page = visit.Page;
        void Add(string how, IEnumerable<string> wrong) => found.AddRange(wrong.Select(one => $"{window.Width} px, {theme}{how}: {one}"));
        await page.SetViewportSizeAsync(window.Width, window.Height);
        await page.EmulateMediaAsync(new() { ColorScheme = theme });
        var over = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        if (over > 0) Add("", [$"{over} px too wide"]);
        Add("", await Axe.Run(page));
        if (await page.EvaluateAsync<int>("() => { window.folded = [...document.querySelectorAll('details:not([open])')]; window.folded.forEach(one => one.open = true); return window.folded.length; }") > 0)
            Add(", opened", await Axe.Run(page));
        await page.EmulateMediaAsync(new() { ColorScheme = theme == ColorScheme.Light ? ColorScheme.Dark : ColorScheme.Light });
        Add(" turned over", await Axe.Run(page, Axe.OfColours));
        await page.EvaluateAsync("() => window.folded.forEach(one => one.open = false)");
    }
}
