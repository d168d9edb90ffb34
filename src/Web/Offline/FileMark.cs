using System.Globalization;
using System.Security.Cryptography;
using Mainstay.Journal;
using Mainstay.Web.Flow;
using Mainstay.Web.Hosting;

namespace Mainstay.Web.Offline;

/// <summary>A browser remembers by a mark which data file it kept pages and entries of. Where another one answers, or the file was emptied
/// meanwhile, what it kept goes, and what it still sends for the old one is not taken.</summary>
public sealed class FileMark(RequestDelegate next)
{
    static readonly TimeSpan Life = TimeSpan.FromDays(400);   // browsers keep a cookie no longer

    public async Task InvokeAsync(HttpContext http, PersonFile file)
    {
        if (IsOfEverybody(http.Request.Path) || http.Features.Get<Visitor>() is not { Kind: not VisitorKind.Stranger } || !TryMark(file, out var mark))
        {
            await next(http);
            return;
        }
        var kept = http.Request.Cookies[NameOf(http)] is { Length: > 0 } cookie ? cookie : null;
        if (kept is not null && kept != mark)
        {
            KeptInBrowser.Clear(http);
            if (mark is null) Forget(http);
        }
        if (mark is not null && kept != mark) http.Response.Cookies.Append(NameOf(http), mark, Cookie(http));
        var isWrite = !HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method);
        if (isWrite && kept is not null && kept != mark && (mark is not null || http.Request.Path.StartsWithSegments("/api"))) await Trouble.OldForm.Write(http);
        else await next(http);
    }

    public static void Forget(HttpContext http) => http.Response.Cookies.Delete(NameOf(http), Cookie(http));

    /// <summary>A data file that cannot be read is told on the page that needs it.</summary>
    static bool TryMark(PersonFile file, out string? mark)
    {
        mark = null;
        try
        {
            if (file.Now().First is { } first) mark = Convert.ToHexStringLower(SHA256.HashData(first.ToByteArray()))[..16];
            return true;
        }
        catch (JournalException)
        {
            return false;
        }
    }

    static bool IsOfEverybody(PathString path) => path.StartsWithSegments(Assets.Prefix) || path.StartsWithSegments("/figure") || path.StartsWithSegments("/motions");

    /// <summary>Cookies are shared by all ports of a host; what a browser keeps is not.</summary>
    static string NameOf(HttpContext http) => $"mainstay-file-{(http.Request.Host.Port ?? 0).ToString(CultureInfo.InvariantCulture)}";

    static CookieOptions Cookie(HttpContext http) => new() { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = http.Request.IsHttps, MaxAge = Life, Path = "/" };
}
