using Mainstay.Journal;
using Mainstay.Web.Pages;

namespace Mainstay.Web.Flow;

/// <summary>Something went wrong, in the person's words: what it is, and what to do next.</summary>
public sealed record Trouble(int Status, string Title, string Text, string Next, string Link, string LinkText)
{
    public static readonly Trouble NotFound = new(404, "This page is not here", "The address may be old, or it has a typing error.",
        "Nothing is lost.", "/", "Go to Today");
    public static readonly Trouble OldForm = new(400, "This form is too old", "It was opened a while ago, or in another browser. Nothing was changed.",
        "Go back to the page, load it again, and send it once more.", "/check", "Go to the questions");
    public static readonly Trouble TooLarge = new(413, "That was too much text", "The form was larger than we can take. Nothing was changed.",
        "Go back and make it shorter.", "/check", "Go to the questions");
    public static readonly Trouble BadForm = new(400, "We could not read that form", "Something in it was not what we asked for. Nothing was changed.",
        "Go back to the page, load it again, and send it once more.", "/check", "Go to the questions");
    public static readonly Trouble Unknown = new(500, "That did not work", "It is our fault, not yours. What you had saved before is still there.",
        "Try again. If it happens twice, look at what the window that started Mainstay says.", "/", "Go to Today");

    public static Trouble Of(Exception failure) => failure is JournalException journal ? OfJournal(journal) : Unknown;

    static Trouble OfJournal(JournalException journal) => new(503, journal.Fault switch
    {
        JournalFault.Locked => "Your data file is busy",
        JournalFault.ReadOnly => "Your data file cannot be written to",
        JournalFault.Full => "The disk is full",
        JournalFault.Newer => "Your data file is newer than this app",
        _ => "Your data file cannot be read",
    }, journal.Message, "What was saved before is still there. When it is put right, go back and send it once more.", "/", "Try again");

    public Task Write(HttpContext http) => Shown(http).ExecuteAsync(http);

    public IResult Shown(HttpContext http)
    {
        http.Items[typeof(Trouble)] = this;
        return http.Show<TroublePage, Trouble>(this, Status);
    }
}
