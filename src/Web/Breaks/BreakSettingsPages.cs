using Mainstay.Care;
using Mainstay.Journal;
using Mainstay.Web.Calendar;
using Mainstay.Web.Flow;
using Mainstay.Web.Pages.Breaks;
using Mainstay.Web.Push;

namespace Mainstay.Web.Breaks;

/// <param name="WishMinutes">Breaks so often or oftener come only because the person asked for it.</param>
public sealed record BreakSettingsModel(BreakSettingsForm Form, int WishMinutes, int MostPrompts, PushModel Push, CalendarModel Calendar, AgentSign? Agent);

/// <summary>When reminders come, how often, and where.</summary>
public static class BreakSettingsPages
{
    public const string Path = $"{BreaksPages.Path}/settings";

    public static void MapBreakSettings(this IEndpointRouteBuilder app)
    {
        app.MapGet(Path, (HttpContext http, BreakDesk desk) => desk.Now() is var now && now.History.BreakSettings.IsEmpty
            ? Show(http, desk, BreakSettingsForm.First(now.Settings)) : Show(http, desk, BreakSettingsForm.Of(now.Settings)));
        app.MapPost(Path, Save);
    }

    static async Task<IResult> Save(HttpContext http, PersonFile file, BreakDesk desk)
    {
        var sent = BreakSettingsForm.Read(await http.Request.ReadFormAsync(), desk.Now().Settings, out var settings);
        if (sent.Errors.Count > 0) return Show(http, desk, sent);
        return settings == desk.Now().Settings && !desk.Now().History.BreakSettings.IsEmpty ? SeeOther.To(Path, "same") : SeeOther.To(Path, "saved", file.Write(Noted.Of(settings)));
    }

    static IResult Show(HttpContext http, BreakDesk desk, BreakSettingsForm form) => http.Show<BreakSettingsPage, BreakSettingsModel>(
        new(form, desk.Rules.WishMinutes, desk.Rules.MostPrompts, PushPages.Of(http.RequestServices), CalendarPages.Of(http),
            AgentSign.Find(http.RequestServices.GetRequiredService<JournalStore>().Path) is { } sign && sign.IsAlive(desk.Now().Now) ? sign : null), form.Errors.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
}
