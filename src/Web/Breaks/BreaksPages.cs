using System.Collections.Immutable;
using System.Globalization;
using Mainstay.Care;
using Mainstay.Journal;
using Mainstay.Web.Calendar;
using Mainstay.Web.Flow;
using Mainstay.Web.Pages.Breaks;
using Mainstay.Web.Push;

namespace Mainstay.Web.Breaks;

/// <summary>Breaks of the day, why there is no reminder, the habit, the 30 days, days away.</summary>
public static class BreaksPages
{
    public const string Path = "/breaks";

    /// <summary>A second tap within this time is the same tap.</summary>
    static readonly TimeSpan SameTap = TimeSpan.FromSeconds(30);

    public static void MapBreaks(this IEndpointRouteBuilder app)
    {
        app.MapGet(Path, (HttpContext http) => Show(http));
        app.MapPost($"{Path}/mark", Mark);
        app.MapPost($"{Path}/pause", Pause);
        app.MapAway();
        app.MapChallenge();
        app.MapBreakSettings();
        app.MapPush();
        app.MapCalendar();
    }

    /// <param name="away">Days away that could not be taken.</param>
    public static IResult Show(HttpContext http, AwayForm? away = null, string? error = null)
    {
        var model = Of(http);
        return http.Show<BreaksPage, BreaksModel>(model with { Away = away ?? model.Away, AwayError = error }, error is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    internal static BreaksModel Of(HttpContext http)
    {
        var services = http.RequestServices;
        var (care, store, person) = (services.GetRequiredService<CareModels>(), services.GetRequiredService<JournalStore>(), http.Person());
        var now = services.GetRequiredService<BreakDesk>().Now();
        var offer = BreakOffer.Of(person, now, care);
        var rules = care.Model.Library.Progress!.Breaks;
        var week = now.Today.AddDays(7).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var sign = AgentSign.Find(store.Path);
        return new(now, offer, Habit.Of(now.History, rules, now.Today, person.Answers.NumberOf("days_per_week") ?? 5),
            ChallengeState.Of(now.History, offer.Tasks, rules, now.Today), offer.Tasks.Length, Channels(services, http.Phrases()), sign?.IsAlive(now.Now) == true ? sign : null,
            [.. now.History.Holidays.Where(one => one.What.To >= now.Today)], [.. now.History.FreeDays.Where(one => one.What.On >= now.Today)],
            new(now.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), week)) { Hold = now.Waits ? Own.Hold.ForMoves(person, care.Day(person)) : null };
    }

    /// <summary>Where reminders come.</summary>
    static ImmutableArray<string> Channels(IServiceProvider services, Texts.Phrases say)
    {
        var browsers = services.GetRequiredService<PushAddresses>().All(JournalStore.Me).Count;
        return browsers == 0 ? [] : [say.Count(browsers, "{browsers} browser", "{browsers} browsers")];
    }

    /// <summary>One tap: done, later, not now.</summary>
    static async Task<IResult> Mark(HttpContext http, PersonFile file, BreakDesk desk)
    {
        var form = await http.Request.ReadFormAsync();
        BreakEvent? what = form["do"].ToString() switch { "done" => BreakEvent.Taken, "later" => BreakEvent.Snoozed, "skip" => BreakEvent.Skipped, _ => null };
        if (what is not { } marked) return Trouble.BadForm.Shown(http);
        var (kind, back) = (ReminderKey.KindOf(form["of"]) ?? PromptKind.Break, form["back"] == "/" ? "/" : Path);
        var now = desk.Now();
        if (now.Day.Events.LastOrDefault(one => one.What.Kind == kind) is { } last && last.What.Event == marked && now.Now - last.At < SameTap) return SeeOther.To(back, "same");
        var undo = file.Write(Noted.Of(new BreakLog { Event = marked, Kind = kind, Minutes = marked == BreakEvent.Taken ? now.Settings.BreakMinutes : null }));
        return SeeOther.To(back, marked switch { BreakEvent.Taken => "break-taken", BreakEvent.Snoozed => "break-later", _ => "break-skipped" }, undo);
    }

    static async Task<IResult> Pause(HttpContext http, PersonFile file, BreakDesk desk)
    {
        var form = await http.Request.ReadFormAsync();
        var now = desk.Now();
        DateTimeOffset? until = form["for"].ToString() switch
        {
            "hour" => now.Now.AddHours(1),
            "day" => BreakDay.LocalTime(now.Today.AddDays(1), TimeOnly.MinValue, desk.Zone),
            _ => null,
        };
        return SeeOther.To(Path, until is null ? "break-on" : "break-paused", file.Write(Noted.Of(now.Settings with { PausedUntil = until })));
    }
}
