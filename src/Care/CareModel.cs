using System.Collections.Immutable;
using Mainstay.Knowledge;

namespace Mainstay.Care;

/// <summary>Everything Mainstay can say to one person's answers.</summary>
public sealed record Assessment(TriageResult Triage, ContributorResult Contributors, PrognosisResult Prognosis, PlanResult Plan);

/// <summary>All the reasoning, compiled once from a library and shared between threads. Pure: the same answers, day, records and choices give the
/// same assessment.</summary>
public sealed class CareModel
{
    /// <exception cref="ArgumentException">The library contradicts itself; a library that loaded without errors does not.</exception>
    public CareModel(Library library)
    {
        Library = library;
        Questionnaire = new(library);
        Triage = new(Questionnaire);
        Contributors = new(Questionnaire);
        Prognosis = new(Questionnaire);
        Contraindications = new(Questionnaire);
        Planner = new(Questionnaire, Contraindications);
    }

    public Library Library { get; }
    public Questionnaire Questionnaire { get; }
    public Triage Triage { get; }
    public ContributorModel Contributors { get; }
    public Prognosis Prognosis { get; }
    public Contraindications Contraindications { get; }
    public Planner Planner { get; }

    /// <param name="today">Day 0 of the plan where the choices set no other start.</param>
    /// <param name="seen">Records that a professional has seen the person.</param>
    /// <param name="choices">What the person changed about the plan.</param>
    public Assessment Assess(Answers answers, DateOnly today, ImmutableArray<Seen> seen = default, PlanChoices? choices = null)
    {
        var triage = Triage.Assess(answers, seen);
        var contributors = Contributors.Weigh(answers);
        return new(triage, contributors, Prognosis.Of(answers), Planner.Make(answers, triage, contributors, choices ?? PlanChoices.None, today));
    }
}
