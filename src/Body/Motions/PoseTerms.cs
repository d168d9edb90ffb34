using System.Collections.Immutable;
using Mainstay.Body.Model;

namespace Mainstay.Body.Motions;

/// <summary>The numbers a pose is written in: the pelvis' place in metres of the reference stature, everything else in degrees.</summary>
/// <remarks>Spine: net angles (lumbar, thorax, neck, head), and single lumbar levels on top of them. Shoulder: plane (0 sideways, 90
/// forward), elevation and inward rotation of the arm on the thorax; the girdle follows by itself, its own terms come on top.
/// A term of a pair without its side ("hip_flexion") means both.</remarks>
public static class PoseTerms
{
    static readonly (string Name, double Min, double Max)[] Root =
        [("root_x", -3, 3), ("root_y", -3, 3), ("root_z", 0, 2), ("root_turn", -360, 360), ("root_pitch", -180, 180), ("root_roll", -180, 180)];

    static readonly (string Name, double Min, double Max)[] Middle =
    [
        ("lumbar_flexion", -35, 65), ("lumbar_side", -30, 30), ("lumbar_turn", -15, 15),
        ("thorax_flexion", -21, 40), ("thorax_side", -22, 22), ("thorax_turn", -40, 40),
        ("neck_flexion", -55, 50), ("neck_side", -40, 40), ("neck_turn", -60, 60),
        ("head_flexion", -22, 22), ("head_side", -10, 10), ("head_turn", -40, 40),
        ("l5_flexion", -4, 10), ("l4_flexion", -7, 15), ("l3_flexion", -7, 17), ("l2_flexion", -8, 19), ("l1_flexion", -9, 21),
    ];

    /// <summary>With "_r" after the joint's name.</summary>
    static readonly (string Name, double Min, double Max)[] Pairs =
    [
        ("girdle_elevation", -10, 25), ("girdle_protraction", -25, 25),
        ("shoulder_plane", -90, 135), ("shoulder_elevation", 0, 180), ("shoulder_rotation", -95, 95),
        ("elbow_flexion", 0, 150), ("elbow_pronation", -90, 90), ("wrist_flexion", -85, 85), ("wrist_deviation", -35, 25), ("fingers_curl", -20, 100),
        ("hip_flexion", -30, 140), ("hip_abduction", -35, 60), ("hip_rotation", -60, 50), ("knee_flexion", -5, 160),
        ("ankle_dorsiflexion", -55, 40), ("ankle_inversion", -20, 35), ("toes_extension", -40, 75),
    ];

    static readonly (string Id, double Min, double Max)[] All = [.. Root, .. Middle, .. Pairs.Select(pair => Sided(pair, 'r')), .. Pairs.Select(pair => Sided(pair, 'l'))];

    static readonly Dictionary<string, int[]> Named = MakeNames();

    /// <summary>Every term, in the order of the arrays that hold a pose.</summary>
    public static ImmutableArray<string> Ids { get; } = [.. All.Select(term => term.Id)];

    public static int Count => All.Length;

    /// <summary>How far a term may go, degrees or metres. By eye, ordinary textbook size: they bound what can be written and are no norms.</summary>
    public static double Min(int term) => All[term].Min;
    public static double Max(int term) => All[term].Max;

    /// <summary>True where the number is metres.</summary>
    public static bool IsMetres(int term) => term < 3;

    /// <summary>One term, or both of a pair (the right one first); none where there is no such name.</summary>
    public static IReadOnlyList<int> Of(string name) => Named.TryGetValue(name, out var terms) ? terms : [];

    /// <exception cref="BodyException">No such term.</exception>
    public static int Index(string id) => Ids.IndexOf(id) is >= 0 and var at ? at : throw new BodyException($"'{id}' is not an angle; there are: {string.Join(", ", Named.Keys)}");

    /// <summary>Every name that may be written, pairs as one.</summary>
    public static IEnumerable<string> Names => Named.Keys;

    /// <summary>The same pose seen in a mirror: sides change places; sideways, turns and roll change their sign.</summary>
    public static void Mirror(ReadOnlySpan<double> from, Span<double> to)
    {
        for (var i = 0; i < All.Length; i++) to[Twin[i]] = Flips[i] ? 0 - from[i] : from[i];
    }

    /// <summary>True for lean, turn and roll: what a mirror turns round.</summary>
    public static bool IsSideways(int term) => Flips[term];

    static readonly int[] Twin = [.. Ids.Select(id => Ids.IndexOf(Other(id)))];

    static readonly bool[] Flips = [.. Ids.Select(id => Other(id) == id
        && (id is "root_y" or "root_turn" or "root_roll" || id.EndsWith("_side", StringComparison.Ordinal) || id.EndsWith("_turn", StringComparison.Ordinal)))];

    /// <summary>The name on the other side; the same where there is none.</summary>
    public static string Other(string id) =>
        id.Contains("_r_", StringComparison.Ordinal) ? id.Replace("_r_", "_l_", StringComparison.Ordinal) : id.Replace("_l_", "_r_", StringComparison.Ordinal);

    static (string, double, double) Sided((string Name, double Min, double Max) pair, char side)
    {
        var at = pair.Name.IndexOf('_', StringComparison.Ordinal);
        return ($"{pair.Name[..at]}_{side}{pair.Name[at..]}", pair.Min, pair.Max);
    }

    static Dictionary<string, int[]> MakeNames()
    {
        var names = new Dictionary<string, int[]>();
        for (var i = 0; i < All.Length; i++) names[All[i].Id] = [i];
        var (first, pairs) = (Root.Length + Middle.Length, Pairs.Length);
        for (var i = 0; i < pairs; i++) names[Pairs[i].Name] = [first + i, first + pairs + i];
        return names;
    }
}
