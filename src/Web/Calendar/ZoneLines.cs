using System.Globalization;

namespace Mainstay.Web.Calendar;

/// <summary>A time zone as a calendar file tells it: every change of the clock of the years ahead by its date, so that rules of any country come
/// out right.</summary>
public static class ZoneLines
{
    const int Years = 6;

    /// <summary>The name that calendars know.</summary>
    public static string IdOf(TimeZoneInfo zone) => zone.BaseUtcOffset == TimeSpan.Zero && !zone.SupportsDaylightSavingTime ? "Etc/UTC"
        : zone.HasIanaId ? zone.Id : TimeZoneInfo.TryConvertWindowsIdToIanaId(zone.Id, out var iana) ? iana : zone.Id;

    public static void Add(CalendarLines lines, TimeZoneInfo zone, int year)
    {
        lines.Add("BEGIN", "VTIMEZONE").Add("TZID", IdOf(zone));
        var (at, end) = (new DateTime(year, 1, 1, 0, 0, 0, DateTimeKind.Utc), new DateTime(year + Years, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        var offset = zone.GetUtcOffset(at);
        Observance(lines, zone, at, offset, offset);
        for (; at < end; at = at.AddDays(1))
        {
            var next = zone.GetUtcOffset(at.AddDays(1));
            if (next == offset) continue;
            var change = ChangeIn(zone, at, offset);
            Observance(lines, zone, change, offset, next);
            offset = next;
        }
        lines.Add("END", "VTIMEZONE");
    }

    /// <summary>The minute of the day at which the offset is another.</summary>
    static DateTime ChangeIn(TimeZoneInfo zone, DateTime day, TimeSpan before)
    {
        var (low, high) = (0, 24 * 60);
        while (high - low > 1)
        {
            var middle = (low + high) / 2;
            if (zone.GetUtcOffset(day.AddMinutes(middle)) == before) low = middle;
            else high = middle;
        }
        return day.AddMinutes(high);
    }

    static void Observance(CalendarLines lines, TimeZoneInfo zone, DateTime utc, TimeSpan from, TimeSpan to)
    {
        var kind = zone.IsDaylightSavingTime(utc) ? "DAYLIGHT" : "STANDARD";
        lines.Add("BEGIN", kind).Add("DTSTART", CalendarLines.Local(utc + from)).Add("TZOFFSETFROM", Offset(from)).Add("TZOFFSETTO", Offset(to)).Add("END", kind);
    }

    static string Offset(TimeSpan offset) => (offset < TimeSpan.Zero ? "-" : "+") + offset.ToString("hhmm", CultureInfo.InvariantCulture);
}
