using Mainstay.Care;
using Mainstay.Web.Flow;

namespace Mainstay.Web.Tests;

public sealed class PlanTests
{
    static TestApp After(Persona persona)
    {
        var app = new TestApp();
        persona.Check(app.Get<CareModels>(), app.Get<PersonFile>());
        return app;
    }

    static Plan PlanOf(TestApp app)
    {
        var (file, care) = (app.Get<PersonFile>(), app.Get<CareModels>());
        var person = file.Read();
        return care.Model.Assess(person.Answers, file.Today, person.Seen, person.Choices).Plan.Plan!;
    }

    static string Text(Page page) => System.Net.WebUtility.HtmlDecode(page.Html);

    [Fact]
    public async Task Every_item_says_why_it_is_there()
    {
        await using var app = After(Persona.Desk);
        foreach (var day in PlanOf(app).Days)
        {
            var html = Text(await app.Open($"/plan?day={day.Index}"));
            foreach (var item in day.All)
            {
                Assert.Contains(item.Item.Name, html, StringComparison.Ordinal);
                Assert.Contains(item.Why, html, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task A_swap_a_skip_less_time_and_another_place_make_the_week_anew_at_once()
    {
        await using var app = After(Persona.Desk);
        var day = PlanOf(app).Days.First(one => one.Items.Any(item => !item.Alternatives.IsEmpty));
        var item = day.Items.First(one => !one.Alternatives.IsEmpty);
        async Task Do(params (string, string)[] fields) => Assert.Equal(303, (await app.Submit($"/plan?day={day.Index}", "/plan/change", [.. fields, ("day", $"{day.Index}")])).Status);

        await Do(("do", "swap"), ("item", item.Id), ("to", item.Alternatives[0]));
        Assert.Contains(PlanOf(app).Days[day.Index].Items, one => one.Id == item.Alternatives[0]);
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
        await using var app = After(Persona.Desk);
        Assert.Equal(303, (await app.Submit("/plan", "/plan/frame", [("q.minutes_per_day", "5"), ("q.places", "work"), ("q.places.asked", "1")])).Status);
        Assert.All(PlanOf(app).Days, day => Assert.True(day.Used <= 5));
        Assert.Equal("work", Assert.Single(app.Get<PersonFile>().Read().Answers.OptionsOf("places")));
    }

    [Theory]
    [InlineData("swap", "no-such-item", "cat-cow", "0")]
    [InlineData("skip", "<script>", "", "0")]
    [InlineData("skip", "cat-cow", "", "7")]
    [InlineData("skip", "cat-cow", "", "-1")]
    [InlineData("fly", "cat-cow", "", "0")]
    public async Task A_change_that_makes_no_sense_is_refused(string what, string item, string to, string day)
    {
        await using var app = After(Persona.Desk);
        Assert.Equal(400, (await app.Submit("/plan", "/plan/change", [("do", what), ("item", item), ("to", to), ("day", day)])).Status);
        Assert.Empty(app.Get<PersonFile>().Read().Choices.Made);
    }

    [Fact]
    public async Task Under_sixteen_there_is_no_programme()
    {
        await using var app = After(Persona.Desk.Aged(15));
        var html = Text(await app.Open("/plan"));
        Assert.DoesNotContain("class=\"items\"", html, StringComparison.Ordinal);
        Assert.Contains("No plan for now", html, StringComparison.Ordinal);
    }
}
