using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Mainstay.Care;
using Mainstay.Journal;
using Mainstay.Knowledge;
using Mainstay.Web.Flow;
using Mainstay.Web.Sessions;

namespace Mainstay.Web.Tests;

/// <summary>What the player of a page is given: it may begin without the app, and must then leave out what the app would.</summary>
public sealed partial class PlayerPlanTests
{
    [GeneratedRegex("data-plan=\"([^\"]*)\"")]
    private static partial Regex Plan();

    static JsonElement PlanOf(Page page) => JsonDocument.Parse(WebUtility.HtmlDecode(Plan().Match(page.Html).Groups[1].Value)).RootElement;

    static string[] Ids(JsonElement moves) => [.. moves.EnumerateArray().Select(move => move.GetProperty("id").GetString()!)];

    static double? Number(JsonElement of, string name) => of.TryGetProperty(name, out var number) ? number.GetDouble() : null;

    /// <summary>Days on which all went well, with a pain of 3 before each session, until a day asks for more than the last time.</summary>
    static TestApp AfterGoodDays()
    {
        var app = TestApp.After(Persona.Desk, hours: 1);
        for (var day = 0; day < 28; day++)
        {
            app.Get<PersonFile>().Write([new CheckedIn(3, AnythingNew: false)]);
            if (day > 0 && Risen(app).Count > 0) return app;
            var id = Guid.CreateVersion7();
            var items = app.Get<CareModels>().Day(app.Get<PersonFile>().Read()).Items.Where(item => item.NotBefore is null).ToArray();
            app.Get<PersonFile>().Write([
                Noted.Of(new SessionStart { Session = id, Items = ValueList.From(items.Select(item => item.Id)), Pain = 3, AnyNew = false }),
                .. items.Select(item => Noted.Of(new ItemReport { Session = id, Item = item.Id, Outcome = ItemOutcome.Done, Worst = 3, Asked = item.Volume > 0 ? item.Volume : null, Done = item.Volume > 0 ? item.Volume : null })),
                Noted.Of(new SessionEnd { Session = id, Pain = 3, Rpe = 4 }), Noted.Of(new SessionAfter { Session = id, Settled = Settling.WithinHour, Morning = 3 })]);
            app.Clock.Pass(TimeSpan.FromDays(1));
        }
        throw new InvalidOperationException("No day asks for more.");
    }

    static HashSet<string> Risen(TestApp app)
    {
        var day = app.Get<CareModels>().Day(app.Get<PersonFile>().Read());
        return [.. day.Items.Where(item => item.NotBefore is null && day.Progress.Items.TryGetValue(item.Id, out var its) && its.LastVolume > 0 && item.Volume > its.LastVolume).Select(item => item.Id)];
    }

    [Theory]
    [InlineData(3)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public async Task What_the_player_leaves_out_by_itself_is_what_the_app_leaves_out(int pain)
    {
        await using var app = AfterGoodDays();
        var (own, items) = (app.Get<SessionDesk>().Own(app.Get<PersonFile>().Read()), app.Get<CareModels>().Day(app.Get<PersonFile>().Read()).Items);
        var gentle = app.Get<CareModels>().Model.Library.Items.First(item => item.Family == Family.Breathing && own.Of(item.Id) is { Today.NotBefore: null });
        var plan = PlanOf(await app.Open($"/session?{string.Join('&', items.Select(item => item.Id).Append(gentle.Id).Select(id => $"move={id}"))}"));
        var (strong, worse) = (plan.GetProperty("strong").GetDouble(), plan.GetProperty("worse").GetDouble());
        Assert.Equal((7, 5), (strong, worse));
        var alone = plan.GetProperty("moves").EnumerateArray().Where(move => pain < strong || move.GetProperty("gentle").GetBoolean())
            .ToDictionary(move => move.GetProperty("id").GetString()!, move => Number(pain >= worse && move.TryGetProperty("calm", out var calm) ? calm : move, "asked"));

        var session = plan.GetProperty("next").GetGuid();
        var at = app.Clock.GetLocalNow().ToString("yyyy-MM-dd'T'HH:mm:ss.fffzzz", CultureInfo.InvariantCulture);
        var what = JsonSerializer.Serialize(new { session, items = Ids(plan.GetProperty("moves")), pain, any_new = false, programme = false });
        var sent = await app.Send("POST", "/api/session", body: $$$"""{"id":"{{{Guid.CreateVersion7():D}}}","at":"{{{at}}}","entry":{"kind":"session-start","what":{{{what}}}}}""",
            headers: [("Origin", "http://127.0.0.1:5080"), ("Content-Type", "application/json"), ("RequestVerificationToken", (await app.Open("/me")).Token)]);
        Assert.Equal(200, sent.Status);
        Assert.False(Json(sent).TryGetProperty("next", out _));
        var left = Json(await app.Open($"/api/session/{session:D}")).GetProperty("moves");
        Assert.Equal(Ids(left), alone.Keys);
        Assert.Contains(gentle.Id, Ids(left));
        // Alone it may ask for less, and never for more.
        foreach (var move in left.EnumerateArray())
        {
            var (mine, theirs) = (alone[move.GetProperty("id").GetString()!], Number(move, "asked"));
            Assert.True(mine is null == theirs is null && !(mine > theirs), $"{move}: {mine}");
        }
        Assert.Equal(pain >= strong, alone.Count < plan.GetProperty("moves").GetArrayLength());
        Assert.Equal(Ids(left), Ids(PlanOf(await app.Open($"/session/{session:D}")).GetProperty("moves")));
    }

    [Fact]
    public async Task Doses_that_have_risen_have_a_calm_one_beside_them()
    {
        await using var app = AfterGoodDays();
        var moves = PlanOf(await app.Open("/session")).GetProperty("moves").EnumerateArray().ToArray();
        var risen = Risen(app);
        var both = moves.Where(move => risen.Contains(move.GetProperty("id").GetString()!)).ToArray();
        Assert.NotEmpty(both);
        Assert.All(both, move => Assert.True(Number(move.GetProperty("calm"), "asked") < Number(move, "asked"), move.ToString()));
    }

    [Fact]
    public async Task What_is_left_of_a_session_that_is_held_or_not_known_is_not_told()
    {
        await using var app = TestApp.After(Persona.Desk, hours: 1);
        var id = Guid.CreateVersion7();
        Assert.Equal(404, (await app.Open($"/api/session/{id:D}")).Status);
        app.Get<PersonFile>().Write([Noted.Of(new SessionStart { Session = id, Items = ValueList.From(["cat-cow"]), Pain = 3, AnyNew = false })]);
        Assert.Equal(["cat-cow"], Ids(Json(await app.Open($"/api/session/{id:D}")).GetProperty("moves")));
        app.Get<PersonFile>().Write([new CheckedIn(3, AnythingNew: true)]);
        Assert.Equal(404, (await app.Open($"/api/session/{id:D}")).Status);
    }

    [Fact]
    public async Task The_easier_move_that_runs_is_left_though_too_much_has_closed_the_harder_one()
    {
        await using var app = TestApp.After(Persona.Desk, hours: 1);
        var file = app.Get<PersonFile>();
        var own = app.Get<SessionDesk>().Own(file.Read());
        var hard = TestApp.Library.Items.First(item => own.Of(item.Id)!.Today is { Easier: { } easier, NotBefore: null } && TestApp.Library.Items.First(other => other.Id == easier) is var less
            && less.Family == item.Family && less.Level <= item.Level && own.Of(easier)!.Today is { NotBefore: null });
        Guid Begin(string move)
        {
            var id = Guid.CreateVersion7();
            file.Write([Noted.Of(new SessionStart { Session = id, Items = ValueList.From([move]), Pain = 3, AnyNew = false })]);
            return id;
        }
        void TooMuch(Guid session, string move) => file.Write([Noted.Of(new ItemReport { Session = session, Item = move, Outcome = ItemOutcome.TooMuch, Worst = 3 })]);
        TooMuch(Begin(hard.Id), hard.Id);
        app.Clock.Pass(TimeSpan.FromDays(2));
        file.Write([new CheckedIn(3, AnythingNew: false)]);
        var session = Begin(hard.Id);
        Assert.Equal([hard.Easier!], Ids(Json(await app.Open($"/api/session/{session:D}")).GetProperty("others")));
        TooMuch(session, hard.Id);
        Assert.Null(app.Get<SessionDesk>().Own(file.Read()).Of(hard.Id, session)!.Today);
        Assert.Equal([hard.Easier!], Ids(Json(await app.Open($"/api/session/{session:D}")).GetProperty("others")));
        // What was too much itself today is none to go on with.
        TooMuch(Begin(hard.Easier!), hard.Easier!);
        Assert.Empty(Ids(Json(await app.Open($"/api/session/{session:D}")).GetProperty("others")));
    }
}
