using System.Globalization;
using Mainstay.Journal;

namespace Mainstay.Web.Flow;

/// <summary>One day of the last seven.</summary>
/// <param name="Last">The day's last check-in; null: none.</param>
public sealed record CheckInDay(DateOnly Date, CheckInThen? Last);

/// <summary>What the check-in card of Today shows.</summary>
/// <param name="Today">The day's last check-in.</param>
/// <param name="Start">What the small questions start with: an earlier check-in, not older than yesterday's.</param>
/// <param name="Week">Seven days, today last.</param>
/// <param name="Sent">What was sent and could not be saved, for no pain was chosen.</param>
public sealed record CheckInCard(CheckInThen? Today, CheckedIn? Start, IReadOnlyList<CheckInDay> Week, CheckedIn? Sent)
{
    public static CheckInCard Of(Person person, CheckedIn? sent = null)
    {
        var latest = person.CheckIns.GroupBy(one => one.Day).ToDictionary(day => day.Key, day => day.Last());
        var (today, yesterday) = (latest.GetValueOrDefault(person.Today), latest.GetValueOrDefault(person.Today.AddDays(-1)));
        return new(today, (today ?? yesterday)?.Said, [.. Enumerable.Range(-6, 7).Select(back => person.Today.AddDays(back)).Select(date => new CheckInDay(date, latest.GetValueOrDefault(date)))], sent);
    }
}

/// <summary>"How is it right now?": a check-in is an entry; changing it is another one, and the day's last counts.</summary>
public static class CheckIns
{
    /// <summary>What the three words for stiffness are on the scale.</summary>
    public const int NotStiff = 0, ABitStiff = 3, VeryStiff = 7;

    /// <summary>The three words for mood, of the five on the scale.</summary>
    public const int Low = 1, SoSo = 2, Good = 3;

    public static void MapCheckIn(this IEndpointRouteBuilder app) => app.MapPost("/check-in", async (HttpContext http, CareModels care, PersonFile file, TimeProvider clock) =>
    {
        var form = await http.Request.ReadFormAsync();
        var said = Of(form);
        if (IsShort(said)) return TodayPages.Show(http, care, file, clock, said);
        var undo = file.Write(said);
        return said.AnythingNew == true ? SeeOther.To("/new", "new", undo) : SeeOther.To("/", "checked-in", undo);
    });

    /// <summary>What the form says. What cannot be read counts as not said.</summary>
    public static CheckedIn Of(IFormCollection form) =>
        new(Read(form["pain"], CheckedIn.Most), Read(form["stiffness"], CheckedIn.Most), Read(form["mood"], CheckedIn.BestMood), form["new"] == "yes");

    /// <summary>A number may be missing where something is new: nothing stands before that.</summary>
    public static bool IsShort(CheckedIn said) => said is { Pain: null, AnythingNew: not true };

    static int? Read(string? text, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value <= most ? value : null;

    /// <summary>The word of the three that is nearest.</summary>
    public static int? NearestStiffness(int? stiffness) => stiffness switch { null => null, <= 1 => NotStiff, <= 4 => ABitStiff, _ => VeryStiff };

    public static int? NearestMood(int? mood) => mood switch { null => null, <= 1 => Low, 2 => SoSo, _ => Good };
}
