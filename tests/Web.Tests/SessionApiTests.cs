using System.Globalization;
using System.Text.Json;
using Mainstay.Care;
using Mainstay.Journal;
using Mainstay.Web.Flow;

namespace Mainstay.Web.Tests;

public sealed class SessionApiTests
{
    const string Move = "cat-cow";

    static string Line(TestApp app, string kind, string what, Guid? id = null, TimeSpan ahead = default)
    {
        var at = (app.Clock.GetLocalNow() + ahead).ToString("yyyy-MM-dd'T'HH:mm:ss.fffzzz", CultureInfo.InvariantCulture);
        return $$$"""{"id":"{{{id ?? Guid.CreateVersion7():D}}}","at":"{{{at}}}","entry":{"kind":"{{{kind}}}","what":{{{what}}}}}""";
    }

    static string Item(Guid session, string more = "") => $$"""{"session":"{{session:D}}","item":"{{Move}}","outcome":"done"{{more}}}""";

    static async Task<Page> Post(TestApp app, string body, string? token = null)
    {
        token ??= (await app.Open("/me")).Token;
        return await app.Send("POST", "/api/session", body: body, headers: [("Origin", "http://127.0.0.1:5080"), ("Content-Type", "application/json"), ("RequestVerificationToken", token)]);
    }

    static Session Only(TestApp app) => Assert.Single(app.Get<PersonFile>().Read().Daily.SessionsById.Values);

    [Fact]
    public async Task The_same_entry_twice_is_one_and_another_under_its_id_is_a_conflict()
    {
        await using var app = TestApp.After(Persona.Desk, hours: 1);
        var (session, id) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var line = Line(app, "session-item", Item(session, ",\"worst\":3"), id);
        var first = await Post(app, line);
        Assert.Equal((200, 1), (first.Status, Json(first).GetProperty("new").GetInt32()));
        var again = await Post(app, line);
        Assert.Equal((200, 0), (again.Status, Json(again).GetProperty("new").GetInt32()));
        var other = await Post(app, Line(app, "session-item", Item(session, ",\"worst\":9"), id));
        Assert.Equal(409, other.Status);
        Assert.Contains("first one counts", Json(other).GetProperty("problem").GetString(), StringComparison.Ordinal);
        Assert.Equal(3, Assert.Single(Only(app).Items).What.Worst);
    }

    [Fact]
    public async Task Two_devices_at_once_lose_nothing()
    {
        await using var app = TestApp.After(Persona.Desk, hours: 1);
        var session = Guid.CreateVersion7();
        var token = (await app.Open("/me")).Token;
        var lines = Enumerable.Range(0, 40).Select(n => Line(app, "session-item", Item(session, $",\"worst\":{n % 10}"), ahead: TimeSpan.FromMilliseconds(n - 100))).ToArray();
        // Each device sends all of them, the other one backwards.
        await Task.WhenAll(lines.Select(line => Task.Run(() => Post(app, line, token))).Concat(lines.Reverse().Select(line => Task.Run(() => Post(app, line, token)))));
        Assert.Equal(Enumerable.Range(0, 40).Select(n => (double?)(n % 10)), Only(app).Items.Select(report => report.What.Worst));
    }

    [Fact]
    public async Task An_entry_from_the_future_is_refused_and_says_what_to_do()
    {
        await using var app = TestApp.After(Persona.Desk, hours: 1);
        var page = await Post(app, Line(app, "session-item", Item(Guid.CreateVersion7()), ahead: TimeSpan.FromHours(61)));
        Assert.Equal(422, page.Status);
        Assert.Contains("2 days ahead", Json(page).GetProperty("problem").GetString(), StringComparison.Ordinal);
        Assert.Equal(422, (await Post(app, Line(app, "session-item", Item(Guid.CreateVersion7()), ahead: TimeSpan.FromDays(-90)))).Status);
        Assert.Equal(200, (await Post(app, Line(app, "session-item", Item(Guid.CreateVersion7()), ahead: TimeSpan.FromDays(-3)))).Status);
    }

    [Theory]
    [InlineData(0.01)]
    [InlineData(3)]
    [InlineData(600)]
    public async Task A_phone_whose_clock_runs_ahead_loses_no_sign_and_keeps_its_order(double minutes)
    {
        await using var app = TestApp.After(Persona.Desk, hours: 1);
        var (session, id, ahead) = (Guid.CreateVersion7(), Guid.CreateVersion7(), TimeSpan.FromMinutes(minutes));
        Assert.Equal(200, (await Post(app, Line(app, "session-start", $$"""{"session":"{{session:D}}","items":["{{Move}}"],"pain":3,"any_new":false}""", ahead: ahead))).Status);
        Assert.Contains("mainstay-session", (await app.Open($"/session/{session:D}")).Html, StringComparison.Ordinal);
        var sign = Line(app, "session-item", Item(session, ",\"worst\":3,\"new_leg_sign\":true"), id, ahead + TimeSpan.FromSeconds(1));
        var both = await Post(app, sign + "\n" + Line(app, "session-item", Item(session, ",\"worst\":4"), ahead: ahead + TimeSpan.FromSeconds(2)));
        Assert.Equal((200, "/new/again"), (both.Status, Json(both).GetProperty("next").GetString()));
        app.Clock.Pass(TimeSpan.FromSeconds(30));
        // The answer was lost on the way: sent once more, it is the same one.
        var again = await Post(app, sign);
        Assert.Equal((200, 0, "/new/again"), (again.Status, Json(again).GetProperty("new").GetInt32(), Json(again).GetProperty("next").GetString()));
        Assert.Equal([3d, 4d], Only(app).Items.Select(report => report.What.Worst!.Value));
        Assert.Equal(409, (await Post(app, Line(app, "session-item", Item(session, ",\"worst\":9"), id, ahead))).Status);
    }

    public static TheoryData<string> Wrong => new()
    {
        "", "null", "[]", "{}", "not json", """{"id":"1","at":"x","entry":{}}""",
        """{"id":"019b1234-5678-7abc-8def-0123456789ab","at":"2026-03-10T10:00:00.000+00:00","entry":{"kind":"session-item","what":{"session":"019b1234-5678-7abc-8def-0123456789ab","item":"no-such-move","outcome":"done"}}}""",
        """{"id":"019b1234-5678-7abc-8def-0123456789ab","at":"2026-03-10T10:00:00.000+00:00","entry":{"kind":"session-item","what":{"session":"019b1234-5678-7abc-8def-0123456789ab","item":"cat-cow","outcome":"flew"}}}""",
        """{"id":"019b1234-5678-7abc-8def-0123456789ab","at":"2026-03-10T10:00:00.000+00:00","entry":{"kind":"session-item","what":{"session":"019b1234-5678-7abc-8def-0123456789ab","item":"cat-cow","worst":11}}}""",
        """{"id":"019b1234-5678-7abc-8def-0123456789ab","at":"2026-03-10T10:00:00.000+00:00","entry":{"kind":"session-item","what":{"session":"00000000-0000-0000-0000-000000000000","item":"cat-cow"}}}""",
        """{"id":"019b1234-5678-4abc-8def-0123456789ab","at":"2026-03-10T10:00:00.000+00:00","entry":{"kind":"session-end","what":{"session":"019b1234-5678-7abc-8def-0123456789ab"}}}""",
        """{"id":"019b1234-5678-7abc-8def-0123456789ab","at":"2026-03-10T10:00:00.000+00:00","entry":{"kind":"answer","input":"fever","value":"no"}}""",
        """{"id":"019b1234-5678-7abc-8def-0123456789ab","at":"2026-03-10T10:00:00.000+00:00","entry":{"kind":"setting","name":"theme","value":"dark"}}""",
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task What_is_no_part_of_a_session_is_refused_whole(string body)
    {
        await using var app = TestApp.After(Persona.Desk, hours: 1);
        var before = app.Get<JournalStore>().Read(JournalStore.Me).Length;
        var page = await Post(app, body.Length == 0 ? body : $"{Line(app, "session-item", Item(Guid.CreateVersion7()))}\n{body}");
        Assert.Equal(422, page.Status);
        Assert.NotEmpty(Json(page).GetProperty("problem").GetString()!);
        Assert.Equal(before, app.Get<JournalStore>().Read(JournalStore.Me).Length);
    }

    [Fact]
    public async Task What_is_too_long_is_refused()
    {
        await using var app = TestApp.After(Persona.Desk, hours: 1);
        Assert.Equal(413, (await Post(app, Line(app, "session-start", $$"""{"session":"{{Guid.CreateVersion7():D}}","items":["{{new string('x', 70_000)}}"]}"""))).Status);
        var many = string.Join(',', Enumerable.Repeat($"\"{Move}\"", 60));
        Assert.Equal(422, (await Post(app, Line(app, "session-start", $$"""{"session":"{{Guid.CreateVersion7():D}}","items":[{{many}}]}"""))).Status);
    }

    [Fact]
    public async Task Another_origin_and_a_missing_token_are_refused_and_a_fresh_token_is_there()
    {
        await using var app = TestApp.After(Persona.Desk, hours: 1);
        var line = Line(app, "session-item", Item(Guid.CreateVersion7()));
        Assert.Equal(400, (await Post(app, line, "stale")).Status);
        var token = await app.Token();
        Assert.Equal(403, (await app.Send("POST", "/api/session", body: line, headers: [("Origin", "http://evil.example"), ("Content-Type", "application/json"), ("RequestVerificationToken", token)])).Status);
        Assert.Equal(200, (await Post(app, line, token)).Status);
    }

    [Fact]
    public async Task A_sign_in_the_leg_and_something_new_are_answered_with_the_way_to_the_questions()
    {
        await using var app = TestApp.After(Persona.Desk, hours: 1);
        var session = Guid.CreateVersion7();
        var calm = await Post(app, Line(app, "session-start", $$"""{"session":"{{session:D}}","items":["{{Move}}"],"pain":3,"any_new":false}"""));
        Assert.False(Json(calm).TryGetProperty("next", out _));
        var leg = await Post(app, Line(app, "session-item", Item(session, ",\"new_leg_sign\":true")));
        Assert.Equal(NewsPages.Again, Json(leg).GetProperty("next").GetString());
        var news = await Post(app, Line(app, "session-start", $$"""{"session":"{{Guid.CreateVersion7():D}}","items":[],"any_new":true}"""));
        Assert.Equal("/new", Json(news).GetProperty("next").GetString());
    }
}
