namespace Mainstay.Web.Flow;

/// <summary>303: after a write the browser asks for the next page, so that a reload or the back button sends nothing twice.</summary>
public sealed class SeeOther(string path) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = path;
        return Task.CompletedTask;
    }
}
