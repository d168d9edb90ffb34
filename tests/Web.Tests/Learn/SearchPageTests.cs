using System.Net;
using System.Text.RegularExpressions;

namespace Mainstay.Web.Tests.Learn;

public class SearchPageTests
{
    const string Unseen = "Exercises wait until you were seen.", Strong = "Exercises wait while your pain is strong.";

    [Fact]
    public async Task It_says_what_it_looked_for_and_leads_to_just_the_words_that_were_typed()
    {
        await using var app = new TestApp();
        var page = WebUtility.HtmlDecode((await app.Open("/learn/search?q=massgae%20%26%20co")).Html);
        Assert.Contains("We looked for “massage co”.", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/learn/search?q=massgae%20%26%20co&as=typed\"", page, StringComparison.Ordinal);
        var typed = WebUtility.HtmlDecode((await app.Open("/learn/search?q=massgae&as=typed")).Html);
        Assert.DoesNotContain("We looked for", typed, StringComparison.Ordinal);
        Assert.Contains("Nothing found", typed, StringComparison.Ordinal);
        Assert.Contains("We also looked for “warm pack”.", WebUtility.HtmlDecode((await app.Open("/learn/search?q=hot%20water%20bottle")).Html), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_everyday_word_leads_to_something_that_stands_in_our_texts()
    {
        await using var app = new TestApp();
        var search = app.Get<Web.Hosting.Spoken>().Search;
        foreach (var means in TestApp.Library.Search.Everyday.SelectMany(word => word.Means))
            Assert.True(search.Find(means, asTyped: true) is { Hits.Count: > 0 } found && found.Wanted.Words.All(sought => !sought.Begins), $"'{means}' stands nowhere.");
    }

    [Theory]
    [InlineData("stretch", true)]
    [InlineData("sauna", false)]
    public async Task To_somebody_who_must_be_seen_first_each_move_that_is_found_says_that_exercises_wait(string asked, bool moves)
    {
        await using var app = new TestApp();
        app.Answers(Someone.WithCaudaEquina);
        var hits = Hits(await app.Open($"/learn/search?q={asked}"));
        Assert.Equal(moves, hits.Count(hit => hit.Contains("href=\"/moves/", StringComparison.Ordinal)) > 1);
        foreach (var hit in hits)
        {
            var waits = hit.Contains("href=\"/moves/", StringComparison.Ordinal);
            Assert.Equal(waits, hit.Contains(Unseen, StringComparison.Ordinal));
            Assert.Equal(waits, hit.Contains("<a href=\"/result\">See what to do</a>", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task In_a_spasm_with_a_sign_that_needs_help_today_they_wait_too()
    {
        await using var app = new TestApp();
        app.Answers("""{"age": 40, "onset_days": 1, "nprs": 9}""");
        var strong = Hits(await app.Open("/learn/search?q=stretch"));
        Assert.Contains(strong, hit => hit.Contains(Strong, StringComparison.Ordinal) && hit.Contains("<a href=\"/spasm\">What helps now</a>", StringComparison.Ordinal));
        Assert.DoesNotContain(Hits(await app.Open("/learn/search?q=warm%20pack")), hit => hit.Contains("/moves/heat-pack", StringComparison.Ordinal) && hit.Contains(Strong, StringComparison.Ordinal));
        app.Get<Flow.PersonFile>().Write(new Journal.SpasmStarted(), Journal.AnswerGiven.Word("ces_saddle", "yes"));
        var seen = Hits(await app.Open("/learn/search?q=stretch"));
        Assert.All(seen.Where(hit => hit.Contains("href=\"/moves/", StringComparison.Ordinal)), hit => Assert.Contains(Unseen, hit, StringComparison.Ordinal));
    }

    [Fact]
    public async Task To_anybody_else_nothing_waits()
    {
        await using var app = new TestApp();
        Assert.DoesNotContain("Exercises wait", (await app.Open("/learn/search?q=stretch")).Html, StringComparison.Ordinal);
        app.Answers(Someone.AtADesk);
        Assert.DoesNotContain("Exercises wait", (await app.Open("/learn/search?q=stretch")).Html, StringComparison.Ordinal);
    }

    static string[] Hits(Page page) => [.. Regex.Split(page.Html, "<li class=\"card stack tight\"").Skip(1).Select(hit => hit.Split("</li>")[0])];
}
