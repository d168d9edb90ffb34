using Mainstay.Knowledge;
using Mainstay.Web.Hosting;
using Mainstay.Web.Parts;
using Mainstay.Web.Texts;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mainstay.Web.Flow;

/// <summary>From a request to a rendered page.</summary>
public static class PageResults
{
    public static IResult Show<TPage, TModel>(this HttpContext http, TModel model, int status = StatusCodes.Status200OK) where TPage : PageOf<TModel>
        => new RazorComponentResult<TPage>(new Dictionary<string, object?> { ["Given"] = http.Frame(), ["Model"] = model }) { StatusCode = status };

    public static Frame Frame(this HttpContext http)
    {
        var services = http.RequestServices;
        var tokens = services.GetRequiredService<IAntiforgery>().GetAndStoreTokens(http);
        var library = services.GetRequiredService<Library>();
        var today = DateOnly.FromDateTime(services.GetRequiredService<TimeProvider>().GetLocalNow().DateTime);
        return new Frame(Phrases.English, services.GetRequiredService<Assets>(), library, http.Request.Path, Theme: null, Country: null,
            tokens.RequestToken!, tokens.FormFieldName, HasResult: false, today, http.Features.Get<Visitor>() ?? new Visitor(VisitorKind.Stranger));
    }
}
