using System.Net;
using System.Text.RegularExpressions;
using Mainstay.Care;
using Mainstay.Journal;
using Mainstay.Web.Diary;
using Mainstay.Web.Flow;

namespace Mainstay.Web.Tests;

public sealed partial class DiaryTests
{
    static readonly DateOnly Today = new(2026, 3, 10), Yesterday = new(2026, 3, 9);

    static async Task<Page> Write(TestApp app, params (string, string)[] fields) => await app.Submit("/diary/new", "/diary/entry", fields);

    static DiaryNote[] Notes(TestApp app) => [.. app.Get<PersonFile>().Read().Daily.Diary.Select(note => note.What)];

    static int Entries(TestApp app) => app.Get<JournalStore>().Read(JournalStore.Me).Length;

    [Fact]
    public async Task Before_anything_is_written_the_page_says_so_and_still_takes_an_entry()
    {
        await using var app = new TestApp();
        var page = Text(await app.Open("/diary"));
        Assert.Contains("Nothing written yet", page, StringComparison.Ordinal);
        Assert.Contains("action=\"/diary/entry\"", page, StringComparison.Ordinal);
        Assert.Contains("10 March: nothing written", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_taps_write_an_entry_that_stands_in_the_month_and_on_its_day_and_can_be_undone()
    {
        await using var app = new TestApp();
        var sent = await app.Submit("/diary", "/diary/entry", [("quick", "yes"), ("day", "2026-03-09"), ("pain", "6"), ("new", "no")]);
        Assert.StartsWith("/diary/2026-03-09?said=noted", sent.Location, StringComparison.Ordinal);
        Assert.Equal(new DiaryNote { For = Yesterday, Pain = 6, AnyNew = false }, Assert.Single(Notes(app)));
        Assert.Contains("your pain was 6 of 10", Text(await app.Open(sent.Location!)), StringComparison.Ordinal);
        Assert.Contains("9 March: pain 6 of 10, 1 entry", Text(await app.Open("/diary")), StringComparison.Ordinal);
        await app.Undo(sent);
        Assert.Empty(Notes(app));
        Assert.Contains("9 March: nothing written", Text(await app.Open("/diary")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("leg", "yes", true)]
    [InlineData("place", "calf_left", true)]
    [InlineData("place", "thigh_back_left", false)]
    public async Task A_new_sign_in_a_leg_leads_to_the_danger_questions(string field, string value, bool isNew)
    {
        await using var app = TestApp.After(Persona.Desk, hours: 1);
        var sent = await Write(app, ("day", "2026-03-10"), ("pain", "4"), (field, value), ($"place.{value}", "4"), ("new", "no"));
        Assert.StartsWith(isNew ? NewsPages.Again : "/diary/2026-03-10", sent.Location, StringComparison.Ordinal);
        Assert.Equal(isNew, app.Get<CareModels>().Day(app.Get<PersonFile>().Read()).Rescreen is { Holds: true });
        if (isNew) Assert.Contains("It is in your diary.", Text(await app.Open(sent.Location!)), StringComparison.Ordinal);
        var undone = await app.Undo(sent);
        Assert.Equal(isNew, undone.Location == NewsPages.Again + "?said=first");
        Assert.Equal(isNew, app.Get<CareModels>().Day(app.Get<PersonFile>().Read()).Rescreen is { Holds: true });
    }

    [Fact]
    public async Task All_of_an_entry_is_kept_and_comes_back_into_its_form()
    {
        await using var app = new TestApp();
        (string, string)[] fields =
        [
            ("day", "2026-03-10"), ("pain", "4"), ("place", "low_back_left"), ("place.low_back_left", "7"), ("stiff", "35"), ("sleep", "6,5"), ("sleepq", "3"), ("stress", "8"), ("mood", "1"), ("sitting", "9.5"), ("steps", "6200"),
            ("train", "40"), ("effort", "6"), ("medicine", "Ibuprofen 400"), ("doses", "1.5"), ("remedy", "heat"), ("remedy.heat.minutes", "15"), ("remedy.heat.before", "6"), ("remedy.heat.after", "4"), ("remedy", "belt"),
            ("remedy.cold.minutes", "9"), ("leg", "no"), ("text", "Long drive.\nThen the garden."), ("new", "no"),
        ];
        var sent = await Write(app, fields);
        var note = Assert.Single(Notes(app));
        Assert.Equal(new DiaryNote
        {
            Pain = 4, Regions = [new("low_back_left", 7)], StiffMinutes = 35, SleepHours = 6.5, SleepQuality = 3, Stress = 8, Mood = 1, SittingHours = 9.5, Steps = 6200, Load = 240, Effort = 6, Medicine = "Ibuprofen 400", Doses = 1.5,
            Remedies = [new(RemedyKind.Heat, 15, 6, 4), new(RemedyKind.Belt)], Leg = false, Text = "Long drive.\nThen the garden.", AnyNew = false,
        }, note);
        var day = Text(await app.Open(sent.Location!));
        foreach (var part in new[] { "Ibuprofen 400", "15 min, pain 6 before, 4 after", "Long drive.", ">6.5<", ">6,200<", ">40<" }) Assert.Contains(part, day, StringComparison.Ordinal);

        var id = app.Get<PersonFile>().Read().Daily.Diary[0].Id;
        var form = await app.Open($"/diary/entry/{id}");
        Assert.Equal(note with { For = Today, AnyNew = null }, Refilled(form, Today));
    }

    /// <summary>What sending the form unchanged would write.</summary>
    static DiaryNote? Refilled(Page page, DateOnly today)
    {
        var html = Text(page);
        var fields = InputTag().Matches(html).Select(tag => tag.Value).Where(tag => !tag.Contains("type=\"radio\"", StringComparison.Ordinal) && !tag.Contains("type=\"checkbox\"", StringComparison.Ordinal) || tag.Contains(" checked", StringComparison.Ordinal))
            .Select(tag => (Name: Regex.Match(tag, "name=\"([^\"]*)\"").Groups[1].Value, Value: Regex.Match(tag, "value=\"([^\"]*)\"").Groups[1].Value)).Where(field => field.Value.Length > 0).ToList();
        if (Regex.Match(html, "<textarea[^>]*>([^<]*)</textarea>") is { Success: true } text) fields.Add(("text", text.Groups[1].Value));
        var form = new Microsoft.AspNetCore.Http.FormCollection(fields.GroupBy(field => field.Name).ToDictionary(field => field.Key, field => new Microsoft.Extensions.Primitives.StringValues([.. field.Select(one => one.Value)])));
        return DiaryForm.Read(form, TestApp.Library.Inputs.First(input => input.Kind == Knowledge.InputKind.BodyMap).Options.Select(option => option.Id).ToHashSet(), null, today, Web.Texts.Phrases.English).Note;
    }

    [GeneratedRegex("<input[^>]*>")]
    private static partial Regex InputTag();

    [Fact]
    public async Task Places_without_a_number_are_asked_for_on_a_page_that_keeps_all_the_rest()
    {
        await using var app = new TestApp();
        var asked = await Write(app, ("day", "2026-03-09"), ("place", "neck_left"), ("place", "low_back_right"), ("text", "\"Ouch\" <b>"), ("new", "no"));
        Assert.Equal(200, asked.Status);
        Assert.Empty(Notes(app));
        Assert.Contains("name=\"place.neck_left\"", asked.Html, StringComparison.Ordinal);
        Assert.Contains("name=\"text\" value=\"\"Ouch\" <b>\"", Text(asked), StringComparison.Ordinal);
        Assert.DoesNotContain("<b>\"", asked.Html, StringComparison.Ordinal);
        (string, string)[] rest = [("asked", "places"), ("day", "2026-03-09"), ("place", "neck_left"), ("place", "low_back_right"), ("text", "x"), ("place.neck_left", "3"), ("new", "no")];
        Assert.Equal(422, (await Write(app, rest)).Status);
        Assert.Empty(Notes(app));
        Assert.Equal(303, (await Write(app, [.. rest, ("place.low_back_right", "5")])).Status);
        Assert.Equal([new RegionPain("neck_left", 3), new RegionPain("low_back_right", 5)], Assert.Single(Notes(app)).Regions.OrderBy(place => place.Pain));
    }

    [Fact]
    public async Task Putting_an_entry_right_takes_the_old_one_back_and_undo_brings_it_again()
    {
        await using var app = new TestApp();
        await Write(app, ("pain", "6"), ("remedy", "heat"), ("new", "no"));
        var id = app.Get<PersonFile>().Read().Daily.Diary[0].Id;
        app.Clock.Pass(TimeSpan.FromDays(1));
        var sent = await app.Submit($"/diary/entry/{id}", "/diary/entry", [("of", $"{id}"), ("day", "2026-03-10"), ("pain", "2"), ("new", "yes")]);
        Assert.StartsWith("/diary/2026-03-10?said=corrected", sent.Location, StringComparison.Ordinal);
        Assert.Equal(new DiaryNote { For = Today, Pain = 2, AnyNew = false, Felt = app.Clock.GetLocalNow().AddDays(-1) }, Assert.Single(Notes(app)));
        Assert.Null(app.Get<PersonFile>().Read().NewSince);
        await app.Undo(sent);
        Assert.Equal(6, Assert.Single(Notes(app)).Pain);
        Assert.Equal(400, (await Write(app, ("of", $"{Guid.CreateVersion7()}"), ("pain", "2"), ("new", "no"))).Status);
    }

    [Fact]
    public async Task Putting_an_entry_right_never_silences_something_new()
    {
        await using var app = new TestApp();
        Assert.StartsWith("/new", (await Write(app, ("pain", "6"), ("new", "yes"))).Location, StringComparison.Ordinal);
        var id = app.Get<PersonFile>().Read().Daily.Diary[0].Id;
        await app.Submit("/diary", "/diary/entry", [("of", $"{id}"), ("pain", "2")]);
        Assert.NotNull(app.Get<PersonFile>().Read().NewSince);
    }

    [Theory]
    [InlineData("day", "2026-03-11", "This day has not come yet")]
    [InlineData("day", "1999-12-31", "too long ago")]
    [InlineData("day", "10.3.2026", "choose a day")]
    [InlineData("pain", "11", "from 0 to 10")]
    [InlineData("pain", "-1", "from 0 to 10")]
    [InlineData("stiff", "1e400", "from 0 to 1440")]
    [InlineData("sleep", "25", "from 0 to 24")]
    [InlineData("sleep", "NaN", "from 0 to 24")]
    [InlineData("steps", "99999999999999999999", "from 0 to 200000")]
    [InlineData("steps", "a lot", "from 0 to 200000")]
    [InlineData("remedy.heat.before", "12", "from 0 to 10")]
    [InlineData("medicine", null, "at most 120")]
    [InlineData("text", null, "at most 2000")]
    public async Task What_is_wrong_is_said_at_its_field_with_all_that_was_typed_and_nothing_is_stored(string field, string? value, string says)
    {
        await using var app = new TestApp();
        value ??= new string('x', 2001);
        var page = await Write(app, ("stress", "4"), ("remedy", "heat"), (field, value), ("new", "no"));
        Assert.Equal(422, page.Status);
        Assert.Contains(says, Text(page), StringComparison.Ordinal);
        Assert.Matches("name=\"stress\" value=\"4\"[^>]* checked", page.Html);
        if (field != "pain") Assert.Contains(value, Text(page), StringComparison.Ordinal);
        Assert.Equal(0, Entries(app));
    }

    [Theory]
    [InlineData("")]
    [InlineData("text=+++")]
    [InlineData("place=third_elbow&mood=&leg=perhaps&remedy=surgery")]
    public async Task An_entry_that_says_nothing_is_not_written(string fields)
    {
        await using var app = new TestApp();
        var page = await Write(app, [.. fields.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(one => (one.Split('=')[0], one.Split('=')[1].Replace('+', ' '))), ("new", "no")]);
        Assert.Equal(422, page.Status);
        Assert.Contains("one thing at least", page.Html, StringComparison.Ordinal);
        Assert.Equal(0, Entries(app));
    }

    [Fact]
    public async Task A_persons_own_words_run_nothing_and_turn_nothing_around()
    {
        await using var app = new TestApp();
        const string evil = "<script>alert(1)</script>\"'\u202Ex";
        await Write(app, ("text", evil), ("medicine", evil), ("new", "no"));
        foreach (var path in new[] { "/diary", "/diary/2026-03-10", $"/diary/entry/{app.Get<PersonFile>().Read().Daily.Diary[0].Id}" })
        {
            var page = await app.Open(path);
            Assert.DoesNotContain("<script>alert", page.Html, StringComparison.Ordinal);
            Assert.Contains("<script>alert(1)</script>\"'x", Text(page), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/diary?month=2026-13", 200)]
    [InlineData("/diary?month=9999-12", 200)]
    [InlineData("/diary?month=%3Cb%3E", 200)]
    [InlineData("/diary/2026-02-30", 404)]
    [InlineData("/diary/2026-03-11", 404)]
    [InlineData("/diary/0001-01-01", 404)]
    [InlineData("/diary/entry/00000000-0000-0000-0000-000000000000", 404)]
    [InlineData("/diary/new?day=2099-01-01", 200)]
    public async Task An_address_that_makes_no_sense_ends_on_a_page(string path, int status)
    {
        await using var app = new TestApp();
        Assert.Equal(status, (await app.Open(path)).Status);
    }

    [Fact]
    public async Task A_day_shows_check_ins_sessions_and_all_else_with_the_middle_pain()
    {
        await using var app = new TestApp();
        var session = Guid.CreateVersion7();
        var move = TestApp.Library.Items[0];
        app.Get<PersonFile>().Write(new CheckedIn(3, 3, 2, false), Noted.Of(new SessionStart { Session = session, Pain = 5, Items = [move.Id] }), Noted.Of(new ItemReport { Session = session, Item = move.Id }),
            Noted.Of(new SessionEnd { Session = session, Pain = 2 }), Noted.Of(new DiaryNote { Pain = 7 }), Noted.Of(new SpotFelt { Spot = "a", Region = "neck_left", Pain = 6 }), Noted.Of(new TestTaken { Test = "side-bend", Left = 20, Right = 18 }));
        var page = Text(await app.Open("/diary/2026-03-10"));
        Assert.Contains("your pain was 5 of 10", page, StringComparison.Ordinal);
        foreach (var part in new[] { "Looked in", "Session", move.Name, "Note", "Sore spot" }) Assert.Contains(part, page, StringComparison.Ordinal);
        // Of a session, the move and its end; the whole of it goes by a form that names no part.
        Assert.Equal((2, 3, 4), (Regex.Count(page, "name=\"of\""), Regex.Count(page, $"action=\"/session/{session:D}/back\""), Regex.Count(page, "action=\"/diary/entry/[^\"]*/back\"")));
    }

    [Fact]
    public void A_month_has_every_day_once_and_begins_with_the_weekday_of_the_language()
    {
        var book = new DayBook(History.Empty.With(Guid.CreateVersion7(), new(2026, 1, 5, 8, 0, 0, TimeSpan.Zero), new DiaryNote { Pain = 2 }), new(2026, 3, 10, 9, 0, 0, TimeSpan.Zero));
        foreach (var start in Enum.GetValues<DayOfWeek>())
        {
            var month = DiaryMonth.Of(book, new(2026, 2, 14), Today, start, DiaryForm.Blank(Today));
            Assert.All(month.Weeks, week => Assert.Equal(7, week.Count));
            Assert.Equal(Enumerable.Range(1, 28), month.Weeks.SelectMany(week => week).OfType<DiaryCell>().Select(cell => cell.Date.Day));
            Assert.All(month.Weeks, week => Assert.All(week.Index(), cell => Assert.True(cell.Item is null || cell.Item.Date.DayOfWeek == (DayOfWeek)(((int)start + cell.Index) % 7))));
            Assert.Equal((new DateOnly(2026, 1, 1), new DateOnly(2026, 3, 1)), (month.Earlier, month.Later));
        }
        Assert.Null(DiaryMonth.Of(book, new(2026, 1, 1), Today, DayOfWeek.Monday, DiaryForm.Blank(Today)).Earlier);
        Assert.Null(DiaryMonth.Of(book, Today, Today, DayOfWeek.Monday, DiaryForm.Blank(Today)).Later);
    }
}
