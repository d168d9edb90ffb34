using System.Collections.Immutable;
using Mainstay.Body.Model;

namespace Mainstay.Figure.Skins;

/// <summary>The frames that carry the skin: every body, then between two bodies a chain of helpers that carry a growing part of the joint's
/// rotation. A vertex blends neighbours of a chain only, so the angle between them stays small and plain linear blending keeps volume.</summary>
public sealed class Rig
{
    /// <summary>Swing: share of the rotation that tilts the child; twist: share of what turns it about its own length.</summary>
    readonly record struct Step(double Swing, double Twist);

    sealed record Chain(string Joint, string Parent, string Child, Step[] Steps, bool TwistOfParent = false);

    static readonly Chain[] Chains =
    [
        new("girdle", "thorax_up", "girdle", [new(0.5, 0.5)]),
        new("shoulder", "girdle", "humerus", [new(0.2, 0), new(0.4, 0), new(0.6, 0), new(0.8, 0.05), new(1, 0.1), new(1, 0.4), new(1, 0.7)]),
        new("elbow", "humerus", "forearm", [new(0.2, 0.2), new(0.4, 0.4), new(0.6, 0.6), new(0.8, 0.8)]),
        // Pronation is spread over the forearm: it is a twist about the forearm, before the wrist bends.
        new("wrist", "forearm", "hand", [new(0, 0.33), new(0, 0.67), new(0, 1), new(0.5, 1)], TwistOfParent: true),
        new("fingers", "hand", "fingers", [new(0.33, 0.33), new(0.67, 0.67)]),
        new("hip", "pelvis", "femur", [new(0.17, 0), new(0.33, 0), new(0.5, 0), new(0.67, 0.05), new(0.83, 0.1), new(1, 0.15), new(1, 0.45), new(1, 0.75)]),
        new("knee", "femur", "tibia", [new(0.2, 0.2), new(0.4, 0.4), new(0.6, 0.6), new(0.8, 0.8)]),
        new("ankle", "tibia", "foot", [new(0.5, 0.5)]),
        new("toes", "foot", "toes", [new(0.5, 0.5)]),
    ];

    readonly Dictionary<string, int> start = [];

    public Rig(BodyModel model)
    {
        Bodies = model.BodyIds.Length;
        var names = model.BodyIds.ToBuilder();
        var helpers = ImmutableArray.CreateBuilder<Helper>();
        foreach (var side in "rl")
            foreach (var chain in Chains)
            {
                var child = model.Body($"{chain.Child}_{side}");
                var parent = model.BodyIds.Contains(chain.Parent) ? model.Body(chain.Parent) : model.Body($"{chain.Parent}_{side}");
                start[$"{chain.Joint}_{side}"] = names.Count;
                foreach (var step in chain.Steps)
                {
                    names.Add($"{chain.Joint}_{side}");
                    helpers.Add(new Helper(parent, child, step.Swing, step.Twist, chain.TwistOfParent));
                }
            }
        (Names, Helpers) = (names.ToImmutable(), helpers.ToImmutable());
        var half = Helpers.Length / 2;
        Twin = [.. Enumerable.Range(0, Names.Length).Select(f => f < Bodies ? model.Body(Other(model.BodyIds[f])) : f < Bodies + half ? f + half : f - half)];
    }

    public int Bodies { get; }
    /// <summary>Body ids, then for every helper its joint and side: "hip_r".</summary>
    public ImmutableArray<string> Names { get; }
    public ImmutableArray<Helper> Helpers { get; }
    public int Count => Names.Length;
    /// <summary>The frame on the other side; of the middle ones, itself.</summary>
    public ImmutableArray<int> Twin { get; }

    /// <summary>Frames from the parent's end of a joint to the child body, in order.</summary>
    internal IEnumerable<int> ChainOf(string joint, char side, BodyModel model)
    {
        var chain = Array.Find(Chains, chain => chain.Joint == joint)!;
        return Enumerable.Range(start[$"{joint}_{side}"], chain.Steps.Length).Append(model.Body($"{chain.Child}_{side}"));
    }

    static string Other(string id) => id.EndsWith("_r", StringComparison.Ordinal) ? id[..^2] + "_l" : id.EndsWith("_l", StringComparison.Ordinal) ? id[..^2] + "_r" : id;
}

/// <summary>A helper frame at the child's joint. Its rotation since the bind pose is a part of the joint's.</summary>
/// <param name="Parent">Body below, and <paramref name="Child"/> the body above the joint.</param>
/// <param name="Swing">0 to 1; <paramref name="Twist"/> likewise.</param>
/// <param name="TwistOfParent">The twist is about the parent's length and comes first (forearm); else about the child's and last.</param>
public readonly record struct Helper(int Parent, int Child, double Swing, double Twist, bool TwistOfParent);
