using System.IO.Compression;
using System.Text;
using Mainstay.Web.Flow;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Net.Http.Headers;

namespace Mainstay.Web.Hosting;

/// <summary>Sends a page again as it is, when the same browser asks for it within the minute and nothing was recorded since. All that a page
/// depends on is in its key: the person's state and day, who asks and under which name, the browser's form cookie and languages, the address.</summary>
public sealed class PageKeeper(RequestDelegate next, TimeProvider clock)
{
    public const string FormCookie = "mainstay-form";
    const int LargestPage = 512 * 1024, LongestKey = 2048;

    public async Task InvokeAsync(HttpContext http)
    {
        if (KeyOf(http) is not { } key)
        {
            await next(http);
            return;
        }
        var now = http.RequestServices.GetRequiredService<PersonFile>().Now();
        http.Know(now.Person);
        var minute = clock.GetLocalNow().Ticks / TimeSpan.TicksPerMinute;
        if (now.Pages.Find(minute, key) is { } kept)
        {
            await Send(http, kept);
            return;
        }
        var response = http.Response;
        var (wire, page) = (response.Body, new MemoryStream());
        response.Body = page;
        try
        {
            await next(http);
        }
        finally
        {
            response.Body = wire;
        }
        if (response.StatusCode == StatusCodes.Status200OK && response.ContentType is { } type && type.StartsWith("text/html", StringComparison.Ordinal)
            && response.Headers.SetCookie.Count == 0 && page.Length <= LargestPage)
        {
            var packed = Pack(page, type, EncodingFor(http.Request));
            now.Pages.Keep(minute, key, packed);
            await Send(http, packed);
            return;
        }
        page.Position = 0;
        await page.CopyToAsync(wire);
    }

    /// <summary>Null: not a page of the person; one that also tells of what is no entry, such as the browsers that get reminders; or the browser has no form cookie yet, so that its page must set one.</summary>
    static string? KeyOf(HttpContext http)
    {
        var request = http.Request;
        if (!HttpMethods.IsGet(request.Method) || request.Path.StartsWithSegments(Assets.Prefix) || request.Path == "/me/export" || request.Path == "/me/delete"
            || request.Path.StartsWithSegments(Breaks.BreaksPages.Path) || request.Path.StartsWithSegments(Diary.DiaryImportPages.Path)
            || !request.Cookies.TryGetValue(FormCookie, out var cookie) || http.Features.Get<Visitor>() is not { Kind: not VisitorKind.Stranger } visitor) return null;
        var key = new StringBuilder().Append(EncodingFor(request)).Append('\n').Append(visitor.Kind).Append(visitor.DeviceId).Append('\n')
            .Append(cookie).Append('\n').Append(request.Headers.AcceptLanguage).Append('\n').Append(request.GetEncodedUrl()).ToString();
        return key.Length <= LongestKey ? key : null;
    }

    static string? EncodingFor(HttpRequest request)
    {
        var accepted = request.Headers.AcceptEncoding.ToString();
        return accepted.Contains("br", StringComparison.Ordinal) ? "br" : accepted.Contains("gzip", StringComparison.Ordinal) ? "gzip" : null;
    }

    static KeptPage Pack(MemoryStream page, string type, string? encoding)
    {
        if (encoding is null) return new(page.ToArray(), type, null);
        using var packed = new MemoryStream();
        using (Stream packer = encoding == "br" ? new BrotliStream(packed, new BrotliCompressionOptions { Quality = 6 }, leaveOpen: true) : new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            packer.Write(page.GetBuffer().AsSpan(0, (int)page.Length));
        return new(packed.ToArray(), type, encoding);
    }

    static async Task Send(HttpContext http, KeptPage page)
    {
        var headers = http.Response.Headers;
        headers.ContentType = page.Type;
        headers.Vary = HeaderNames.AcceptEncoding;
        if (page.Encoding is not null) headers.ContentEncoding = page.Encoding;
        headers.ContentLength = page.Body.Length;
        await http.Response.Body.WriteAsync(page.Body);
    }
}
