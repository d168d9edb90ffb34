using System.Collections.Immutable;
using Mainstay.Knowledge;

namespace Mainstay.Care;

public enum Withheld { Emergency, SameDay, Under16, AgeUnknown }

/// <summary>A plan, or the reason why there is none.</summary>
public sealed record PlanResult
{
    public Plan? Plan { get; init; }
    public Withheld? Withheld { get; init; }
    /// <summary>The reason in words, where the plan is withheld.</summary>
    public string? Says { get; init; }
}

/// <summary>One week.</summary>
/// <param name="Start">The date of day 0.</param>
/// <param name="Days">Seven, day 0 first.</param>
/// <param name="Anytime">Comforts and breaks to use when wanted, beside the minutes of the day. At most one of a kind.</param>
/// <param name="Blocked">What was left out for the person's safety, and why.</param>
/// <param name="Refused">Choices that could not be followed, and why.</param>
/// <param name="Notes">What shapes the week, in words.</param>
/// <param name="Benefit">Sum over the session items of the week, in the weights' own unit.</param>
public sealed record Plan(
    DateOnly Start, Phase Phase, ImmutableArray<PlannedDay> Days, ImmutableArray<PlannedItem> Anytime,
    ImmutableArray<BlockedItem> Blocked, ImmutableArray<RefusedChoice> Refused, ImmutableArray<string> Notes, double Benefit)
{
    /// <summary>No week could be worth more than this, in the same unit; it is not always within reach.</summary>
    public double Bound { get; init; }

    /// <summary>The day of a date, on or after the start; weeks repeat.</summary>
    public PlannedDay On(DateOnly date) => Days[(date.DayNumber - Start.DayNumber) % 7 is var d && d < 0 ? d + 7 : d];

    /// <summary>Every chosen item with its weights, for "plan --why": day by day, then the ones for any time.</summary>
    public IEnumerable<(int? Day, PlannedItem Item)> Explain()
        => Days.SelectMany(day => day.All.Select(item => ((int?)day.Index, item))).Concat(Anytime.Select(item => ((int?)null, item)));
}

/// <param name="Index">0 to 6 from the start of the week.</param>
/// <param name="Minutes">What the person gave; 0 is a free day.</param>
/// <param name="Strength">A day on which strength may be trained: the day before and the day after are not.</param>
/// <param name="Items">In the order to do them: settle, loosen, strengthen, walk.</param>
/// <param name="Lesson">One to read, its minutes counted in.</param>
public sealed record PlannedDay(int Index, double Minutes, bool Strength, ImmutableArray<PlannedItem> Items, PlannedItem? Lesson)
{
    public bool Free => Minutes == 0;
    public IEnumerable<PlannedItem> All => Lesson is null ? Items : Items.Append(Lesson);
    public double Used => All.Sum(i => i.Minutes);
}

/// <param name="Minutes">One session of it, within every limit that applies.</param>
/// <param name="Dose">The dose to do; the limits of <see cref="Adjustments"/> are not yet in its text.</param>
/// <param name="For">What it is there for: what may play a part, a goal, a liking, or the good of most backs. No stop at the end.</param>
/// <param name="How">How it serves that, one sentence.</param>
/// <param name="Adjustments">How this person does it otherwise, with the reason.</param>
/// <param name="Alternatives">Item ids that could stand in its place, the best first, at most three.</param>
public sealed record PlannedItem(
    Item Item, string Place, double Minutes, Dose Dose, string For, string How, Claim? Claim, ImmutableArray<Limit> Adjustments,
    ImmutableArray<string> Alternatives, BenefitWeights Weights)
{
    public string Id => Item.Id;
    /// <summary>Why it is there.</summary>
    public string Why => $"{For}. {How}";
    /// <summary>Id of the contributor that <see cref="For"/> names; null where it is something else.</summary>
    public string? Contributor { get; init; }
    /// <summary>The item that the person put this one in place of.</summary>
    public Item? InsteadOf { get; init; }
    /// <summary>What is known about it, from the claim.</summary>
    public string Known { get; init; } = "";
    /// <summary>The shortest of the dose's hold and the limits, in seconds.</summary>
    public double? HoldS => Least(Dose.HoldS, Adjustments.Select(a => a.MaxHoldS));
    /// <summary>Effort 0 to 10 not to go over.</summary>
    public double? Rpe => Least(Dose.RpeHigh, Adjustments.Select(a => a.MaxRpe));

    static double? Least(double? usual, IEnumerable<double?> limits) => limits.Append(usual).Min();
}

/// <summary>The factors behind a choice. Benefit is their product.</summary>
/// <param name="Contributor">The contributor that gave the fit; null where the general benefit stands alone.</param>
/// <param name="Repeat">1 for the first item of its day with this main target, less for the next.</param>
public sealed record BenefitWeights(
    double Verdict, double Fit, string? Contributor, double Phase, double Part, double Preference, double Goal, string? GoalId, double Length, double Repeat)
{
    public double Benefit => Verdict * Fit * Phase * Part * Preference * Goal * Length * Repeat;
}

/// <param name="Says">The sentences of the limits that block it.</param>
public sealed record BlockedItem(Item Item, ImmutableArray<string> Says);

public sealed record RefusedChoice(PlanChoice Choice, string Says);
