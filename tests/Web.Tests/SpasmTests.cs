using System.Text.RegularExpressions;
using Mainstay.Care;
using Mainstay.Web.Flow;

namespace Mainstay.Web.Tests;

public sealed partial class SpasmTests
{
    [Fact]
    public async Task Help_stands_beside_the_questions_and_nobody_is_ever_called_cleared()
    {
        await using var app = new TestApp();
        var page = Text(await app.Open("/spasm"));
        foreach (var help in new[] { "Get comfortable", "Breathe slowly", "Warmth", "Cold", "Then get up again" }) Assert.Contains(help, page, StringComparison.Ordinal);
        var sent = await app.Submit("/spasm", "/spasm", [("none", "1")]);
        Assert.StartsWith("/spasm?done=true&said=saved&undo=", sent.Location, StringComparison.Ordinal);
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
        Assert.StartsWith("/spasm?done=true&said=", at, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sign_of_danger_leads_to_the_emergency()
    {
        await using var app = new TestApp();
        var at = (await app.Submit("/spasm", "/spasm", [("sign", "between-legs")])).Location!;
        for (var screens = 0; screens < 5 && at.StartsWith("/spasm/more", StringComparison.Ordinal); screens++)
            at = (await app.Submit(at, at, [("screen", Screen().Match((await app.Open(at)).Html).Groups[1].Value), ("q.ces_saddle", "yes"), ("q.ces_bladder", "yes"), ("q.ces_time", "recent")])).Location!;
        Assert.StartsWith("/result?said=saved", at, StringComparison.Ordinal);
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
            if (sign.Id == "between-legs") Assert.StartsWith("/result?", at, StringComparison.Ordinal);
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

    [Theory]
    [InlineData(null, "E")]
    [InlineData("fever", "U24")]
    public async Task Where_help_is_needed_today_that_stands_first_and_nothing_says_that_it_passes(string? sign, string level)
    {
        await using var app = TestApp.After(sign is null ? Persona.Emergency : Persona.Desk.With(sign, "yes"), hours: 1);
        await app.Submit("/me", "/me", [("country", "GB")]);
        foreach (var path in new[] { "/spasm", "/spasm?done=true" })
        {
            var shown = await app.Open(path);
            var (html, page) = (shown.Html, Text(shown));
            Assert.Contains($"data-level=\"{level}\"", html, StringComparison.Ordinal);
            Assert.True(html.IndexOf("data-level", StringComparison.Ordinal) < html.IndexOf("Get comfortable", StringComparison.Ordinal));
            Assert.Contains(level == "E" ? "href=\"tel:999\"" : "href=\"tel:111\"", html[html.IndexOf("data-level", StringComparison.Ordinal)..], StringComparison.Ordinal);
            foreach (var calm in new[] { "This passes", "be kind to your back", "Walk 2 to 5 minutes", "walk a few steps", "no sign of danger" }) Assert.DoesNotContain(calm, page, StringComparison.Ordinal);
            Assert.Equal(level != "E", html.Contains("name=\"sign\"", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("/spasm")]
    [InlineData("/new")]
    public async Task None_of_these_leaves_a_known_sign_as_it_is_and_only_its_own_question_takes_it_back(string path)
    {
        await using var app = TestApp.After(Persona.Emergency, hours: 1);
        Assert.StartsWith("/result", (await app.Submit("/me", path, [("none", "1")])).Location, StringComparison.Ordinal);
        Assert.Contains("data-level=\"E\"", (await app.Open("/result")).Html, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"items\"", (await app.Open("/plan")).Html, StringComparison.Ordinal);
        foreach (var sign in new[] { "ces_saddle", "ces_bladder" })
            await app.Submit($"/check/change/{sign}", $"/check/change/{sign}", [("screen", "x"), ($"q.{sign}", "no")]);
        Assert.DoesNotContain("data-level=\"E\"", (await app.Open("/result")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sign_that_was_seen_and_is_ticked_once_more_is_not_seen_any_more()
    {
        await using var app = TestApp.After(Persona.Emergency, hours: 1);
        var (care, file) = (app.Get<CareModels>(), app.Get<PersonFile>());
        foreach (var fired in care.Triage.Assess(file.Read().Answers).Fired)
            file.Write(new Journal.SeenRecorded(fired.Rule.Id, file.Today, "A doctor", "", true, care.Triage.Fingerprint(fired.Rule.Id, file.Read().Answers)));
        Assert.True(care.Triage.Assess(file.Read().Answers, file.Read().Seen).Unseen < Knowledge.Urgency.SameDay);
        Assert.StartsWith("/result?", (await app.Submit("/spasm", "/spasm", [("sign", "between-legs")])).Location, StringComparison.Ordinal);
        Assert.Equal(Knowledge.Urgency.Emergency, care.Triage.Assess(file.Read().Answers, file.Read().Seen).Unseen);
    }

    [Theory]
    [InlineData("/spasm")]
    [InlineData("/new")]
    public async Task What_was_said_to_the_signs_can_be_undone_from_the_page_that_follows(string path)
    {
        await using var app = TestApp.After(Persona.Desk, hours: 1);
        app.Get<PersonFile>().Write(new Journal.CheckedIn(3, null, null, AnythingNew: true));
        var before = app.Get<PersonFile>().Read();
        var sent = await app.Submit(path, path, [("none", "1")]);
        Assert.Null(app.Get<PersonFile>().Read().NewSince);
        await app.Undo(sent);
        var after = app.Get<PersonFile>().Read();
        Assert.Equal((before.Answers, before.NewSince), (after.Answers, after.NewSince));
        Assert.NotNull(after.NewSince);
        var more = await app.Submit(path, path, [("sign", "fever")]);
        Assert.Contains("/more?", more.Location, StringComparison.Ordinal);
        await app.Undo(more);
        Assert.Equal(before.Answers, app.Get<PersonFile>().Read().Answers);
    }

    [Fact]
    public async Task An_address_alone_says_nothing_of_no_sign_and_what_was_said_holds_for_an_hour_and_until_something_is_new()
    {
        await using var app = TestApp.After(Persona.Desk, hours: 1);
        async Task<bool> Says() => Text(await app.Open("/spasm?done=true")).Contains("no sign of danger", StringComparison.Ordinal);
        Assert.False(await Says());
        Assert.Contains("name=\"sign\"", (await app.Open("/spasm?done=true")).Html, StringComparison.Ordinal);
        await app.Submit("/spasm", "/spasm", [("sign", "fever")]);
        Assert.False(await Says());
        await app.Submit("/spasm", "/spasm", [("none", "1")]);
        Assert.True(await Says());
        app.Clock.Pass(TimeSpan.FromMinutes(59));
        Assert.True(await Says());
        app.Clock.Pass(TimeSpan.FromMinutes(2));
        Assert.False(await Says());
        await app.Submit("/spasm", "/spasm", [("none", "1")]);
        app.Clock.Pass(TimeSpan.FromMinutes(1));
        await app.Submit("/", "/check-in", [("pain", "2"), ("new", "yes")]);
        Assert.False(await Says());
        Assert.Contains("that something is new", Text(await app.Open("/spasm")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/spasm", false)]
    [InlineData("/new", false)]
    [InlineData("/spasm", true)]
    [InlineData("/new", true)]
    public async Task A_form_from_before_later_news_settles_none_of_it_and_keeps_what_it_says_to_be_there(string path, bool more)
    {
        await using var app = TestApp.After(Persona.Desk, hours: 1);
        var file = app.Get<PersonFile>();
        file.Write(new Journal.CheckedIn(3, null, null, AnythingNew: true));
        var old = NewsField().Match((await app.Open(path)).Html).Groups[1].Value;
        Assert.NotEqual("", old);
        var at = more ? (await app.Submit(path, path, [("sign", "fever")])).Location! : path;
        app.Clock.Pass(TimeSpan.FromMinutes(1));
        file.Write(new Journal.CheckedIn(4, null, null, AnythingNew: true));
        var since = file.Read().NewSince;
        if (more)
            for (var screens = 0; screens < 6 && at.Contains("/more?", StringComparison.Ordinal); screens++)
                at = (await app.Submit(at, at, [("screen", Screen().Match((await app.Open(at)).Html).Groups[1].Value), ("q.fever", "yes"), ("q.sepsis_signs", "no"), ("q.feels_unwell", "no"), ("q.rigors", "no")])).Location!;
        else await app.Submit(path, path, [("none", "1"), ("news", old)]);
        Assert.Equal(since, file.Read().NewSince);
        // Nothing harmless counts as answered since.
        Assert.DoesNotContain(file.Read().Daily.Answered, answered => answered.Key == "ces_saddle" && answered.Value >= since);
        if (more) Assert.Equal(Truth.True, file.Read().Answers.IsYes("fever"));

        await app.Submit(path, path, [("none", "1")]);
        Assert.Null(file.Read().NewSince);
    }

    [Theory]
    [InlineData("/spasm")]
    [InlineData("/new")]
    public async Task One_undo_takes_back_a_whole_round_of_signs_and_nothing_that_was_told_elsewhere(string path)
    {
        await using var app = TestApp.After(Persona.Desk, hours: 1);
        var (care, file) = (app.Get<CareModels>(), app.Get<PersonFile>());
        file.Write(new Journal.CheckedIn(3, null, null, AnythingNew: true));
        var before = file.Read();
        var sent = await app.Submit(path, path, [("sign", "between-legs")]);
        app.Clock.Pass(TimeSpan.FromSeconds(5));
        file.Write(Journal.AnswerGiven.Word("fever", "yes"));
        var steps = 0;
        for (; steps < 6 && sent.Location!.Contains("/more?", StringComparison.Ordinal); steps++)
        {
            app.Clock.Pass(TimeSpan.FromSeconds(5));
            sent = await app.Submit(sent.Location, sent.Location, [("screen", Screen().Match((await app.Open(sent.Location)).Html).Groups[1].Value), ("q.ces_saddle", "yes"), ("q.ces_bladder", "yes"), ("q.ces_bowel", "no"), ("q.ces_sexual", "no"), ("q.ces_time", "recent")]);
        }
        Assert.True(steps > 0);
        Assert.Equal(Knowledge.Urgency.Emergency, care.Triage.Assess(file.Read().Answers, file.Read().Seen).Unseen);

        await app.Undo(sent);
        var after = file.Read();
        Assert.Equal(before.Answers.With("fever", "yes"), after.Answers);
        Assert.Equal(before.NewSince, after.NewSince);
        Assert.True(care.Triage.Assess(after.Answers).Urgency >= care.Triage.Assess(before.Answers).Urgency);
    }

    [Fact]
    public async Task An_undo_in_the_middle_of_a_round_begins_it_anew()
    {
        await using var app = TestApp.After(Persona.Desk, hours: 1);
        var before = app.Get<PersonFile>().Read().Answers;
        var undone = await app.Undo(await app.Submit("/new", "/new", [("sign", "between-legs")]));
        Assert.Equal(before, app.Get<PersonFile>().Read().Answers);
        Assert.StartsWith("/new?said=undone&undo=", (await app.Open(undone.Location!)).Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_of_another_day_settles_no_news()
    {
        await using var app = TestApp.After(Persona.Desk, hours: 1);
        app.Get<PersonFile>().Write(new Journal.CheckedIn(3, null, null, AnythingNew: true));
        foreach (var at in new[] { "/new/more?yes=&unsure=&asked=", "/new/more?yes=fever&unsure=&asked=fever,sepsis_signs,feels_unwell" })
            Assert.Equal("/new", (await app.Submit("/new", at, [("screen", "spasm:fever"), ("q.fever", "no")])).Location);
        Assert.NotNull(app.Get<PersonFile>().Read().NewSince);
    }

    [Theory]
    [InlineData("/spasm")]
    [InlineData("/new")]
    public async Task The_six_signs_say_why_they_are_asked(string path)
    {
        await using var app = new TestApp();
        Assert.Contains("Why are you asking?", (await app.Open(path)).Html, StringComparison.Ordinal);
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

    [GeneratedRegex("name=\"news\" value=\"([0-9]*)\"")]
    private static partial Regex NewsField();

    [GeneratedRegex("name=\"screen\" value=\"([^\"]*)\"")]
    private static partial Regex Screen();

    [GeneratedRegex("name=\"(q\\.[a-z_0-9]+)\"")]
    private static partial Regex Fields();
}
