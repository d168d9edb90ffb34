using System.Globalization;
using Mainstay.Care;
using Mainstay.Journal;
using Mainstay.Web.Flow;
using static Mainstay.Web.Texts.Marking;

namespace Mainstay.Web.Breaks;

/// <summary>Free days and holidays: reminders rest, and the habit loses nothing.</summary>
public static class AwayPages
{
    /// <summary>Longest holiday, in days.</summary>
    const int Longest = 366;

    public static void MapAway(this IEndpointRouteBuilder app)
    {
        app.MapPost($"{BreaksPages.Path}/free", Free);
        app.MapPost($"{BreaksPages.Path}/holiday", Begin);
        app.MapPost($"{BreaksPages.Path}/back", Back);
    }

    static async Task<IResult> Free(HttpContext http, PersonFile file, BreakDesk desk)
    {
        var form = await http.Request.ReadFormAsync();
        var now = desk.Now();
        var on = form["on"] == "tomorrow" ? now.Today.AddDays(1) : now.Today;
        return now.History.FreeDays.Any(day => day.What.On == on) ? SeeOther.To($"{BreaksPages.Path}#away", "same")
            : SeeOther.To($"{BreaksPages.Path}#away", "free-day", file.Write(Noted.Of(new FreeDay { On = on })));
    }

    static async Task<IResult> Begin(HttpContext http, PersonFile file, BreakDesk desk)
    {
        var form = await http.Request.ReadFormAsync();
        var sent = new AwayForm(form["from"].ToString(), form["to"].ToString());
        var today = desk.Now().Today;
        if (!Day(sent.From, out var from) || !Day(sent.To, out var to)) return BreaksPages.Show(http, sent, N("Please give both days as day, month and year."));
        if (to < from) return BreaksPages.Show(http, sent, N("The last day is before the first."));
        if (to < today) return BreaksPages.Show(http, sent, N("These days are over. Please give days from today on."));
        if (to.DayNumber - from.DayNumber > Longest) return BreaksPages.Show(http, sent, N("That is more than a year. Please give a shorter time."));
        return SeeOther.To($"{BreaksPages.Path}#away", "holiday", file.Write(Noted.Of(new Holiday { From = from, To = to })));
    }

    /// <summary>A free day or a holiday ends. Days that are over stay free.</summary>
    static async Task<IResult> Back(HttpContext http, PersonFile file, BreakDesk desk)
    {
        var form = await http.Request.ReadFormAsync();
        var now = desk.Now();
        if (!Guid.TryParseExact(form["of"], "N", out var id)) return Trouble.BadForm.Shown(http);
        var holiday = now.History.Holidays.FirstOrDefault(one => one.Id == id);
        if (holiday is null && now.History.FreeDays.All(one => one.Id != id)) return SeeOther.To($"{BreaksPages.Path}#away", "same");
        var entries = new List<Entry> { new TakenBack([id]) };
        if (holiday is { What: var what } && what.From < now.Today) entries.Add(Noted.Of(what with { To = now.Today.AddDays(-1) }));
        return SeeOther.To($"{BreaksPages.Path}#away", "back", file.Write(entries));
    }

    static bool Day(string text, out DateOnly day) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
}
