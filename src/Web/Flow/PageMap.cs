namespace Mainstay.Web.Flow;

/// <summary>Every address of the app.</summary>
public static class PageMap
{
    public static void MapPages(this IEndpointRouteBuilder app)
    {
        app.MapPairing();
        app.MapMe();
        app.MapReading();
    }
}
