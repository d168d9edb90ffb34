using System.Globalization;
using Mainstay.Care;
using Mainstay.Journal;
using Mainstay.Web.Flow;

namespace Mainstay.Web.Tests;

/// <summary>How a session turned out, told while the app cannot be reached.</summary>
public sealed class AfterOfflineTests
{
    [Fact]
    public async Task The_form_after_a_session_waits_on_the_device_and_arrives_as_a_part_of_it()
    {
        await using var app = TestApp.After(Persona.Desk, hours: 1);
        var (session, file) = (Guid.CreateVersion7(), app.Get<PersonFile>());
        file.Write([Noted.Of(new SessionStart { Session = session, Items = ValueList.From(["cat-cow"]), Pain = 3, AnyNew = false }),
            Noted.Of(new ItemReport { Session = session, Item = "cat-cow", Outcome = ItemOutcome.Done, Worst = 3 }), Noted.Of(new SessionEnd { Session = session, Pain = 3 })]);
        app.Clock.Pass(TimeSpan.FromHours(22));
        var form = new AngleSharp.Html.Parser.HtmlParser().ParseDocument((await app.Open("/")).Html).QuerySelector($"form[action='/session/{session:D}/after']");
        Assert.Equal("after", form?.GetAttribute("data-keeps"));
        Assert.NotNull(form!.QuerySelector("template[data-kept='done']"));

        var at = app.Clock.GetLocalNow().ToString("yyyy-MM-dd'T'HH:mm:ss.fffzzz", CultureInfo.InvariantCulture);
        // As the script makes it of the form.
        var line = $$$"""{"id":"{{{Guid.CreateVersion7():D}}}","at":"{{{at}}}","entry":{"kind":"session-after","what":{"session":"{{{session:D}}}","settled":"within_day","morning":0,"moved":"down","new_leg_sign":true} } }""";
        // Sent once more after an answer that was lost, it is stored once, and what the app wants is said again.
        for (var times = 0; times < 2; times++)
        {
            var sent = await app.Send("POST", "/api/session", body: line, headers: [("Origin", "http://127.0.0.1:5080"), ("Content-Type", "application/json"), ("RequestVerificationToken", await app.Token())]);
            Assert.Equal((200, "/new/again"), (sent.Status, Json(sent).GetProperty("next").GetString()));
            Assert.Single(file.Read().Daily.SessionsById[session].Later);
            app.Clock.Pass(TimeSpan.FromMinutes(5));
        }
        var told = file.Read().Daily.SessionsById[session];
        Assert.Equal((Settling.WithinDay, 0, true), (told.Settled, told.Morning, told.MovedDown));
    }
}
