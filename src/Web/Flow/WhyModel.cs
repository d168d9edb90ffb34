using System.Collections.Immutable;
using Mainstay.Knowledge;

namespace Mainstay.Web.Flow;

/// <summary>A page about a contributor, a cause or a road, with what of this person's answers points to it.</summary>
/// <param name="Kind">What may play a part, a cause people name, or a road to lasting pain.</param>
/// <param name="Points">What this person told us that points to it; null before anything was answered.</param>
/// <param name="Helps">Name and, where it has a page, address.</param>
public sealed record WhyModel(string Kind, string Name, string Summary, ImmutableArray<string> About, IReadOnlyList<string>? Points,
    IReadOnlyList<string> Against, string? FindOut, IReadOnlyList<Claim> Claims, IReadOnlyList<string> Helps);
