using Mainstay.Journal;
using Mainstay.Knowledge;
using Mainstay.Web.Hosting;
using Mainstay.Web.Parts;
using Mainstay.Web.Texts;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using static Mainstay.Web.Texts.Marking;

namespace Mainstay.Web.Flow;

/// <summary>From a request to a rendered page.</summary>
public static class PageResults
{
    public static IResult Show<TPage, TModel>(this HttpContext http, TModel model, int status = StatusCodes.Status200OK) where TPage : PageOf<TModel>
        => new RazorComponentResult<TPage>(new Dictionary<string, object?> { ["Given"] = http.Frame(), ["Model"] = model }) { StatusCode = status };

    static Frame Frame(this HttpContext http)
    {
        var services = http.RequestServices;
        var tokens = services.GetRequiredService<IAntiforgery>().GetAndStoreTokens(http);
        var library = services.GetRequiredService<Library>();
        var visitor = http.Features.Get<Visitor>() ?? new Visitor(VisitorKind.Stranger);
        var person = visitor.Kind == VisitorKind.Stranger ? null : Known(http);
        var today = DateOnly.FromDateTime(services.GetRequiredService<TimeProvider>().GetLocalNow().DateTime);
        return new Frame(Words(http, person), services.GetRequiredService<Assets>(), library, http.Request.Path, person?.Theme,
            library.Countries.FirstOrDefault(country => country.Id == person?.Country), tokens.RequestToken!, tokens.FormFieldName,
            HasResult: person is { HasAnswers: true, State.Visits.IsEmpty: false }, today, visitor, Said(http.Request.Query["said"]))
        {
            Undo = HttpMethods.IsGet(http.Request.Method) ? UndoToken.Parse(http.Request.Query["undo"]) : null,
            Here = http.Request.Path + QueryString.Create(http.Request.Query.Where(part => part.Key is not ("said" or "undo"))),
            NewSince = person?.NewSince,
            Figures = services.GetRequiredService<Figures.FigureFiles>() is { Exist: true } figures ? new(figures, services.GetRequiredService<Mainstay.Moves.MotionModel>(), library, person?.Answers) : null,
        };
    }

    /// <summary>The app's own words, in the language of this request.</summary>
    public static Phrases Phrases(this HttpContext http) => Words(http, Known(http));

    static Phrases Words(HttpContext http, Person? person) => http.RequestServices.GetRequiredService<Languages>().Of(person?.Language, http.Request);

    /// <summary>A page that tells of a broken data file must itself be shown without it.</summary>
    static Person? Known(HttpContext http)
    {
        try
        {
            return http.Person();
        }
        catch (JournalException) when (http.Items.ContainsKey(typeof(Trouble)))
        {
            return null;
        }
    }

    /// <summary>Only words of our own can be said by an address.</summary>
    static string? Said(string? said) => said switch
    {
        "saved" => N("Saved."),
        "same" => N("It was like that already."),
        "seen" => N("Saved. Thank you for telling us."),
        "checked-in" => N("Saved. Thank you for looking in."),
        "new" => N("Thank you for telling us. A few questions, then we look again."),
        "test-new" => N("Saved. A foot that does not lift well should be looked at. A few questions first."),
        "news" => N("Something else was told meanwhile. Please look once more."),
        "looked" => N("We looked again, with your new answers."),
        "noted" => N("It is in your diary."),
        "corrected" => N("The entry was changed."),
        "gone" => N("The spot is gone."),
        "imported" => N("The file is in your diary."),
        "left" => N("The file was left out. Nothing was changed."),
        "undone" => N("Undone."),
        "first" => N("Answer these first. Then you can take it back."),
        "stays" => N("That stays for now. It helps to say how soon someone should look at your back."),
        "anew" => N("The check begins again. Your old answers stay in your file."),
        "moved" => N("You went on in another tab. This is where you are now."),
        "changed" => N("Your week was made again."),
        "trial" => N("It begins. Below stands whose turn it is."),
        "off" => N("Noted. Nothing is due then."),
        "out" => N("The device was put out."),
        "break-taken" => N("Noted. Well done."),
        "break-later" => N("It comes again in ten minutes."),
        "break-skipped" => N("Fine. The next one comes in its time."),
        "break-paused" => N("Reminders are paused."),
        "break-on" => N("Reminders go on."),
        "push-on" => N("Reminders come to this browser now."),
        "push-off" => N("No more reminders come to that browser."),
        "push-sent" => N("Sent. It should show in a moment."),
        "push-not-sent" => N("It could not be sent now. Is this computer on the internet?"),
        "push-gone" => N("That browser takes no reminders any more. Switch them on there once again."),
        "calendar-on" => N("Your calendar address is ready."),
        "calendar-off" => N("The old address does not work any more."),
        "free-day" => N("A free day. Enjoy it."),
        "holiday" => N("Noted. Reminders rest while you are away."),
        "back" => N("Reminders go on as before."),
        "challenge" => N("Your thirty days begin."),
        "challenge-done" => N("Done. That is one more."),
        "challenge-stopped" => N("Stopped. What you have done stays done."),
        "deleted" => N("Everything is deleted. Nothing of you is left here."),
        _ => null,
    };
}
