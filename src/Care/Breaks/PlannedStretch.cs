using Mainstay.Knowledge;

namespace Mainstay.Care;

/// <summary>The times that the person planned for a stretch.</summary>
public static class PlannedStretch
{
    /// <summary>A stretch that was missed by more is not sent late.</summary>
    static readonly TimeSpan Late = TimeSpan.FromMinutes(15);

    /// <summary>Those to be reminded of now, whatever was reminded of already: on a day of the settings, and once more after each
    /// "later", with nothing of the person's own against it.</summary>
    public static IEnumerable<DateTimeOffset> Due(BreakSettings settings, BreakMoment at, BreakRules rules, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(at);
        var local = TimeZoneInfo.ConvertTime(at.Now, zone);
        if (!settings.Days.Contains((int)local.DayOfWeek)) return [];
        IEnumerable<DateTimeOffset> again = at.StretchAgain is { } later && settings.Stretches.Count > 0 ? [later] : [];
        return settings.Stretches.Select(time => BreakDay.LocalTime(DateOnly.FromDateTime(local.DateTime), time, zone)).Concat(again)
            .Where(due => due <= at.Now && at.Now - due < Late && BreakDecider.Other(settings, at, rules) is null);
    }
}
