using System.Net;
using Mainstay.Journal;
using Mainstay.Web.Flow;
using Mainstay.Web.Hosting;

namespace Mainstay.Web.Tests;

/// <summary>Whatever is sent: a clear word at the field or on the page, nothing lost, nothing executed.</summary>
public sealed class BadInputTests
{
    const string Phone = "192.168.7.23", Host = "192.168.7.2:5080";
    const string Html = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'&amp;";
    const string Emoji = "Oma 👵🏽‍🦽 und 🏳️‍🌈";
    const string Arabic = "هاتفي \u200F(2)";
    /// <summary>Turns what follows around, and ends the box that a page puts around it.</summary>
    const string Override = "Dr\u202E\u2069\u202E evil\u001B";

    [Theory]
    [InlineData(Html, Html)]
    [InlineData(Emoji, Emoji)]
    [InlineData(Arabic, Arabic)]
    [InlineData(Override, "Dr evil")]
    [InlineData("   ", "Phone")]
    public async Task The_name_of_a_device_is_shown_as_it_was_written_and_runs_nothing(string name, string shown)
    {
        await using var app = new TestApp(new WebOptions(Phone: true));
        var code = app.Get<DeviceList>().NewCode();
        Assert.Equal(303, (await app.Submit("/pair", "/pair", [("code", code), ("name", name)], from: Phone)).Status);
        var page = await app.Open("/me");
        Assert.Contains($"<bdi>{shown}</bdi>", WebUtility.HtmlDecode(page.Html), StringComparison.Ordinal);
        RunsNothing(page);
    }

    [Theory]
    [InlineData(Html, Html)]
    [InlineData(Emoji, Emoji)]
    [InlineData(Arabic, Arabic)]
    [InlineData(Override, "Dr evil")]
    public async Task Ones_own_words_come_back_as_they_were_written_and_run_nothing(string words, string shown)
    {
        await using var app = new TestApp();
        Persona.Desk.Check(app.Get<CareModels>(), app.Get<PersonFile>());
        Assert.Equal(303, (await app.Submit("/check/change/own_goals", "/check/change/own_goals", [("q.own_goals", words)])).Status);
        Assert.Equal(shown, app.Get<PersonFile>().Read().Answers.TextOf("own_goals"));
        foreach (var path in new[] { "/check/change/own_goals", "/check/answers", "/result/letter?for=visit" })
        {
            var page = await app.Open(path);
            Assert.Equal(200, page.Status);
            RunsNothing(page);
        }
        Assert.Contains(shown, WebUtility.HtmlDecode((await app.Open("/check/change/own_goals")).Html), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_professional_said_runs_nothing_on_the_result_and_in_the_letter()
    {
        await using var app = new TestApp();
        Persona.Emergency.Check(app.Get<CareModels>(), app.Get<PersonFile>());
        var rule = app.Get<CareModels>().Assess(app.Get<PersonFile>().Read()).Triage.Fired[0].Rule.Id;
        Assert.Equal(303, (await app.Submit("/result", "/result/seen", [("rule", rule), ("on", "2026-03-09"), ("by", Html + Override), ("told", Html), ("exercise", "no")])).Status);
        foreach (var path in new[] { "/result", "/result/letter" })
        {
            var page = await app.Open(path);
            RunsNothing(page);
            Assert.Contains("alert(1)", page.Html, StringComparison.Ordinal);
            Assert.DoesNotContain('\u202E', WebUtility.HtmlDecode(page.Html));
        }
    }

    [Theory]
    [InlineData("on", "2026-03-11", "The day must be today or earlier.")]
    [InlineData("on", "yesterday", "The day must be today or earlier.")]
    [InlineData("by", "", "Please write who saw you.")]
    [InlineData("by", null, "Who saw you must fit into 120 letters.")]
    [InlineData("told", null, "What you were told must fit into 600 letters.")]
    public async Task A_record_of_a_professional_that_is_not_right_says_which_part_and_changes_nothing(string field, string? value, string says)
    {
        await using var app = new TestApp();
        Persona.Emergency.Check(app.Get<CareModels>(), app.Get<PersonFile>());
        var rule = app.Get<CareModels>().Assess(app.Get<PersonFile>().Read()).Triage.Fired[0].Rule.Id;
        var fields = new Dictionary<string, string> { ["rule"] = rule, ["on"] = "2026-03-09", ["by"] = "Dr Okoye", ["told"] = "All fine", ["exercise"] = "yes" };
        fields[field] = value ?? new string('x', 601);
        var page = await app.Submit("/result", "/result/seen", fields.Select(one => (one.Key, one.Value)));
        Assert.Equal(422, page.Status);
        Assert.Contains(says, page.Html, StringComparison.Ordinal);
        Assert.Empty(app.Get<PersonFile>().Read().Seen);
    }

    [Fact]
    public async Task A_text_that_is_too_long_is_said_at_its_field_and_is_still_in_it()
    {
        await using var app = new TestApp();
        var long_ = new string('x', 1001);
        var page = await app.Submit("/check/change/own_goals", "/check/change/own_goals", [("q.own_goals", long_)]);
        Assert.Equal(422, page.Status);
        Assert.Contains("id=\"error-own_goals\"", page.Html, StringComparison.Ordinal);
        Assert.Contains("aria-invalid=\"true\"", page.Html, StringComparison.Ordinal);
        Assert.Contains("at most 1", page.Html, StringComparison.Ordinal);
        Assert.Contains(long_, page.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("minus one")]
    [InlineData("-1")]
    [InlineData("1e400")]
    [InlineData("NaN")]
    [InlineData("99999999999999999999")]
    [InlineData("٤٢")]
    [InlineData("<b>4</b>")]
    public async Task A_number_that_is_none_is_said_at_its_field_and_the_old_answer_stays(string typed)
    {
        await using var app = new TestApp();
        Persona.Desk.Check(app.Get<CareModels>(), app.Get<PersonFile>());
        var page = await app.Submit("/check/change/age", "/check/change/age", [("q.age", typed)]);
        Assert.Equal(422, page.Status);
        Assert.Contains("id=\"error-age\"", page.Html, StringComparison.Ordinal);
        Assert.Contains($"value=\"{typed}\"", WebUtility.HtmlDecode(page.Html), StringComparison.Ordinal);
        RunsNothing(page);
        Assert.Equal(38, app.Get<PersonFile>().Read().Answers["age"].Number);
    }

    [Fact]
    public async Task Two_tabs_on_the_same_question_the_later_one_wins_and_no_step_is_lost_or_doubled()
    {
        await using var app = new TestApp();
        var (first, second) = (await app.Open("/check/1"), await app.Open("/check/1"));
        var screen = Field(first, "screen");
        Assert.Equal("/check/2", (await Post(app, "/check/1", first.Token, ("screen", screen), ("q.age", "41"), ("q.sex", "f"))).Location);
        Assert.Equal("/check/2", (await Post(app, "/check/1", second.Token, ("screen", screen), ("q.age", "42"), ("q.sex", "f"))).Location);
        var person = app.Get<PersonFile>().Read();
        Assert.Equal(42, person.Answers["age"].Number);
        Assert.Single(person.State.Visits);
    }

    [Fact]
    public async Task A_tab_that_was_left_behind_is_led_to_where_the_check_is_and_takes_nothing_from_it()
    {
        await using var app = new TestApp();
        var old = await app.Open("/check/1");
        Persona.Desk.Check(app.Get<CareModels>(), app.Get<PersonFile>());
        var before = app.Get<JournalStore>().Read(JournalStore.Me).Length;
        var sent = await Post(app, "/check/3", old.Token, ("screen", Field(old, "screen")), ("q.age", "77"));
        Assert.Equal("/check?said=moved", sent.Location);
        Assert.Equal(before, app.Get<JournalStore>().Read(JournalStore.Me).Length);
    }

    [Theory]
    [InlineData("/check/99999", 303)]
    [InlineData("/check/0", 303)]
    [InlineData("/check/99999999999999999999", 404)]
    [InlineData("/check/change/no-such-question", 404)]
    [InlineData("/check/change/%3Cscript%3E", 404)]
    [InlineData("/why/no-such-thing", 404)]
    [InlineData("/moves/no-such-move", 404)]
    [InlineData("/learn/claims/C-999", 404)]
    [InlineData("/learn/lessons/..%2F..%2Fsecret", 404)]
    [InlineData("/learn/treatments/%F0%9F%99%82", 404)]
    [InlineData("/plan?day=99", 200)]
    [InlineData("/plan?day=-1", 200)]
    [InlineData("/plan?day=soon", 400)]
    [InlineData("/spasm?done=perhaps", 400)]
    [InlineData("/spasm/more?yes=%00&asked=%3Cb%3E", 303)]
    [InlineData("/result/letter?for=%3Cscript%3E&own=1&with=nothing", 200)]
    [InlineData("/learn/search?q=%22%27%3B%20DROP%20TABLE%20leaf%3B--%20%28*%29%20NEAR%20OR%20%5E", 200)]
    [InlineData("/learn/search?q=%F0%9F%A6%B4%E2%80%AE%00", 200)]
    [InlineData("/moves?minutes=many&find=%3Cimg%20src%3Dx%20onerror%3Dalert%281%29%3E", 200)]
    [InlineData("/?said=%3Cscript%3Ealert(1)%3C/script%3E", 200)]
    [InlineData("/%00", 404)]
    [InlineData("/me/devices/code", 405)]
    public async Task An_address_that_makes_no_sense_ends_on_a_page_that_says_where_to_go(string path, int status)
    {
        await using var app = new TestApp();
        Persona.Desk.Check(app.Get<CareModels>(), app.Get<PersonFile>());
        var page = await app.Open(Uri.UnescapeDataString(path.Split('?')[0]) + (path.Contains('?', StringComparison.Ordinal) ? path[path.IndexOf('?', StringComparison.Ordinal)..] : ""));
        Assert.Equal(status, page.Status);
        RunsNothing(page);
        if (status < 400) return;
        Assert.Contains("<h1>", page.Html, StringComparison.Ordinal);
        Assert.Contains("Go to Today", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_very_long_search_is_answered()
    {
        await using var app = new TestApp();
        var page = await app.Open("/learn/search?q=" + Uri.EscapeDataString(string.Join(' ', Enumerable.Repeat("bakc <b>", 800))));
        Assert.Equal(200, page.Status);
        RunsNothing(page);
    }

    [Theory]
    [InlineData("/plan/change", "do=swap&day=0&item=no-such&to=neither")]
    [InlineData("/plan/change", "do=explode&day=0")]
    [InlineData("/plan/change", "do=skip&day=-1&item=cat-cow")]
    [InlineData("/plan/change", "do=minutes&day=0&minutes=1e9")]
    [InlineData("/plan/frame", "q.minutes_per_day=a+lot")]
    [InlineData("/result/seen", "rule=RF-99&on=2026-03-09&by=x")]
    [InlineData("/me/delete", "")]
    [InlineData("/check/change/no-such-question", "q.x=1")]
    [InlineData("/check/change/sex", "q.sex=%3Cscript%3E")]
    [InlineData("/no-such-page", "a=b")]
    [InlineData("/about", "a=b")]
    public async Task A_form_that_makes_no_sense_is_answered_by_a_page_and_stores_nothing(string path, string body)
    {
        await using var app = new TestApp();
        Persona.Desk.Check(app.Get<CareModels>(), app.Get<PersonFile>());
        var before = app.Get<JournalStore>().Read(JournalStore.Me).Length;
        var token = (await app.Open("/me")).Token;
        var page = await app.Send("POST", path, body: $"{body}&__RequestVerificationToken={Uri.EscapeDataString(token)}", headers: ("Origin", "http://127.0.0.1:5080"));
        Assert.InRange(page.Status, 400, 499);
        Assert.Contains("<h1", page.Html, StringComparison.Ordinal);
        RunsNothing(page);
        Assert.Equal(before, app.Get<JournalStore>().Read(JournalStore.Me).Length);
    }

    [Fact]
    public async Task A_device_that_is_not_there_is_put_out_without_a_word()
    {
        await using var app = new TestApp(new WebOptions(Phone: true));
        Assert.Equal(303, (await app.Submit("/me", "/me/devices/none/out", [])).Status);
        Assert.Empty(app.Get<JournalStore>().Read(JournalStore.Me));
    }

    [Fact]
    public async Task A_form_of_thousands_of_fields_or_of_another_kind_is_refused_on_a_page()
    {
        await using var app = new TestApp();
        var token = Uri.EscapeDataString((await app.Open("/me")).Token);
        var many = string.Join('&', Enumerable.Range(0, 5000).Select(n => $"f{n}=1"));
        foreach (var body in new[] { many, $"{many}&__RequestVerificationToken={token}", "{\"theme\":\"dark\"}", "%%%=%zz&\u0000=\u0000", "" })
        {
            var page = await app.Send("POST", "/me", body: body, headers: ("Origin", "http://127.0.0.1:5080"));
            Assert.InRange(page.Status, 400, 413);
            Assert.Contains("Nothing was changed", page.Html, StringComparison.Ordinal);
        }
        Assert.Empty(app.Get<JournalStore>().Read(JournalStore.Me));
    }

    static async Task<Page> Post(TestApp app, string path, string token, params (string Name, string Value)[] fields) => await app.Send("POST", path,
        body: string.Join('&', fields.Append(("__RequestVerificationToken", token)).Select(one => $"{one.Item1}={Uri.EscapeDataString(one.Item2)}")), headers: ("Origin", "http://127.0.0.1:5080"));

    static string Field(Page page, string name)
    {
        var from = page.Html.IndexOf($"name=\"{name}\" value=\"", StringComparison.Ordinal) + name.Length + 15;
        return WebUtility.HtmlDecode(page.Html[from..page.Html.IndexOf('"', from)]);
    }

    static void RunsNothing(Page page)
    {
        Assert.DoesNotContain("<script>", page.Html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img src=x", page.Html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("unsafe", page.Headers.ContentSecurityPolicy.ToString(), StringComparison.Ordinal);
        Assert.StartsWith("default-src 'none'", page.Headers.ContentSecurityPolicy.ToString(), StringComparison.Ordinal);
    }
}
