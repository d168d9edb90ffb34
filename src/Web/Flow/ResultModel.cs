using System.Collections.Immutable;
using Mainstay.Care;
using Mainstay.Knowledge;

namespace Mainstay.Web.Flow;

/// <param name="On">The day of the last answer.</param>
/// <param name="Open">What is still unknown and could raise the urgency: label and where to answer it.</param>
public sealed record ResultModel(TriageResult Triage, ContributorResult Contributors, PrognosisResult Prognosis, Answers Answers, DateOnly On,
    IReadOnlyList<(string Label, string Path)> Open, bool HasPlan, bool Finished)
{
    /// <summary>Rules of the reported level, those that nobody has seen the person for first.</summary>
    public ImmutableArray<FiredRule> AtLevel => [.. Triage.Fired.Where(fired => fired.Rule.Level == Triage.Urgency).OrderBy(fired => fired.Seen)];

    public ImmutableArray<FiredRule> Below => [.. Triage.Fired.Where(fired => fired.Rule.Level != Triage.Urgency)];

    /// <summary>Everything at the reported level has been seen by a professional.</summary>
    public bool SeenAll => Triage.Unseen < Triage.Urgency;

    /// <summary>Words of comfort lines are for someone who may harm themselves, or is harmed.</summary>
    public bool NeedsCrisisLine => Triage.Fired.Any(fired => fired.Rule.Suspects.Any(what => what is "self-harm" or "violence"));

    public bool HidesPlan => Triage.Holding >= Urgency.SameDay;
}
