using System.Collections.Immutable;
using Mainstay.Care;
using Mainstay.Knowledge;

namespace Mainstay.Web.Flow;

/// <param name="On">The first and the last day on which the danger questions were answered.</param>
/// <param name="Open">What is still unknown and could raise the urgency: label and where to answer it.</param>
public sealed record ResultModel(TriageResult Triage, ContributorResult Contributors, PrognosisResult Prognosis, Answers Answers, (DateOnly First, DateOnly Last) On,
    IReadOnlyList<(string Label, string Path)> Open, bool HasPlan, bool Finished)
{
    /// <summary>The day on which the check's number for the pain was told.</summary>
    public DateOnly? PainOn { get; init; }

    /// <summary>The danger questions are due again; null: they are not, or what is new comes before them.</summary>
    public Rescreen? Due { get; init; }

    /// <summary>Where more is asked; null: nothing is left to ask.</summary>
    public string? WayOn { get; init; }

    /// <summary>A record of a professional that could not be kept.</summary>
    public WrongSeen? Wrong { get; init; }

    /// <summary>Rules of the reported level, those that nobody has seen the person for first.</summary>
    public ImmutableArray<FiredRule> AtLevel => [.. Triage.Fired.Where(fired => fired.Rule.Level == Triage.Urgency).OrderBy(fired => fired.Seen)];

    public ImmutableArray<FiredRule> Below => [.. Triage.Fired.Where(fired => fired.Rule.Level != Triage.Urgency)];

    /// <summary>Everything at the reported level has been seen by a professional.</summary>
    public bool SeenAll => Triage.Unseen < Triage.Urgency;

    /// <summary>Words of comfort lines are for someone who may harm themselves, or is harmed.</summary>
    public bool NeedsCrisisLine => Triage.Fired.Any(fired => fired.Rule.Suspects.Any(what => what is "self-harm" or "violence"));

    public bool HidesPlan => Triage.Holding >= Urgency.SameDay;
}

/// <summary>"I have been seen for this" as it was sent, with what is wrong at each field; null: it is right.</summary>
/// <param name="Rule">Id of the rule it was said of.</param>
/// <param name="On">The day as it was typed.</param>
public sealed record WrongSeen(string Rule, string On, string By, string Told, bool Exercise)
{
    public string? OnSays { get; init; }
    public string? BySays { get; init; }
    public string? ToldSays { get; init; }

    public bool IsWrong => (OnSays ?? BySays ?? ToldSays) is not null;
}
