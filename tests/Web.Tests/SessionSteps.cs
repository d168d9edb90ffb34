using System.Text.RegularExpressions;
using Mainstay.Care;
using Mainstay.Journal;
using Mainstay.Web.Flow;

namespace Mainstay.Web.Tests;

/// <summary>The steps of a session as the forms take them.</summary>
static class SessionSteps
{
    public static string Field(Page page, string name) => Regex.Match(page.Html, $"name=\"{name}\" value=\"([^\"]*)\"").Groups[1].Value;

    public static History HistoryOf(TestApp app) => app.Get<PersonFile>().Read().Daily;

    public static Care.Today DayOf(TestApp app) => app.Get<CareModels>().Day(app.Get<PersonFile>().Read());

    /// <summary>Begins today's session, and gives its address.</summary>
    public static async Task<string> Begin(TestApp app, string from = "/session", string pain = "4")
    {
        var page = await app.Open(from);
        var moves = Regex.Matches(page.Html, "type=\"hidden\" name=\"move\" value=\"([^\"]*)\"").Select(match => ("move", match.Groups[1].Value));
        var sent = await app.Submit(from, "/session/start", [("session", Field(page, "session")), ("entry", Field(page, "entry")), ("pain", pain), ("new", "no"), .. moves]);
        Assert.Equal(303, sent.Status);
        return sent.Location!;
    }

    public static async Task<Page> Report(TestApp app, string session, string outcome, params (string, string)[] more)
    {
        var page = await app.Open(session);
        return await app.Submit(session, $"{session.Split('?')[0]}/item", [("entry", Field(page, "entry")), ("item", Field(page, "item")), ("outcome", outcome), .. more]);
    }
}
