using Mainstay.Web.Breaks;
using Mainstay.Web.Coping;
using Mainstay.Web.Diary;
using Mainstay.Web.Figures;
using Mainstay.Web.Learn;
using Mainstay.Web.Letter;
using Mainstay.Web.Mast;
using Mainstay.Web.Moves;
using Mainstay.Web.Own;
using Mainstay.Web.Offline;
using Mainstay.Web.Sessions;
using Mainstay.Web.Trends;

namespace Mainstay.Web.Flow;

/// <summary>Every address of the app.</summary>
public static class PageMap
{
    public static void MapPages(this IEndpointRouteBuilder app)
    {
        app.MapToday();
        app.MapNews();
        app.MapUndo();
        app.MapCheck();
        app.MapPlaces();
        app.MapResult();
        app.MapPlan();
        app.MapInsights();
        app.MapStress();
        app.MapReturn();
        app.MapReviews();
        app.MapSessions();
        app.MapOffline();
        app.MapBreaks();
        app.MapLetter();
        app.MapMoves();
        app.MapFigures();
        app.MapMast();
        app.MapSpasm();
        app.MapDiary();
        app.MapDiaryImport();
        app.MapSpots();
        app.MapTests();
        app.MapGoals();
        app.MapWhy();
        app.MapPairing();
        app.MapMe();
        app.MapHealth();
        app.MapImport();
        app.MapData();
        app.MapReading();
        app.MapLearn();
    }
}
