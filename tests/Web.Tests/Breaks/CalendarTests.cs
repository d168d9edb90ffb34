using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Mainstay.Care;
using Mainstay.Journal;
using Mainstay.Web.Calendar;
using Mainstay.Web.Flow;
using Mainstay.Web.Texts;

namespace Mainstay.Web.Tests.Breaks;

public sealed class CalendarTests
{
    static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
    static readonly Knowledge.BreakRules Rules = TestApp.Library.Progress!.Breaks;
    static readonly DateTimeOffset Monday = new(2026, 3, 9, 8, 0, 0, TimeSpan.FromHours(1));

    static History With(params Daily[] all) => all.Select((what, at) => (what, at)).Aggregate(History.Empty, (history, one) => history.With(new Guid(one.at + 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0), Monday, one.what));

    static string Calendar(History history, TimeZoneInfo? zone = null) => BreakCalendar.Of(history, Rules, DateOnly.FromDateTime(Monday.Date), zone ?? Berlin, "key", Phrases.English);

    /// <summary>What ical.js reads: title, and every time it happens in UTC until the end of a day.</summary>
    static async Task<(string Title, DateTimeOffset[] Times)[]> Read(string calendar, string until)
    {
        var json = await Node.Run($$"""
            import { readFileSync } from 'node:fs';
            import ICAL from 'ical.js';
            const root = new ICAL.Component(ICAL.parse(readFileSync(0, 'utf8')));
            for (const zone of root.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(new ICAL.Timezone(zone));
            const end = ICAL.Time.fromString('{{until}}T23:59:59Z');
            console.log(JSON.stringify(root.getAllSubcomponents('vevent').map(one => {
              const event = new ICAL.Event(one), times = [], steps = event.iterator();
              for (let at = steps.next(); at && at.compare(end) <= 0; at = steps.next()) times.push(at.toJSDate().toISOString());
              return { title: event.summary, times };
            })));
            """, calendar);
        return [.. JsonDocument.Parse(json).RootElement.EnumerateArray().Select(one => (one.GetProperty("title").GetString()!, one.GetProperty("times").EnumerateArray().Select(at => at.GetDateTimeOffset()).ToArray()))];
    }

    [Fact]
    public async Task Another_implementation_reads_the_same_breaks_also_after_the_clock_changed()
    {
        var events = await Read(Calendar(With(new BreakSettings { On = true, EveryMinutes = 90, From = new(9, 0), To = new(13, 0), Days = [1, 3] })), "2026-04-01");
        Assert.Equal(["Move a little", "Move a little"], events.Select(one => one.Title));
        // Half past ten in Berlin, Mondays and Wednesdays; the clock changes on 29 March.
        DateTimeOffset Utc(int month, int day, int hour) => new(2026, month, day, hour, 30, 0, TimeSpan.Zero);
        Assert.Equal([Utc(3, 9, 9), Utc(3, 11, 9), Utc(3, 16, 9), Utc(3, 18, 9), Utc(3, 23, 9), Utc(3, 25, 9), Utc(3, 30, 8), Utc(4, 1, 8)], events[0].Times);
    }

    [Fact]
    public async Task Free_days_and_holidays_are_left_out()
    {
        var events = await Read(Calendar(With(new BreakSettings { On = true, EveryMinutes = 60, From = new(9, 0), To = new(10, 30), Days = [1, 2] },
            new FreeDay { On = new(2026, 3, 10) }, new Holiday { From = new(2026, 3, 16), To = new(2026, 3, 22) })), "2026-03-24");
        Assert.Equal([9, 23, 24], Assert.Single(events).Times.Select(at => at.Day));
    }

    [Fact]
    public async Task Hours_over_midnight_fall_on_the_next_day()
    {
        var events = await Read(Calendar(With(new BreakSettings { On = true, EveryMinutes = 90, From = new(23, 0), To = new(2, 30), QuietFrom = new(12, 0), QuietTo = new(13, 0), Days = [1] }), TimeZoneInfo.Utc), "2026-03-16");
        Assert.Equal([new(2026, 3, 10, 0, 30, 0, TimeSpan.Zero), new(2026, 3, 10, 2, 0, 0, TimeSpan.Zero)], events.Select(one => one.Times[0]));
    }

    [Fact]
    public async Task A_zone_of_the_south_and_one_with_half_an_hour_come_out_right()
    {
        foreach (var (id, hour, minute) in new[] { ("Australia/Lord_Howe", 23, 0), ("Asia/Kolkata", 4, 30) })
        {
            var events = await Read(Calendar(With(new BreakSettings { On = true, EveryMinutes = 60, From = new(9, 0), To = new(10, 30), Days = [3] }), TimeZoneInfo.FindSystemTimeZoneById(id)), "2026-03-13");
            Assert.Equal((hour, minute), (events[0].Times[0].Hour, events[0].Times[0].Minute));
        }
    }

    [Theory]
    [InlineData(60, 0, 8)]
    [InlineData(60, 3, 5)]
    [InlineData(20, 0, 29)]
    [InlineData(90, 0, 6)]
    public void No_more_breaks_are_planned_than_reminders_would_come(int every, int stretches, int count) => Assert.Equal(count,
        BreakCalendar.Breaks(new() { On = true, EveryMinutes = every, Stretches = [.. Enumerable.Range(10, stretches).Select(hour => new TimeOnly(hour, 0))] }, Rules).Count());

    [Fact]
    public void Lines_are_short_end_as_they_must_and_the_same_settings_give_the_same_text()
    {
        var history = With(new BreakSettings { On = true, EveryMinutes = 20 });
        var text = Calendar(history);
        Assert.Equal(text, Calendar(history));
        Assert.All(text.Split("\r\n"), line => Assert.True(Encoding.UTF8.GetByteCount(line) <= 75, line));
        Assert.DoesNotContain("\n", text.Replace("\r\n", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(Regex.Count(text, "BEGIN:VEVENT"), Regex.Matches(text, "UID:.*").Select(one => one.Value).Distinct().Count());
        Assert.DoesNotContain("VALARM", text, StringComparison.Ordinal);
        foreach (var word in new[] { "back", "pain", "spine", "muscle", "health", "exercise" }) Assert.DoesNotContain(word, text, StringComparison.OrdinalIgnoreCase);
        var folded = new CalendarLines().Add("SUMMARY", CalendarLines.Escaped(string.Concat(Enumerable.Repeat("ä🙂, ", 40)))).ToString();
        Assert.All(folded.Split("\r\n"), line => Assert.True(Encoding.UTF8.GetByteCount(line) <= 75, line));
        Assert.DoesNotContain("\ufffd", folded, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_address_opens_without_a_cookie_and_only_with_its_key_until_it_is_ended()
    {
        await using var app = new TestApp(new() { Phone = true });
        app.Get<PersonFile>().Write(Noted.Of(new BreakSettings { On = true }));
        Assert.Equal(404, (await app.Open(CalendarPages.Feed)).Status);
        await app.Submit("/breaks/settings", "/breaks/calendar", [("do", "new")]);
        var address = Regex.Match((await app.Open("/breaks/settings")).Html, "/breaks/calendar.ics\\?key=[A-Za-z0-9_-]+").Value;
        Assert.True(address.Length > 45);
        app.ForgetCookies();

        // A calendar program on a proxy's side: a stranger in every other way.
        (string, string) passed = ("X-Forwarded-For", "203.0.113.9");
        var feed = await app.Send("GET", address, headers: passed);
        Assert.Equal((200, "text/calendar; charset=utf-8"), (feed.Status, feed.Headers.ContentType.ToString()));
        Assert.Contains("RRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", feed.Html, StringComparison.Ordinal);
        Assert.Equal(304, (await app.Send("GET", address, headers: [passed, ("If-None-Match", feed.Headers.ETag.ToString())])).Status);
        Assert.Equal("", (await app.Send("HEAD", address, headers: passed)).Html);
        foreach (var wrong in new[] { CalendarPages.Feed, $"{CalendarPages.Feed}?key=", address[..^1], address + "x" }) Assert.Equal(404, (await app.Send("GET", wrong, headers: passed)).Status);
        Assert.Equal(403, (await app.Send("GET", "/breaks", headers: passed)).Status);

        await app.Submit("/breaks/settings", "/breaks/calendar", [("do", "new")]);
        Assert.Equal(404, (await app.Send("GET", address, headers: passed)).Status);
        await app.Submit("/breaks/settings", "/breaks/calendar", [("do", "off")]);
        Assert.DoesNotContain("calendar.ics", (await app.Open("/breaks/settings")).Html, StringComparison.Ordinal);
        Assert.Equal(400, (await app.Submit("/breaks/settings", "/breaks/calendar", [("do", "all")])).Status);
    }

    [Fact]
    public async Task The_calendar_is_empty_while_something_should_be_looked_at_first()
    {
        await using var app = TestApp.After(Persona.Desk, hours: 1);
        app.Get<PersonFile>().Write(Noted.Of(new BreakSettings { On = true, Stretches = [new(10, 30)] }));
        await app.Submit("/breaks/settings", "/breaks/calendar", [("do", "new")]);
        var address = Regex.Match((await app.Open("/breaks/settings")).Html, "/breaks/calendar.ics\\?key=[A-Za-z0-9_-]+").Value;
        async Task<bool> Plans() => (await app.Open(address)).Html.Contains("VEVENT", StringComparison.Ordinal);
        Assert.True(await Plans());
        app.Clock.Pass(TimeSpan.FromMinutes(1));
        var news = await app.Submit("/", "/check-in", [("pain", "6"), ("new", "yes")]);
        Assert.False(await Plans());
        await app.Undo(news);
        Assert.False(await Plans());
        app.Clock.Pass(TimeSpan.FromMinutes(1));
        var person = app.Get<PersonFile>().Read();
        app.Get<PersonFile>().Write(person, new InterviewStep(person.Answers, person.State), app.Get<CareModels>().Day(person).Rescreen!.Inputs.ToHashSet(), [new SignsAnswered()]);
        Assert.True(await Plans());
        app.Get<PersonFile>().Write(AnswerGiven.Word("ces_saddle", "yes"), AnswerGiven.Word("ces_bladder", "yes"), AnswerGiven.Word("ces_time", "recent"));
        Assert.False(await Plans());
        Assert.Contains("END:VCALENDAR", (await app.Open(address)).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_implementation_opens_what_was_encrypted()
    {
        var printed = await Node.Run("""
            import crypto from 'node:crypto';
            const key = crypto.createECDH('prime256v1'); key.generateKeys();
            console.log(JSON.stringify({ own: key.getPrivateKey('base64url'), point: key.getPublicKey('base64url'), auth: crypto.randomBytes(16).toString('base64url') }));
            """, "");
        var keys = JsonDocument.Parse(printed).RootElement;
        byte[] Bytes(string name) => System.Buffers.Text.Base64Url.DecodeFromChars(keys.GetProperty(name).GetString());
        var body = Push.PushCipher.Encrypt("Time to move a little"u8, Bytes("point"), Bytes("auth"));
        Assert.Equal("Time to move a little", await Node.Run("""
            import { readFileSync } from 'node:fs';
            import crypto from 'node:crypto';
            import ece from 'http_ece';
            const { own, auth, body } = JSON.parse(readFileSync(0, 'utf8'));
            const key = crypto.createECDH('prime256v1'); key.setPrivateKey(own, 'base64url');
            process.stdout.write(ece.decrypt(Buffer.from(body, 'base64'), { version: 'aes128gcm', privateKey: key, authSecret: auth }));
            """, JsonSerializer.Serialize(new { own = keys.GetProperty("own").GetString(), auth = keys.GetProperty("auth").GetString(), body = Convert.ToBase64String(body) })));
    }
}
