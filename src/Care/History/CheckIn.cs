using System.Text.Json.Serialization;

namespace Mainstay.Care;

/// <summary>A few taps on Today. Scales are 0 to 10, mood apart.</summary>
public sealed record CheckIn : Daily
{
    public const int BestMood = 4;

    /// <summary>Pain now.</summary>
    public double? Pain { get; init; }
    /// <summary>Stiffness now.</summary>
    public double? Stiffness { get; init; }
    /// <summary>0 very low, 1 low, 2 so-so, 3 good, 4 very good.</summary>
    public double? Mood { get; init; }
    /// <summary>The one tap: anything new between the legs, bladder, bowel, legs, fever, chest? Null: not tapped, which is no answer.</summary>
    public bool? AnyNew { get; init; }

    public override string? Wrong() => Scale("pain", Pain) ?? Scale("stiffness", Stiffness) ?? Within("mood", Mood, 0, BestMood);
}

/// <summary>Where pain moved to.</summary>
[JsonConverter(typeof(SnakeWords<PainMoved>))]
public enum PainMoved
{
    No,
    /// <summary>Out of the leg, towards the back: a good sign.</summary>
    Up,
    /// <summary>Down the leg: red, however low the pain is.</summary>
    Down,
}

[JsonConverter(typeof(SnakeWords<Settling>))]
public enum Settling
{
    WithinHour,
    WithinDay,
    /// <summary>Not within a day.</summary>
    Longer,
    /// <summary>It had not settled yet when this was told. From a day on that is <see cref="Longer"/>.</summary>
    NotYet,
}

[JsonConverter(typeof(SnakeWords<ItemOutcome>))]
public enum ItemOutcome
{
    Done,
    Partly,
    Skipped,
    /// <summary>"Too much" was tapped.</summary>
    TooMuch,
}
