using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Mainstay.Care;
using Mainstay.Journal;
using Mainstay.Web.Flow;
using Mainstay.Web.Mast;

namespace Mainstay.Web.Tests;

public sealed class BodyPageTests
{
    static async Task<JsonElement> Answer(TestApp app, string query)
    {
        var page = await app.Open($"/api/body?{query}");
        Assert.Equal(200, page.Status);
        return JsonDocument.Parse(page.Html).RootElement;
    }

    static double[] Of(JsonElement answer, string figure) => [.. answer.GetProperty("levels").EnumerateArray().Select(level => level.GetProperty(figure).GetDouble())];

    static async Task<string> Text(TestApp app, string url) => WebUtility.HtmlDecode((await app.Open(url)).Html);

    static string[] Shown(string page) => [.. Regex.Matches(page, "<span class=\"num\">([0-9.]+) ×</span>").Select(match => match.Groups[1].Value)];

    static string[] Written(IEnumerable<double> times) => [.. times.Select(one => Math.Round(one, 1).ToString("0.##", CultureInfo.InvariantCulture))];

    [Theory]
    [InlineData("bend")]
    [InlineData("stoop-lift")]
    public async Task The_page_shows_six_discs_with_the_numbers_of_the_answer(string posture)
    {
        await using var app = new TestApp();
        var page = await Text(app, $"/body?posture={posture}");
        Assert.Equal(6, Shown(page).Length);
        Assert.Equal(Written(Of(await Answer(app, $"posture={posture}"), "ofStanding").Reverse()), Shown(page));
        Assert.Contains("A model, not your back.", page, StringComparison.Ordinal);
        Assert.Contains("mi-disc", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tight_hamstrings_change_less_than_three_percent_of_standing()
    {
        await using var app = new TestApp();
        foreach (var tight in new[] { 5, 10, 20 })
        {
            var answer = await Answer(app, $"posture=stand&tight-hamstrings={tight}");
            Assert.All(Of(answer, "changeN").Zip(Of(answer, "compressionN")), level => Assert.True(Math.Abs(level.First) < 0.03 * level.Second));
        }
        Assert.Contains("less than 1 %", (await app.Open("/body?posture=stand&tight-hamstrings=20")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tight_hamstrings_do_not_let_the_hips_bend_right_down()
    {
        await using var app = new TestApp();
        Assert.Equal(JsonValueKind.Null, (await Answer(app, "posture=hang")).GetProperty("stop").ValueKind);
        var stop = (await Answer(app, "posture=hang&tight-hamstrings=10")).GetProperty("stop");
        var page = await Text(app, "/body?posture=hang&tight-hamstrings=10");
        Assert.Contains($"the hips stop at about {Math.Round(stop.GetProperty("stopDeg").GetDouble())}°", page, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"bars\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_changed_is_told_from_the_answer()
    {
        await using var app = new TestApp();
        var answer = await Answer(app, "posture=stand&tight-hips=10");
        var most = Of(answer, "changeN").Zip(Of(answer, "compressionN"), (change, now) => change / (now - change)).MaxBy(Math.Abs);
        Assert.True(most > 0.01);
        Assert.Contains($"about {Math.Round(100 * most)} % more than with usual muscles", (await app.Open("/body?posture=stand&tight-hips=10")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_choice_is_answered()
    {
        await using var app = new TestApp();
        foreach (var scene in app.Get<BodyDesk>().Scenes)
        {
            var page = await app.Open($"/body?posture={scene.Id}");
            Assert.Equal(200, page.Status);
            Assert.Contains("class=\"mf inside\"", page.Html, StringComparison.Ordinal);
            Assert.Equal(200, (await app.Open($"/api/body?posture={scene.Id}&kg=40&" + string.Join('&', MastMuscle.All.Select(muscle => $"{muscle.Field}={muscle.Most}")))).Status);
        }
    }

    [Fact]
    public async Task A_movement_is_told_at_a_hundred_and_twenty_moments_and_answered_at_the_one_with_most_load()
    {
        await using var app = new TestApp();
        var answer = await Answer(app, "posture=squat-lift&weak-back=30");
        var movement = answer.GetProperty("movement");
        var frames = movement.GetProperty("frames").EnumerateArray().ToArray();
        Assert.Equal(120, frames.Length);
        double Most(JsonElement frame) => frame.GetProperty("usual").EnumerateArray().Max(times => times.GetDouble());
        var peak = frames.MaxBy(Most);
        Assert.Equal(peak.GetProperty("seconds").GetDouble(), movement.GetProperty("at").GetDouble(), 2);
        Assert.Equal(peak.GetProperty("ofStanding").EnumerateArray().Select(times => times.GetDouble()).Max(), Of(answer, "ofStanding").Max(), 2);
        Assert.True(Most(peak) > Most(frames[frames.Length / 2]) + 0.1, "the load is the same all the way");
    }

    [Fact]
    public async Task A_heavier_load_in_the_hands_presses_more()
    {
        await using var app = new TestApp();
        foreach (var posture in new[] { "bend", "stoop-lift" })
            Assert.All(Of(await Answer(app, $"posture={posture}&kg=20"), "compressionN").Zip(Of(await Answer(app, $"posture={posture}&kg=0"), "compressionN")), level => Assert.True(level.First > level.Second));
    }

    [Theory]
    [InlineData("posture=moon", "posture")]
    [InlineData("tight-hamstrings=-1", "tight-hamstrings")]
    [InlineData("tight-hips=1e9&weak-back=%00", "tight-hips")]
    [InlineData("weak-back=1&weak-back=2", "weak-back")]
    [InlineData("kg=NaN", "kg")]
    [InlineData("posture=%22%3E%3Cscript%3Ealert(1)%3C/script%3E", "posture")]
    public async Task A_value_that_can_not_be_is_said_at_its_field_and_what_was_typed_is_kept(string query, string field)
    {
        await using var app = new TestApp();
        var page = await app.Open($"/body?{query}");
        Assert.Equal(422, page.Status);
        Assert.Contains(field == "posture" ? "We do not know that choice." : $"id=\"{field}-wrong\"", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", page.Html, StringComparison.Ordinal);
        if (field == "kg") Assert.Contains("value=\"NaN\"", page.Html, StringComparison.Ordinal);
        Assert.Equal(422, (await app.Open($"/api/body?{query}")).Status);
        Assert.Equal(422, (await app.Open($"/api/body/shown?{query}")).Status);
        Assert.Equal(422, (await app.Open($"/api/body/first?{query}")).Status);
    }

    [Fact]
    public async Task Two_states_stand_beside_each_other_and_the_kept_one_is_in_the_address()
    {
        await using var app = new TestApp();
        var first = await Text(app, "/body?posture=bend&kg=0");
        var keep = Regex.Match(first, "href=\"(/body[^\"]*&a=[^\"]*)\"").Groups[1].Value;
        Assert.Contains("a=posture%3Dbend", keep, StringComparison.Ordinal);
        var both = await Text(app, keep.Replace("kg=0", "kg=10", StringComparison.Ordinal));
        Assert.Equal(18, Shown(both).Length);
        Assert.Matches(@"B loads L\d/\S+ about \d+ % more than A", both);
        Assert.Contains("name=\"a\" value=\"posture=bend", both, StringComparison.Ordinal);
        Assert.Equal(422, (await app.Open("/body?a=posture%3Dmoon")).Status);
        Assert.Equal(422, (await app.Open("/body?a=" + new string('x', 3000))).Status);
    }

    [Fact]
    public async Task Which_rope_first_is_worked_out_once_asked_and_told_with_its_probability()
    {
        await using var app = new TestApp();
        app.Answers("""{"age": 42, "sex": "f", "height_cm": 165, "mass_kg": 62, "sitting_hours": 6, "lifting_work": "yes"}""");
        Assert.Contains("href=\"/body?posture=stand&kg=0&tight-hamstrings=0&first=1#first\"", await Text(app, "/body"), StringComparison.Ordinal);
        var page = await Text(app, "/body?first=1");
        Assert.Contains("A day as in your answers. You sit for 6 hours", page, StringComparison.Ordinal);
        var told = Regex.Match(page, @"Most often among the first three: [^.]*\(in (\d+) of 100 tries\)");
        Assert.True(told.Success, "no rope is told");
        Assert.InRange(int.Parse(told.Groups[1].Value, CultureInfo.InvariantCulture), 10, 100);
        Assert.Contains(told.Value, await Text(app, "/body?first=1"), StringComparison.Ordinal);
        Assert.Contains("Most often among the first three", await Text(app, "/api/body/first"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_bodys_own_height_and_weight_are_used_where_they_are_known()
    {
        await using var app = new TestApp();
        Assert.Contains("a man of 174 cm and 70 kg", await Text(app, "/body"), StringComparison.Ordinal);
        var usual = Of(await Answer(app, "posture=stand"), "compressionN");
        app.Answers("""{"age": 42, "sex": "f", "height_cm": 160, "mass_kg": 95}""");
        Assert.Contains("It uses your sex, height and weight.", (await app.Open("/body")).Html, StringComparison.Ordinal);
        Assert.All(Of(await Answer(app, "posture=stand"), "compressionN").Zip(usual), level => Assert.True(level.First > level.Second));
    }

    [Fact]
    public async Task The_sliders_start_from_the_persons_own_knee_test()
    {
        await using var app = new TestApp();
        app.Answers("""{"age": 42, "test_knee_extension_lack_deg": 20}""");
        var page = await Text(app, "/body");
        Assert.Equal(0, Slider(page, "tight-hamstrings"));
        Assert.Contains("Back of the thighs: Seated knee straighten. 20 degrees", Plain(page), StringComparison.Ordinal);
        app.Get<PersonFile>().Write(Noted.Of(new TestTaken { Test = "knee-extension", Left = 45, Right = 50 }));
        page = await Text(app, "/body");
        Assert.InRange(Slider(page, "tight-hamstrings"), 2, 20);
        Assert.Contains("Back of the thighs: Seated knee straighten. 50 degrees, on ", Plain(page), StringComparison.Ordinal);
        Assert.Equal(3, Slider(await Text(app, "/body?tight-hamstrings=3"), "tight-hamstrings"));
    }

    public static TheoryData<string, double, double, double> Tests => new()
    {
        // Half of the hold that counts as usual: 1 − 0.5^(1 / 2.27) = 26 %.
        { "trunk-hold", 30, 26, 26 }, { "trunk-hold", 60, 0, 0 }, { "trunk-hold", 0, 70, 70 },
        { "side-bridge", 30, 26, 26 },
        // 1 − (1 + 10 / 30) / (1 + 20 / 30) = 20 %.
        { "single-leg-bridge", 10, 20, 20 }, { "single-leg-bridge", 20, 0, 0 },
        // 12 is the value of her age.
        { "sit-to-stand", 9, 25, 25 }, { "sit-to-stand", 13, 0, 0 },
        { "modified-thomas", 1, 1, 15 }, { "modified-thomas", 0, 0, 0 },
    };

    [Theory]
    [MemberData(nameof(Tests))]
    public async Task A_self_test_sets_the_slider_of_its_muscle(string test, double result, double least, double most)
    {
        await using var app = new TestApp();
        app.Answers("""{"age": 62, "sex": "f"}""");
        var sides = TestApp.Library.Tests.First(one => one.Id == test).Sides;
        app.Get<PersonFile>().Write(Noted.Of(sides ? new TestTaken { Test = test, Left = result, Right = OwnReading.All.First(one => one.Test == test).High ? 0 : 60 } : new TestTaken { Test = test, Value = result }));
        Assert.InRange(Slider(await Text(app, "/body"), OwnReading.All.First(one => one.Test == test).Field), least, most);
    }

    [Fact]
    public async Task Stands_from_a_chair_say_nothing_of_somebody_whose_age_has_no_values()
    {
        await using var app = new TestApp();
        app.Answers("""{"age": 42, "sex": "f"}""");
        app.Get<PersonFile>().Write(Noted.Of(new TestTaken { Test = "sit-to-stand", Value = 5 }));
        Assert.Equal(0, Slider(await Text(app, "/body"), "weak-thighs"));
    }

    [Fact]
    public async Task An_answer_of_the_check_counts_until_the_test_is_done_again()
    {
        await using var app = new TestApp();
        app.Answers("""{"age": 42, "test_thomas_positive": "yes", "test_trunk_hold_s": 15}""");
        var page = await Text(app, "/body");
        Assert.True(Slider(page, "tight-hips") > 0, "the thigh that stays up says nothing");
        Assert.Equal(46, Slider(page, "weak-back"));
        app.Get<PersonFile>().Write(Noted.Of(new TestTaken { Test = "trunk-hold", Value = 60 }));
        Assert.Equal(0, Slider(await Text(app, "/body"), "weak-back"));
    }

    static double Slider(string page, string field) => double.Parse(Regex.Match(page, $"id=\"{field}\"[^>]* value=\"([0-9.]+)\"").Groups[1].Value, CultureInfo.InvariantCulture);

    static string Plain(string html) => Regex.Replace(Regex.Replace(html, "<[^>]+>", ""), @"\s+", " ");

    [Theory]
    [InlineData("tight-hamstrings-hip-flexors")]
    [InlineData("prolonged-sitting")]
    [InlineData("low-strength")]
    [InlineData("acute-strain")]
    [InlineData("over-exercise")]
    public async Task A_contributor_with_a_story_in_the_body_leads_to_it(string contributor)
    {
        await using var app = new TestApp();
        var url = MastStories.Of(contributor, app.Get<BodyDesk>().Scenes)!.Url;
        Assert.Contains($"href=\"{url}\"", await Text(app, $"/why/{contributor}"), StringComparison.Ordinal);
        Assert.Equal(200, (await app.Open(url)).Status);
    }

    [Theory]
    [InlineData("sensitised")]
    [InlineData("stress")]
    [InlineData("inflammatory")]
    public void Of_pain_nerves_and_stress_the_body_tells_no_story(string contributor) => Assert.Null(MastStories.Of(contributor, MastScene.All(TestApp.Library)));
}
