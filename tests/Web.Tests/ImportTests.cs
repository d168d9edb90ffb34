using System.Text;
using Mainstay.Journal;
using Mainstay.Web.Flow;
using Microsoft.AspNetCore.Http;

namespace Mainstay.Web.Tests;

public sealed class ImportTests
{
    const string Header = "{\"mainstay\":\"journal\",\"version\":1}\n";

    static string Line(string id, string entry) => $"{{\"id\":\"{id}\",\"at\":\"2026-03-01T08:15:00.000+01:00\",\"entry\":{entry}}}\n";

    static readonly string Good = Header + Line("019b1234-5678-7abc-8def-0123456789ab", "{\"kind\":\"check-in\",\"pain\":4}") + Line("019b1234-5678-7abc-8def-0123456789ac", "{\"kind\":\"check-in\",\"pain\":5}");

    static async Task<Page> Send(TestApp app, string? file)
    {
        var token = (await app.Open("/me/import")).Token;
        var body = new StringBuilder().Append("--x\r\nContent-Disposition: form-data; name=\"__RequestVerificationToken\"\r\n\r\n").Append(token).Append("\r\n");
        if (file is not null) body.Append("--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"copy.jsonl\"\r\nContent-Type: application/jsonl\r\n\r\n").Append(file).Append("\r\n");
        return await app.Send("POST", "/me/import", body: body.Append("--x--\r\n").ToString(), headers: [("Origin", "http://127.0.0.1:5080"), ("Content-Type", "multipart/form-data; boundary=x")]);
    }

    static int Entries(TestApp app) => app.Get<JournalStore>().Read(JournalStore.Me).Length;

    [Fact]
    public async Task A_copy_says_what_it_brought_and_coming_again_brings_nothing_twice()
    {
        await using var app = new TestApp();
        var first = await Send(app, Good);
        Assert.Equal("/me/import?added=2&there=0&after=0", first.Location);
        Assert.Contains("2 entries were added.", Text(await app.Open(first.Location!)), StringComparison.Ordinal);
        Assert.Equal([4, 5], app.Get<PersonFile>().Read().CheckIns.Select(one => one.Said.Pain!.Value));
        var again = await Send(app, Good);
        Assert.Equal("/me/import?added=0&there=2&after=2", again.Location);
        Assert.Contains("2 were here already", Text(await app.Open(again.Location!)), StringComparison.Ordinal);
        Assert.Equal(2, Entries(app));
    }

    [Fact]
    public async Task What_came_in_is_taken_out_again_in_one_step_and_what_was_there_before_stays()
    {
        await using var app = new TestApp();
        app.Get<PersonFile>().Write(new CheckedIn(7, null, null, false));
        var undone = await app.Submit((await Send(app, Good)).Location!, "/me/import/undo", [("after", "1"), ("count", "2")]);
        Assert.Equal(303, undone.Status);
        Assert.Equal([7], app.Get<PersonFile>().Read().CheckIns.Select(one => one.Said.Pain!.Value));
        // Undoing the undo brings it in again.
        Assert.Equal(303, (await app.Undo(undone)).Status);
        Assert.Equal(3, app.Get<PersonFile>().Read().CheckIns.Count);
    }

    [Theory]
    [InlineData("x", "2", 400)]
    [InlineData("90", "2", 400)]
    [InlineData("1", "-1", 400)]
    public async Task A_wrong_request_to_take_an_import_out_changes_nothing(string after, string count, int status)
    {
        await using var app = new TestApp();
        Assert.Equal(status, (await app.Submit((await Send(app, Good)).Location!, "/me/import/undo", [("after", after), ("count", count)])).Status);
        Assert.Equal(2, Entries(app));
    }

    [Fact]
    public async Task A_whole_export_comes_back_as_the_same_person_in_another_place()
    {
        await using var app = new TestApp();
        Persona.Desk.Check(app.Get<CareModels>(), app.Get<PersonFile>());
        var copy = (await app.Open("/me/export")).Html;
        await using var other = new TestApp();
        Assert.Equal(303, (await Send(other, copy)).Status);
        Assert.True(app.Get<PersonFile>().Read().Answers.Equals(other.Get<PersonFile>().Read().Answers));
        Assert.Equal(copy, (await other.Open("/me/export")).Html);
    }

    [Fact]
    public async Task One_bad_line_among_good_ones_is_named_and_nothing_is_stored()
    {
        await using var app = new TestApp();
        var page = await Send(app, Good + Line("019b1234-5678-7abc-8def-0123456789ad", "{\"kind\":\"check-in\",\"pain\":11}") + "<script>alert(1)</script>\n");
        Assert.Equal(422, page.Status);
        Assert.Contains("line 4, entry.pain", Text(page), StringComparison.Ordinal);
        Assert.Contains("line 5", Text(page), StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", page.Html, StringComparison.Ordinal);
        Assert.Equal(0, Entries(app));
    }

    [Fact]
    public async Task The_same_id_with_another_content_is_a_conflict_and_changes_nothing()
    {
        await using var app = new TestApp();
        await Send(app, Good);
        var page = await Send(app, Good.Replace("\"pain\":5", "\"pain\":6", StringComparison.Ordinal));
        Assert.Equal(422, page.Status);
        Assert.Contains("019b1234-5678-7abc-8def-0123456789ac", page.Html, StringComparison.Ordinal);
        Assert.Equal([4, 5], app.Get<PersonFile>().Read().CheckIns.Select(one => one.Said.Pain!.Value));
    }

    [Fact]
    public async Task An_answer_that_the_knowledge_does_not_have_breaks_no_page()
    {
        await using var app = new TestApp();
        Persona.Desk.Check(app.Get<CareModels>(), app.Get<PersonFile>());
        app.Clock.Pass(TimeSpan.FromDays(2));
        Assert.Equal(303, (await Send(app, Header + Line("019b1234-5678-7abc-8def-0123456789ab", "{\"kind\":\"answer\",\"input\":\"body_map\",\"value\":{\"third_elbow\":4}}").Replace("2026-03-01", "2026-03-11", StringComparison.Ordinal))).Status);
        foreach (var page in new[] { "/", "/result", "/plan", "/me" }) Assert.Equal(200, (await app.Open(page)).Status);
        Assert.Empty(app.Get<PersonFile>().Read().Answers.BodyMap);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("hello")]
    [InlineData("\u0000\u0001")]
    public async Task What_is_no_copy_is_refused_in_words(string? file)
    {
        await using var app = new TestApp();
        var page = await Send(app, file);
        Assert.Equal(422, page.Status);
        Assert.Contains("Nothing was changed", page.Html, StringComparison.Ordinal);
        Assert.Equal(0, Entries(app));
    }

    [Fact]
    public async Task A_copy_of_some_megabytes_is_taken_and_one_above_the_limit_is_refused_by_its_size()
    {
        await using var app = new TestApp();
        var text = new StringBuilder(Header);
        for (var at = 0; at < 12_000; at++) text.Append(Line(Guid.CreateVersion7().ToString(), $"{{\"kind\":\"answer\",\"input\":\"own_goals\",\"value\":\"{new string('x', 200)}\"}}"));
        Assert.Equal("/me/import?added=12000&there=0&after=0", (await Send(app, text.ToString())).Location);
        var page = await Send(app, Header + new string(' ', ImportPages.MostBytes));
        Assert.Equal(StatusCodes.Status413PayloadTooLarge, page.Status);
        Assert.Contains("25 MB", page.Html, StringComparison.Ordinal);
        Assert.Equal(12_000, Entries(app));
    }
}
