using Mainstay.Web.Pages;

namespace Mainstay.Web.Flow;

/// <summary>Pages that are read and change nothing.</summary>
public static class ReadingPages
{
    public static void MapReading(this IEndpointRouteBuilder app)
    {
        app.MapGet("/about", (HttpContext http) => http.Show<AboutPage, None>(None.Here));
    }
}

/// <summary>The model of a page that needs none.</summary>
public sealed record None
{
    public static readonly None Here = new();
}
