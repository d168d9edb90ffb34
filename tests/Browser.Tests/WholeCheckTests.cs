using Mainstay.Web.Tests;
using Microsoft.Playwright;

namespace Mainstay.Browser.Tests;

[Collection(Browsing.Name)]
public sealed class WholeCheckTests(Chromium chromium)
{
    const int MostScreens = 40;

    [Fact]
    public async Task The_whole_check_from_the_first_question_to_the_plan_by_keyboard_alone()
    {
        await using var app = await RunningApp.Start();
        await using var visit = await chromium.Open(app, width: 1280);
        await visit.Page.GotoAsync("/");
        var keys = new Keyboard(visit.Page);
        await keys.Follow("a[href='/check']");
        for (var screens = 0; screens < MostScreens && visit.Page.Url.Contains("/check/", StringComparison.Ordinal); screens++)
        {
            foreach (var question in await Questions(visit.Page)) await keys.Answer(question);
            await keys.Follow(".foot button");
        }
        Assert.EndsWith("/result", visit.Page.Url, StringComparison.Ordinal);
        Assert.Equal("You can look after this yourself", await visit.Page.TextContentAsync("h1"));
        await keys.Follow("main a[href='/plan']");
        Assert.Contains("Your week", await visit.Page.TextContentAsync("h1"), StringComparison.Ordinal);
        Assert.True(await visit.Page.Locator(".items > li").CountAsync() >= 3);
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task The_whole_check_without_JavaScript()
    {
        await using var app = await RunningApp.Start();
        await using var visit = await chromium.Open(app, scripts: false);
        await visit.Page.GotoAsync("/check");
        for (var screens = 0; screens < MostScreens && visit.Page.Url.Contains("/check/", StringComparison.Ordinal); screens++)
        {
            foreach (var question in await Questions(visit.Page))
            {
                if (question.Text is { } text) await visit.Page.FillAsync($"main [name='{question.Name}']", text);
                else if (question.Name == "q.body_map")
                {
                    await visit.Page.ClickAsync("label:has([name=view][value=list])");
                    await visit.Page.ClickAsync($"label.name[for='r-{question.Choose}']");
                }
                else await visit.Page.ClickAsync($"label:has([name='{question.Name}'][value='{question.Choose}'])");
            }
            await visit.Page.ClickAsync(".foot button");
        }
        Assert.EndsWith("/result", visit.Page.Url, StringComparison.Ordinal);
        Assert.Equal("You can look after this yourself", await visit.Page.TextContentAsync("h1"));
        await visit.Page.ClickAsync("main a[href='/plan']");
        var before = await visit.Page.Locator(".items > li h3").First.TextContentAsync();
        await visit.Page.ClickAsync(".items > li .tools form button:has-text('Skip') >> nth=0");
        Assert.NotEqual(before, await visit.Page.Locator(".items > li h3").First.TextContentAsync());
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task Back_reload_and_a_second_tab_lose_nothing()
    {
        await using var app = await RunningApp.Start();
        await using var visit = await chromium.Open(app);
        var page = visit.Page;
        await page.GotoAsync("/check");
        await page.FillAsync("[name='q.age']", "44");
        await page.ClickAsync(".foot button");
        await page.Arrives("**/check/2");
        await page.GoBackAsync();
        Assert.Equal("44", await page.InputValueAsync("[name='q.age']"));
        await page.ReloadAsync();
        Assert.Equal("44", await page.InputValueAsync("[name='q.age']"));
        await page.GotoAsync("/");
        Assert.Contains("Your check waits for you", await page.ContentAsync(), StringComparison.Ordinal);
        await using var second = await chromium.Open(app);
        await second.Page.GotoAsync("/check");
        Assert.EndsWith("/check/2", second.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_emergency_ends_the_questions_and_hides_the_plan()
    {
        await using var app = await RunningApp.Start(Persona.Emergency);
        await using var visit = await chromium.Open(app);
        await visit.Page.GotoAsync("/check");
        Assert.EndsWith("/result", visit.Page.Url, StringComparison.Ordinal);
        Assert.StartsWith("Please call", await visit.Page.TextContentAsync("h1"), StringComparison.Ordinal);
        Assert.Equal(0, await visit.Page.Locator("a[href='/plan']").CountAsync());
    }

    /// <summary>One question on the page, and a harmless way to answer it.</summary>
    /// <param name="Text">What to type; null where something is chosen.</param>
    internal sealed record Question(string Name, string Choose, string? Text);

    /// <param name="form">The id of the form that asks.</param>
    internal static async Task<List<Question>> Questions(IPage page, string form = "question")
    {
        var fields = await page.EvaluateAsync<Field[]>(
            "form => [...document.querySelectorAll(`main form#${form} [name]`)].map(e => ({ name: e.name, value: e.value, type: e.type }))", form);
        var questions = new List<Question>();
        foreach (var group in fields.Where(field => field.Type is "radio" or "checkbox" or "text").GroupBy(field => field.Name))
        {
            var (name, values) = (group.Key, group.Select(field => field.Value).ToList());
            if (group.First().Type == "text")
                questions.Add(new(name, "", Persona.Desk.Numbers.TryGetValue(name.Replace("q.", "", StringComparison.Ordinal), out var number) ? $"{number}" : "2"));
            else if (name == "q.body_map") questions.Add(new(name, "low_back_left", null));
            else if (name.StartsWith("q.", StringComparison.Ordinal) && group.First().Type == "checkbox") continue;
            else if (name is "gate" or "view") questions.AddRange(name == "gate" ? [new(name, "none", null)] : []);
            else questions.Add(new(name, Pick(name, values), null));
        }
        return questions;
    }

    static string Pick(string name, List<string> values) =>
        Persona.Desk.Said.TryGetValue(name.Replace("q.", "", StringComparison.Ordinal), out var said) ? said
        : values.Contains("no") ? "no" : values.Contains("none") ? "none" : values.Contains("3") ? "3" : values[0];

    sealed record Field(string Name, string Value, string Type)
    {
        public Field() : this("", "", "") { }
    }
}
