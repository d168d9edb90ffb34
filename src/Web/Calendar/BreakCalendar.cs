using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Mainstay.Care;
using Mainstay.Knowledge;
using Mainstay.Web.Texts;
using static Mainstay.Web.Texts.Marking;

namespace Mainstay.Web.Calendar;

/// <summary>The planned breaks as a calendar (RFC 5545, RFC 7986): a plan and not an alarm. Titles say nothing about health. Pure: the same
/// settings give the same text.</summary>
public static class BreakCalendar
{
    static readonly string[] Days = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];

    /// <summary>Free days are left out this far ahead.</summary>
    const int Ahead = 370;

    const int StretchMinutes = 5;

    /// <param name="key">Of the feed, so that two feeds in one calendar keep apart.</param>
    /// <param name="waits">Something should be looked at first: there is nothing in it then.</param>
    public static string Of(History history, BreakRules rules, DateOnly today, TimeZoneInfo zone, string key, Phrases say, bool waits = false)
    {
        var settings = history.Reminders();
        var set = history.BreakSettings is [.., var last] ? last.At : DateTimeOffset.UnixEpoch;
        var (first, name) = (DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(set, zone).DateTime), say.Say(N("Small breaks")));
        var lines = new CalendarLines().Add("BEGIN", "VCALENDAR").Add("VERSION", "2.0").Add("PRODID", "-//Mainstay//Breaks//EN").Add("CALSCALE", "GREGORIAN").Add("METHOD", "PUBLISH")
            .Add("NAME", CalendarLines.Escaped(name)).Add("X-WR-CALNAME", CalendarLines.Escaped(name)).Add("REFRESH-INTERVAL;VALUE=DURATION", "PT6H").Add("X-PUBLISHED-TTL", "PT6H");
        ZoneLines.Add(lines, zone, Math.Min(first.Year, today.Year));
        if (settings.On && !waits)
        {
            foreach (var (time, nextDay) in Breaks(settings, rules))
                Event(lines, "break", time, settings.Days.Select(day => (day + (nextDay ? 1 : 0)) % 7), Math.Max(1, (int)Math.Round(settings.BreakMinutes)), say.Say(N("Move a little")));
            foreach (var time in settings.Stretches) Event(lines, "stretch", time, settings.Days, StretchMinutes, say.Say(N("Move a little longer")));
        }
        return lines.Add("END", "VCALENDAR").ToString();

        void Event(CalendarLines to, string kind, TimeOnly time, IEnumerable<int> on, int minutes, string title)
        {
            var days = on.Distinct().Order().ToArray();
            var begins = Enumerable.Range(0, 7).Select(first.AddDays).First(day => days.Contains((int)day.DayOfWeek));
            var id = ZoneLines.IdOf(zone);
            to.Add("BEGIN", "VEVENT").Add("UID", $"{kind}-{time:HHmm}-{Digest(key)}@mainstay").Add("DTSTAMP", CalendarLines.Utc(set))
                .Add($"DTSTART;TZID={id}", CalendarLines.Local(begins.ToDateTime(time))).Add("DURATION", string.Create(CultureInfo.InvariantCulture, $"PT{minutes}M"))
                .Add("RRULE", $"FREQ=WEEKLY;BYDAY={string.Join(',', days.Select(day => Days[day]))}");
            foreach (var day in Enumerable.Range(0, Ahead).Select(today.AddDays).Where(day => day >= begins && days.Contains((int)day.DayOfWeek) && Habit.IsFree(history, day)))
                to.Add($"EXDATE;TZID={id}", CalendarLines.Local(day.ToDateTime(time)));
            to.Add("SUMMARY", CalendarLines.Escaped(title)).Add("TRANSP", "TRANSPARENT").Add("X-MICROSOFT-CDO-BUSYSTATUS", "FREE").Add("END", "VEVENT");
        }
    }

    /// <summary>The times of one working day, and whether they fall behind midnight. Not more than reminders would come.</summary>
    public static IEnumerable<(TimeOnly Time, bool NextDay)> Breaks(BreakSettings settings, BreakRules rules)
    {
        var length = settings.To - settings.From;   // of hours over midnight too: times of the day wrap
        var most = settings.EveryMinutes <= rules.WishMinutes ? int.MaxValue : Math.Max(0, rules.MostPrompts - settings.Stretches.Count);
        for (var (after, count) = (settings.Every, 0); after < length && count < most; after += settings.Every)
        {
            var time = settings.From.Add(after, out var wrapped);
            if (Quiet(settings, time)) continue;
            count++;
            yield return (time, wrapped > 0);
        }
    }

    static bool Quiet(BreakSettings settings, TimeOnly time) => settings.QuietFrom != settings.QuietTo && time.IsBetween(settings.QuietFrom, settings.QuietTo);

    static string Digest(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..12];
}
