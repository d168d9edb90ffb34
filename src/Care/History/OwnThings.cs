using System.Text.Json.Serialization;

namespace Mainstay.Care;

/// <summary>The result of a self-test. What it answers in the check goes there as an answer of its own.</summary>
public sealed record TestTaken : Daily
{
    public required string Test { get; init; }
    /// <summary>In the test's own unit; tests with sides have left and right instead.</summary>
    public double? Value { get; init; }
    public double? Left { get; init; }
    public double? Right { get; init; }
    /// <summary>Where the pain went, in the test of repeated movements.</summary>
    public PainMoved? Moved { get; init; }
    /// <summary>The result is a sign that may be new, as in <see cref="CheckIn.AnyNew"/>; null: it is none.</summary>
    public bool? AnyNew { get; init; }
    public string? Text { get; init; }
}

/// <summary>A tender spot, felt with a finger or ball.</summary>
public sealed record SpotFelt : Daily
{
    /// <summary>Id of the spot; the same one again gives its trend.</summary>
    public required string Spot { get; init; }
    /// <summary>Region of the body map.</summary>
    public required string Region { get; init; }
    /// <summary>Place on the map's own drawing, 0 to 1 each way, where it was tapped.</summary>
    public double? X { get; init; }
    public double? Y { get; init; }
    /// <summary>How much it hurts when pressed, 0 to 10.</summary>
    public double? Pain { get; init; }
    /// <summary>"Is this my pain?"</summary>
    public bool? Mine { get; init; }
    /// <summary>Regions it spreads to.</summary>
    public ValueList<string> Spread { get; init => field = value ?? []; } = [];
    /// <summary>It is gone, or was noted by mistake.</summary>
    public bool Gone { get; init; }

    public override string? Wrong() => Scale("pain", Pain) ?? Within("x", X, 0, 1) ?? Within("y", Y, 0, 1);
}

/// <summary>Guided pressure on a spot.</summary>
public sealed record SpotPressed : Daily
{
    public required string Spot { get; init; }
    public double? Seconds { get; init; }
    public double? Before { get; init; }
    public double? After { get; init; }

    public override string? Wrong() => Scale("before", Before) ?? Scale("after", After) ?? Within("seconds", Seconds, 0, 3600);
}

/// <summary>An activity of the person's own that they want back.</summary>
public sealed record GoalNamed : Daily
{
    public required string Goal { get; init; }
    /// <summary>Null: no longer a goal.</summary>
    public string? Text { get; init; }
}

/// <summary>How well it goes, 0 (cannot) to 10 (as before): Patient-Specific Functional Scale, Stratford 1995.</summary>
public sealed record GoalScored : Daily
{
    public required string Goal { get; init; }
    public required double Score { get; init; }

    public override string? Wrong() => Scale("score", Score);
}

/// <summary>Two remedies are to be compared in alternating blocks.</summary>
public sealed record ExperimentStart : Daily
{
    public required Guid Experiment { get; init; }
    public required RemedyKind A { get; init; }
    public required RemedyKind B { get; init; }
    /// <summary>3 to 5.</summary>
    public int BlockDays { get; init; } = 4;
    /// <summary>Pairs of blocks.</summary>
    public int Pairs { get; init; } = 2;
    /// <summary>Draws which of each pair comes first.</summary>
    public required uint Seed { get; init; }
    public required DateOnly From { get; init; }

    public override string? Wrong() => Within("block_days", BlockDays, 3, 5) ?? Within("pairs", Pairs, 1, 10);
}

public sealed record ExperimentStop : Daily
{
    public required Guid Experiment { get; init; }
}

/// <summary>Away: reminders rest, and a session is a gift rather than a plan.</summary>
public sealed record Holiday : Daily
{
    public required DateOnly From { get; init; }
    /// <summary>The last day.</summary>
    public required DateOnly To { get; init; }

    public override string? Wrong() => To < From ? "to: is before from" : null;
}

/// <summary>A day off from plan and challenge.</summary>
public sealed record FreeDay : Daily
{
    public required DateOnly On { get; init; }
}

/// <summary>The 30 days begin (again).</summary>
public sealed record ChallengeStart : Daily;

/// <summary>The 30 days end before they are over. What was done stays done.</summary>
public sealed record ChallengeStop : Daily;

public sealed record ChallengeDone : Daily
{
    /// <summary>Id of the task.</summary>
    public required string Task { get; init; }
    /// <summary>Rung of its ladder, 0 the tiniest.</summary>
    public int? Rung { get; init; }
}

/// <summary>What a review said was read.</summary>
public sealed record ReviewSeen : Daily
{
    public required int Week { get; init; }
}

[JsonConverter(typeof(SnakeWords<BreakEvent>))]
public enum BreakEvent
{
    /// <summary>A reminder was shown.</summary>
    Prompted,
    /// <summary>The person took it, prompted or not.</summary>
    Taken,
    /// <summary>An absence counted as one.</summary>
    Credited,
    Snoozed,
    Skipped,
}

/// <summary>What a reminder was for: a break from sitting, or a stretch that the person planned. Nothing else reminds.</summary>
[JsonConverter(typeof(SnakeWords<PromptKind>))]
public enum PromptKind { Break, Stretch }

/// <summary>Something about a break or another reminder.</summary>
public sealed record BreakLog : Daily
{
    public required BreakEvent Event { get; init; }
    public PromptKind Kind { get; init; }
    public double? Minutes { get; init; }
    /// <summary>Reason of the decision behind it, as in <see cref="BreakVerdict.Reason"/>.</summary>
    public string? Reason { get; init; }
    /// <summary>A break at the pace the person asked for, every 30 minutes or oftener: outside the eight of a day.</summary>
    public bool ByWish { get; init; }

    public override string? Wrong() => Within("minutes", Minutes, 0, 1440);
}

/// <summary>After week 12: the whole week again, or the thin one.</summary>
public sealed record WeekChosen : Daily
{
    public required bool Whole { get; init; }
}
