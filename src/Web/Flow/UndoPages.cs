using Mainstay.Journal;

namespace Mainstay.Web.Flow;

/// <summary>"Undo": what was just written counts no more. The page that offers it came after a write, and carries its token.</summary>
public static class UndoPages
{
    public static void MapUndo(this IEndpointRouteBuilder app) => app.MapPost("/undo", async (HttpContext http, CareModels care, PersonFile file) =>
    {
        var form = await http.Request.ReadFormAsync();
        if (UndoToken.Parse(form["of"]) is not { } token || !IsOwn(form["back"])) return Trouble.BadForm.Shown(http);
        if (file.WrittenIn(token) is not { } ids) return Trouble.OldForm.Shown(http);
        var back = form["back"].ToString();
        // An answer that slipped goes at once, for another one stands in its place. What was told elsewhere goes only when it was asked about.
        if (file.Silences(ids) && TakeBacks.Of(care, http.Person(), file.Without(ids)) is { } stays) return stays.First(back);
        return SeeOther.To(back, "undone", file.Write(new TakenBack([.. ids])));
    });

    /// <summary>An address of this app, never of another host.</summary>
    static bool IsOwn(string? path) => path is ['/', ..] && path is not ['/', '/' or '\\', ..] && !path.Any(char.IsControl);
}
