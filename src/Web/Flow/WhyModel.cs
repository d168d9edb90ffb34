using System.Collections.Immutable;
using Mainstay.Knowledge;

namespace Mainstay.Web.Flow;

/// <summary>A page about a contributor, a cause or a road, with what of this person's answers points to it.</summary>
/// <param name="Kind">What may play a part, a cause people name, or a road to lasting pain.</param>
/// <param name="Points">What this person told us that points to it; null before anything was answered.</param>
/// <param name="Helps">Name and, of a move, its id.</param>
public sealed record WhyModel(string Kind, string Name, string Summary, ImmutableArray<string> About, IReadOnlyList<string>? Points,
    IReadOnlyList<string> Against, string? FindOut, IReadOnlyList<Claim> Claims, IReadOnlyList<(string Name, string? Move)> Helps)
{
    /// <summary>The address at which the mechanical body shows it; null where it has nothing to show.</summary>
    public string? InBody { get; init; }

    /// <summary>Why moves that may help are to be read now, and not done; null: nothing holds them.</summary>
    public Learn.MovesHeld? Held { get; init; }
}
