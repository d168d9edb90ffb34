using System.Collections.Immutable;
using Mainstay.Care;

namespace Mainstay.Web.Flow;

/// <summary>What the app knows of its person, folded from the journal, as of today.</summary>
/// <param name="Answers">Counts of days since something have grown older with the calendar.</param>
/// <param name="State">Where the check is.</param>
/// <param name="Seen">Records of professionals that still count.</param>
/// <param name="Answered">The day of the last answer; null before the first.</param>
public sealed record Person(Answers Answers, InterviewState State, ImmutableArray<Seen> Seen, PlanChoices Choices, DateOnly? Answered,
    string? Country, string? Theme)
{
    public bool HasAnswers => Answered is not null;
}
