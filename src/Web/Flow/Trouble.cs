using System.Collections.Immutable;
using Mainstay.Journal;
using Mainstay.Web.Pages;
using static Mainstay.Web.Texts.Marking;

namespace Mainstay.Web.Flow;

/// <summary>Something went wrong, in the person's words: what it is, and what to do next.</summary>
public sealed record Trouble(int Status, string Title, string Text, string Next, string Link, string LinkText)
{
    /// <summary>It happened to a page or form that can be opened again: then the way on leads back there.</summary>
    public bool Again { get; init; }

    /// <summary>For whoever mends it: the message with the place of the file, in English.</summary>
    public string? Detail { get; init; }

    /// <summary>What the address may have been meant for; null where that is not the trouble.</summary>
    public LostAddress? Lost { get; init; }

    /// <summary>What the form brought that a person typed, so that it need not be typed again; empty where nothing was.</summary>
    public ImmutableArray<TypedWords> Typed { get; init; } = [];

    public static readonly Trouble NotFound = new(404, N("This page is not here"), N("The address may be old, or it has a typing error."),
        N("Nothing is lost."), "/", N("Go to Today"));
    public static readonly Trouble OldForm = new(400, N("This form is too old"), N("It was opened a while ago, or in another browser. Nothing was changed."),
        N("Open the page again, and send it once more."), "/check", N("Go to the questions")) { Again = true };
    public static readonly Trouble TooLarge = new(413, N("That was too much text"), N("The form was larger than we can take. Nothing was changed."),
        N("Go back and make it shorter."), "/check", N("Go to the questions")) { Again = true };
    public static readonly Trouble TooLargeFile = new(413, N("That file is too large"), N("A copy may have 25 MB at most. Nothing was changed."),
        N("Choose the file that you saved in Me."), ImportPages.Path, N("Choose another file"));
    public static readonly Trouble TooLargeUpload = new(413, N("That file is too large"), N("A file for the diary may have 2 GB at most. Nothing was changed."),
        N("Choose a smaller one."), Diary.DiaryImportPages.Path, N("Choose another file"));
    public static readonly Trouble BadForm = new(400, N("We could not read that form"), N("Something in it was not what we asked for. Nothing was changed."),
        N("Open the page again, and send it once more."), "/check", N("Go to the questions")) { Again = true };
    /// <summary>The text says what is wrong in the form.</summary>
    public static readonly Trouble NotTaken = new(422, N("Something in the form is not right"), "",
        N("Nothing was changed. Go back: what you wrote is still there. Put it right and send it once more."), "/result", N("Go to the result"));
    public static readonly Trouble Unknown = new(500, N("That did not work"), N("It is our fault, not yours. What you had saved before is still there."),
        N("Try again. If it happens twice, look at what the window that started Mainstay says."), "/", N("Go to Today"));

    public static Trouble TooLargeAt(string path) => path == ImportPages.Path ? TooLargeFile : path == Diary.DiaryImportPages.Path ? TooLargeUpload : TooLarge;

    public static Trouble Of(Exception failure) => failure is JournalException journal ? OfJournal(journal) : Unknown;

    static Trouble OfJournal(JournalException journal)
    {
        var (title, text) = journal.Fault switch
        {
            JournalFault.Locked => (N("Your data file is busy"), N("Another program is using it. Nothing was stored. Close the other Mainstay, or wait a moment.")),
            JournalFault.ReadOnly => (N("Your data file cannot be written to"), N("Nothing was stored. Make the file and its folder yours to write, or name another place with --data.")),
            JournalFault.Full => (N("The disk is full"), N("Nothing of this was stored. Check that the disk is there, and make some room on it.")),
            JournalFault.Newer => (N("Your data file is newer than this app"), N("It was left as it is. Start the newer Mainstay, or name another place with --data.")),
            _ => (N("Your data file cannot be read"), N("It was left as it is. Move it away and bring back your last copy, or name another place with --data.")),
        };
        return new(503, title, text, N("What was saved before is still there. When it is put right, go back and send it once more."), "/", N("Try again")) { Detail = journal.Message, Again = true };
    }

    public async Task Write(HttpContext http) => await (this with { Typed = Again ? await TypedWords.Of(http) : [] }).Shown(http).ExecuteAsync(http);

    public IResult Shown(HttpContext http)
    {
        http.Items[typeof(Trouble)] = this;
        if (Status == StatusCodes.Status404NotFound)
            return http.Show<TroublePage, Trouble>(this with { Lost = LostAddress.Of(http.Request.Path, http.RequestServices.GetRequiredService<Hosting.Spoken>().Search) }, Status);
        return http.Show<TroublePage, Trouble>(Again && PageOf(http) is { } page ? this with { Link = page, LinkText = N("Open the page again") } : this, Status);
    }

    /// <summary>The page itself, or the one of ours that the form was on.</summary>
    static string? PageOf(HttpContext http)
    {
        var request = http.Request;
        if (HttpMethods.IsGet(request.Method)) return request.Path + request.QueryString;
        return Uri.TryCreate(request.Headers.Referer, UriKind.Absolute, out var from) && from.Scheme == request.Scheme && from.Authority == request.Host.Value ? from.PathAndQuery : null;
    }
}
