using Mainstay.Care;
using Mainstay.Web.Flow;

namespace Mainstay.Web.Tests;

public sealed class SpasmTests
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
        Assert.Equal($"/spasm?asked={sign.Id}", sent.Location);
        var page = Text(await app.Open(sent.Location!));
        foreach (var input in sign.Covers) Assert.Contains($"name=\"q.{input}\"", page, StringComparison.Ordinal);
        foreach (var input in TestApp.Library.SpasmSigns.Where(one => one != sign).SelectMany(one => one.Covers)) Assert.DoesNotContain($"name=\"q.{input}\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sign_of_danger_leads_to_the_emergency_at_once()
    {
        await using var app = new TestApp();
        var sent = await app.Submit("/spasm", "/spasm/questions", [("asked", "between-legs"), ("q.ces_saddle", "unsure"), ("q.ces_bladder", "yes")]);
        Assert.Equal("/result", sent.Location);
        Assert.Contains("data-level=\"E\"", (await app.Open("/result")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task None_of_these_never_takes_back_a_sign_that_was_told_before()
    {
        await using var app = new TestApp();
        await app.Submit("/spasm", "/spasm/questions", [("asked", "story"), ("q.cancer", "within5y_or_current")]);
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
}
