using System.Text;
using System.Net;
using Mainstay.Care;
using Mainstay.Journal;
using Mainstay.Journal.Imports;
using Mainstay.Web.Diary;
using Mainstay.Web.Flow;
using Microsoft.AspNetCore.Http;
using static Mainstay.Web.Tests.DiaryFileTests;

namespace Mainstay.Web.Tests;

/// <summary>A file of diary entries is looked at first, then brought in.</summary>
public sealed class DiaryImportTests
{
    static async Task<Page> Send(TestApp app, string? file, string dates = "day")
    {
        var token = (await app.Open("/diary/import")).Token;
        var body = new StringBuilder().Append("--x\r\nContent-Disposition: form-data; name=\"__RequestVerificationToken\"\r\n\r\n").Append(token).Append("\r\n--x\r\nContent-Disposition: form-data; name=\"dates\"\r\n\r\n").Append(dates).Append("\r\n");
        if (file is not null) body.Append("--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"C:\\\\x\\\\<b>days.csv\"\r\nContent-Type: text/csv\r\n\r\n").Append(file).Append("\r\n");
        return await app.Send("POST", "/diary/import", body: body.Append("--x--\r\n").ToString(), headers: [("Origin", "http://127.0.0.1:5080"), ("Content-Type", "multipart/form-data; boundary=x")]);
    }

    /// <summary>The page of the file, when it was read.</summary>
    static async Task<Page> Found(TestApp app, Page sent)
    {
        Assert.Equal(303, sent.Status);
        for (var tries = 0; tries < 200; tries++)
        {
            var page = await app.Open(sent.Location!);
            if (!page.Headers.ContainsKey("Refresh")) return page;
            await Task.Delay(50);
        }
        throw new TimeoutException();
    }

    static Task<Page> Keep(TestApp app, Page sent) => app.Submit(sent.Location!, sent.Location!, [("do", "keep")]);

    static DiaryNote[] Notes(TestApp app) => [.. app.Get<PersonFile>().Read().Daily.Diary.Select(note => note.What)];

    [Fact]
    public async Task Nothing_of_a_file_is_left_after_all_is_deleted_and_nothing_beyond_an_hour()
    {
        await using var app = TestApp.After();
        var sent = await Send(app, "date,pain\n2026-03-01,4.5\n");
        Assert.Equal(200, (await Found(app, sent)).Status);
        Assert.Equal(303, (await app.Submit("/me/delete", "/me/delete", [("sure", "yes")])).Status);
        Assert.Equal(404, (await app.Open(sent.Location!)).Status);
        Assert.Equal(404, (await app.Submit("/diary/import", sent.Location!, [("do", "keep")])).Status);
        Assert.Empty(app.Get<JournalStore>().Read(JournalStore.Me));

        // Files come in as before.
        var second = await Send(app, "date,pain\n2026-03-01,4.5\n");
        Assert.Equal(200, (await Found(app, second)).Status);
        app.Clock.Pass(TimeSpan.FromMinutes(61));
        Assert.Equal(404, (await app.Open(second.Location!)).Status);
        Assert.Equal(404, (await app.Submit("/diary/import", second.Location!, [("do", "keep")])).Status);
        Assert.Empty(Notes(app));
    }

    [Theory]
    [InlineData("2025-03-10", false)]
    [InlineData("2026-03-10", true)]
    public async Task A_leg_in_a_table_is_something_new_when_it_is_of_these_days(string day, bool isNew)
    {
        await using var app = TestApp.After(Persona.Desk, hours: 1);
        await Keep(app, await Send(app, $"date,pain,leg\n{day},4,yes\n"));
        Assert.True(Assert.Single(Notes(app)).Leg);
        var due = app.Get<CareModels>().Day(app.Get<PersonFile>().Read()).Rescreen;
        Assert.Equal(isNew, due is { Holds: true });
        Assert.Equal(isNew, due is not null);
    }

    [Fact]
    public async Task A_file_is_looked_at_first_then_brought_in_and_taken_back_in_one_step()
    {
        await using var app = new TestApp();
        var sent = await Send(app, "date;pain;weight\n1.3.2026;4;80\n2.3.2026;x;80\n3.3.2026;5;80\n");
        var page = Text(await Found(app, sent));
        foreach (var part in new[] { "Pain: 2 days, 1 March 2026 to 3 March 2026", "2 entries are new.", "1 line cannot be read", "Line 3, pain: “x”", "Bring in the rest", "weight", "<b>days.csv" }) Assert.Contains(part, page, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>days", (await app.Open(sent.Location!)).Html, StringComparison.Ordinal);
        Assert.Empty(Notes(app));
        var kept = await Keep(app, sent);
        Assert.StartsWith("/diary/import?said=imported&undo=", kept.Location, StringComparison.Ordinal);
        Assert.Equal([4, 5], Notes(app).OrderBy(note => note.For).Select(note => note.Pain!.Value));
        Assert.Contains("1 March 2026 – 3 March 2026", Text(await app.Open("/diary/import")), StringComparison.Ordinal);
        await app.Undo(kept);
        Assert.Empty(Notes(app));
    }

    [Fact]
    public async Task The_same_file_twice_adds_nothing_and_a_later_export_replaces_only_what_it_knows_better()
    {
        await using var app = new TestApp();
        await Keep(app, await Send(app, Xml));
        app.Clock.Pass(TimeSpan.FromHours(1));
        Assert.Contains("All of it is in your diary already.", Text(await Found(app, await Send(app, Xml))), StringComparison.Ordinal);
        app.Get<PersonFile>().Write(Noted.Of(new DiaryNote { For = March(2), SleepHours = 5 }));
        var later = Xml.Replace("value=\"1200\"", "value=\"9000\"", StringComparison.Ordinal);
        var sent = await Send(app, later);
        Assert.Contains("1 of them replaces", Text(await Found(app, sent)), StringComparison.Ordinal);
        app.Clock.Pass(TimeSpan.FromHours(1));
        await Keep(app, sent);
        Assert.Equal([9000], Notes(app).Select(note => note.Steps).OfType<double>());
        Assert.Equal([7.5, 5], Notes(app).Select(note => note.SleepHours).OfType<double>().OrderDescending());

        // Taken back later, from the list: the earlier one stands again.
        var at = app.Get<PersonFile>().Read().Daily.Diary.Last(note => note.What.Steps is not null).At;
        Assert.Equal(303, (await app.Submit("/diary/import", "/diary/import/undo", [("at", at.ToString("O", System.Globalization.CultureInfo.InvariantCulture))])).Status);
        Assert.Equal([1500], Notes(app).Select(note => note.Steps).OfType<double>());
    }

    [Fact]
    public async Task A_table_adds_only_lines_that_are_not_there_yet()
    {
        await using var app = new TestApp();
        await Keep(app, await Send(app, "date,pain\n2026-03-01,4\n2026-03-01,4\n"));
        Assert.Equal(2, Notes(app).Length);
        await Keep(app, await Send(app, "date,pain\n2026-03-01,4\n2026-03-01,4\n2026-03-02,5\n"));
        Assert.Equal([4, 4, 5], Notes(app).Select(note => note.Pain!.Value).Order());
    }

    [Fact]
    public async Task A_line_that_was_put_right_or_taken_back_does_not_come_in_again_and_the_page_counts_it()
    {
        await using var app = new TestApp();
        const string Table = "date,pain\n2026-03-01,4\n2026-03-02,5\n2026-03-03,6\n";
        await Keep(app, await Send(app, Table));
        app.Clock.Pass(TimeSpan.FromHours(1));
        Guid Of(int day) => app.Get<PersonFile>().Read().Daily.Diary.Single(note => note.What.For == March(day)).Id;
        Assert.Equal(303, (await app.Submit("/diary", "/diary/entry", [("of", $"{Of(1)}"), ("day", "2026-03-01"), ("pain", "3")])).Status);
        Assert.Equal(303, (await app.Submit("/diary", $"/diary/entry/{Of(2):D}/back", [])).Status);
        app.Clock.Pass(TimeSpan.FromHours(1));
        Assert.Contains("Nothing in it is new. 2 came in before, and you changed them or took them back. They stay out. 1 is here already and stays.", Text(await Found(app, await Send(app, Table))), StringComparison.Ordinal);

        var longer = await Send(app, Table + "2026-03-04,7\n");
        Assert.Contains("1 entry is new. 2 came in before,", Text(await Found(app, longer)), StringComparison.Ordinal);
        await Keep(app, longer);
        Assert.Equal([3, 6, 7], Notes(app).Select(note => note.Pain!.Value).Order());

        // A line that came in alone and was taken back is one line too.
        app.Clock.Pass(TimeSpan.FromHours(1));
        await app.Submit("/diary", $"/diary/entry/{Of(4):D}/back", []);
        await Keep(app, await Send(app, Table + "2026-03-04,7\n"));
        Assert.Equal([3, 6], Notes(app).Select(note => note.Pain!.Value).Order());
    }

    [Fact]
    public async Task A_table_that_was_taken_back_as_a_whole_may_come_in_again_but_for_what_was_put_right()
    {
        await using var app = new TestApp();
        const string Table = "date,pain\n2026-03-01,4\n2026-03-02,5\n";
        await app.Undo(await Keep(app, await Send(app, Table)));
        Assert.Empty(Notes(app));
        app.Clock.Pass(TimeSpan.FromHours(1));
        await Keep(app, await Send(app, Table));
        Assert.Equal([4, 5], Notes(app).Select(note => note.Pain!.Value).Order());

        var (at, id) = (app.Get<PersonFile>().Read().Daily.Diary[0].At, app.Get<PersonFile>().Read().Daily.Diary.Single(note => note.What.Pain == 4).Id);
        app.Clock.Pass(TimeSpan.FromHours(1));
        await app.Submit("/diary", "/diary/entry", [("of", $"{id}"), ("day", "2026-03-01"), ("pain", "3")]);
        await app.Submit("/diary/import", "/diary/import/undo", [("at", at.ToString("O", System.Globalization.CultureInfo.InvariantCulture))]);
        Assert.Equal([3], Notes(app).Select(note => note.Pain!.Value));
        app.Clock.Pass(TimeSpan.FromHours(1));
        await Keep(app, await Send(app, Table));
        Assert.Equal([3, 5], Notes(app).Select(note => note.Pain!.Value).Order());
    }

    [Fact]
    public async Task A_day_of_apple_health_that_was_put_right_stays_when_a_later_export_says_otherwise()
    {
        await using var app = new TestApp();
        await Keep(app, await Send(app, Xml));
        app.Clock.Pass(TimeSpan.FromHours(1));
        var note = app.Get<PersonFile>().Read().Daily.Diary.Single(one => one.What.Steps is not null);
        await app.Submit("/diary", "/diary/entry", [("of", $"{note.Id}"), ("day", $"{note.What.For:yyyy-MM-dd}"), ("steps", "4000")]);
        app.Clock.Pass(TimeSpan.FromHours(1));
        await Keep(app, await Send(app, Xml.Replace("value=\"1200\"", "value=\"9000\"", StringComparison.Ordinal)));
        Assert.Equal([4000], Notes(app).Select(one => one.Steps).OfType<double>());
    }

    [Fact]
    public async Task Signs_in_a_table_are_asked_about_before_it_is_taken_back()
    {
        await using var app = TestApp.After(Persona.Desk, hours: 1);
        var kept = await Keep(app, await Send(app, "date,pain,leg\n2026-03-10,4,yes\n"));
        var at = app.Get<PersonFile>().Read().Daily.Diary[0].At;
        Assert.Equal("/new/again?said=first", (await app.Submit("/diary/import", "/diary/import/undo", [("at", at.ToString("O", System.Globalization.CultureInfo.InvariantCulture))])).Location);
        Assert.Equal("/new/again?said=first", (await app.Undo(kept)).Location);
        Assert.True(Assert.Single(Notes(app)).Leg);
    }

    [Theory]
    [InlineData(null, "choose a file first")]
    [InlineData("", "choose a file first")]
    public async Task No_file_is_said_in_words(string? file, string says)
    {
        await using var app = new TestApp();
        var page = await Send(app, file);
        Assert.Equal(422, page.Status);
        Assert.Contains(says, page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_form_of_ours_is_refused_and_leaves_no_file()
    {
        await using var app = new TestApp();
        var token = (await app.Open("/diary/import")).Token;
        foreach (var (type, body) in new[]
        {
            ("application/x-www-form-urlencoded", "a=b"), ("multipart/form-data", "x"), ("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\ndate,pain\r\n--x--\r\n"),
            ("multipart/form-data; boundary=x", $"--x\r\nContent-Disposition: form-data; name=\"__RequestVerificationToken\"\r\n\r\n{new string('a', 9000)}\r\n--x--\r\n"), ("multipart/form-data; boundary=x", "--x\r\nbroken"),
        })
        {
            var page = await app.Send("POST", "/diary/import", body: body, headers: [("Origin", "http://127.0.0.1:5080"), ("Content-Type", type)]);
            Assert.InRange(page.Status, 400, 499);
            Assert.Contains("<h1", page.Html, StringComparison.Ordinal);
        }
        Assert.Equal(404, (await app.Open($"/diary/import/{Guid.CreateVersion7()}")).Status);
        Assert.Empty(Directory.EnumerateFiles(Path.GetDirectoryName(app.Data)!, $"*{DiaryUploads.Ending}*"));
        Assert.NotEqual("", token);
    }

    [Fact]
    public async Task The_file_is_gone_when_it_was_read()
    {
        await using var app = new TestApp();
        await Found(app, await Send(app, "date,pain\n2026-03-01,4\n"));
        Assert.Empty(Directory.EnumerateFiles(Path.GetDirectoryName(app.Data)!, $"*{DiaryUploads.Ending}*"));
    }
}
