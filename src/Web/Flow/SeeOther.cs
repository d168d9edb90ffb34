namespace Mainstay.Web.Flow;

/// <summary>303: after a write the browser asks for the next page, so that a reload or the back button sends nothing twice.</summary>
public sealed class SeeOther(string path) : IResult
{
    /// <summary>To a page that says what was done, and offers to undo it.</summary>
    /// <param name="path">May have a query and a fragment.</param>
    /// <param name="said">Code of the words.</param>
    public static SeeOther To(string path, string said, UndoToken undo = default)
    {
        var hash = path.IndexOf('#', StringComparison.Ordinal) is >= 0 and var at ? at : path.Length;
        var (page, part) = (path[..hash], path[hash..]);
        return new($"{page}{(page.Contains('?', StringComparison.Ordinal) ? '&' : '?')}said={said}{(undo.IsNone ? "" : $"&undo={undo}")}{part}");
    }

    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = path;
        return Task.CompletedTask;
    }
}
