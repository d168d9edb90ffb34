namespace Mainstay.Web.Tests;

public sealed class WriteTests
{
    static readonly (string, string)[] Settings = [("theme", "dark")];

    [Fact]
    public async Task A_form_of_our_own_is_taken()
    {
        await using var app = new TestApp();
        Assert.Equal(303, (await app.Submit("/me", "/me", Settings)).Status);
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused_and_says_what_to_do()
    {
        await using var app = new TestApp();
        var page = await app.Submit("/me", "/me", Settings, withToken: false);
        Assert.Equal(400, page.Status);
        Assert.Contains("too old", page.Html, StringComparison.Ordinal);
        Assert.Contains("Nothing was changed", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_without_its_cookie_is_refused()
    {
        await using var app = new TestApp();
        var token = (await app.Open("/me")).Token;
        app.ForgetCookies();
        var page = await app.Send("POST", "/me", body: $"theme=dark&__RequestVerificationToken={Uri.EscapeDataString(token)}", headers: ("Origin", "http://127.0.0.1:5080"));
        Assert.Equal(400, page.Status);
    }

    [Theory]
    [InlineData("Origin", "http://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Origin", "http://127.0.0.1:9999")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("X-Nothing", "said")]
    public async Task A_write_that_another_page_may_have_sent_is_refused_even_with_a_good_token(string header, string value)
    {
        await using var app = new TestApp();
        var token = (await app.Open("/me")).Token;
        var page = await app.Send("POST", "/me", body: $"theme=dark&__RequestVerificationToken={Uri.EscapeDataString(token)}", headers: (header, value));
        Assert.Equal(403, page.Status);
    }

    [Fact]
    public async Task A_form_of_ten_megabytes_is_refused()
    {
        await using var app = new TestApp();
        var page = await app.Submit("/me", "/me", [("theme", new string('x', 10_000_000))]);
        Assert.True(page.Status is 400 or 413, $"status {page.Status}");
        Assert.Contains("Nothing was changed", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_is_not_there_says_where_to_go()
    {
        await using var app = new TestApp();
        var page = await app.Open("/no-such-page");
        Assert.Equal(404, page.Status);
        Assert.Contains("Go to Today", page.Html, StringComparison.Ordinal);
    }
}
