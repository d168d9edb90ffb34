using Mainstay.Journal;
using Mainstay.Web.Hosting;
using Mainstay.Web.Pages;
using Microsoft.Net.Http.Headers;

namespace Mainstay.Web.Flow;

/// <param name="Kinds">What was recorded, counted by kind, in words.</param>
/// <param name="Devices">Those that may come in now.</param>
/// <param name="Browsers">Those that get reminders.</param>
/// <param name="Calendar">There is an address that calendars read the breaks at.</param>
/// <param name="Unsure">The button was pressed without the tick.</param>
public sealed record DeleteModel(IReadOnlyList<string> Kinds, int Devices, int Browsers, bool Calendar, string Path, bool Unsure)
{
    public bool IsEmpty => Kinds.Count + Devices + Browsers == 0 && !Calendar;
}

/// <summary>Everything a person recorded, taken along or deleted.</summary>
public static class DataPages
{
    public static void MapData(this IEndpointRouteBuilder app)
    {
        app.MapGet("/me/export", Export);
        app.MapGet("/me/delete", (HttpContext http) => Ask(http, unsure: false));
        app.MapPost("/me/delete", Delete);
    }

    static async Task Export(HttpContext http, JournalStore store, PersonFile file)
    {
        http.Response.ContentType = "application/jsonl; charset=utf-8";
        http.Response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment")
        {
            FileName = FormattableString.Invariant($"mainstay-{file.Today:yyyy-MM-dd}.jsonl"),
        }.ToString();
        using var text = new StringWriter();
        JournalFile.Export(store.Read(JournalStore.Me), text);
        await http.Response.WriteAsync(text.ToString(), http.RequestAborted);
    }

    static IResult Ask(HttpContext http, bool unsure)
    {
        var services = http.RequestServices;
        var store = services.GetRequiredService<JournalStore>();
        var entries = store.Read(JournalStore.Me);
        return http.Show<DeletePage, DeleteModel>(new DeleteModel([.. RecordedKinds.Of(entries, http.Phrases()).Select(kind => kind.Line)],
            services.GetRequiredService<DeviceList>().All.Count, new PushAddresses(store).All(JournalStore.Me).Count,
            services.GetRequiredService<Secrets>().Find(JournalStore.Me, Calendar.CalendarPages.SecretName) is not null, store.Path, unsure), unsure ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK);
    }

    static async Task<IResult> Delete(HttpContext http, JournalStore store, Diary.DiaryUploads uploads)
    {
        var form = await http.Request.ReadFormAsync();
        if (form["sure"] != "yes") return Ask(http, unsure: true);
        // First, so that nothing of them can be kept while the rest goes.
        uploads.Clear();
        store.DeleteAll(JournalStore.Me);
        Offline.KeptInBrowser.Clear(http);
        Offline.FileMark.Forget(http);
        return new SeeOther("/?said=deleted");
    }
}
