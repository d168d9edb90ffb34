using System.Net;
using System.Text.RegularExpressions;
using Mainstay.Care;
using Mainstay.Journal;
using Mainstay.Web.Flow;

namespace Mainstay.Web.Tests;

public sealed partial class LetterTests
{
    /// <summary>The words of the letter alone.</summary>
    static async Task<string> Letter(TestApp app, string query = "")
    {
        var page = await app.Open($"/result/letter{query}");
        Assert.Equal(200, page.Status);
        var sheet = page.Html[page.Html.IndexOf("<article class=\"sheet", StringComparison.Ordinal)..];
        return Spaces().Replace(WebUtility.HtmlDecode(Tags().Replace(sheet[..sheet.IndexOf("</article>", StringComparison.Ordinal)], " ")), " ");
    }

    [Fact]
    public async Task Before_the_first_answer_the_page_leads_to_the_questions()
    {
        await using var app = new TestApp();
        var page = await app.Open("/result/letter");
        Assert.Equal(200, page.Status);
        Assert.DoesNotContain("<article class=\"sheet", page.Html, StringComparison.Ordinal);
        Assert.Contains("href=\"/check\"", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_harmless_episode_says_what_was_asked_and_is_not_there()
    {
        await using var app = new TestApp();
        app.Answers(Someone.AtADesk);
        var letter = await Letter(app);
        foreach (var said in new[]
        {
            "Female, 42 years. Work: at a desk or screen. Sits 8 hours a day.", "self-care", "Low back, right (5 of 10) and left (3 of 10)", "Neck, left (2 of 10)",
            "5 weeks ago (acute), little by little", "4 of 10", "better than a week ago", "Cauda equina, cord, roots No: perineal sensory change",
            "Malignancy No: malignancy, current or past", "Long sitting , weight 0.", "For: It builds up while you sit", "Medicine patch.", "Yes: medicine patch.", "anticoagulant",
            "gives no diagnosis", "not a medical device", "no clinician has reviewed it", "10 March 2026", $"{TestApp.Library.Rules.Length} rules",
        }) Assert.Contains(said, letter, StringComparison.Ordinal);
        Assert.DoesNotContain("Suspected", letter, StringComparison.Ordinal);
        Assert.DoesNotContain("Not sure:", letter, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_emergency_names_the_term_the_level_and_the_sign_and_tells_the_person_not_to_wait()
    {
        await using var app = new TestApp();
        app.Answers(Someone.WithCaudaEquina);
        var letter = await Letter(app, "?for=no-progress");
        foreach (var said in new[] { "Male, 58 years", "emergency (E)", "Suspected cauda equina syndrome (E, RF-01", "Yes: perineal sensory change.", "Not sure: new bladder dysfunction.", "Withheld." })
            Assert.Contains(said, letter, StringComparison.Ordinal);
        Assert.Contains("Do not wait for the letter.", (await app.Open("/result/letter")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_person_chooses_what_goes_in_but_the_reason_is_always_there()
    {
        await using var app = new TestApp();
        app.Answers(Someone.WithCaudaEquina);
        var letter = await Letter(app, "?for=referral&own=1&with=where");
        Assert.Contains("Site", letter, StringComparison.Ordinal);
        Assert.Contains("Suspected cauda equina syndrome", letter, StringComparison.Ordinal);
        Assert.Contains("asks to be referred", letter, StringComparison.Ordinal);
        foreach (var heading in new[] { "Episode", "Danger signs asked", "What may play a part", "Conditions and medicines", "Self-care plan", "Already seen for" })
            Assert.DoesNotContain(heading, letter, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mood_and_safety_are_in_when_they_are_the_reason_and_go_when_the_person_takes_them_out()
    {
        await using var app = new TestApp();
        app.Answers(Someone.InDarkThoughts);
        var letter = await Letter(app);
        Assert.Contains("Suicidal ideation", letter, StringComparison.Ordinal);
        Assert.Contains("Yes: suicidal or self-harm ideation", letter, StringComparison.Ordinal);
        var without = await Letter(app, "?own=1&with=where&with=safety");
        Assert.DoesNotContain("uicidal", without, StringComparison.Ordinal);
        Assert.DoesNotContain("self-harm", without, StringComparison.Ordinal);
        Assert.Contains("The person has left out other reasons.", without, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_comparison_has_numbers_only_when_it_ran_to_its_end_and_no_effect_that_does_not_hold()
    {
        double[] noise = [0, 2, 1, 1, 0, 2, 2, 0, 1, 1, 2, 0];
        async Task<string> Compared(int days, bool stop, double after)
        {
            await using var app = TestApp.After();
            var plan = new ExperimentStart { Experiment = Guid.CreateVersion7(), A = RemedyKind.Heat, B = RemedyKind.Walk, BlockDays = 3, Pairs = 2, Seed = 5, From = app.Get<PersonFile>().Today };
            app.Get<PersonFile>().Write(Noted.Of(plan));
            foreach (var (day, at) in OneWay.Schedule(plan).Select((day, at) => (day, at)).Take(days))
            {
                app.Get<PersonFile>().Write(Noted.Of(new DiaryNote { Pain = 5, Remedies = [new(day.Remedy, 15, 6, (day.Remedy == RemedyKind.Heat ? 1 : after) + noise[at])] }));
                app.Clock.Pass(TimeSpan.FromDays(1));
            }
            if (stop) app.Get<PersonFile>().Write(Noted.Of(new ExperimentStop { Experiment = plan.Experiment }));
            return await Letter(app, "?for=report");
        }
        const string Numbers = "95 % interval", None = "No effect is told";
        var done = await Compared(12, stop: false, after: 5);
        Assert.Contains(Numbers, done, StringComparison.Ordinal);
        Assert.DoesNotContain(None, done, StringComparison.Ordinal);
        var same = await Compared(12, stop: false, after: 1);
        Assert.Contains(Numbers, same, StringComparison.Ordinal);
        Assert.Contains(None, same, StringComparison.Ordinal);
        foreach (var (days, stop, says) in new[] { (11, true, "stopped before its end"), (11, false, "still running") })
        {
            var open = await Compared(days, stop, after: 5);
            Assert.Contains(says, open, StringComparison.Ordinal);
            Assert.DoesNotContain(Numbers, open, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Without_such_a_reason_mood_and_safety_are_only_in_when_they_are_asked_for()
    {
        await using var app = new TestApp();
        app.Answers(Someone.AtADesk);
        Assert.DoesNotContain("Mental state", await Letter(app), StringComparison.Ordinal);
        Assert.Contains("Mental state", await Letter(app, "?own=1&with=safety&with=mind"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_seen_the_person_is_told_in_their_words_and_nothing_in_them_runs()
    {
        await using var app = new TestApp();
        app.Answers(Someone.WithCaudaEquina);
        var file = app.Get<PersonFile>();
        var fingerprint = app.Get<CareModels>().Triage.Fingerprint("RF-01", file.Read().Answers);
        file.Write(new SeenRecorded("RF-01", new DateOnly(2026, 3, 9), "Dr <b>Ito</b>", "<script>alert(1)</script>", true, fingerprint));
        var letter = await Letter(app);
        Assert.Contains("Suspected cauda equina syndrome : 9 March 2026, by Dr <b>Ito</b>. Told: “<script>alert(1)</script>”. Exercise allowed.", letter, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", (await app.Open("/result/letter")).Html, StringComparison.Ordinal);
    }

    static Task<Page> Ask(TestApp app, string questions, string query = "") => app.Submit("/result/letter", $"/result/letter/questions{query}", [("questions", questions)]);

    [Fact]
    public async Task The_persons_questions_stand_in_the_letter_in_their_own_words_a_line_each_and_can_be_undone()
    {
        await using var app = new TestApp();
        app.Answers(Someone.AtADesk);
        Assert.DoesNotContain("The person asks", await Letter(app), StringComparison.Ordinal);
        var sent = await Ask(app, " May I run again?\r\n\r\nWhat of <script>alert(1)</script> \u202Epills? ", "?for=report");
        Assert.Equal(303, sent.Status);
        Assert.StartsWith("/result/letter?for=report&said=saved&undo=", sent.Location, StringComparison.Ordinal);
        foreach (var occasion in Web.Letter.LetterChoice.Occasions)
            Assert.Contains("The person asks “ May I run again? ” “ What of <script>alert(1)</script> pills? ”", await Letter(app, $"?for={occasion.Id}"), StringComparison.Ordinal);
        var page = await app.Open("/result/letter");
        Assert.DoesNotContain("<script>alert", page.Html, StringComparison.Ordinal);
        Assert.Contains("Change your questions", page.Html, StringComparison.Ordinal);
        await app.Undo(sent);
        Assert.Equal("", app.Get<PersonFile>().Read().Questions);
    }

    [Fact]
    public async Task Questions_that_are_too_long_are_marked_at_their_field_and_stay_and_the_letter_keeps_its_contents()
    {
        await using var app = new TestApp();
        app.Answers(Someone.AtADesk);
        var page = await Ask(app, new string('q', 601), "?for=referral&own=1&with=where");
        Assert.Equal(422, page.Status);
        Assert.Contains("id=\"questions-wrong\"", page.Html, StringComparison.Ordinal);
        Assert.Contains(new string('q', 601), page.Html, StringComparison.Ordinal);
        Assert.Contains("action=\"/result/letter/questions?for=referral&amp;own=1&amp;with=where\"", page.Html, StringComparison.Ordinal);
        Assert.Equal("", app.Get<PersonFile>().Read().Questions);
        var kept = await Ask(app, "May I run?", "?for=referral&own=1&with=where");
        Assert.StartsWith("/result/letter?for=referral&own=1&with=where&said=saved", kept.Location, StringComparison.Ordinal);
        Assert.DoesNotContain("The person asks", await Letter(app, "?for=referral&own=1&with=where"), StringComparison.Ordinal);
        Assert.StartsWith("/result/letter?for=visit&said=same", (await Ask(app, "May I run?")).Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_tells_how_it_went_and_leaves_the_danger_signs_and_illnesses_out()
    {
        await using var app = new TestApp();
        app.Answers(Someone.AtADesk);
        var letter = await Letter(app, "?for=report");
        foreach (var said in new[] { "a report of how it went", "Site", "Episode", "Self-care plan", "self-care" }) Assert.Contains(said, letter, StringComparison.Ordinal);
        foreach (var other in new[] { "Danger signs asked", "Conditions and medicines", "What may play a part" }) Assert.DoesNotContain(other, letter, StringComparison.Ordinal);
    }

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tags();

    [GeneratedRegex("\\s+")]
    private static partial Regex Spaces();
}
