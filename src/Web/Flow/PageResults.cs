using Mainstay.Journal;
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

    static Frame Frame(this HttpContext http)
    {
        var services = http.RequestServices;
        var tokens = services.GetRequiredService<IAntiforgery>().GetAndStoreTokens(http);
        var library = services.GetRequiredService<Library>();
        var visitor = http.Features.Get<Visitor>() ?? new Visitor(VisitorKind.Stranger);
        var person = visitor.Kind == VisitorKind.Stranger ? null : Known(http);
        var today = DateOnly.FromDateTime(services.GetRequiredService<TimeProvider>().GetLocalNow().DateTime);
        return new Frame(Phrases.English, services.GetRequiredService<Assets>(), library, http.Request.Path, person?.Theme,
            library.Countries.FirstOrDefault(country => country.Id == person?.Country), tokens.RequestToken!, tokens.FormFieldName,
            HasResult: person is { HasAnswers: true, State.Visits.IsEmpty: false }, today, visitor, Said(http.Request.Query["said"]));
    }

    /// <summary>A page that tells of a broken data file must itself be shown without it.</summary>
    static Person? Known(HttpContext http)
    {
        try
        {
            return http.Person();
        }
        catch (JournalException) when (http.Items.ContainsKey(typeof(Trouble)))
        {
            return null;
        }
    }

    /// <summary>Only words of our own can be said by an address.</summary>
    static string? Said(string? said) => said switch
    {
        "saved" => "Saved.",
        "seen" => "Saved. Thank you for telling us.",
        "moved" => "You went on in another tab. This is where you are now.",
        "changed" => "Your week was made again.",
        "out" => "The device was put out.",
        "deleted" => "Everything is deleted. Nothing of you is left here.",
        _ => null,
    };
}
