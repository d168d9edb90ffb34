using System.Net;

namespace Mainstay.Web.Tests;

public class LostAddressTests
{
    [Theory]
    [InlineData("/move", "/moves", "")]
    [InlineData("/diry", "/diary", "")]
    [InlineData("/moves/bird-dgo", "/moves/bird-dog", "bird dgo")]
    [InlineData("/learn/lessons/sleep", "/learn/lessons/sleep-and-pain", "sleep")]
    [InlineData("/learn/treatment/acupuncture", "/learn/treatments/acupuncture", "acupuncture")]
    [InlineData("/learn/claims/C-999", "/learn/claims", "")]
    [InlineData("/back/heatpad", "/moves/heat-pack", "back heatpad")]
    public async Task An_address_that_leads_nowhere_shows_the_likely_page_and_a_search_for_its_words(string address, string likely, string words)
    {
        await using var app = new TestApp();
        var page = await app.Open(address);
        Assert.Equal(404, page.Status);
        Assert.Contains($"<a href=\"{likely}\">", page.Html, StringComparison.Ordinal);
        Assert.Contains($"name=\"q\" value=\"{words}\"", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_stands_in_the_address_is_never_run()
    {
        await using var app = new TestApp();
        var page = await app.Open("/no\"><script>alert(1)</script>/sauna");
        Assert.Equal(404, page.Status);
        Assert.DoesNotContain("<script>alert", page.Html, StringComparison.Ordinal);
        Assert.Contains("href=\"/learn/treatments/sauna\"", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nothing_is_near_there_is_still_the_search()
    {
        await using var app = new TestApp();
        var page = await app.Open("/0199aa/xqzzyq");
        Assert.DoesNotContain(WebUtility.HtmlEncode("Did you look for this?"), page.Html, StringComparison.Ordinal);
        Assert.Contains("action=\"/learn/search\"", page.Html, StringComparison.Ordinal);
    }
}
