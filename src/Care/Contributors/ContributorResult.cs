using System.Collections.Immutable;
using Mainstay.Knowledge;

namespace Mainstay.Care;

/// <summary>What may play a part.</summary>
/// <param name="Named">At most three, the heaviest first. Empty when nothing stands out.</param>
/// <param name="Explained">Those that are told about and never ranked, because no answer can tell (the facet joints).</param>
/// <param name="Weights">Contributor id → weight 0 to 1 for all that were considered, named or not. The planner reads it.</param>
public sealed record ContributorResult(
    ImmutableArray<WeighedContributor> Named, ImmutableArray<WeighedContributor> Explained, ImmutableDictionary<string, double> Weights)
{
    /// <summary>Nothing stands out: no ranked contributor reached <see cref="Weighing.StandsOut"/>.</summary>
    public bool Unclear => Named.IsEmpty;

    public static ContributorResult None { get; } = new([], [], ImmutableDictionary<string, double>.Empty);
}

/// <param name="For">What of the answers speaks for it, the strongest first.</param>
/// <param name="Against">What speaks against it, the strongest first.</param>
public sealed record WeighedContributor(Contributor Contributor, Weighing Weighing, ImmutableArray<string> For, ImmutableArray<string> Against)
{
    public string Id => Contributor.Id;
    /// <summary>0 to 1, as are <see cref="Low"/> and <see cref="High"/>. It orders the contributors; it is not a chance of having something.</summary>
    public double Weight => Weighing.Weight;
    public double Low => Weighing.Low;
    public double High => Weighing.High;
    /// <summary>Which test or week would tell more.</summary>
    public string FindOut => Contributor.FindOut;
}
