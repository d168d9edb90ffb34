using Mainstay.Web.Learn;
using Mainstay.Web.Letter;
using Mainstay.Web.Moves;

namespace Mainstay.Web.Flow;

/// <summary>Every address of the app.</summary>
public static class PageMap
{
    public static void MapPages(this IEndpointRouteBuilder app)
    {
        app.MapToday();
        app.MapCheck();
        app.MapPlaces();
        app.MapResult();
        app.MapPlan();
        app.MapLetter();
        app.MapMoves();
        app.MapSpasm();
        app.MapWhy();
        app.MapPairing();
        app.MapMe();
        app.MapData();
        app.MapReading();
        app.MapLearn();
    }
}
