using System.Text.RegularExpressions;
using Mainstay.Web.Flow;

namespace Mainstay.Web.Tests;

/// <summary>A round of the six signs that was taken back, and a form of it that is sent all the same.</summary>
public sealed class SignRoundTests
{
    [Theory]
    [InlineData("/new")]
    [InlineData("/spasm")]
    public async Task A_follow_up_of_signs_that_were_taken_back_settles_no_news(string path)
    {
        await using var app = TestApp.After(Persona.Desk, hours: 1);
        app.Get<PersonFile>().Write(new Journal.CheckedIn(3, null, null, AnythingNew: true));
        var sent = await app.Submit(path, path, [("sign", "fever"), ("news", Regex.Match((await app.Open(path)).Html, "name=\"news\" value=\"([^\"]*)\"").Groups[1].Value)]);
        var old = sent.Location!;
        var page = await app.Open(old);
        var screen = Regex.Match(page.Html, "name=\"screen\" value=\"([^\"]*)\"").Groups[1].Value;
        Assert.NotEmpty(screen);
        await app.Undo(sent);
        var fields = Regex.Matches(page.Html, "type=\"radio\" name=\"(q\\.[^\"]*)\" value=\"no\"").Select(match => (match.Groups[1].Value, "no")).Distinct();
        for (var screens = 0; screens < 3; screens++) await app.Submit(path, old, [("screen", screen), .. fields]);
        Assert.NotNull(app.Get<PersonFile>().Read().NewSince);
    }
}
