using System.Collections.Immutable;
using Mainstay.Care;
using Mainstay.Knowledge;

namespace Mainstay.Web.Letter;

/// <summary>Everything a letter may say.</summary>
/// <param name="On">The day of the last answer.</param>
/// <param name="Finished">Every question of the check was asked.</param>
/// <param name="Screened">Of the danger questions.</param>
/// <param name="Open">Short names of what is not known and could still raise the urgency.</param>
/// <param name="Conditions">What the person lives with, with the answer where it is more than yes.</param>
/// <param name="Denied">How many other conditions were asked and are not there.</param>
/// <param name="Seen">Every record that still counts, with the term of its rule.</param>
public sealed record LetterModel(LetterChoice Choice, Answers Answers, DateOnly On, bool Finished, Assessment Result, ImmutableArray<ScreenedSystem> Screened,
    ImmutableArray<string> Open, ImmutableArray<(string Name, string? Answer)> Conditions, int Denied, ImmutableArray<(Seen Record, Rule Rule)> Seen, LetterBasis Basis)
{
    /// <summary>What the daily use adds; null while there is none.</summary>
    public LetterDiary? Diary { get; init; }

    /// <summary>The days on which the danger questions were answered.</summary>
    public required (DateOnly First, DateOnly Last) ScreenedOn { get; init; }
    /// <summary>The pain as it was last told, 0 to 10; null: never.</summary>
    public (double Pain, DateOnly On)? Pain { get; init; }

    /// <summary>What the person wants to ask, as they wrote it; empty: nothing.</summary>
    public string Questions { get; init; } = "";
    /// <summary>Questions that could not be kept, with what is wrong.</summary>
    public string? Typed { get; init; }
    public string? Wrong { get; init; }

    public bool Has(LetterSection section) => Choice.Has(section);

    /// <summary>The rules that the letter names. Those about mood and safety go with their section.</summary>
    public ImmutableArray<FiredRule> Fired => [.. Result.Triage.Fired.Where(fired => fired.Rule.System != Screening.Mind || Has(LetterSection.Mind))];

    /// <summary>The person left out rules that count.</summary>
    public bool LeavesOut => Fired.Length < Result.Triage.Fired.Length;
}

/// <summary>Which knowledge the letter rests on.</summary>
/// <param name="Reviewed">The day of the latest review of a claim.</param>
public sealed record LetterBasis(string Version, int Rules, int Sources, DateOnly Reviewed);
