using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Mainstay.Care;
using Mainstay.Journal;
using Mainstay.Journal.Imports;
using Mainstay.Web.Flow;
using Mainstay.Web.Pages.Diary;
using Microsoft.AspNetCore.Http.Features;

namespace Mainstay.Web.Diary;

/// <param name="Past">Earlier imports that still count, the latest first.</param>
/// <param name="Nothing">No file was chosen.</param>
/// <param name="Busy">Others are being read.</param>
/// <param name="Gone">What was read is not kept any more.</param>
public sealed record ImportChoice(ImmutableArray<PastImport> Past, bool Nothing = false, bool Busy = false, bool Gone = false);

/// <param name="At">When it came in.</param>
public sealed record PastImport(DateTimeOffset At, string Source, int Notes, DateOnly From, DateOnly To);

/// <param name="File">Null while it is read, and where the disk failed.</param>
/// <param name="Import">What bringing it in would do; null where nothing can come in.</param>
public sealed record ImportStep(DiaryUpload Upload, DiaryFile? File, DiaryImport? Import);

/// <summary>A table or an export of Apple Health for the diary: read as it comes, looked at, then brought in as one step that can be taken back.</summary>
public static class DiaryImportPages
{
    public const string Path = "/diary/import";

    /// <summary>A small file is read before the page that says so is needed.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(0.7);

    public static void MapDiaryImport(this IEndpointRouteBuilder app)
    {
        app.MapGet(Path, (HttpContext http) => Show(http, new(PastOf(http.Person().Daily))));
        app.MapGet($"{Path}/template", () => Results.File(Encoding.UTF8.GetBytes(CsvDiary.Template), "text/csv; charset=utf-8", "mainstay-diary.csv"));
        app.MapPost(Path, Send);
        app.MapGet($"{Path}/{{id:guid}}", Step);
        app.MapPost($"{Path}/{{id:guid}}", Decide);
        app.MapPost($"{Path}/undo", Undo);
    }

    static IResult Show(HttpContext http, ImportChoice model) =>
        http.Show<DiaryImportPage, ImportChoice>(model, model is { Nothing: false, Busy: false, Gone: false } ? StatusCodes.Status200OK : model.Gone ? StatusCodes.Status404NotFound : StatusCodes.Status422UnprocessableEntity);

    static async Task<IResult> Send(HttpContext http, DiaryUploads uploads, PersonFile file)
    {
        var form = await http.Request.ReadFormAsync();
        if (http.Features.Get<IFormFeature>() is not UploadForm sent || sent.Take() is not { } stream) return Show(http, new(PastOf(http.Person().Daily), Nothing: true));
        var order = form["dates"] == "month" ? DateOrder.MonthFirst : DateOrder.DayFirst;
        if (uploads.Begin(stream, sent.Name, order, file.Today) is not { } upload) return Show(http, new(PastOf(http.Person().Daily), Busy: true));
        await Task.WhenAny(upload.Reading, Task.Delay(Patience));
        return new SeeOther($"{Path}/{upload.Id}");
    }

    static IResult Step(HttpContext http, Guid id, DiaryUploads uploads, JournalStore store)
    {
        var person = http.Person();
        if (uploads.Find(id) is not { } upload) return Show(http, new(PastOf(person.Daily), Gone: true));
        if (!upload.Reading.IsCompleted) http.Response.Headers["Refresh"] = "1";
        var file = upload.Reading.IsCompletedSuccessfully ? upload.Reading.Result : null;
        return http.Show<DiaryImportStepPage, ImportStep>(new(upload, file, file is { Notes.IsEmpty: false } ? DiaryImport.Of(file, store.Read(JournalStore.Me)) : null));
    }

    static async Task<IResult> Decide(HttpContext http, Guid id, DiaryUploads uploads, JournalStore store, PersonFile file)
    {
        var form = await http.Request.ReadFormAsync();
        if (uploads.Find(id) is not { Reading.IsCompletedSuccessfully: true } upload) return Show(http, new(PastOf(http.Person().Daily), Gone: true));
        if (form["do"] != "keep")
        {
            uploads.Forget(id);
            return SeeOther.To(Path, "left");
        }
        var undo = file.Write(DiaryImport.Of(upload.Reading.Result, store.Read(JournalStore.Me)).Entries);
        uploads.Forget(id);
        return undo.IsNone ? SeeOther.To(Path, "same") : SeeOther.To(Path, "imported", undo);
    }

    /// <summary>All that came in at one moment, and what it replaced, goes back to how it was.</summary>
    static async Task<IResult> Undo(HttpContext http, CareModels care, JournalStore store, PersonFile file)
    {
        var form = await http.Request.ReadFormAsync();
        if (!DateTimeOffset.TryParseExact(form["at"], "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)) return Trouble.BadForm.Shown(http);
        var came = store.Read(JournalStore.Me).Where(one => one.At == at && one.Entry is TakenBack or Noted { Said: DiaryNote { Source: not null } }).ToList();
        if (came.Count == 0 || file.WrittenIn(new(came[0].Id, came[^1].Id)) is not { } ids) return Trouble.OldForm.Shown(http);
        return TakeBacks.Of(care, http.Person(), file.Without(ids)) is { } stays ? stays.First(Path) : SeeOther.To(Path, "undone", file.Write(new TakenBack([.. ids])));
    }

    static ImmutableArray<PastImport> PastOf(History history) =>
    [
        .. history.Diary.Where(note => note.What is { Source: not null, Felt: null }).GroupBy(note => (note.At, note.What.Source)).OrderByDescending(import => import.Key.At)
            .Select(import => new PastImport(import.Key.At, import.Key.Source!, import.Count(), import.Min(note => note.What.For ?? note.Day), import.Max(note => note.What.For ?? note.Day))),
    ];
}
