using Mainstay.Care;
using Mainstay.Journal;
using Mainstay.Web.Flow;
using Mainstay.Web.Texts;

namespace Mainstay.Web.Tests.Texts;

public sealed partial class ResourceTests
{
    static readonly string[] Own = ["Dr Weiss", "My phone", "Garden again"];

    public static TheoryData<string> States => ["nobody", "desk", "started", "emergency", "mood", "silent", "new", "checked-in", "daily"];

    [Theory]
    [MemberData(nameof(States))]
    public async Task Every_word_of_every_page_comes_from_the_resources_or_the_knowledge_and_every_icon_is_drawn(string state)
    {
        await using var app = new TestApp(languages: Pseudo.Languages, translate: language => language == "fr" ? PseudoKnowledge.Library : null);
        Live(app, state);
        app.Get<PersonFile>().Write(new SettingChanged("language", "fr"), new SettingChanged("country", TestApp.Library.Countries[0].Id));
        var known = new KnownTexts(PseudoKnowledge.Library, Pseudo.LeftToRight.Culture, [.. Own, .. Pseudo.Languages.All.Select(language => language.Name)]);
        var foreign = new List<string>();
        var undrawn = new List<string>();
        var drawn = app.Get<Hosting.Assets>().Icons.ToHashSet();
        var read = await EveryPage.Walk(async path =>
        {
            var page = await app.Open(path);
            if (page.Status is 302 or 303) return $"<a href=\"{page.Location}\">";
            foreign.AddRange(PageText.Of(page.Html).Where(text => !known.Explain(text, excerpts: path.StartsWith("/learn/search", StringComparison.Ordinal))).Select(text => $"{path}: {text}"));
            undrawn.AddRange(Icon().Matches(page.Html).Select(match => match.Groups[1].Value).Where(icon => !drawn.Contains(icon)).Select(icon => $"{path}: {icon}"));
            return page.Html;
        });
        Assert.Empty(undrawn);
        Assert.True(foreign.Count == 0, $"{foreign.Count} texts:\n{string.Join('\n', foreign.DistinctBy(one => one[(one.IndexOf(": ", StringComparison.Ordinal) + 2)..]).Take(60))}");
        Assert.True(read.Count > 60, $"only {read.Count} pages were read");
    }

    static void Live(TestApp app, string state)
    {
        var (care, file) = (app.Get<CareModels>(), app.Get<PersonFile>());
        if (state == "started") app.Answers(Someone.AtADesk);
        else if (state == "mood") app.Answers(Someone.InDarkThoughts);
        else if (state != "nobody") (state switch { "desk" or "new" or "checked-in" or "daily" => Persona.Desk, "emergency" => Persona.Emergency, _ => Persona.Silent }).Check(care, file);
        if (state is "new" or "checked-in") file.Write(new CheckedIn(4, 3, 2, state == "new"));
        if (state == "daily") Daily(file);
        if (state != "emergency") return;
        var rule = care.Triage.Assess(file.Read().Answers).Fired[0].Rule.Id;
        file.Write(new SeenRecorded(rule, file.Today, Own[0], Own[2], true, care.Triage.Fingerprint(rule, file.Read().Answers)), AnswerGiven.Word("own_goals", Own[2]));
    }

    /// <summary>A day with all that a diary can hold.</summary>
    static void Daily(PersonFile file)
    {
        var session = Guid.CreateVersion7();
        file.Write(new CheckedIn(4, 3, 2, false), Noted.Of(new SessionStart { Session = session, Pain = 5 }), Noted.Of(new ItemReport { Session = session, Item = TestApp.Library.Items[0].Id }), Noted.Of(new SessionEnd { Session = session, Pain = 2 }),
            Noted.Of(new DiaryNote
            {
                For = file.Today.AddDays(-1), Pain = 4, Regions = [new("low_back_left", 7)], StiffMinutes = 35, SleepHours = 6.5, SleepQuality = 3, Stress = 8, Mood = 1, SittingHours = 9.5, Steps = 6200, Load = 240, Effort = 6,
                Medicine = Own[0], Doses = 1.5, Remedies = [.. Enum.GetValues<RemedyKind>().Select(kind => new Remedy(kind, 15, 6, 4)), new(RemedyKind.Heat, null, 3), new(RemedyKind.Cold, null, null, 3)], Leg = true, Text = Own[2], AnyNew = false,
            }), Noted.Of(new DiaryNote { For = file.Today, Steps = 4000, Source = "apple-health" }), Noted.Of(new SpotFelt { Spot = "s", Region = "buttock_left", Pain = 6, Mine = true, Spread = ["thigh_back_left"] }),
            Noted.Of(new SpotPressed { Spot = "s", Seconds = 30, Before = 6, After = 4 }), Noted.Of(new TestTaken { Test = "side-bridge", Left = 20, Right = 18 }), Noted.Of(new TestTaken { Test = "repeated-movement", Value = 3, Moved = PainMoved.Down }),
            Noted.Of(new GoalNamed { Goal = "g", Text = Own[2] }), Noted.Of(new GoalScored { Goal = "g", Score = 4 }));
    }

    [Fact]
    public async Task A_form_that_is_wrong_is_answered_in_the_language_too()
    {
        await using var app = new TestApp(languages: Pseudo.Languages);
        app.Get<PersonFile>().Write(new SettingChanged("language", "fr"));
        var first = (await app.Open("/check/1")).Html;
        var screen = first[(first.IndexOf("name=\"screen\" value=\"", StringComparison.Ordinal) + 21)..];
        var page = await app.Submit("/check/1", "/check/1", [("screen", System.Net.WebUtility.HtmlDecode(screen[..screen.IndexOf('"', StringComparison.Ordinal)])), ("q.age", "old")]);
        Assert.Equal(422, page.Status);
        var known = new KnownTexts(TestApp.Library, Pseudo.LeftToRight.Culture);
        Assert.All(PageText.Of(page.Html), text => Assert.True(known.Explain(text), text));
        Assert.Contains(PageText.Of(page.Html), text => text.StartsWith(Pseudo.Said("Please write a whole number")[..10], StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("fr", "lang=\"fr\" dir=\"ltr\"")]
    [InlineData("ar", "lang=\"ar\" dir=\"rtl\"")]
    [InlineData("xx", "lang=\"en\" dir=\"ltr\"")]
    public async Task The_page_says_its_language_and_direction(string language, string attributes)
    {
        await using var app = new TestApp(languages: Pseudo.Languages);
        app.Get<PersonFile>().Write(new SettingChanged("language", language));
        Assert.Contains(attributes, (await app.Open("/")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_a_language_is_chosen_the_browser_says_which()
    {
        await using var app = new TestApp(languages: Pseudo.Languages);
        async Task<string> Title(string accept) => PageText.Of((await app.Send("GET", "/", headers: ("Accept-Language", accept))).Html).First();
        Assert.Equal("Welcome · Mainstay", await Title("de-DE, en;q=0.5"));
        Assert.Equal($"{Pseudo.Said("Welcome")} · Mainstay", await Title("de, fr-CA;q=0.8, en;q=0.5"));
        Assert.Equal("Welcome · Mainstay", await Title("en"));
        var refused = await app.Send("GET", "/", host: "elsewhere.example", headers: ("Accept-Language", "ar"));
        Assert.Contains("dir=\"rtl\"", refused.Html, StringComparison.Ordinal);
        Assert.Contains(Pseudo.Said("This address is not one of Mainstay's"), System.Net.WebUtility.HtmlDecode(refused.Html), StringComparison.Ordinal);
    }

    [Fact]
    public void A_third_longer_and_strange_but_for_the_holes() =>
        Assert.Equal("[Ṕĺàćé {place}, öŕ ĥéŕé········]", Pseudo.Said("Place {place}, or here"));

    [System.Text.RegularExpressions.GeneratedRegex("#i-([a-z-]+)\"")]
    private static partial System.Text.RegularExpressions.Regex Icon();
}
