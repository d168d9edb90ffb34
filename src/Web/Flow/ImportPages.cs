using System.Collections.Immutable;
using System.Globalization;
using Mainstay.Journal;
using Mainstay.Web.Pages;
using Microsoft.AspNetCore.Http.Features;

namespace Mainstay.Web.Flow;

/// <param name="Done">What an import brought.</param>
/// <param name="Problems">Why nothing was brought in, a line each; the first two words name the line of the file.</param>
/// <param name="Nothing">No file was chosen.</param>
/// <param name="TooLarge">The file is larger than is taken.</param>
public sealed record ImportModel(ImportResult? Done, ImmutableArray<string> Problems, bool Nothing, bool TooLarge);

/// <summary>A copy brought back in the browser: checked whole, and then stored whole or not at all. Sending it twice adds nothing twice.</summary>
public static class ImportPages
{
    public const string Path = "/me/import";
    public const int MostBytes = 25 * 1024 * 1024;

    /// <summary>What a form has beside its file.</summary>
    const int FormBytes = 64 * 1024;

    public static void MapImport(this IEndpointRouteBuilder app)
    {
        app.MapGet(Path, (HttpContext http, int? added, int? there, long after = 0) =>
            http.Show<ImportPage, ImportModel>(new(added is >= 0 && there is >= 0 ? new(added.Value, there.Value, after) : null, [], false, false)));
        app.MapPost(Path, Send);
        app.MapPost(Path + "/undo", async (HttpContext http, PersonFile file) =>
        {
            var form = await http.Request.ReadFormAsync();
            if (!long.TryParse(form["after"], NumberStyles.None, CultureInfo.InvariantCulture, out var after)
                || !int.TryParse(form["count"], NumberStyles.None, CultureInfo.InvariantCulture, out var count)) return Trouble.BadForm.Shown(http);
            return file.TakeBack(after, count) is { } undone ? SeeOther.To(Path, "undone", undone) : Trouble.OldForm.Shown(http);
        });
    }

    /// <summary>This one form may be larger than the others. Comes before anything reads it.</summary>
    public static Task Allow(HttpContext http, RequestDelegate next)
    {
        if (HttpMethods.IsPost(http.Request.Method) && http.Request.Path == Path && http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = MostBytes + FormBytes;
        return next(http);
    }

    static async Task<IResult> Send(HttpContext http, JournalStore store, PersonFile file, TimeProvider clock)
    {
        var sent = (await http.Request.ReadFormAsync()).Files.GetFile("file");
        if (sent is null || sent.Length == 0) return Refuse(http, new(null, [], Nothing: true, false));
        if (sent.Length > MostBytes) return Refuse(http, new(null, [], false, TooLarge: true), StatusCodes.Status413PayloadTooLarge);
        using var reader = new StreamReader(sent.OpenReadStream());
        try
        {
            var done = JournalFile.Import(store, JournalStore.Me, reader, clock);
            file.KeepLevel();
            return new SeeOther(FormattableString.Invariant($"{Path}?added={done.New}&there={done.There}&after={done.After}"));
        }
        catch (JournalException wrong) when (wrong.Fault is JournalFault.BadImport or JournalFault.Conflict)
        {
            return Refuse(http, new(null, [.. wrong.Message.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Skip(wrong.Fault == JournalFault.BadImport ? 1 : 0)], false, false));
        }
    }

    static IResult Refuse(HttpContext http, ImportModel model, int status = StatusCodes.Status422UnprocessableEntity) => http.Show<ImportPage, ImportModel>(model, status);
}
