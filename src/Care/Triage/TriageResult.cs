using System.Collections.Immutable;
using Mainstay.Knowledge;

namespace Mainstay.Care;

/// <summary>How urgent it is, and everything that says so.</summary>
/// <param name="Urgency">The highest level of any rule that fired, seen or not. <see cref="Urgency.Open"/> only when none fired and a mandatory
/// question that applies is unanswered.</param>
/// <param name="Fired">Every rule that fired, highest level first, then by rule id.</param>
/// <param name="Open">Ids of the inputs that could still raise the urgency, in the questionnaire's order: unanswered or unsure, applicable, and
/// either mandatory (while nobody is cleared) or read by a rule of a higher level that is not yet known to be false.</param>
/// <param name="Suspicions">What the fired rules suspect, without those of rules seen with exercise allowed.</param>
public sealed record TriageResult(Urgency Urgency, ImmutableArray<FiredRule> Fired, ImmutableArray<string> Open, Suspicions Suspicions)
{
    /// <summary>The highest level that nobody has seen the person for yet: what is still to be done.</summary>
    public required Urgency Unseen { get; init; }

    /// <summary>The level that counts for the programme: the highest of the rules that are not both seen and cleared for exercise. A programme
    /// is hidden while this is U24 or E.</summary>
    public required Urgency Holding { get; init; }

    /// <summary>Every mandatory question that applies has its answer. A rule that fired never stands in for a question that is still open.</summary>
    public required bool IsCleared { get; init; }

    /// <summary>True when every rule at the highest level still waits for a detail or an excuse, so that further answers may lower it.</summary>
    public bool Provisional => !Fired.IsEmpty && Fired.All(f => f.Rule.Level != Urgency || f.Provisional);
}

/// <param name="Provisional">A detail or an excuse is still unknown. The rule stands until it is known.</param>
/// <param name="Seen">The person was seen for it, with the same answers.</param>
public sealed record FiredRule(Rule Rule, bool Provisional, bool Seen)
{
    /// <summary>Inputs that would settle a provisional rule at the highest level: unanswered or unsure ones of its detail and excuse that apply.
    /// Empty at lower levels, where they would change nothing that is reported.</summary>
    public ImmutableArray<string> Asks { get; init; } = [];

    /// <summary>The record behind <see cref="Seen"/>.</summary>
    public Seen? Record { get; init; }

    /// <summary>Neither the programme nor an item waits for this rule any more.</summary>
    public bool ExerciseAllowed => Record is { ExerciseAllowed: true };
}
