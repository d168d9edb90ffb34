using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Mainstay.Web.Flow;

namespace Mainstay.Web.Tests;

/// <summary>A form whose token is too old is not taken, and what was typed into it is in the answer, to be copied.</summary>
public sealed class StaleFormTests
{
    const string Words = "Can I </textarea><script>alert(1)</script> dance?\nAnd swim?";

    [Fact]
    public async Task What_was_typed_stands_on_the_page_that_tells_of_it_and_runs_nothing()
    {
        await using var app = TestApp.After();
        var page = await Stale(app, "/result/letter/questions", ("questions", Words), ("back", "/result/letter"));
        Assert.Equal(400, page.Status);
        Assert.Contains("What you wrote is still here", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", page.Html, StringComparison.Ordinal);
        var document = new HtmlParser().ParseDocument(page.Html);
        var field = document.QuerySelector<IHtmlTextAreaElement>("main textarea[readonly]")!;
        Assert.Equal(Words, field.Value.Replace("\r\n", "\n", StringComparison.Ordinal));
        Assert.NotEqual("", document.QuerySelector($"label[for='{field.Id}']")!.TextContent);
    }

    [Fact]
    public async Task A_question_of_the_check_is_named_and_tokens_and_options_are_nobodys_words()
    {
        await using var app = new TestApp();
        var page = WebUtility.HtmlDecode((await Stale(app, "/check/1", ("screen", "about-you(age sex)"), ("q.age", "44"), ("q.sex", "f"), ("__RequestVerificationToken", "CfDJ8abc"))).Html);
        var main = page[page.IndexOf("<main", StringComparison.Ordinal)..];
        var age = TestApp.Library.Inputs.Single(input => input.Id == "age");
        Assert.Matches($"{age.Label}</label><textarea[^>]*>44</textarea>", main);
        Assert.DoesNotContain("CfDJ8", main, StringComparison.Ordinal);
        Assert.DoesNotContain(">f</textarea>", main, StringComparison.Ordinal);
        Assert.DoesNotContain("about-you(", main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_more_comes_back_than_a_person_writes()
    {
        await using var app = new TestApp();
        var page = await Stale(app, "/check/1", [.. Enumerable.Range(0, 40).Select(at => ($"text{at}", new string('x', 5000) + " end"))]);
        Assert.Equal(TypedWords.Most, page.Html.Split("<textarea").Length - 1);
        Assert.DoesNotContain(new string('x', TypedWords.Longest + 1), page.Html, StringComparison.Ordinal);
        Assert.Contains(new string('x', TypedWords.Longest), page.Html, StringComparison.Ordinal);
        Assert.Contains("It was longer.", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_pages_form_is_told_nothing()
    {
        await using var app = new TestApp();
        var page = await app.Send("POST", "/check/1", body: "text=some+words", headers: ("Origin", "http://evil.example"));
        Assert.Equal(403, page.Status);
        Assert.DoesNotContain("some words", page.Html, StringComparison.Ordinal);
    }

    /// <summary>Opened once for the cookie, then sent without a token that fits.</summary>
    static async Task<Page> Stale(TestApp app, string path, params (string Name, string Value)[] fields)
    {
        await app.Open("/me");
        return await app.Send("POST", path, body: string.Join('&', fields.Select(field => $"{Uri.EscapeDataString(field.Name)}={Uri.EscapeDataString(field.Value)}")), headers: ("Origin", "http://127.0.0.1:5080"));
    }
}
