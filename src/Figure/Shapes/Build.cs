using System.Collections.Immutable;
using Mainstay.Body.Model;

namespace Mainstay.Figure.Shapes;

/// <summary>knowledge/figure/builds.yaml: how one build differs from the tables. All builds share one mesh, so that between the lean and the
/// heavy one of a sex every person has a shape of their own.</summary>
public sealed record Build
{
    public required string Id { get; init; }
    public required Sex Sex { get; init; }
    /// <summary>Mass over squared height, kg/m², of whom this is drawn for.</summary>
    public required double Bmi { get; init; }
    /// <summary>Size of head, hands and feet (their length and width) against the tables.</summary>
    public double Head { get; init; } = 1;
    public double Hands { get; init; } = 1;
    public double Feet { get; init; } = 1;
    /// <summary>A row: height, and what is added to front, back and half breadth there (metres; straight lines in between).</summary>
    public ImmutableArray<ImmutableArray<double>> Trunk { get; init; } = [];
    /// <summary>By limb, a row: share of the way, and what is added to the half axes in front, behind, outside and inside.</summary>
    public ImmutableDictionary<string, ImmutableArray<ImmutableArray<double>>> Limbs { get; init; } = ImmutableDictionary<string, ImmutableArray<ImmutableArray<double>>>.Empty;
    /// <summary>In place of the blob of the same id, or one more.</summary>
    public ImmutableArray<Blob> Blobs { get; init; } = [];
}
