using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using static Mainstay.Web.Texts.Marking;

namespace Mainstay.Web.Hosting;

/// <summary>A write is taken only from a form of this app: the browser says that it comes from the same origin, and the form carries the
/// token that this app put into it.</summary>
public sealed class SameOrigin(RequestDelegate next, IAntiforgery antiforgery)
{
    public async Task InvokeAsync(HttpContext http)
    {
        var request = http.Request;
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method))
        {
            if (!IsSameOrigin(request))
            {
                await Refusal.Write(http, StatusCodes.Status403Forbidden, N("This came from another page"), N("Mainstay takes answers only from its own pages. Nothing was changed."));
                return;
            }
            if (http.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize is { } most && request.ContentLength > most)
                throw new BadHttpRequestException("The form is too large.", StatusCodes.Status413PayloadTooLarge);
            await antiforgery.ValidateRequestAsync(http);
        }
        await next(http);
    }

    /// <summary>Every browser of the last years sends Origin with a write; newer ones add Sec-Fetch-Site. Both must agree where present,
    /// and one must be present.</summary>
    static bool IsSameOrigin(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        var origin = request.Headers.Origin.ToString();
        if (site.Length == 0 && origin.Length == 0) return false;
        return (site.Length == 0 || site == "same-origin")
            && (origin.Length == 0 || string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase));
    }
}
