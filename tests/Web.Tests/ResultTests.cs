using Mainstay.Web.Flow;

namespace Mainstay.Web.Tests;

public sealed class ResultTests
{
    const string NotReviewed = "No clinician has reviewed Mainstay yet";

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
        await using var app = TestApp.After(Persona.Desk);
        var html = (await app.Open("/result")).Html;
        Assert.Contains("data-level=\"S\"", html, StringComparison.Ordinal);
        Assert.Contains("Long sitting", html, StringComparison.Ordinal);
        Assert.Contains("What to expect", html, StringComparison.Ordinal);
        Assert.Contains("href=\"/plan\"", html, StringComparison.Ordinal);
        Assert.Contains(NotReviewed, html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("long_cough", false)]
    public async Task The_plan_and_the_letter_stand_beside_each_other_and_one_of_them_is_the_first(string? sign, bool planFirst)
    {
        await using var app = TestApp.After(sign is null ? Persona.Desk : Persona.Desk.With(sign, "yes"));
        var html = (await app.Open("/result")).Html;
        var banner = html[html.IndexOf("<section class=\"urgency\"", StringComparison.Ordinal)..];
        banner = banner[..banner.IndexOf("</section>", StringComparison.Ordinal)];
        Assert.Matches($"class=\"button {(planFirst ? "" : "second")}\" href=\"/plan\"|class=\"button{(planFirst ? "" : " second")}\" href=\"/plan\"", banner);
        Assert.Matches($"class=\"button{(planFirst ? " second" : "")}\" href=\"/result/letter\"", banner);
        Assert.Single(System.Text.RegularExpressions.Regex.Matches(html, "href=\"/result/letter\""));
    }

    [Fact]
    public async Task In_an_emergency_there_are_words_to_say_no_guess_of_a_number_and_no_programme_anywhere()
    {
        await using var app = TestApp.After(Persona.Emergency);
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
        await using var app = TestApp.After(Persona.Emergency);
        await app.Submit("/me", "/me", [("country", "GB")]);
        var html = (await app.Open("/result")).Html;
        Assert.Contains("href=\"tel:999\"", html, StringComparison.Ordinal);
        Assert.Contains("Please call 999 or 112 now", html, StringComparison.Ordinal);
    }

    /// <summary>Finished people, one of each level.</summary>
    static async Task<Persona[]> OfEachLevel()
    {
        await using var app = TestApp.After(Persona.Desk);
        var (care, desk) = (app.Get<CareModels>(), app.Get<PersonFile>().Read().Answers);
        Persona With(Knowledge.Urgency level) => Persona.Desk.With(TestApp.Library.Inputs
            .First(input => input is { Kind: Knowledge.InputKind.YesNo, Danger: true } && care.Triage.Assess(desk.With(input.Id, "yes")) is var triage && triage.Urgency == level && !triage.Provisional).Id, "yes");
        return [Persona.Desk, Persona.Silent, With(Knowledge.Urgency.Routine), With(Knowledge.Urgency.WithinTwoWeeks), With(Knowledge.Urgency.SameDay), Persona.Emergency];
    }

    [Fact]
    public async Task A_button_of_the_result_never_leads_back_to_it()
    {
        var levels = new HashSet<Knowledge.Urgency>();
        foreach (var persona in await OfEachLevel())
            foreach (var what in new[] { "", "new", "due" })
            {
                await using var app = TestApp.After(persona, hours: 1);
                var (care, file) = (app.Get<CareModels>(), app.Get<PersonFile>());
                await app.Submit("/me", "/me", [("country", "GB")]);
                if (what.Length > 0) file.Write([new Journal.CheckedIn(3, null, null, AnythingNew: true), .. what == "due" ? [new Journal.SignsAnswered()] : Array.Empty<Journal.Entry>()]);
                Assert.Null(care.Next(file.Read()));
                Assert.Equal(what == "due", what == "due" && care.Day(file.Read()).Rescreen is { Holds: true });
                levels.Add(care.Assess(file.Read()).Triage.Urgency);
                var html = (await app.Open("/result")).Html;
                var buttons = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(html).QuerySelectorAll("main a.button:not(.second)").Select(button => button.GetAttribute("href")!).ToList();
                Assert.NotEmpty(buttons);
                foreach (var button in buttons.Where(button => button.StartsWith('/')))
                {
                    var at = button;
                    for (var hops = 0; hops < 5 && (await app.Open(at)).Location is { } on; hops++) at = on;
                    Assert.False(at.Split('?')[0] == "/result", $"{button}, {what}, {care.Assess(file.Read()).Triage.Urgency}");
                }
            }
        Assert.Equal(Enum.GetValues<Knowledge.Urgency>().Order(), levels.Order());
    }

    [Fact]
    public async Task Questions_that_are_due_stand_on_the_result_with_the_way_to_them()
    {
        await using var app = TestApp.After(Persona.Desk, hours: 1);
        Assert.DoesNotContain("href=\"/new/again\"", (await app.Open("/result")).Html, StringComparison.Ordinal);
        app.Get<PersonFile>().Write(new Journal.CheckedIn(3, null, null, AnythingNew: true), new Journal.SignsAnswered());
        var html = (await app.Open("/result")).Html;
        Assert.Contains("A few questions first", html, StringComparison.Ordinal);
        Assert.Contains("href=\"/new/again\">Answer the rest", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_is_cleared_while_a_question_that_matters_is_open()
    {
        await using var app = TestApp.After(Persona.Silent);
        var html = (await app.Open("/result")).Html;
        Assert.Contains("We cannot clear you yet", html, StringComparison.Ordinal);
        Assert.Contains("/check/change/leg_weak", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lines_about_the_nerves_that_were_ticked_and_then_left_blank_are_an_emergency_without_a_plan()
    {
        await using var app = TestApp.After(Persona.Frightened);
        Assert.Contains("data-level=\"E\"", (await app.Open("/result")).Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Your week", (await app.Open("/plan")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Being_seen_marks_the_rule_keeps_the_level_and_what_was_typed_stays_text()
    {
        await using var app = TestApp.After(Persona.Emergency);
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
        await using var app = TestApp.After(Persona.Emergency);
        var fired = app.Get<CareModels>().Triage.Assess(app.Get<PersonFile>().Read().Answers).Fired[0].Rule.Id;
        Assert.Equal(rule.Length > 0 ? 400 : 422, (await app.Submit("/result", "/result/seen", [("rule", rule.Length > 0 ? rule : fired), ("on", on), ("by", by)])).Status);
        Assert.Empty(app.Get<PersonFile>().Read().Seen);
    }

    [Theory]
    [InlineData("2026-03-11", "Dr A", "fine", "on")]
    [InlineData("yesterday", "Dr A", "fine", "on")]
    [InlineData("2026-03-09", " ", "fine", "by")]
    [InlineData("2026-03-09", "Dr A", null, "told")]
    public async Task What_is_wrong_with_a_record_stands_at_its_field_and_what_was_typed_stays(string on, string by, string? told, string wrong)
    {
        foreach (var persona in new[] { Persona.Emergency, Persona.Desk.With("fever", "yes") })
        {
            await using var app = TestApp.After(persona);
            var rule = app.Get<CareModels>().Triage.Assess(app.Get<PersonFile>().Read().Answers).Fired[0].Rule.Id;
            told ??= new string('o', 601);
            var page = await app.Submit("/result", "/result/seen", [("rule", rule), ("on", on), ("by", by), ("told", told), ("exercise", "yes")]);
            Assert.Equal(422, page.Status);
            foreach (var field in new[] { "on", "by", "told" })
                Assert.Equal(field == wrong, page.Html.Contains($"id=\"wrong-{field}-{rule}\"", StringComparison.Ordinal));
            foreach (var kept in new[] { $"value=\"{on}\"", $"value=\"{by.Trim()}\"", $">{told}</textarea>", $"aria-describedby=\"wrong-{wrong}-{rule}\"", $"href=\"#{rule}\"" })
                Assert.Contains(kept, page.Html, StringComparison.Ordinal);
            Assert.Matches("value=\"yes\"[^>]* checked", page.Html);
            Assert.Empty(app.Get<PersonFile>().Read().Seen);
        }
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
