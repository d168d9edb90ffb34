using System.Text.RegularExpressions;
using Mainstay.Care;
using Mainstay.Web.Flow;

namespace Mainstay.Web.Tests;

public sealed partial class SpasmTests
{
    static string Text(Page page) => System.Net.WebUtility.HtmlDecode(page.Html);

    [Fact]
    public async Task Help_stands_beside_the_questions_and_nobody_is_ever_called_cleared()
    {
        await using var app = new TestApp();
        var page = Text(await app.Open("/spasm"));
        foreach (var help in new[] { "Get comfortable", "Breathe slowly", "Warmth", "Cold", "Then get up again" }) Assert.Contains(help, page, StringComparison.Ordinal);
        var sent = await app.Submit("/spasm", "/spasm", [("none", "1")]);
        Assert.Equal("/spasm?done=true", sent.Location);
        var after = Text(await app.Open(sent.Location!));
        Assert.DoesNotContain("cleared", after, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("cannot rule everything out", after, StringComparison.Ordinal);
        Assert.Contains("your emergency number", after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_ticked_sign_opens_its_own_questions_and_no_others()
    {
        await using var app = new TestApp();
        var sign = TestApp.Library.SpasmSigns.First(one => one.Covers.Contains("fever") && one.Covers.Length > 1);
        var sent = await app.Submit("/spasm", "/spasm", [("sign", sign.Id)]);
        Assert.StartsWith($"/spasm/more?yes={sign.Id}&", sent.Location, StringComparison.Ordinal);
        var page = Text(await app.Open(sent.Location!));
        Assert.Contains(sign.Covers, input => page.Contains($"name=\"q.{input}\"", StringComparison.Ordinal));
        foreach (var input in TestApp.Library.SpasmSigns.Where(one => one != sign).SelectMany(one => one.Covers)) Assert.DoesNotContain($"name=\"q.{input}\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Not_sure_asks_one_by_one_and_ends()
    {
        await using var app = new TestApp();
        var at = (await app.Submit("/spasm", "/spasm", [("sign", "unsure")])).Location!;
        var screens = 0;
        while (at.StartsWith("/spasm/more", StringComparison.Ordinal))
        {
            Assert.True(++screens < 20, "Spasm now has no end");
            var page = await app.Open(at);
            var screen = Screen().Match(page.Html).Groups[1].Value;
            var fields = Fields().Matches(page.Html).Select(match => match.Groups[1].Value).Distinct()
                .Select(name => (name, page.Html.Contains($"name=\"{name}\" value=\"no\"", StringComparison.Ordinal) ? "no" : "none"));
            at = (await app.Submit(at, at, [("screen", screen), .. fields])).Location ?? throw new InvalidOperationException(screen);
        }
        Assert.True(screens > 1);
        Assert.Equal("/spasm?done=true", at);
    }

    [Fact]
    public async Task A_sign_of_danger_leads_to_the_emergency()
    {
        await using var app = new TestApp();
        var at = (await app.Submit("/spasm", "/spasm", [("sign", "between-legs")])).Location!;
        for (var screens = 0; screens < 5 && at.StartsWith("/spasm/more", StringComparison.Ordinal); screens++)
            at = (await app.Submit(at, at, [("screen", Screen().Match((await app.Open(at)).Html).Groups[1].Value), ("q.ces_saddle", "yes"), ("q.ces_bladder", "yes"), ("q.ces_time", "recent")])).Location!;
        Assert.Equal("/result", at);
        Assert.Contains("data-level=\"E\"", (await app.Open("/result")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_ticked_sign_with_everything_after_it_left_blank_never_reads_as_no_sign()
    {
        foreach (var sign in TestApp.Library.SpasmSigns)
        {
            await using var app = new TestApp();
            var at = (await app.Submit("/spasm", "/spasm", [("sign", sign.Id)])).Location!;
            for (var screens = 0; screens < 12 && at.StartsWith("/spasm/more", StringComparison.Ordinal); screens++)
                at = (await app.Submit(at, at, [("screen", Screen().Match((await app.Open(at)).Html).Groups[1].Value)])).Location!;
            Assert.DoesNotContain("no sign of danger", Text(await app.Open(at)), StringComparison.Ordinal);
            if (sign.Id == "between-legs") Assert.Equal("/result", at);
        }
    }

    [Fact]
    public async Task None_of_these_never_takes_back_an_illness_that_was_told_before()
    {
        await using var app = new TestApp();
        app.Get<PersonFile>().Write(Journal.AnswerGiven.Word("cancer", "within5y_or_current"));
        var before = app.Get<PersonFile>().Read().Answers["cancer"];
        await app.Submit("/spasm", "/spasm", [("none", "1")]);
        Assert.Equal(before, app.Get<PersonFile>().Read().Answers["cancer"]);
        Assert.Equal(AnswerState.Given, before.State);
    }

    [Fact]
    public async Task Warmth_is_spoken_against_in_words_where_the_answers_speak_against_it()
    {
        await using var app = new TestApp();
        var heat = TestApp.Library.Cautions.Single(caution => caution.Id == "heat").Block.First(limit => limit.When is Knowledge.Condition.Yes { Input: "fever" });
        app.Get<PersonFile>().Write(Journal.AnswerGiven.Word("fever", "yes"));
        var page = Text(await app.Open("/spasm?done=true"));
        Assert.Contains("Not for you now.", page, StringComparison.Ordinal);
        Assert.Contains(heat.Says, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_form_asks_again()
    {
        await using var app = new TestApp();
        Assert.Equal("/spasm?nothing=true", (await app.Submit("/spasm", "/spasm", [])).Location);
        Assert.False(app.Get<PersonFile>().Read().HasAnswers);
    }

    [GeneratedRegex("name=\"screen\" value=\"([^\"]*)\"")]
    private static partial Regex Screen();

    [GeneratedRegex("name=\"(q\\.[a-z_0-9]+)\"")]
    private static partial Regex Fields();
}
