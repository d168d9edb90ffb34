using System.Text.Json.Serialization;

namespace Mainstay.Care;

/// <summary>How and when the person wants to be reminded. The last one recorded counts; the default is off.</summary>
public sealed record BreakSettings : Daily
{
    public const int Least = 10, Most = 90;

    public bool On { get; init; }
    /// <summary>A break after this many minutes of sitting, 10 to 90. Under 60 only when the person asked for it; at 30 or less such breaks stand
    /// outside the eight prompts of a day.</summary>
    public int EveryMinutes { get; init; } = 60;
    /// <summary>How long a break is, in minutes; an absence as long counts as one.</summary>
    public double BreakMinutes { get; init; } = 2;
    /// <summary>Working hours on the person's own clock. From after To goes over midnight.</summary>
    public TimeOnly From { get; init; } = new(8, 0);
    public TimeOnly To { get; init; } = new(18, 0);
    /// <summary>Nothing at all in these hours.</summary>
    public TimeOnly QuietFrom { get; init; } = new(21, 0);
    public TimeOnly QuietTo { get; init; } = new(8, 0);
    /// <summary>Days of the week, 0 Sunday to 6 Saturday.</summary>
    public ValueList<int> Days { get; init => field = value ?? [1, 2, 3, 4, 5]; } = [1, 2, 3, 4, 5];
    /// <summary>The person's own pause.</summary>
    public DateTimeOffset? PausedUntil { get; init; }
    /// <summary>Times of the day for a stretch, tied to something that happens anyway.</summary>
    public ValueList<TimeOnly> Stretches { get; init => field = value ?? []; } = [];

    /// <summary>Offered to whoever sets reminders for the first time: three a day, about when people have a coffee, lunch and a tea. No study says when.</summary>
    public static ValueList<TimeOnly> SuggestedStretches { get; } = [new(10, 30), new(13, 0), new(16, 0)];

    /// <summary>The interval, held within its range.</summary>
    [JsonIgnore]
    public TimeSpan Every => TimeSpan.FromMinutes(Math.Clamp(EveryMinutes, Least, Most));

    /// <summary>The day whose working hours a moment belongs to: after midnight, hours that began the evening before are still that evening's.</summary>
    /// <param name="local">On the person's own clock.</param>
    public DateOnly ShiftOf(DateTimeOffset local) =>
        DateOnly.FromDateTime(local.DateTime).AddDays(From > To && TimeOnly.FromDateTime(local.DateTime) < To ? -1 : 0);

    public override string? Wrong() => Within("every_minutes", EveryMinutes, Least, Most) ?? Within("break_minutes", BreakMinutes, 0.25, 30)
        ?? Days.Select(d => Within("days", d, 0, 6)).FirstOrDefault(w => w is not null);
}
