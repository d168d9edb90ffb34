using System.Collections.Immutable;
using Mainstay.Care;
using Mainstay.Journal;

namespace Mainstay.Web.Flow;

/// <summary>What the app knows of its person, folded from the journal, as of today.</summary>
/// <param name="Today">The day it holds for; the next day the person is made anew.</param>
/// <param name="Answers">Counts of days since something have grown older with the calendar.</param>
/// <param name="State">Where the check is.</param>
/// <param name="Seen">Records of professionals that still count.</param>
/// <param name="Answered">The day of the last answer; null before the first.</param>
public sealed record Person(DateOnly Today, Answers Answers, InterviewState State, ImmutableArray<Seen> Seen, PlanChoices Choices, DateOnly? Answered,
    string? Country, string? Theme, string? Language = null)
{
    /// <summary>How it was, oldest first.</summary>
    public ImmutableList<CheckInThen> CheckIns { get; init; } = [];

    /// <summary>The daily use as the reasoning reads it.</summary>
    public History Daily { get; init; } = History.Empty;

    /// <summary>When the person said that something is new, with nothing asked about it since: what was judged before then is too old.</summary>
    public DateTimeOffset? NewSince { get; init; }

    /// <summary>When the six signs were last answered to their end, with nothing said to be new since; null: they were not.</summary>
    public DateTimeOffset? Signs { get; init; }

    /// <summary>The first and the last day on which the danger questions were answered as they stand; null before the first.</summary>
    public (DateOnly First, DateOnly Last)? Screened { get; init; }

    /// <summary>The pain as it was last told, in a check-in or in the check, 0 to 10, with its day.</summary>
    public (double Pain, DateOnly On)? LastPain { get; init; }

    /// <summary>The day on which the check's own number for the pain was told.</summary>
    public DateOnly? PainAnswered { get; init; }

    /// <summary>What the person wants to ask a professional, as they wrote it; empty: nothing.</summary>
    public string Questions { get; init; } = "";

    /// <summary>The check was gone through once. New knowledge or another answer may have opened a question since.</summary>
    public bool WentThrough { get; init; }

    public bool HasAnswers => Answered is not null;
}
