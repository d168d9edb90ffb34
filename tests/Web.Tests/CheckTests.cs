using System.Text.RegularExpressions;
using Mainstay.Web.Flow;

namespace Mainstay.Web.Tests;

public sealed partial class CheckTests
{
    static (string, string)[] AboutYou(TestApp app, string screen, string age = "38") => [("screen", screen), ("country", "GB"), ("q.age", age), ("q.sex", "f")];

    static string ScreenOf(Page page) => System.Net.WebUtility.HtmlDecode(Signature().Match(page.Html).Groups[1].Value);

    [Fact]
    public async Task The_check_begins_with_the_person_and_their_country_and_goes_on_where_it_was_left()
    {
        await using var app = new TestApp();
        var first = await app.Open("/check/1");
        Assert.Contains("name=\"country\"", first.Html, StringComparison.Ordinal);
        var sent = await app.Submit("/check/1", "/check/1", AboutYou(app, ScreenOf(first)));
        Assert.Equal((303, "/check/2"), (sent.Status, sent.Location));
        Assert.Equal("/check/2", (await app.Open("/check")).Location);

        var again = await app.Open("/check/1");
        Assert.Contains("value=\"38\"", again.Html, StringComparison.Ordinal);
        Assert.Contains("<option value=\"GB\" selected", again.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_is_sent_twice_changes_nothing_the_second_time()
    {
        await using var app = new TestApp();
        var screen = ScreenOf(await app.Open("/check/1"));
        for (var i = 0; i < 2; i++) Assert.Equal("/check/2", (await app.Submit("/check/1", "/check/1", AboutYou(app, screen))).Location);
        Assert.Single(app.Get<PersonFile>().Read().State.Visits);
    }

    [Fact]
    public async Task A_second_tab_with_another_screen_is_led_to_where_the_check_is()
    {
        await using var app = new TestApp();
        var screen = ScreenOf(await app.Open("/check/1"));
        await app.Submit("/check/1", "/check/1", AboutYou(app, screen));
        var stale = await app.Submit("/check/1", "/check/2", [("screen", screen), ("q.age", "99")]);
        Assert.StartsWith("/check?said=moved", stale.Location, StringComparison.Ordinal);
        Assert.Equal(38, app.Get<PersonFile>().Read().Answers.NumberOf("age"));
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("121")]
    [InlineData("38.5")]
    [InlineData("forty")]
    [InlineData("1e9")]
    [InlineData("NaN")]
    public async Task A_number_that_cannot_be_is_marked_at_its_field_and_what_was_typed_stays(string age)
    {
        await using var app = new TestApp();
        var page = await app.Submit("/check/1", "/check/1", AboutYou(app, ScreenOf(await app.Open("/check/1")), age));
        Assert.Equal(422, page.Status);
        Assert.Contains("id=\"error-age\"", page.Html, StringComparison.Ordinal);
        Assert.Contains($"value=\"{age}\"", page.Html, StringComparison.Ordinal);
        Assert.False(app.Get<PersonFile>().Read().HasAnswers);
    }

    [Fact]
    public async Task Every_screen_says_why_it_asks_and_the_progress_never_goes_backwards()
    {
        await using var app = new TestApp();
        var (care, file) = (app.Get<CareModels>(), app.Get<PersonFile>());
        Persona.Desk.Check(care, file);
        var steps = file.Read().State.Visits.Length;
        var before = -1.0;
        for (var step = 1; step <= steps; step++)
        {
            var page = await app.Open($"/check/{step}");
            Assert.Equal(200, page.Status);
            Assert.Contains("Why are you asking?", page.Html, StringComparison.Ordinal);
            var progress = double.Parse(Progress().Match(page.Html).Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);
            Assert.True(progress >= before, $"step {step}: {progress} after {before}");
            before = progress;
        }
        Assert.Equal("/result", (await app.Open("/check")).Location);
    }

    [Fact]
    public async Task A_changed_answer_counts_at_once_and_the_others_stay()
    {
        await using var app = new TestApp();
        Persona.Desk.Check(app.Get<CareModels>(), app.Get<PersonFile>());
        var page = await app.Open("/check/change/ces_saddle");
        var sent = await app.Submit("/check/change/ces_saddle", "/check/change/ces_saddle", [("screen", ScreenOf(page)), ("q.ces_saddle", "yes")]);
        Assert.Equal(303, sent.Status);
        Assert.Contains("data-level=\"E\"", (await app.Open("/result")).Html, StringComparison.Ordinal);
        Assert.Equal(38, app.Get<PersonFile>().Read().Answers.NumberOf("age"));
    }

    [Theory]
    [InlineData("fever", "yes", "/result?")]
    [InlineData("sitting_hours", "3", "/check/answers?")]
    public async Task A_changed_answer_that_needs_help_today_leads_to_the_result(string input, string answer, string to)
    {
        await using var app = TestApp.After(Persona.Desk);
        var path = $"/check/change/{input}";
        Assert.StartsWith(to, (await app.Submit(path, path, [("screen", ScreenOf(await app.Open(path))), ($"q.{input}", answer)])).Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_questions_go_on_only_where_some_are_left()
    {
        await using var app = TestApp.After(Persona.Desk);
        Assert.DoesNotContain("href=\"/check\">Go on", (await app.Open("/check/answers")).Html, StringComparison.Ordinal);
        await app.Submit("/check/answers", "/check/anew", []);
        await app.Submit("/check/1", "/check/1", AboutYou(app, ScreenOf(await app.Open("/check/1"))));
        Assert.Contains("href=\"/check\">Go on", (await app.Open("/check/answers")).Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("11")]
    [InlineData("-1")]
    [InlineData("much")]
    public async Task A_strength_of_a_place_that_cannot_be_is_marked_at_its_place_and_nothing_is_lost(string strength)
    {
        await using var app = TestApp.After(Persona.Desk);
        var before = app.Get<PersonFile>().Read().Answers;
        foreach (var path in new[] { "/check/places", "/check/places?change=true" })
        {
            var page = await app.Submit(path, path, [("place.low_back_left", strength), ("place.low_back_right", "9")]);
            Assert.Equal(422, page.Status);
            Assert.Contains("id=\"wrong-low_back_left\"", page.Html, StringComparison.Ordinal);
            Assert.DoesNotContain("id=\"wrong-low_back_right\"", page.Html, StringComparison.Ordinal);
            Assert.Matches("<fieldset[^>]*aria-describedby=\"wrong-low_back_left\"", page.Html);
            Assert.Matches("name=\"place.low_back_right\" value=\"9\" checked", page.Html);
            Assert.Contains($"action=\"{path}\"", page.Html, StringComparison.Ordinal);
            Assert.Contains("Why are you asking?", page.Html, StringComparison.Ordinal);
        }
        Assert.Equal(before, app.Get<PersonFile>().Read().Answers);
    }

    /// <summary>Sends the body map outside the order of the check.</summary>
    static async Task<Page> Mark(TestApp app, params string[] places)
    {
        var screen = ScreenOf(await app.Open("/check/change/body_map"));
        return await app.Submit("/check/change/body_map", "/check/change/body_map", [("screen", screen), .. places.Select(place => ("q.body_map", place))]);
    }

    [Fact]
    public async Task A_place_that_is_added_later_is_asked_how_strong_it_is_and_the_others_keep_what_was_said()
    {
        await using var app = new TestApp();
        Persona.Desk.Check(app.Get<CareModels>(), app.Get<PersonFile>());
        var sent = await Mark(app, "low_back_left", "neck_left");
        Assert.StartsWith("/check/places?change=true&said=saved&undo=", sent.Location, StringComparison.Ordinal);
        var page = await app.Open("/check/places?change=true");
        Assert.Contains("action=\"/check/places?change=true\"", page.Html, StringComparison.Ordinal);
        Assert.Matches("name=\"place.low_back_left\" value=\"5\" checked", page.Html);
        Assert.DoesNotMatch("name=\"place.neck_left\" value=\"[0-9]+\" checked", page.Html);
        Assert.Null(app.Get<PersonFile>().Read().Answers.BodyMap["neck_left"]);

        var said = await app.Submit("/check/places?change=true", "/check/places?change=true", [("place.neck_left", "0")]);
        Assert.StartsWith("/check/answers?said=saved&undo=", said.Location, StringComparison.Ordinal);
        Assert.Equal((0, 5), (app.Get<PersonFile>().Read().Answers.BodyMap["neck_left"], app.Get<PersonFile>().Read().Answers.BodyMap["low_back_left"]));
        Assert.Matches("name=\"place.neck_left\" value=\"0\" checked", (await app.Open("/check/places?change=true")).Html);
        await app.Undo(said);
        Assert.Null(app.Get<PersonFile>().Read().Answers.BodyMap["neck_left"]);
        await app.Submit("/check/places?change=true", "/check/places?change=true", [("place.neck_left", "7")]);
        Assert.StartsWith("/check/answers?", (await Mark(app, "low_back_left", "neck_left")).Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_place_alone_is_as_strong_as_the_pain_itself_so_nobody_asks()
    {
        await using var app = new TestApp();
        Persona.Desk.Check(app.Get<CareModels>(), app.Get<PersonFile>());
        Assert.StartsWith("/check/answers?", (await Mark(app, "neck_left")).Location, StringComparison.Ordinal);
        await Mark(app);
        Assert.Equal("/check", (await app.Open("/check/places")).Location);
    }

    [Fact]
    public async Task The_answers_say_how_strong_each_place_is_where_it_was_said()
    {
        await using var app = new TestApp();
        app.Answers("""{"age": 42, "body_map": {"low_back_right": 5, "low_back_left": 0, "neck_left": null, "foot_left": 3}}""");
        var html = System.Net.WebUtility.HtmlDecode((await app.Open("/check/answers")).Html);
        Assert.Contains("Low back, right (5 of 10) and left (0 of 10)", html, StringComparison.Ordinal);
        Assert.Matches("Neck, left(?! \\()", html);
        Assert.Contains("href=\"/check/places?change=true\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_of_the_places_says_how_far_along_the_check_is()
    {
        await using var app = new TestApp();
        Persona.Desk.Check(app.Get<CareModels>(), app.Get<PersonFile>());
        var visits = app.Get<PersonFile>().Read().State.Visits;
        var step = visits.ToList().FindIndex(visit => visit.Asked.Contains("body_map")) + 1;
        string Far(Page page) => FarAlong().Match(page.Html).Value;
        var places = await app.Open("/check/places");
        Assert.StartsWith($"{step} of about ", Far(places), StringComparison.Ordinal);
        Assert.Equal(Far(await app.Open($"/check/{step}")), Far(places));
        Assert.Equal("", Far(await app.Open("/check/places?change=true")));
    }

    [GeneratedRegex("[0-9]+ of about [0-9]+")]
    private static partial Regex FarAlong();

    [Fact]
    public async Task An_option_or_place_that_does_not_exist_is_refused_without_a_change()
    {
        await using var app = new TestApp();
        Persona.Desk.Check(app.Get<CareModels>(), app.Get<PersonFile>());
        var before = app.Get<PersonFile>().Read().Answers;
        foreach (var (id, value) in new[] { ("ces_saddle", "maybe"), ("body_map", "moon"), ("sex", "<b>") })
        {
            var screen = ScreenOf(await app.Open($"/check/change/{id}"));
            Assert.Equal(422, (await app.Submit($"/check/change/{id}", $"/check/change/{id}", [("screen", screen), ($"q.{id}", value)])).Status);
        }
        Assert.Equal(before, app.Get<PersonFile>().Read().Answers);
        Assert.Equal(404, (await app.Open("/check/change/no_such_input")).Status);
    }

    [Fact]
    public async Task Beginning_again_asks_every_sign_of_danger_anew()
    {
        await using var app = new TestApp();
        Persona.Emergency.Check(app.Get<CareModels>(), app.Get<PersonFile>());
        Assert.StartsWith("/check?said=anew", (await app.Submit("/check/answers", "/check/anew", [])).Location, StringComparison.Ordinal);
        var person = app.Get<PersonFile>().Read();
        Assert.Empty(person.State.Visits);
        Assert.All(person.Answers.Questionnaire.Inputs.Where(input => input.Danger), input => Assert.Equal(Care.AnswerState.Unanswered, person.Answers[input.Id].State));
        Assert.Equal(38, person.Answers.NumberOf("age"));
    }

    [GeneratedRegex("name=\"screen\" value=\"([^\"]*)\"")]
    private static partial Regex Signature();

    [GeneratedRegex("<progress[^>]* value=\"([0-9.]+)\"")]
    private static partial Regex Progress();
}
