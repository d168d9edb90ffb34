namespace Mainstay.Web.Flow;

/// <summary>"Undo": what was just written counts no more. The page that offers it came after a write, and carries its token.</summary>
public static class UndoPages
{
    public static void MapUndo(this IEndpointRouteBuilder app) => app.MapPost("/undo", async (HttpContext http, PersonFile file) =>
    {
        var form = await http.Request.ReadFormAsync();
        if (UndoToken.Parse(form["of"]) is not { } token || !IsOwn(form["back"])) return Trouble.BadForm.Shown(http);
        return file.TakeBack(token) is { } undone ? SeeOther.To(form["back"].ToString(), "undone", undone) : Trouble.OldForm.Shown(http);
    });

    /// <summary>An address of this app, never of another host.</summary>
    static bool IsOwn(string? path) => path is ['/', ..] && path is not ['/', '/' or '\\', ..] && !path.Any(char.IsControl);
}
