namespace Mainstay.Care;

/// <summary>What weighs on a person, looked at once. The last one counts.</summary>
public sealed record StressLook : Daily
{
    /// <summary>Ids of burdens.</summary>
    public ValueList<string> Weighs { get; init => field = value ?? []; } = [];
    /// <summary>The ones of them that the person can change this week.</summary>
    public ValueList<string> CanChange { get; init => field = value ?? []; } = [];
    /// <summary>In the person's own words.</summary>
    public string? Own { get; init; }
    /// <summary>Id of the small change they chose; null: none.</summary>
    public string? Change { get; init; }

    public override string? Wrong() => Short("own", Own);
}

/// <summary>A sheet for one problem. Each save is the whole sheet anew; the last one of a sheet counts.</summary>
public sealed record ProblemSheet : Daily
{
    public const int MostIdeas = 8;

    /// <summary>Id of the sheet.</summary>
    public required string Sheet { get; init; }
    /// <summary>What it is.</summary>
    public required string What { get; init; }
    public ValueList<string> Ideas { get; init => field = value ?? []; } = [];
    /// <summary>The idea to try.</summary>
    public string? Choice { get; init; }
    /// <summary>When to do the first step.</summary>
    public DateOnly? When { get; init; }
    /// <summary>How it went.</summary>
    public string? Outcome { get; init; }
    /// <summary>Put away: it is solved, or no longer matters.</summary>
    public bool Done { get; init; }

    public override string? Wrong() => What.Trim().Length == 0 ? "what: is empty" : Short("what", What) ?? Short("choice", Choice) ?? Short("outcome", Outcome)
        ?? (Ideas.Count > MostIdeas ? $"ideas: are {Ideas.Count}; allowed: {MostIdeas}" : Ideas.Select(idea => Short("ideas", idea)).FirstOrDefault(wrong => wrong is not null));
}

/// <summary>A person begins to win back a move that they stay away from.</summary>
public sealed record ReturnStart : Daily
{
    public const int LeastSteps = 2, MostSteps = 8;

    /// <summary>Id of this way back.</summary>
    public required string Way { get; init; }
    /// <summary>Id of a feared move of the knowledge; null: one of the person's own.</summary>
    public string? Move { get; init; }
    /// <summary>What it is called, where it is their own.</summary>
    public string? Name { get; init; }
    /// <summary>The steps of an own one, the easiest first.</summary>
    public ValueList<string> Steps { get; init => field = value ?? []; } = [];

    public override string? Wrong() => Move is not null ? null : string.IsNullOrWhiteSpace(Name) ? "name: is empty" : Short("name", Name)
        ?? (Steps.Count is < LeastSteps or > MostSteps ? $"steps: are {Steps.Count}; allowed: {LeastSteps} to {MostSteps}"
            : Steps.Select(step => string.IsNullOrWhiteSpace(step) ? "steps: one is empty" : Short("steps", step)).FirstOrDefault(wrong => wrong is not null));
}

/// <summary>A step of the way back was tried.</summary>
public sealed record ReturnTried : Daily
{
    public required string Way { get; init; }
    /// <summary>From 0, the easiest.</summary>
    public required int Step { get; init; }
    /// <summary>Fear just before and just after, 0 to 10; null where it was told later that it was too much.</summary>
    public double? Before { get; init; }
    public double? After { get; init; }
    /// <summary>The pain was up for more than a day, or it was clearly too much.</summary>
    public bool TooMuch { get; init; }

    public override string? Wrong() => Scale("before", Before) ?? Scale("after", After) ?? Within("step", Step, 0, ReturnStart.MostSteps - 1)
        ?? (!TooMuch && (Before is null || After is null) ? "after: is missing" : null);
}

/// <summary>The way back is put away.</summary>
public sealed record ReturnStop : Daily
{
    public required string Way { get; init; }
}
