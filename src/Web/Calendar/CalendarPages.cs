using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Mainstay.Journal;
using Mainstay.Web.Breaks;
using Mainstay.Web.Flow;
using Mainstay.Web.Hosting;

namespace Mainstay.Web.Calendar;

/// <param name="Address">Null: there is none.</param>
/// <param name="IsLocal">Only programs on this computer can read it.</param>
public sealed record CalendarModel(string? Address, bool IsLocal);

/// <summary>The address of the calendar: made on request, impossible to guess, gone on request. Calendar programs bring no cookie, so the key in the
/// address is all that lets them in, and all that it opens is this.</summary>
public static class CalendarPages
{
    public const string Feed = $"{BreaksPages.Path}/calendar.ics", SecretName = "calendar-key";

    const int KeyBytes = 24;
    const string Back = $"{BreakSettingsPages.Path}#calendar";

    public static void MapCalendar(this IEndpointRouteBuilder app)
    {
        app.MapMethods(Feed, [HttpMethods.Get, HttpMethods.Head], Send);
        app.MapPost($"{BreaksPages.Path}/calendar", Change);
    }

    public static CalendarModel Of(HttpContext http)
    {
        var services = http.RequestServices;
        var home = services.GetRequiredService<WebOptions>().PublicUrl?.GetLeftPart(UriPartial.Authority) ?? $"{http.Request.Scheme}://{http.Request.Host}";
        return new(services.GetRequiredService<Secrets>().Find(JournalStore.Me, SecretName) is { } key ? $"{home}{Feed}?key={key}" : null,
            http.Request.Host.Host is "localhost" or "127.0.0.1" or "[::1]" && services.GetRequiredService<WebOptions>().PublicUrl is null);
    }

    static async Task<IResult> Change(HttpContext http, Secrets secrets)
    {
        var form = await http.Request.ReadFormAsync();
        if (form["do"].ToString() is not ("new" or "off") || form["do"].Count != 1) return Trouble.BadForm.Shown(http);
        var on = form["do"] == "new";
        secrets.Set(JournalStore.Me, SecretName, on ? Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(KeyBytes)) : null);
        return SeeOther.To(Back, on ? "calendar-on" : "calendar-off");
    }

    static async Task Send(HttpContext http, Secrets secrets, PersonFile file, BreakDesk desk, Texts.Languages languages)
    {
        if (secrets.Find(JournalStore.Me, SecretName) is not { } key
            || !CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(http.Request.Query["key"].ToString()), Encoding.UTF8.GetBytes(key)))
        {
            // A stranger learns nothing, not even how a wrong key looks.
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        var person = file.Now();
        var text = Encoding.UTF8.GetBytes(BreakCalendar.Of(person.Folded.History.Daily, desk.Rules, person.Person.Today, desk.Zone, key, languages.Of(person.Person.Language), desk.Now().Waits));
        var mark = $"\"{Convert.ToHexStringLower(SHA256.HashData(text))[..32]}\"";
        http.Response.Headers.ETag = mark;
        http.Response.Headers.CacheControl = "private, no-cache";
        if (http.Request.Headers.IfNoneMatch == mark)
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        http.Response.ContentType = "text/calendar; charset=utf-8";
        http.Response.Headers.ContentDisposition = "inline; filename=\"breaks.ics\"";
        http.Response.ContentLength = text.Length;
        if (!HttpMethods.IsHead(http.Request.Method)) await http.Response.Body.WriteAsync(text);
    }
}
