using System.Reflection;
using System.Text.Json.Serialization;
using Mainstay.Journal;
using Mainstay.Knowledge;
using Mainstay.Web.Flow;

namespace Mainstay.Web.Tests;

public sealed class MeTests
{
    static TestApp Desk()
    {
        var app = new TestApp();
        Persona.Desk.Check(app.Get<CareModels>(), app.Get<PersonFile>());
        return app;
    }

    [Fact]
    public async Task A_count_that_begins_anew_ends_what_was_seen_and_leads_to_what_needs_help_today()
    {
        await using var app = TestApp.After(hours: 1);
        var (care, file) = (app.Get<CareModels>(), app.Get<PersonFile>());
        file.Write(AnswerGiven.Word("recent_birth", "yes"), AnswerGiven.Number("weeks_pp", 5), AnswerGiven.Word("abdo_pain", "yes"));
        foreach (var fired in care.Triage.Assess(file.Read().Answers).Fired)
            file.Write(new SeenRecorded(fired.Rule.Id, file.Today, "A doctor", "", true, care.Triage.Fingerprint(fired.Rule.Id, file.Read().Answers)));
        Assert.True(care.Triage.Assess(file.Read().Answers, file.Read().Seen).Unseen < Urgency.SameDay);
        Assert.StartsWith("/result?said=saved", (await app.Submit("/me/health", "/me/health", [("q.weeks_pp", "2")])).Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_profile_is_changed_and_a_wrong_number_is_named_at_its_field_with_nothing_saved()
    {
        await using var app = Desk();
        Assert.Equal(303, (await app.Submit("/me", "/me/profile", [("q.age", "44"), ("q.height_cm", "181")])).Status);
        Assert.Equal(44, app.Get<PersonFile>().Read().Answers.NumberOf("age"));
        var page = await app.Submit("/me", "/me/profile", [("q.age", "444"), ("q.height_cm", "170")]);
        Assert.Equal(422, page.Status);
        Assert.Contains("id=\"error-age\"", page.Html, StringComparison.Ordinal);
        Assert.Equal((44, 181), (app.Get<PersonFile>().Read().Answers.NumberOf("age"), app.Get<PersonFile>().Read().Answers.NumberOf("height_cm")));
    }

    [Fact]
    public async Task A_condition_that_is_noted_says_what_it_leaves_out_and_the_plan_follows()
    {
        await using var app = Desk();
        var care = app.Get<CareModels>();
        int Blocked() => care.Assess(app.Get<PersonFile>().Read()).Plan.Plan!.Blocked.Length;
        var before = Blocked();
        var sent = await app.Submit("/me/health", "/me/health", [("q.numb_skin_area", "yes"), ("q.diabetes", "yes")]);
        Assert.Equal(303, sent.Status);
        Assert.True(Blocked() > before);
        var page = Text(await app.Open("/me/health"));
        Assert.Contains("No warmth on numb skin.", page, StringComparison.Ordinal);
        var input = TestApp.Library.Inputs.Single(one => one.Id == "diabetes");
        Assert.Contains($"<li class=\"chip\">{input.Label}</li>", Text(await app.Open("/me")), StringComparison.Ordinal);
        await app.Undo(sent);
        Assert.Equal(before, Blocked());
    }

    [Fact]
    public async Task What_is_sent_unchanged_stays_as_it_was_with_its_day_and_its_record_of_a_professional()
    {
        await using var app = Desk();
        await app.Submit("/me/health", "/me/health", [("q.diabetes", "no"), ("q.numb_skin_area", "yes")]);
        var entries = app.Get<JournalStore>().Read(JournalStore.Me).Length;
        Assert.Equal("/me/health?said=same", (await app.Submit("/me/health", "/me/health", [("q.diabetes", "no"), ("q.numb_skin_area", "yes")])).Location);
        Assert.Equal(entries, app.Get<JournalStore>().Read(JournalStore.Me).Length);
    }

    [Fact]
    public async Task The_conditions_listed_are_those_that_matter_and_what_follows_from_one_is_asked_when_it_is_there()
    {
        await using var app = Desk();
        var groups = app.Get<HealthList>().Of(app.Get<PersonFile>().Read().Answers, "");
        var questions = groups.SelectMany(group => group.Questions).ToList();
        Assert.True(questions.Count(question => question.Effect.LeavesOut.Length + question.Effect.Changes.Length > 0) > 30);
        Assert.Contains(questions, question => question.Input.Id == "cancer");
        Assert.DoesNotContain("q.cancer_site_back", (await app.Open("/me/health")).Html, StringComparison.Ordinal);
        await app.Submit("/me/health", "/me/health", [("q.cancer", "within5y_or_current")]);
        Assert.Contains("q.cancer_site_back", (await app.Open("/me/health")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_languages_to_choose_from_are_those_that_the_texts_are_there_in()
    {
        await using var app = new TestApp(languages: Texts.Pseudo.Languages);
        var page = Text(await app.Open("/me"));
        foreach (var language in Texts.Pseudo.Languages.All) Assert.Contains($"<option value=\"{language.Id}\"", page, StringComparison.Ordinal);
        await app.Submit("/me", "/me", [("language", "fr")]);
        Assert.Equal("fr", app.Get<PersonFile>().Read().Language);
        await app.Submit("/me", "/me", [("language", "xx")]);
        Assert.Null(app.Get<PersonFile>().Read().Language);
    }

    [Fact]
    public async Task Before_anything_is_deleted_each_kind_is_counted()
    {
        await using var app = Desk();
        app.Get<PersonFile>().Write(new CheckedIn(4), new CheckedIn(5), new ItemSkipped(0, "cat-cow"), Noted.Of(new Care.DiaryNote { Pain = 3 }));
        var page = Text(await app.Open("/me/delete"));
        foreach (var line in new[] { "2 check-ins", "1 change of the plan", "1 note in the diary" }) Assert.Contains(line, page, StringComparison.Ordinal);
        Assert.DoesNotContain("0 ", page[page.IndexOf("<main", StringComparison.Ordinal)..], StringComparison.Ordinal);
    }

    [Fact]
    public void Every_kind_of_entry_is_counted_once_and_told_as_what_it_is()
    {
        var entries = typeof(Entry).GetCustomAttributes<JsonDerivedTypeAttribute>().Select(kind => new Recorded(Guid.CreateVersion7(), DateTimeOffset.UnixEpoch, Bare(kind.DerivedType))).ToArray();
        Assert.True(entries.Length > 40);
        var kinds = RecordedKinds.Of(entries, Web.Texts.Phrases.English);
        Assert.Equal(entries.Length, kinds.Sum(kind => kind.Count));
        Assert.All(kinds, kind => Assert.StartsWith($"{kind.Count} ", kind.Line, StringComparison.Ordinal));
        Assert.DoesNotContain(kinds, kind => kind.Line.Contains("other note", StringComparison.Ordinal));
        Assert.Equal(kinds.Length, kinds.Select(kind => kind.Line).Distinct().Count());
    }

    /// <summary>An entry of a kind, with nothing in it: only its kind is looked at.</summary>
    static Entry Bare(Type kind)
    {
        var entry = (Entry)System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(kind);
        if (kind.IsGenericType) kind.GetProperty("What")!.SetValue(entry, System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(kind.GetGenericArguments()[0]));
        return entry;
    }

    [Fact]
    public async Task A_phone_that_was_let_in_once_and_the_address_of_a_calendar_are_something_that_is_stored()
    {
        await using var app = new TestApp(new(Phone: true));
        Assert.Contains("Nothing of you is stored here.", Text(await app.Open("/me/delete")), StringComparison.Ordinal);
        await app.Submit("/breaks/settings", "/breaks/calendar", [("do", "new")]);
        Assert.Contains("The address that your calendar reads", Text(await app.Open("/me/delete")), StringComparison.Ordinal);
        await app.Submit("/breaks/settings", "/breaks/calendar", [("do", "off")]);
        var devices = app.Get<Hosting.DeviceList>();
        devices.LetIn(devices.NewCode(), "Phone");
        devices.PutOut(devices.All.Single().Id);
        var page = Text(await app.Open("/me/delete"));
        Assert.DoesNotContain("Nothing of you is stored here.", page, StringComparison.Ordinal);
        Assert.Contains("2 notes of phones let in or out", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_question_outside_the_letter_says_why_it_is_asked()
    {
        await using var app = Desk();
        await app.Submit("/me/health", "/me/health", [("q.cancer", "within5y_or_current")]);
        foreach (var path in new[] { "/me", "/me/health", "/plan", "/check/change/age", "/check/change/nprs", "/check/change/own_goals", "/check/change/body_map" })
        {
            var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument((await app.Open(path)).Html);
            var asked = page.QuerySelectorAll("[name^='q.']").Select(field => field.GetAttribute("name")![2..].Replace(".asked", "", StringComparison.Ordinal)).Distinct().ToArray();
            Assert.NotEmpty(asked);
            var whys = page.QuerySelectorAll("details.why-asked").Select(why => why.QuerySelector("p")!.TextContent.Trim()).ToArray();
            foreach (var id in asked) Assert.Contains(TestApp.Library.Inputs.Single(input => input.Id == id).Why, whys);
            Assert.All(page.QuerySelectorAll("details.why-asked"), why => Assert.False(why.HasAttribute("open")));
        }
    }

    [Fact]
    public async Task What_cannot_be_saved_of_the_profile_still_stands_in_its_fields()
    {
        await using var app = new TestApp();
        Persona.Desk.Check(app.Get<CareModels>(), app.Get<PersonFile>());
        var page = await app.Submit("/me", "/me/profile", [("q.age", "abc"), ("q.height_cm", "5000")]);
        Assert.Equal(422, page.Status);
        Assert.Contains("value=\"abc\"", page.Html, StringComparison.Ordinal);
        Assert.Contains("value=\"5000\"", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_height_moves_no_day_on_which_danger_signs_were_asked()
    {
        await using var app = new TestApp();
        Persona.Desk.Check(app.Get<CareModels>(), app.Get<PersonFile>());
        var asked = app.Get<PersonFile>().Read().Screened;
        app.Clock.Pass(TimeSpan.FromDays(9));
        Assert.Equal(303, (await app.Submit("/me", "/me/profile", [("q.height_cm", "171")])).Status);
        Assert.Equal(asked, app.Get<PersonFile>().Read().Screened);
        Assert.Contains("Danger signs asked on 10 March", System.Net.WebUtility.HtmlDecode((await app.Open("/result/letter")).Html), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_letter_gives_the_pain_as_it_was_last_told_with_its_day()
    {
        await using var app = new TestApp();
        Persona.Desk.Check(app.Get<CareModels>(), app.Get<PersonFile>());
        app.Clock.Pass(TimeSpan.FromDays(9));
        app.Get<PersonFile>().Write(new Mainstay.Journal.CheckedIn(2, null, null, false));
        Assert.Contains("2 of 10 on 19 March", System.Net.WebUtility.HtmlDecode((await app.Open("/result/letter")).Html), StringComparison.Ordinal);
    }
}
