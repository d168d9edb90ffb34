using Mainstay.Web.Flow;
using Microsoft.AspNetCore.Antiforgery;

namespace Mainstay.Web.Hosting;

/// <summary>Every failure ends in a page that says what happened and what to do next.</summary>
public sealed class ErrorPages(RequestDelegate next, ILogger<ErrorPages> log)
{
    public async Task InvokeAsync(HttpContext http)
    {
        try
        {
            await next(http);
            if (http.Response is { StatusCode: >= 400 and < 500 and var status, HasStarted: false, ContentType: null } && !http.Request.Path.StartsWithSegments(Assets.Prefix))
                await ((HttpMethods.IsPost(http.Request.Method) && status is not (StatusCodes.Status404NotFound or StatusCodes.Status405MethodNotAllowed) ? Trouble.BadForm : Trouble.NotFound) with { Status = status }).Write(http);
        }
        catch (AntiforgeryValidationException) when (!http.Response.HasStarted)
        {
            await Trouble.OldForm.Write(http);
        }
        catch (BadHttpRequestException bad) when (!http.Response.HasStarted)
        {
            await (bad.StatusCode == StatusCodes.Status413PayloadTooLarge ? Trouble.TooLargeAt(http.Request.Path) : Trouble.BadForm).Write(http);
        }
        catch (InvalidDataException bad) when (!http.Response.HasStarted)
        {
            log.LogWarning(bad, "A form could not be read");
            await Trouble.BadForm.Write(http);
        }
        catch (Exception failure) when (!http.Response.HasStarted && failure is not OperationCanceledException)
        {
            log.LogError(failure, "A page failed: {Path}", http.Request.Path);
            // What a page set before it failed is set anew by the page that tells of it.
            http.Response.Headers.Remove("blazor-enhanced-nav");
            await Trouble.Of(failure).Write(http);
        }
    }
}
