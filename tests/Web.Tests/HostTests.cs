using Mainstay.Web.Hosting;

namespace Mainstay.Web.Tests;

public sealed class HostTests
{
    const string Phone = "192.168.7.23";

    [Theory]
    [InlineData("127.0.0.1:5080")]
    [InlineData("localhost:5080")]
    [InlineData("[::1]:5080")]
    public async Task The_person_at_this_computer_gets_in_by_every_loopback_name(string host)
    {
        await using var app = new TestApp();
        Assert.Equal(200, (await app.Open("/about", host)).Status);
    }

    sealed class Watched : TimeProvider
    {
        public TaskCompletionSource Runs { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Runs.TrySetResult();
            return base.CreateTimer(callback, state, dueTime, period);
        }
    }

    [Fact]
    public async Task A_host_that_goes_without_stopping_its_services_first_makes_none_of_them_fail()
    {
        var clock = new Watched();
        using var service = new MemoryReturn(clock);
        await service.StartAsync(default);
        await clock.Runs.Task;
        service.Dispose();
        await service.ExecuteTask!;
        Assert.True(service.ExecuteTask!.IsCompletedSuccessfully);
    }

    [Theory]
    [InlineData("evil.example")]
    [InlineData("127.0.0.1.evil.example")]
    [InlineData("localhost.evil.example:5080")]
    [InlineData("192.168.7.20:5080")]
    [InlineData("")]
    public async Task A_host_name_that_is_not_ours_is_refused(string host)
    {
        await using var app = new TestApp();
        var page = await app.Open("/about", host);
        Assert.Equal(400, page.Status);
        Assert.Contains("not one of Mainstay", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_phone_nobody_on_the_network_gets_in_even_under_a_loopback_name()
    {
        await using var app = new TestApp();
        Assert.Equal(403, (await app.Open("/about", from: Phone)).Status);
    }

    [Fact]
    public async Task A_stranger_on_the_network_sees_nothing_but_the_page_for_the_code()
    {
        await using var app = new TestApp(new WebOptions(Phone: true));
        foreach (var path in new[] { "/", "/check", "/me", "/about", "/result", "/pair/x", "/no-such-page" })
            Assert.Equal(403, (await app.Open(path, from: Phone)).Status);
        Assert.Equal(200, (await app.Open("/pair", from: Phone)).Status);
    }

    [Theory]
    [InlineData("X-Forwarded-For")]
    [InlineData("X-Forwarded-Host")]
    [InlineData("Forwarded")]
    public async Task What_a_proxy_passed_on_is_not_the_person_at_this_computer(string header)
    {
        await using var app = new TestApp(new WebOptions(PublicUrl: new Uri("https://back.example.org")));
        Assert.Equal(403, (await app.Send("GET", "/about", headers: (header, "203.0.113.9"))).Status);
        Assert.Equal(403, (await app.Open("/about", "back.example.org")).Status);
    }

    [Fact]
    public async Task Forwarded_headers_from_the_network_open_nothing()
    {
        await using var app = new TestApp(new WebOptions(Phone: true, PublicUrl: new Uri("https://back.example.org")));
        var page = await app.Send("GET", "/about", from: Phone, headers: [("X-Forwarded-For", "127.0.0.1"), ("X-Forwarded-Proto", "https")]);
        Assert.Equal(403, page.Status);
    }

    [Fact]
    public async Task Every_page_is_locked_down_by_its_headers()
    {
        await using var app = new TestApp();
        foreach (var path in new[] { "/about", "/me", "/no-such-page" })
        {
            var headers = (await app.Open(path)).Headers;
            Assert.StartsWith("default-src 'none'; script-src 'self';", headers.ContentSecurityPolicy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", headers.ContentSecurityPolicy.ToString(), StringComparison.Ordinal);
            Assert.Equal("nosniff", headers.XContentTypeOptions);
            Assert.Equal("same-origin", headers["Cross-Origin-Opener-Policy"]);
            Assert.Contains("no-store", headers.CacheControl.ToString(), StringComparison.Ordinal);
            Assert.False(headers.ContainsKey("Server"));
        }
    }

    [Fact]
    public async Task A_style_sheet_is_kept_for_ever_under_the_hash_of_its_content()
    {
        await using var app = new TestApp();
        var url = app.Get<Assets>().Url("base.css");
        var sheet = await app.Open(url);
        Assert.Equal(200, sheet.Status);
        Assert.Contains("immutable", sheet.Headers.CacheControl.ToString(), StringComparison.Ordinal);
        Assert.Equal(404, (await app.Open(url.Replace("/a/", "/a/0", StringComparison.Ordinal))).Status);
        Assert.Equal(404, (await app.Open("/a/x/../../Program.cs")).Status);
    }
}
