namespace Mainstay.Care;

/// <summary>A session begins.</summary>
public sealed record SessionStart : Daily
{
    /// <summary>Id of the session, made by the player; every part carries it.</summary>
    public required Guid Session { get; init; }
    /// <summary>Item ids in order.</summary>
    public ValueList<string> Items { get; init => field = value ?? []; } = [];
    /// <summary>Pain just before.</summary>
    public double? Pain { get; init; }
    /// <summary>The one tap, as in <see cref="CheckIn.AnyNew"/>.</summary>
    public bool? AnyNew { get; init; }
    /// <summary>False: moves or an own list, outside the programme.</summary>
    public bool Programme { get; init; } = true;

    public override string? Wrong() => Scale("pain", Pain);
}

/// <summary>One item of a session was done, left early or skipped. One entry each, so that nothing is lost when the player stops.</summary>
public sealed record ItemReport : Daily
{
    public required Guid Session { get; init; }
    public required string Item { get; init; }
    public ItemOutcome Outcome { get; init; }
    /// <summary>Pain just before, at its worst during, and just after. The session's own pain stands in for what is null.</summary>
    public double? Before { get; init; }
    public double? Worst { get; init; }
    public double? After { get; init; }
    /// <summary>What was asked and what was done: repetitions of all sets together, or seconds of hold each time, or minutes.</summary>
    public double? Asked { get; init; }
    public double? Done { get; init; }
    /// <summary>Effort 0 to 10.</summary>
    public double? Rpe { get; init; }
    public PainMoved? Moved { get; init; }
    /// <summary>New pain below the knee, numbness or weakness.</summary>
    public bool? NewLegSign { get; init; }

    public bool TooMuch => Outcome == ItemOutcome.TooMuch;
    /// <summary>Some of it was done.</summary>
    public bool Tried => Outcome != ItemOutcome.Skipped;

    public override string? Wrong() => Scale("before", Before) ?? Scale("worst", Worst) ?? Scale("after", After) ?? Scale("rpe", Rpe)
        ?? Within("asked", Asked, 0, 10_000) ?? Within("done", Done, 0, 10_000);
}

public sealed record SessionEnd : Daily
{
    public required Guid Session { get; init; }
    /// <summary>Pain just after.</summary>
    public double? Pain { get; init; }
    public double? Minutes { get; init; }
    /// <summary>Effort of the whole, 0 to 10.</summary>
    public double? Rpe { get; init; }

    public override string? Wrong() => Scale("pain", Pain) ?? Scale("rpe", Rpe) ?? Within("minutes", Minutes, 0, 1440);
}

/// <summary>How a session turned out later. A later one adds to an earlier one.</summary>
public sealed record SessionAfter : Daily
{
    public required Guid Session { get; init; }
    /// <summary>How long until the pain was back to before.</summary>
    public Settling? Settled { get; init; }
    /// <summary>Pain the next morning.</summary>
    public double? Morning { get; init; }
    public PainMoved? Moved { get; init; }
    public bool? NewLegSign { get; init; }

    public override string? Wrong() => Scale("morning", Morning);
}
