using System.Text.Json.Serialization;

namespace Mainstay.Care;

/// <param name="Region">Of the body map.</param>
/// <param name="Pain">0 to 10.</param>
public sealed record RegionPain(string Region, double Pain);

[JsonConverter(typeof(SnakeWords<RemedyKind>))]
public enum RemedyKind { Heat, Cold, Stretch, Pressure, Massage, Belt, Walk, Breathing, Medicine, Other }

/// <summary>Something done for the pain, once.</summary>
/// <param name="Before">Pain just before, 0 to 10.</param>
/// <param name="After">Pain after it.</param>
public sealed record Remedy(RemedyKind Kind, double? Minutes = null, double? Before = null, double? After = null);

/// <summary>One entry of the diary; a day may have many. Scales are 0 to 10, mood apart.</summary>
public sealed record DiaryNote : Daily
{
    public const double MostSteps = 200_000;

    /// <summary>The day it is about; null: the day it was written.</summary>
    public DateOnly? For { get; init; }
    /// <summary>When it was written first, where it was put right since: what it reads is of then. Null: it is as it was written.</summary>
    public DateTimeOffset? Felt { get; init; }
    public double? Pain { get; init; }
    public ValueList<RegionPain> Regions { get; init => field = value ?? []; } = [];
    public double? StiffMinutes { get; init; }
    public double? SleepHours { get; init; }
    public double? SleepQuality { get; init; }
    public double? Stress { get; init; }
    /// <summary>0 very low to 4 very good, as in a check-in.</summary>
    public double? Mood { get; init; }
    public double? SittingHours { get; init; }
    public double? Steps { get; init; }
    /// <summary>Minutes of training times its effort (0 to 10).</summary>
    public double? Load { get; init; }
    /// <summary>The effort in <see cref="Load"/>, 0 to 10.</summary>
    public double? Effort { get; init; }
    /// <summary>Doses of pain medicine taken.</summary>
    public double? Doses { get; init; }
    /// <summary>Which, in the person's own words.</summary>
    public string? Medicine { get; init; }
    public ValueList<Remedy> Remedies { get; init => field = value ?? []; } = [];
    public string? Text { get; init; }
    /// <summary>The one tap, as in <see cref="CheckIn.AnyNew"/>.</summary>
    public bool? AnyNew { get; init; }
    /// <summary>Pain, numbness or weakness in a leg.</summary>
    public bool? Leg { get; init; }
    /// <summary>Where it was read from ("apple-health", "csv"); null: written here.</summary>
    public string? Source { get; init; }

    /// <summary>The moment that its numbers are of.</summary>
    /// <param name="told">When it was recorded.</param>
    public DateTimeOffset FeltAt(DateTimeOffset told) => Felt < told ? Felt.Value : told;

    public override string? Wrong() => Scale("pain", Pain) ?? Within("stiff_minutes", StiffMinutes, 0, 1440) ?? Within("sleep_hours", SleepHours, 0, 24)
        ?? Scale("sleep_quality", SleepQuality) ?? Scale("stress", Stress) ?? Within("mood", Mood, 0, CheckIn.BestMood) ?? Within("sitting_hours", SittingHours, 0, 24)
        ?? Within("steps", Steps, 0, MostSteps) ?? Within("load", Load, 0, 14_400) ?? Scale("effort", Effort) ?? Within("doses", Doses, 0, 50)
        ?? Regions.Select(r => Scale($"regions.{r.Region}", r.Pain)).FirstOrDefault(w => w is not null)
        ?? Remedies.Select(r => Scale("remedies.before", r.Before) ?? Scale("remedies.after", r.After) ?? Within("remedies.minutes", r.Minutes, 0, 1440))
            .FirstOrDefault(w => w is not null);
}
