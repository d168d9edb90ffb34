using System.Collections.Immutable;
using Mainstay.Care;
using Mainstay.Journal;

namespace Mainstay.Web.Breaks;

/// <param name="Challenge">Null before it was begun, and after it was stopped.</param>
/// <param name="Channels">Where reminders come, in words; empty where nothing was set up.</param>
/// <param name="Agent">What the reminder program on the computer last found; null where none runs.</param>
/// <param name="Holidays">With the id of each entry.</param>
/// <param name="AwayError">What is wrong with the days away as they were sent.</param>
public sealed record BreaksModel(BreakNow Now, BreakOffer Offer, Habit Habit, ChallengeState? Challenge, int Tasks, ImmutableArray<string> Channels, AgentSign? Agent,
    ImmutableArray<Logged<Holiday>> Holidays, ImmutableArray<Logged<FreeDay>> FreeDays, AwayForm Away, string? AwayError = null)
{
    /// <summary>What comes before any break; null: nothing.</summary>
    public Own.Hold? Hold { get; init; }
}

/// <summary>Days away as they were typed.</summary>
public sealed record AwayForm(string From, string To);
