using System.Collections.Immutable;

namespace Mainstay.Body.Anatomy;

/// <summary>Everything the model is built from, as read from knowledge/anatomy. Degrees and the reference person's metres, right side and
/// middle only; <see cref="Mainstay.Body.Model.BodyModel"/> mirrors, scales and turns it into radians.</summary>
public sealed record AnatomyData
{
    public required Skeleton Skeleton { get; init; }
    public required ImmutableArray<MuscleGroup> Groups { get; init; }
    public required Tuning Tuning { get; init; }
    public required ImmutableArray<NamedPosture> Postures { get; init; }

    /// <exception cref="BodyException">There is no such posture; the message lists those there are.</exception>
    public NamedPosture Posture(string id) => Postures.FirstOrDefault(posture => posture.Id == id)
        ?? throw new BodyException($"'{id}' is not a posture; there are: {string.Join(", ", Postures.Select(posture => posture.Id))}");
}
