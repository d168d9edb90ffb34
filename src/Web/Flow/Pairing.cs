using Mainstay.Web.Hosting;
using Mainstay.Web.Pages;

namespace Mainstay.Web.Flow;

/// <param name="Code">From the QR code, put into the field.</param>
/// <param name="Wrong">The code just typed did not open.</param>
public sealed record PairModel(string Code, bool Wrong, bool IsLetIn);

/// <summary>Letting a device in by the code that the computer shows.</summary>
public static class Pairing
{
    static readonly TimeSpan CookieLife = TimeSpan.FromDays(400);   // browsers keep a cookie no longer

    public static void MapPairing(this IEndpointRouteBuilder app)
    {
        app.MapGet("/pair", (HttpContext http, string? code) =>
            http.Show<PairPage, PairModel>(new PairModel(code is { Length: <= 12 } ? code : "", false, http.Features.Get<Visitor>()!.Kind != VisitorKind.Stranger)));
        app.MapPost("/pair", LetIn);
    }

    static async Task<IResult> LetIn(HttpContext http, DeviceList devices, TimeProvider time)
    {
        var form = await http.Request.ReadFormAsync();
        var name = OwnWords.Clean(form["name"]);
        if (devices.LetIn(form["code"].ToString(), name.Length is > 0 and <= 60 ? name : "Phone") is not { } token)
            return http.Show<PairPage, PairModel>(new PairModel("", Wrong: true, IsLetIn: false), StatusCodes.Status403Forbidden);
        http.Response.Cookies.Append(HostGuard.Cookie, token, new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Strict,
            Secure = http.Request.IsHttps,
            MaxAge = CookieLife,
            Path = "/",
        });
        return new SeeOther("/");
    }
}
