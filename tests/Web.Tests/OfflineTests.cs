using System.Globalization;
using System.Text.Json;
using Mainstay.Care;
using Mainstay.Journal;
using Mainstay.Web.Flow;

namespace Mainstay.Web.Tests;

public sealed class OfflineTests
{
    const string Clear = "\"cache\", \"storage\"";

    static string Sent(TestApp app, string kind, object fields, Guid? id = null, TimeSpan ago = default) => JsonSerializer.Serialize(new
    {
        id = id ?? Guid.CreateVersion7(), at = (app.Clock.GetLocalNow() - ago).ToString("yyyy-MM-dd'T'HH:mm:ss.fffzzz", CultureInfo.InvariantCulture), kind, fields,
    });

    static async Task<Page> Post(TestApp app, string body, string? token = null, string origin = "http://127.0.0.1:5080")
    {
        token ??= await app.Token();
        return await app.Send("POST", "/api/entries", body: body, headers: [("Origin", origin), ("Content-Type", "application/json"), ("RequestVerificationToken", token)]);
    }

    static string[] Errors(Page page) => [.. Json(page).GetProperty("errors").EnumerateObject().Select(error => error.Name)];

    [Fact]
    public async Task A_check_in_that_is_sent_twice_is_stored_once_at_its_own_moment()
    {
        await using var app = TestApp.After(Persona.Desk, hours: 1);
        var body = Sent(app, "check-in", new { pain = new[] { "4" }, stiffness = new[] { "3" }, @new = new[] { "no" } }, ago: TimeSpan.FromHours(20));
        var first = await Post(app, body);
        Assert.Equal((200, 1), (first.Status, Json(first).GetProperty("new").GetInt32()));
        Assert.Equal(0, Json(await Post(app, body)).GetProperty("new").GetInt32());
        var stored = Assert.Single(app.Get<PersonFile>().Read().CheckIns);
        Assert.Equal((4, 3, new DateOnly(2026, 3, 9)), (stored.Said.Pain, stored.Said.Stiffness, stored.Day));
    }

    [Fact]
    public async Task An_id_with_another_content_is_a_conflict_and_the_first_one_counts()
    {
        await using var app = TestApp.After(Persona.Desk, hours: 1);
        var id = Guid.CreateVersion7();
        Assert.Equal(200, (await Post(app, Sent(app, "check-in", new { pain = new[] { "4" } }, id))).Status);
        Assert.Equal(409, (await Post(app, Sent(app, "check-in", new { pain = new[] { "9" } }, id))).Status);
        Assert.Equal(4, Assert.Single(app.Get<PersonFile>().Read().CheckIns).Said.Pain);
    }

    [Fact]
    public async Task A_diary_note_is_read_as_its_page_would_read_it_for_the_day_it_was_written_on()
    {
        await using var app = TestApp.After(Persona.Desk, hours: 1);
        var fields = new Dictionary<string, string[]> { ["day"] = ["2026-03-08"], ["pain"] = ["5"], ["sleep"] = ["7,5"], ["remedy"] = ["heat"], ["remedy.heat.before"] = ["5"], ["text"] = ["warm"], ["new"] = ["no"] };
        Assert.Equal(200, (await Post(app, Sent(app, "diary", fields, ago: TimeSpan.FromDays(2)))).Status);
        var note = Assert.Single(app.Get<PersonFile>().Read().Daily.Diary);
        Assert.Equal((null, 5d, 7.5, "warm"), (note.What.For, note.What.Pain, note.What.SleepHours, note.What.Text));
        Assert.Equal(RemedyKind.Heat, Assert.Single(note.What.Remedies).Kind);
        Assert.Equal(new DateOnly(2026, 3, 8), note.Day);
    }

    [Fact]
    public async Task Pain_on_the_whole_stands_for_each_place_that_was_marked()
    {
        await using var app = TestApp.After(Persona.Desk, hours: 1);
        var place = Diary.DiaryPages.PlacesOf(app.Get<CareModels>())[0].Id;
        Assert.Equal(200, (await Post(app, Sent(app, "diary", new { pain = new[] { "5" }, place = new[] { place } }))).Status);
        Assert.Equal(new RegionPain(place, 5), Assert.Single(Assert.Single(app.Get<PersonFile>().Read().Daily.Diary).What.Regions));
    }

    [Fact]
    public async Task What_is_new_arrives_from_a_clock_that_runs_ahead_and_the_day_is_one_that_has_come()
    {
        await using var app = TestApp.After(Persona.Desk, hours: 1);
        var ahead = TimeSpan.FromHours(20);
        var tomorrow = Diary.DiaryForm.Iso(DateOnly.FromDateTime((app.Clock.GetLocalNow() + ahead).DateTime));
        var sent = await Post(app, Sent(app, "diary", new { day = new[] { tomorrow }, pain = new[] { "5" }, @new = new[] { "yes" } }, ago: -ahead));
        Assert.Equal((200, "/new"), (sent.Status, Json(sent).GetProperty("next").GetString()));
        Assert.Equal(app.Get<PersonFile>().Today, Assert.Single(app.Get<PersonFile>().Read().Daily.Diary).Day);
        Assert.Equal(200, (await Post(app, Sent(app, "check-in", new { pain = new[] { "6" } }, ago: -ahead))).Status);
        Assert.Equal(6, app.Get<CareModels>().Day(app.Get<PersonFile>().Read()).Answers.NumberOf("nprs"));
    }

    [Fact]
    public async Task Something_new_is_answered_with_the_way_to_the_questions()
    {
        await using var app = TestApp.After(Persona.Desk, hours: 1);
        Assert.Equal("/new", Json(await Post(app, Sent(app, "check-in", new { @new = new[] { "yes" } }))).GetProperty("next").GetString());
        Assert.NotNull(app.Get<PersonFile>().Read().NewSince);
    }

    public static TheoryData<string, string, string> Fields => new()
    {
        { "check-in", """{"pain":["11"]}""", "pain" }, { "check-in", """{"pain":["four"]}""", "pain" }, { "check-in", """{"stiffness":["3"]}""", "pain" }, { "check-in", "{}", "pain" },
        { "check-in", """{"pain":["4"],"mood":["5"]}""", "mood" }, { "check-in", """{"pain":["4"],"stiffness":["-1"]}""", "stiffness" },
        { "diary", "{}", "" }, { "diary", """{"pain":["12"]}""", "pain" }, { "diary", """{"pain":["4"],"day":["2999-01-01"]}""", "day" }, { "diary", """{"pain":["4"],"sleep":["25"]}""", "sleep" },
        { "diary", """{"place":["low_back_left"],"text":["x"]}""", "place.low_back_left" },
    };

    [Theory]
    [MemberData(nameof(Fields))]
    public async Task A_wrong_field_is_named_and_nothing_is_stored(string kind, string fields, string wrong)
    {
        await using var app = TestApp.After(Persona.Desk, hours: 1);
        var before = app.Get<JournalStore>().Read(JournalStore.Me).Length;
        if (wrong.StartsWith("place.", StringComparison.Ordinal))
        {
            var place = Diary.DiaryPages.PlacesOf(app.Get<CareModels>())[0].Id;
            (fields, wrong) = (fields.Replace("low_back_left", place, StringComparison.Ordinal), $"place.{place}");
        }
        var page = await Post(app, Sent(app, kind, JsonDocument.Parse(fields).RootElement));
        Assert.Equal(422, page.Status);
        Assert.Equal([wrong], Errors(page));
        Assert.NotEmpty(Json(page).GetProperty("problem").GetString()!);
        Assert.Equal(before, app.Get<JournalStore>().Read(JournalStore.Me).Length);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("not json")]
    [InlineData("""{"id":"1","at":"x","kind":"check-in","fields":{}}""")]
    [InlineData("""{"id":"019b1234-5678-4abc-8def-0123456789ab","at":"2026-03-10T09:30:00.000+00:00","kind":"check-in","fields":{"pain":["4"]}}""")]
    [InlineData("""{"id":"019b1234-5678-7abc-8def-0123456789ab","at":"yesterday","kind":"check-in","fields":{"pain":["4"]}}""")]
    [InlineData("""{"id":"019b1234-5678-7abc-8def-0123456789ab","at":"2026-03-10T09:30:00.000+00:00","kind":"setting","fields":{"pain":["4"]}}""")]
    [InlineData("""{"id":"019b1234-5678-7abc-8def-0123456789ab","at":"2026-03-10T09:30:00.000+00:00","kind":"check-in","fields":null}""")]
    [InlineData("""{"id":"019b1234-5678-7abc-8def-0123456789ab","at":"2026-03-10T09:30:00.000+00:00","kind":"check-in","fields":{"pain":null}}""")]
    [InlineData("""{"id":"019b1234-5678-7abc-8def-0123456789ab","at":"2026-03-12T11:30:00.000+00:00","kind":"check-in","fields":{"pain":["4"]}}""")]
    [InlineData("""{"id":"019b1234-5678-7abc-8def-0123456789ab","at":"2025-03-10T09:30:00.000+00:00","kind":"check-in","fields":{"pain":["4"]}}""")]
    public async Task What_is_no_entry_is_refused_in_words(string body)
    {
        await using var app = TestApp.After(Persona.Desk, hours: 1);
        var page = await Post(app, body);
        Assert.Equal(422, page.Status);
        Assert.NotEmpty(Json(page).GetProperty("problem").GetString()!);
        Assert.Empty(app.Get<PersonFile>().Read().CheckIns);
    }

    [Fact]
    public async Task Another_origin_an_old_token_and_too_much_are_refused()
    {
        await using var app = TestApp.After(Persona.Desk, hours: 1);
        var body = Sent(app, "check-in", new { pain = new[] { "4" } });
        Assert.Equal(400, (await Post(app, body, "stale")).Status);
        Assert.Equal(403, (await Post(app, body, origin: "http://evil.example")).Status);
        Assert.Equal(413, (await Post(app, Sent(app, "diary", new { text = new[] { new string('x', 70_000) } }))).Status);
        Assert.Equal(200, (await Post(app, body)).Status);
    }

    [Fact]
    public async Task Every_file_and_page_that_a_browser_keeps_is_there()
    {
        await using var app = TestApp.After(Persona.Desk, hours: 1);
        var list = Json(await app.Open("/api/offline"));
        string[] All(string name) => [.. list.GetProperty(name).EnumerateArray().Select(one => one.GetString()!)];
        foreach (var path in All("pages").Concat(All("files"))) Assert.Equal(200, (await app.Open(path)).Status);
        Assert.Contains(All("files"), file => file.EndsWith("/client/app.js", StringComparison.Ordinal));
        Assert.DoesNotContain(All("pages").Concat(All("files")), path => path.StartsWith("/me", StringComparison.Ordinal) || path.StartsWith("/api", StringComparison.Ordinal));
        foreach (var path in All("pages")) Assert.Contains("no-store", (await app.Open(path)).Headers.CacheControl.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_delete_clears_the_browser()
    {
        await using var app = TestApp.After(Persona.Desk, hours: 1);
        var page = await app.Submit("/me/delete", "/me/delete", [("sure", "yes")]);
        Assert.Equal(Clear, page.Headers["Clear-Site-Data"].ToString());
        Assert.False((await app.Open("/")).Headers.ContainsKey("Clear-Site-Data"));
    }

    [Fact]
    public async Task Where_another_data_file_answers_the_browser_is_cleared_and_what_it_still_sends_is_not_taken()
    {
        await using var app = TestApp.After(Persona.Desk, hours: 1);
        await app.Open("/");
        var token = await app.Token();
        app.Get<JournalStore>().DeleteAll(JournalStore.Me);
        var toNobody = await Post(app, Sent(app, "check-in", new { pain = new[] { "4" } }), token);
        Assert.Equal((400, Clear), (toNobody.Status, toNobody.Headers["Clear-Site-Data"].ToString()));
        Assert.Empty(app.Get<JournalStore>().Read(JournalStore.Me));

        await app.Open("/");
        app.Get<PersonFile>().Write(new CheckedIn(1));
        await app.Open("/");
        app.Get<JournalStore>().DeleteAll(JournalStore.Me);
        app.Get<PersonFile>().Write(new CheckedIn(2));
        var toAnother = await Post(app, Sent(app, "check-in", new { pain = new[] { "4" } }), token);
        Assert.Equal((400, Clear), (toAnother.Status, toAnother.Headers["Clear-Site-Data"].ToString()));
        Assert.Equal(2, Assert.Single(app.Get<PersonFile>().Read().CheckIns).Said.Pain);
        Assert.False((await app.Open("/")).Headers.ContainsKey("Clear-Site-Data"));
    }

    [Fact]
    public async Task What_is_taken_back_added_or_of_an_earlier_moment_leaves_the_browser_as_it_is()
    {
        await using var app = new TestApp();
        var first = app.Get<PersonFile>().Write(new CheckedIn(1));
        await app.Open("/");
        app.Get<PersonFile>().Write(new CheckedIn(2));
        app.Get<PersonFile>().TakeBack(first);
        var early = new Recorded(Guid.CreateVersion7(), app.Clock.GetLocalNow().AddDays(-3), new CheckedIn(3));
        app.Get<PersonFile>().Take([early]);
        Assert.False((await app.Open("/")).Headers.ContainsKey("Clear-Site-Data"));
    }

    [Fact]
    public async Task A_device_that_was_put_out_is_cleared_and_gets_no_worker()
    {
        await using var app = new TestApp(new(Phone: true));
        foreach (var path in new[] { "/", "/session", "/sw.js", "/api/offline", "/offline" })
        {
            var page = await app.Open(path, from: "192.168.1.77");
            Assert.Equal((403, Clear), (page.Status, page.Headers["Clear-Site-Data"].ToString()));
        }
        Assert.DoesNotContain("data-worker", (await app.Open("/pair", from: "192.168.1.77")).Html, StringComparison.Ordinal);
    }
}
