using System.Collections.Immutable;
using Mainstay.Body.Motions;
using Mainstay.Knowledge.Motions;

namespace Mainstay.Web.Figures;

/// <param name="Pose">Id of the motion's pose.</param>
/// <param name="Phase">Hold where it is held, else the one in which it is first reached.</param>
/// <param name="Say">What is said on the way there or while it lasts; null: nothing.</param>
public sealed record KeyPosition(string Pose, Phase Phase, string? Say);

/// <summary>The few positions that tell a motion to who cannot see it move.</summary>
public static class KeyPositions
{
    public const int Most = 4;

    /// <summary>In the order in which they are reached, 2 to <see cref="Most"/>; empty where the motion is one position only.</summary>
    public static ImmutableArray<KeyPosition> Of(Motion motion, MotionVariant? variant)
    {
        var steps = variant?.Steps ?? motion.Steps;
        var keys = steps.GroupBy(step => step.To).Select(to => new KeyPosition(to.Key, to.Any(step => step.Phase == Phase.Hold) ? Phase.Hold : to.First().Phase, to.FirstOrDefault(step => step.Say is not null)?.Say)).ToImmutableArray();
        if (keys.Length < 2) return [];
        if (keys.Length <= Most) return keys;
        // The start, and where it is held, first of all; then those that lie farthest from what is shown.
        var shown = new SortedSet<int> { 0, steps.FirstOrDefault(step => step.Phase == Phase.Hold) is { } held ? Place(keys, held.To) : keys.Length / 2 };
        while (shown.Count < Most) shown.Add(Enumerable.Range(0, keys.Length).MaxBy(at => shown.Min(other => Math.Abs(at - other))));
        return [.. shown.Select(at => keys[at])];
    }

    static int Place(ImmutableArray<KeyPosition> keys, string pose) => keys.Select(key => key.Pose).ToList().IndexOf(pose);
}
