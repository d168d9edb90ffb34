using Mainstay.Care;
using Mainstay.Web.Flow;

namespace Mainstay.Web.Tests;

public sealed class PlanTests
{
    static Plan PlanOf(TestApp app)
    {
        var (file, care) = (app.Get<PersonFile>(), app.Get<CareModels>());
        var person = file.Read();
        return care.Model.Assess(person.Answers, file.Today, person.Seen, person.Choices).Plan.Plan!;
    }

    [Fact]
    public async Task Every_item_says_why_it_is_there()
    {
        await using var app = TestApp.After(Persona.Desk);
        foreach (var day in PlanOf(app).Days)
        {
            var html = Text(await app.Open($"/plan?day={day.Index}"));
            foreach (var item in day.All)
            {
                Assert.Contains(item.Item.Name, html, StringComparison.Ordinal);
                Assert.Contains(item.For, html, StringComparison.Ordinal);
                Assert.Contains(item.How, html, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task How_well_an_item_is_known_stands_on_its_face_and_what_the_model_says_is_inside()
    {
        await using var app = TestApp.After(Persona.Desk);
        var day = PlanOf(app).Days.First(one => !one.Free);
        var html = Text(await app.Open($"/plan?day={day.Index}"));
        foreach (var item in day.Items)
        {
            var row = html[html.IndexOf($"id=\"item-{item.Id}\"", StringComparison.Ordinal)..];
            row = row[..row.IndexOf("</details>", StringComparison.Ordinal)];
            var inside = row.IndexOf("<details", StringComparison.Ordinal);
            Assert.InRange(row.IndexOf("class=\"evidence\"", StringComparison.Ordinal), 0, inside);
            Assert.DoesNotContain("In the model", row[..inside], StringComparison.Ordinal);
        }
        Assert.Contains("In the model", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_swap_a_skip_less_time_and_another_place_make_the_week_anew_at_once()
    {
        await using var app = TestApp.After(Persona.Desk);
        var day = PlanOf(app).Days.First(one => one.Items.Any(item => !item.Alternatives.IsEmpty));
        var item = day.Items.First(one => !one.Alternatives.IsEmpty);
        async Task Do(params (string, string)[] fields) => Assert.Equal(303, (await app.Submit($"/plan?day={day.Index}", "/plan/change", [.. fields, ("day", $"{day.Index}")])).Status);

        await Do(("do", "swap"), ("item", item.Id), ("to", item.Alternatives[0]));
        Assert.Contains(PlanOf(app).Days[day.Index].Items, one => one.Id == item.Alternatives[0]);
        Assert.Contains($"You chose it in place of: {item.Item.Name}", Text(await app.Open($"/plan?day={day.Index}")), StringComparison.Ordinal);
        await Do(("do", "skip"), ("item", item.Alternatives[0]));
        Assert.DoesNotContain(PlanOf(app).Days[day.Index].Items, one => one.Id == item.Alternatives[0]);
        await Do(("do", "minutes"), ("minutes", "4"));
        Assert.True(PlanOf(app).Days[day.Index].Used <= 4);
        await Do(("do", "place"), ("place", "work"));
        Assert.All(PlanOf(app).Days[day.Index].Items, one => Assert.Contains("work", one.Item.Places));
        await app.Submit("/plan", "/plan/reset", []);
        Assert.Contains(PlanOf(app).Days[day.Index].Items, one => one.Id == item.Id);
    }

    [Fact]
    public async Task The_frame_can_be_changed_on_the_page_of_the_plan()
    {
        await using var app = TestApp.After(Persona.Desk);
        Assert.Equal(303, (await app.Submit("/plan", "/plan/frame", [("q.minutes_per_day", "5"), ("q.places", "work"), ("q.places.asked", "1")])).Status);
        Assert.All(PlanOf(app).Days, day => Assert.True(day.Used <= 5));
        Assert.Equal("work", Assert.Single(app.Get<PersonFile>().Read().Answers.OptionsOf("places")));
    }

    [Theory]
    [InlineData("q.minutes_per_day", "lots", "minutes_per_day", "value=\"lots\"")]
    [InlineData("q.days_per_week", "12", "days_per_week", "value=\"12\"")]
    [InlineData("q.places", "the moon", "places", "value=\"5\"")]
    public async Task A_frame_that_cannot_be_is_marked_at_its_field_and_what_was_typed_stays(string field, string value, string id, string shown)
    {
        await using var app = TestApp.After(Persona.Desk);
        var before = app.Get<PersonFile>().Read().Answers;
        (string, string)[] minutes = field == "q.minutes_per_day" ? [] : [("q.minutes_per_day", "5")];
        var page = await app.Submit("/plan", "/plan/frame", [.. minutes, (field, value), ("q.places.asked", "1")]);
        Assert.Equal(422, page.Status);
        Assert.Contains($"id=\"frame-wrong-{id}\"", page.Html, StringComparison.Ordinal);
        Assert.Contains($"aria-describedby=\"frame-wrong-{id}\"", page.Html, StringComparison.Ordinal);
        Assert.Contains(shown, page.Html, StringComparison.Ordinal);
        if (minutes.Length > 0) Assert.Contains("value=\"5\"", page.Html, StringComparison.Ordinal);
        Assert.Equal(before, app.Get<PersonFile>().Read().Answers);
    }

    [Theory]
    [InlineData("swap", "no-such-item", "cat-cow", "0")]
    [InlineData("skip", "<script>", "", "0")]
    [InlineData("skip", "cat-cow", "", "7")]
    [InlineData("skip", "cat-cow", "", "-1")]
    [InlineData("fly", "cat-cow", "", "0")]
    public async Task A_change_that_makes_no_sense_is_refused(string what, string item, string to, string day)
    {
        await using var app = TestApp.After(Persona.Desk);
        Assert.Equal(400, (await app.Submit("/plan", "/plan/change", [("do", what), ("item", item), ("to", to), ("day", day)])).Status);
        Assert.Empty(app.Get<PersonFile>().Read().Choices.Made);
    }

    [Fact]
    public async Task Under_sixteen_there_is_no_programme()
    {
        await using var app = TestApp.After(Persona.Desk.Aged(15));
        var html = Text(await app.Open("/plan"));
        Assert.DoesNotContain("class=\"items\"", html, StringComparison.Ordinal);
        Assert.Contains("No plan for now", html, StringComparison.Ordinal);
    }
}
