using System.Text.RegularExpressions;
using Mainstay.Care;
using Mainstay.Journal;
using Mainstay.Web.Flow;

namespace Mainstay.Web.Tests;

/// <summary>A tap in a session that slipped is taken back, and nothing that it has raised goes with it.</summary>
public sealed class SessionTakeBackTests
{
    static History HistoryOf(TestApp app) => app.Get<PersonFile>().Read().Daily;

    static Care.Today DayOf(TestApp app) => app.Get<CareModels>().Day(app.Get<PersonFile>().Read());

    static (Guid Session, Guid Cat, Guid Clock) Done(TestApp app, bool down)
    {
        var (id, file) = (Guid.CreateVersion7(), app.Get<PersonFile>());
        file.Write([Noted.Of(new SessionStart { Session = id, Items = ValueList.From(["cat-cow", "pelvic-clock"]), Pain = 3, AnyNew = false })]);
        app.Clock.Pass(TimeSpan.FromMinutes(1));
        var cat = file.Write([Noted.Of(new ItemReport { Session = id, Item = "cat-cow", Outcome = ItemOutcome.Done, Worst = 3, Moved = down ? PainMoved.Down : null })]).First;
        app.Clock.Pass(TimeSpan.FromMinutes(1));
        var clock = file.Write([Noted.Of(new ItemReport { Session = id, Item = "pelvic-clock", Outcome = ItemOutcome.TooMuch, Worst = 4 }), Noted.Of(new SessionEnd { Session = id, Pain = 3 })]).First;
        app.Clock.Pass(TimeSpan.FromMinutes(1));
        return (id, cat, clock);
    }

    static Task<Page> Back(TestApp app, Guid session, Guid? of) => app.Submit("/diary", $"/session/{session:D}/back", of is { } part ? [("of", part.ToString("D"))] : []);

    static async Task<string> DayPage(TestApp app) => (await app.Open($"/diary/{app.Get<PersonFile>().Today:yyyy-MM-dd}")).Html;

    [Fact]
    public async Task A_report_and_a_whole_session_are_taken_back_on_their_day_and_come_again_by_undo()
    {
        await using var app = TestApp.After(Persona.Desk, hours: 1);
        var (session, _, clock) = Done(app, down: false);
        var html = await DayPage(app);
        Assert.Equal(4, Regex.Count(html, $"action=\"/session/{session:D}/back\""));
        Assert.Contains($"name=\"of\" value=\"{clock:D}\"", html, StringComparison.Ordinal);
        Assert.Contains("pelvic-clock", DayOf(app).Progress.Stopped);

        var sent = await Back(app, session, clock);
        Assert.Contains("said=undone&undo=", sent.Location, StringComparison.Ordinal);
        Assert.Equal(["cat-cow"], HistoryOf(app).SessionsById[session].Items.Select(report => report.What.Item));
        Assert.DoesNotContain("pelvic-clock", DayOf(app).Progress.Stopped);
        await app.Undo(sent);
        Assert.Equal(2, HistoryOf(app).SessionsById[session].Items.Count);

        var whole = await Back(app, session, null);
        Assert.DoesNotContain(session, HistoryOf(app).SessionsById.Keys);
        await app.Undo(whole);
        Assert.Contains(session, HistoryOf(app).SessionsById.Keys);
    }

    [Fact]
    public async Task Questions_that_a_report_raised_stay_and_are_answered_before_it_goes()
    {
        await using var app = TestApp.After(Persona.Desk, hours: 1);
        var (session, cat, clock) = Done(app, down: true);
        Assert.True(DayOf(app).Rescreen is { Holds: true });
        var urgency = DayOf(app).Assessment.Triage.Urgency;
        foreach (var part in new Guid?[] { cat, null })
        {
            Assert.Equal("/new/again?said=first", (await Back(app, session, part)).Location);
            Assert.Equal((true, urgency), (DayOf(app).Rescreen is { Holds: true }, DayOf(app).Assessment.Triage.Urgency));
            Assert.Equal(2, HistoryOf(app).SessionsById[session].Items.Count);
        }
        // The other one raised nothing.
        Assert.Contains("said=undone", (await Back(app, session, clock)).Location, StringComparison.Ordinal);
        Assert.True(DayOf(app).Rescreen is { Holds: true });

        var file = app.Get<PersonFile>();
        app.Clock.Pass(TimeSpan.FromMinutes(1));
        var person = file.Read();
        file.Write(person, new InterviewStep(person.Answers, person.State), DayOf(app).Rescreen!.Inputs.ToHashSet());
        Assert.Null(DayOf(app).Rescreen);
        Assert.Contains("said=undone", (await Back(app, session, cat)).Location, StringComparison.Ordinal);
        Assert.Empty(HistoryOf(app).SessionsById[session].Items);
        Assert.Null(DayOf(app).Rescreen);
    }

    [Fact]
    public async Task Something_new_at_the_start_is_asked_about_before_the_session_goes()
    {
        await using var app = TestApp.After(Persona.Desk, hours: 1);
        var id = Guid.CreateVersion7();
        app.Get<PersonFile>().Write([Noted.Of(new SessionStart { Session = id, Items = ValueList.From(["cat-cow"]), AnyNew = true })]);
        Assert.Equal("/new?said=first", (await Back(app, id, null)).Location);
        Assert.NotNull(app.Get<PersonFile>().Read().NewSince);
    }

    [Fact]
    public async Task Only_parts_of_that_session_are_taken_back()
    {
        await using var app = TestApp.After(Persona.Desk, hours: 1);
        var (session, _, _) = Done(app, down: false);
        var other = app.Get<PersonFile>().Write([new CheckedIn(3, AnythingNew: true)]).First;
        Assert.Equal(400, (await Back(app, session, other)).Status);
        Assert.Equal(400, (await Back(app, Guid.CreateVersion7(), null)).Status);
        Assert.NotNull(app.Get<PersonFile>().Read().NewSince);
    }
}
