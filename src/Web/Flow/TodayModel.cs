using Mainstay.Care;

namespace Mainstay.Web.Flow;

/// <param name="Triage">Null before the first answer.</param>
/// <param name="WentThrough">The check was gone through once.</param>
/// <param name="HasQuestions">Something is left to ask.</param>
/// <param name="Progress">0 to 1 of the check.</param>
/// <param name="Day">What this day is; null before the first check was gone through, and while something new waits.</param>
/// <param name="CheckIn">Null on the welcome.</param>
public sealed record TodayModel(TriageResult? Triage, bool WentThrough, bool HasQuestions, double Progress, Today? Day, TimeOnly Now, CheckInCard? CheckIn = null)
{
    /// <summary>What Today points to; null before the first check.</summary>
    public Trends.TodayLooks? Looks { get; init; }
    /// <summary>Null before the first check, and while something comes before any break.</summary>
    public Breaks.BreaksInShort? Breaks { get; init; }
    /// <summary>A session whose outcome is asked about.</summary>
    public AfterCard? After { get; init; }
    /// <summary>Own goals that have had no number for a week.</summary>
    public System.Collections.Immutable.ImmutableArray<OwnGoal> GoalsDue { get; init; } = [];
    /// <summary>Of what was chosen against stress; null: nothing is due, or something comes before it.</summary>
    public Coping.CopingToday? Coping { get; init; }
    /// <summary>A session of today that began and has no end.</summary>
    public Session? Unfinished { get; init; }
}

/// <param name="Entry">Id of the entry that the form makes.</param>
/// <param name="Wrong">It was sent empty.</param>
public sealed record AfterCard(Session Session, Guid Entry, bool Wrong);
