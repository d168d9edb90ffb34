using System.Collections.Immutable;
using Mainstay.Knowledge;

namespace Mainstay.Care;

/// <summary>A week that fits the person: safe first, then as useful as the minutes allow. Deterministic; one instance serves all threads.</summary>
public sealed class Planner
{
    public const int YoungestYears = 16;

    readonly Catalogue _catalogue;
    readonly Contraindications _contraindications;

    /// <exception cref="ArgumentException">The library's items refer to what does not exist.</exception>
    public Planner(Questionnaire questionnaire, Contraindications contraindications)
    {
        ArgumentNullException.ThrowIfNull(questionnaire);
        _contraindications = contraindications;
        _catalogue = new(questionnaire);
    }

    internal Catalogue Catalogue => _catalogue;

    /// <param name="today">Day 0 of the week where <see cref="PlanChoices.Start"/> is not set.</param>
    public PlanResult Make(Answers answers, TriageResult triage, ContributorResult contributors, PlanChoices choices, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(answers);
        ArgumentNullException.ThrowIfNull(triage);
        ArgumentNullException.ThrowIfNull(contributors);
        ArgumentNullException.ThrowIfNull(choices);
        if (Withholds(answers, triage) is { } withheld) return withheld;
        var standing = _contraindications.Of(answers, triage.Suspicions);
        // Strength and walks can only be enough where there are walks.
        if (choices.Keep && _catalogue.Items.All(i => i.Item.Family != Family.Walking || standing.IsBlocked(i.Index))) choices = choices with { Keep = false };
        var frame = new PlanFrame(answers, triage, choices, _catalogue);
        return new() { Plan = new WeekBuilder(_catalogue, frame, standing, contributors, choices).Build(choices.Start ?? today) };
    }

    /// <summary>Why there is no plan, without making one; null where there is one. Pages that only show moves ask it.</summary>
    public PlanResult? Withholds(Answers answers, TriageResult triage)
        => Reason(answers, triage) is { } withheld ? new() { Withheld = withheld, Says = Say(withheld) } : null;

    /// <summary>Hidden at U24 and E until a professional has allowed exercise; none under 16; and while the age is unknown nobody is known to be 16.</summary>
    static Withheld? Reason(Answers answers, TriageResult triage) => triage.Holding switch
    {
        >= Urgency.Emergency => Withheld.Emergency,
        >= Urgency.SameDay => Withheld.SameDay,
        _ => answers.NumberOf("age") switch
        {
            null => Withheld.AgeUnknown,
            < YoungestYears => Withheld.Under16,
            _ => null,
        },
    };

    string Say(Withheld withheld)
    {
        var words = _catalogue.Library.Plan.Words;
        return withheld switch
        {
            Withheld.Emergency => words.NoneEmergency,
            Withheld.SameDay => words.NoneSameDay,
            Withheld.Under16 => words.NoneUnder16,
            _ => words.NoneAgeUnknown,
        };
    }
}
