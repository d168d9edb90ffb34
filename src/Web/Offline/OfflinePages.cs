using Mainstay.Web.Flow;
using Mainstay.Web.Hosting;
using Mainstay.Web.Pages;
using Microsoft.AspNetCore.Antiforgery;

namespace Mainstay.Web.Offline;

/// <param name="Pages">Addresses of pages that a browser keeps.</param>
/// <param name="Files">Addresses of what every page may load. The figures of a page are named in it.</param>
public sealed record OfflineList(IReadOnlyList<string> Pages, IReadOnlyList<string> Files);

public sealed record OfflineModel;

/// <summary>What works without the network, and what arrives afterwards.</summary>
public static class OfflinePages
{
    public const string Path = "/offline";

    /// <summary>Where a person would look first, and what helps at once.</summary>
    static readonly string[] Kept = ["/", "/session", "/spasm", "/diary", "/diary/new", "/plan", Path];

    static readonly string[] Types = [".css", ".js", ".svg", ".woff2", ".png"], Not = ["client/sw.js", "design.css"];

    public static void MapOffline(this IEndpointRouteBuilder app)
    {
        app.MapGet(Path, (HttpContext http) => http.Show<OfflinePage, OfflineModel>(new()));
        app.MapGet("/api/offline", (Assets assets) => Results.Json(
            new OfflineList(Kept, [.. assets.Names.Where(name => Types.Contains(System.IO.Path.GetExtension(name)) && !Not.Contains(name)).Order(StringComparer.Ordinal).Select(assets.Url)]), OfflineJson.Default.OfflineList));
        // A page that waited for the network may hold a token that is too old; only this origin can read the answer.
        app.MapGet("/api/token", (HttpContext http, IAntiforgery antiforgery) => Results.Json(new FreshToken(antiforgery.GetAndStoreTokens(http).RequestToken!), OfflineJson.Default.FreshToken));
        app.MapEntriesApi();
    }
}
