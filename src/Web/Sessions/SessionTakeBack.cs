using System.Collections.Immutable;
using Mainstay.Care;
using Mainstay.Journal;
using Mainstay.Web.Diary;
using Mainstay.Web.Flow;

namespace Mainstay.Web.Sessions;

/// <summary>A tap that slipped: what was said in a session is taken back, one part or all of it.</summary>
public static class SessionTakeBack
{
    public static void MapSessionTakeBack(this IEndpointRouteBuilder app) => app.MapPost("/session/{id:guid}/back", Take);

    public static string PathOf(Session session) => $"/session/{session.Id:D}/back";

    /// <summary>Where it is shown with the ways to take it back.</summary>
    public static string PlaceOf(Session session) => $"{DiaryPages.PathOf(session.Day)}#e-{session.Id:N}";

    /// <param name="id">Of the session. The form names a part of it; where it names none, all of it goes.</param>
    static async Task<IResult> Take(HttpContext http, CareModels care, PersonFile file, Guid id)
    {
        var form = await http.Request.ReadFormAsync();
        var person = http.Person();
        if (!person.Daily.SessionsById.TryGetValue(id, out var session)) return Trouble.OldForm.Shown(http);
        var all = PartsOf(session);
        ImmutableArray<Guid> parts = form["of"].ToString() is { Length: > 0 } one ? Guid.TryParse(one, out var part) && all.Contains(part) ? [part] : [] : all;
        if (parts.IsEmpty) return Trouble.OldForm.Shown(http);
        if (TakeBacks.Of(care, person, file.Without(parts)) is { } stays) return stays.First(PlaceOf(session));
        return SeeOther.To(DiaryPages.PathOf(session.Day), "undone", file.Write(new TakenBack([.. parts])));
    }

    static ImmutableArray<Guid> PartsOf(Session session) =>
    [
        .. session.Started is { } start ? [start.Id] : ImmutableArray<Guid>.Empty, .. session.Items.Select(report => report.Id),
        .. session.Ended is { } end ? [end.Id] : ImmutableArray<Guid>.Empty, .. session.Later.Select(told => told.Id),
    ];
}
