using Mainstay.Journal;
using Mainstay.Web.Flow;

namespace Mainstay.Web.Tests;

public sealed class UndoTests
{
    static TestApp Desk()
    {
        var app = new TestApp();
        Persona.Desk.Check(app.Get<CareModels>(), app.Get<PersonFile>());
        return app;
    }

    [Theory]
    [InlineData("/plan", "/plan/change", "do=skip&item=cat-cow&day=0")]
    [InlineData("/plan", "/plan/change", "do=minutes&minutes=4&day=1")]
    [InlineData("/plan", "/plan/change", "do=place&place=work&day=1")]
    [InlineData("/plan", "/plan/change", "do=move&to=3&day=1")]
    [InlineData("/plan", "/plan/frame", "q.minutes_per_day=5")]
    [InlineData("/check/change/sitting_hours", "/check/change/sitting_hours", "q.sitting_hours=2")]
    [InlineData("/me", "/me", "theme=dark&country=")]
    [InlineData("/check/answers", "/check/anew", "")]
    public async Task What_can_be_changed_can_be_undone_from_the_page_that_follows(string page, string action, string fields)
    {
        await using var app = Desk();
        var file = app.Get<PersonFile>();
        var (before, entries) = (file.Read(), app.Get<JournalStore>().Read(JournalStore.Me).Length);
        var form = fields.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(one => (one.Split('=')[0], one.Split('=')[1])).ToList();
        if (action.StartsWith("/check/change", StringComparison.Ordinal)) form.Add(("screen", "x"));
        var sent = await app.Submit(page, action, form);
        Assert.Equal(303, sent.Status);
        Assert.True(app.Get<JournalStore>().Read(JournalStore.Me).Length > entries);

        Assert.Equal(303, (await app.Undo(sent)).Status);
        var after = file.Read();
        Assert.True(before.Answers.Equals(after.Answers));
        Assert.Equal((before.State, before.Answered, before.Theme, before.Country), (after.State, after.Answered, after.Theme, after.Country));
        Assert.Equal(before.Choices.Made.AsEnumerable(), after.Choices.Made);
        Assert.True(app.Get<JournalStore>().Read(JournalStore.Me).Length > entries + 1, "an undo is an entry, never an edit");
    }

    [Fact]
    public async Task A_taken_back_reset_brings_every_choice_back()
    {
        await using var app = Desk();
        await app.Submit("/plan", "/plan/change", [("do", "skip"), ("item", "cat-cow"), ("day", "0")]);
        await app.Submit("/plan", "/plan/change", [("do", "minutes"), ("minutes", "4"), ("day", "1")]);
        var made = app.Get<PersonFile>().Read().Choices.Made;
        var reset = await app.Submit("/plan", "/plan/reset", []);
        Assert.Empty(app.Get<PersonFile>().Read().Choices.Made);
        await app.Undo(reset);
        Assert.Equal(made.AsEnumerable(), app.Get<PersonFile>().Read().Choices.Made);
    }

    [Theory]
    [InlineData("not-a-token", "/plan", 400)]
    [InlineData("", "/plan", 400)]
    [InlineData("019b123456787abc8def0123456789ab", "/plan", 400)]
    [InlineData("own", "https://evil.example", 400)]
    [InlineData("own", "//evil.example", 400)]
    [InlineData("own", "/\\evil.example", 400)]
    [InlineData("own", "/plan", 303)]
    public async Task An_undo_takes_back_only_what_is_there_and_leads_nowhere_else(string of, string back, int status)
    {
        await using var app = Desk();
        var token = app.Get<PersonFile>().Write(new ItemSkipped(0, "cat-cow"));
        var page = await app.Submit("/plan", "/undo", [("of", of == "own" ? token.ToString() : of), ("back", back)]);
        Assert.Equal(status, page.Status);
        Assert.Equal(status == 303 ? 0 : 1, app.Get<PersonFile>().Read().Choices.Made.Length);
    }
}
