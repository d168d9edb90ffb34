namespace Mainstay.Web.Figures;

/// <summary>The files of moving figures.</summary>
public static class FigurePages
{
    public static void MapFigures(this IEndpointRouteBuilder app)
    {
        app.MapGet("/figure/{name}.bin", (HttpContext http, FigureFiles files) => Send(http, files));
        app.MapGet("/figure/{build}/{name}.bin", (HttpContext http, FigureFiles files) => Send(http, files));
        app.MapGet("/figure/{build}/{name}.svg", (HttpContext http, FigureFiles files) => Send(http, files));
        app.MapGet("/motions/{name}.bin", (HttpContext http, FigureFiles files) => Send(http, files));
    }

    static IResult Send(HttpContext http, FigureFiles files) => files.Find(http.Request.Path.Value!) is { } file ? new Sent(file, files.IsLasting(http.Request.Query["v"])) : Results.NotFound();

    sealed record Sent(PackedFile File, bool Lasting) : IResult
    {
        public Task ExecuteAsync(HttpContext http) => File.Send(http, Lasting);
    }
}
