using Mainstay.Web.Flow;

namespace Mainstay.Web.Tests;

public sealed class ResultTests
{
    const string NotReviewed = "No clinician has reviewed Mainstay yet";

    static TestApp After(Persona persona)
    {
        var app = new TestApp();
        persona.Check(app.Get<CareModels>(), app.Get<PersonFile>());
        return app;
    }

    [Fact]
    public async Task Before_the_first_answer_the_result_and_the_plan_lead_to_the_questions()
    {
        await using var app = new TestApp();
        foreach (var path in new[] { "/result", "/plan" }) Assert.Contains("No result yet", (await app.Open(path)).Html, StringComparison.Ordinal);
        Assert.Contains("Start the check", (await app.Open("/")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_desk_worker_may_look_after_themselves_and_sees_what_may_play_a_part_the_course_and_the_plan()
    {
        await using var app = After(Persona.Desk);
        var html = (await app.Open("/result")).Html;
        Assert.Contains("data-level=\"S\"", html, StringComparison.Ordinal);
        Assert.Contains("Long sitting", html, StringComparison.Ordinal);
        Assert.Contains("What to expect", html, StringComparison.Ordinal);
        Assert.Contains("href=\"/plan\"", html, StringComparison.Ordinal);
        Assert.Contains(NotReviewed, html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_an_emergency_there_are_words_to_say_no_guess_of_a_number_and_no_programme_anywhere()
    {
        await using var app = After(Persona.Emergency);
        var html = (await app.Open("/result")).Html;
        Assert.Contains("data-level=\"E\"", html, StringComparison.Ordinal);
        Assert.Contains("Please call your emergency number now", html, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"tel:", html, StringComparison.Ordinal);
        Assert.Contains("What to say", html, StringComparison.Ordinal);
        Assert.Contains(NotReviewed, html, StringComparison.Ordinal);
        foreach (var path in new[] { "/", "/plan" })
        {
            var page = (await app.Open(path)).Html;
            Assert.DoesNotContain("class=\"items\"", page, StringComparison.Ordinal);
            Assert.DoesNotContain("class=\"week\"", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task With_a_country_its_own_number_is_shown_and_can_be_dialled()
    {
        await using var app = After(Persona.Emergency);
        await app.Submit("/me", "/me", [("country", "GB")]);
        var html = (await app.Open("/result")).Html;
        Assert.Contains("href=\"tel:999\"", html, StringComparison.Ordinal);
        Assert.Contains("Please call 999 or 112 now", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_is_cleared_while_a_question_that_matters_is_open()
    {
        await using var app = After(Persona.Silent);
        var html = (await app.Open("/result")).Html;
        Assert.Contains("We cannot clear you yet", html, StringComparison.Ordinal);
        Assert.Contains("/check/change/leg_weak", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lines_about_the_nerves_that_were_ticked_and_then_left_blank_are_an_emergency_without_a_plan()
    {
        await using var app = After(Persona.Frightened);
        Assert.Contains("data-level=\"E\"", (await app.Open("/result")).Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Your week", (await app.Open("/plan")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Being_seen_marks_the_rule_keeps_the_level_and_what_was_typed_stays_text()
    {
        await using var app = After(Persona.Emergency);
        var rule = app.Get<CareModels>().Triage.Assess(app.Get<PersonFile>().Read().Answers).Fired[0].Rule.Id;
        var sent = await app.Submit("/result", "/result/seen", [("rule", rule), ("on", "2026-03-09"), ("by", "Dr <script>alert(1)</script>"), ("told", "🙂 \u202Eall well"), ("exercise", "no")]);
        Assert.Equal(303, sent.Status);
        var html = (await app.Open("/result")).Html;
        Assert.Contains("Seen on 9 March 2026 by Dr &lt;script&gt;", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", html, StringComparison.Ordinal);
        Assert.Contains("data-level=\"E\"", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("RF-00", "2026-03-09", "Dr A")]
    [InlineData("", "2026-03-11", "Dr A")]
    [InlineData("", "yesterday", "Dr A")]
    [InlineData("", "2026-03-09", " ")]
    public async Task A_record_that_cannot_be_is_refused(string rule, string on, string by)
    {
        await using var app = After(Persona.Emergency);
        var fired = app.Get<CareModels>().Triage.Assess(app.Get<PersonFile>().Read().Answers).Fired[0].Rule.Id;
        Assert.Equal(400, (await app.Submit("/result", "/result/seen", [("rule", rule.Length > 0 ? rule : fired), ("on", on), ("by", by)])).Status);
        Assert.Empty(app.Get<PersonFile>().Read().Seen);
    }

    [Fact]
    public async Task The_page_of_a_contributor_says_which_answers_point_to_it()
    {
        await using var app = new TestApp();
        Assert.Contains("You have not answered our questions yet", (await app.Open("/why/prolonged-sitting")).Html, StringComparison.Ordinal);
        Persona.Desk.Check(app.Get<CareModels>(), app.Get<PersonFile>());
        var sitting = TestApp.Library.Contributors.Single(one => one.Id == "prolonged-sitting");
        var html = System.Net.WebUtility.HtmlDecode((await app.Open("/why/prolonged-sitting")).Html);
        Assert.Contains(sitting.Evidence, evidence => evidence.For is { } reason && html.Contains(reason, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_contributor_cause_road_and_claim_has_its_page()
    {
        await using var app = new TestApp();
        var library = TestApp.Library;
        foreach (var (path, text) in library.Contributors.Select(one => ($"/why/{one.Id}", one.About[0]))
            .Concat(library.Causes.Concat(library.Roads).Select(one => ($"/why/{one.Id}", one.About[0])))
            .Concat(library.Claims.Select(one => ($"/learn/claims/{one.Ref}", one.Says))))
        {
            var page = await app.Open(path);
            Assert.Equal(200, page.Status);
            Assert.Contains(text, System.Net.WebUtility.HtmlDecode(page.Html), StringComparison.Ordinal);
        }
        Assert.Equal(404, (await app.Open("/why/no-such-thing")).Status);
        Assert.Equal(404, (await app.Open("/learn/claims/C-999")).Status);
    }
}
