using System.Text.Json.Serialization;
using Mainstay.Care;
using Mainstay.Journal;
using Mainstay.Moves;
using Mainstay.Web.Figures;
using Mainstay.Web.Flow;
using Mainstay.Web.Offline;

namespace Mainstay.Web.Sessions;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(PlayerPlan))]
[JsonSerializable(typeof(Dictionary<string, string>))]
sealed partial class SessionJson : JsonSerializerContext;

/// <summary>What the player records, as entries with ids and moments of its own: lines as in an export. The same line twice is one entry; an id
/// with another content is a conflict; all of a request is stored, or nothing. A write needs the token in its header.</summary>
public static class SessionApi
{
    public static void MapSessionApi(this IEndpointRouteBuilder app)
    {
        app.MapPost("/api/session", Take);
        app.MapGet("/api/session/{id:guid}", Plan);
    }

    /// <summary>What the app leaves of a session that has begun: with the pain just before it, which the page of the start did not know.</summary>
    static IResult Plan(HttpContext http, CareModels care, SessionDesk desk, FigureFiles figures, MotionModel motions, Guid id) =>
        desk.Running(http.Person(), id) is { Hold: Hold.None } model
            ? Results.Json(PlayerPlan.Of(model, figures.Exist ? new(figures, motions, care.Model.Library, http.Person().Answers) : null, care.Daily.Rules), SessionJson.Default.PlayerPlan) : Results.NotFound();

    static async Task<IResult> Take(HttpContext http, CareModels care, PersonFile file, TimeProvider clock)
    {
        var say = http.Phrases();
        if (await Arrivals.Body(http) is not { } body) return Arrivals.TooLong(say);
        Recorded[] entries;
        try
        {
            entries = [.. JournalFile.Read(new StringReader($"{{\"mainstay\":\"journal\",\"version\":1}}\n{body}"))];
        }
        catch (JournalException wrong)
        {
            return Arrivals.Refuse(say.Say("Something in it could not be read: {what}", wrong.Message.Split(Environment.NewLine).ElementAtOrDefault(1)));
        }
        if (entries.Length == 0 || entries.Any(entry => !IsOfSession(entry.Entry, care))) return Arrivals.Refuse(say.Say("That is no part of a session that we know."));
        return Arrivals.Store(http, entries, care, file, clock);
    }

    static bool IsOfSession(Entry entry, CareModels care) => entry is Noted noted && noted.Said switch
    {
        SessionStart start => start.Session != Guid.Empty && start.Items.Count <= 2 * SessionDesk.MostMoves && start.Items.All(id => IsItem(id, care)),
        ItemReport report => report.Session != Guid.Empty && IsItem(report.Item, care),
        SessionEnd end => end.Session != Guid.Empty,
        SessionAfter after => after.Session != Guid.Empty,
        _ => false,
    };

    static bool IsItem(string id, CareModels care) => care.Model.Library.Items.Any(item => item.Id == id);
}
