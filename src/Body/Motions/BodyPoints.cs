using System.Collections.Immutable;
using Mainstay.Body.Model;

namespace Mainstay.Body.Motions;

/// <summary>Spots of the body that contacts, straps and weights name, on or just under the skin. Right side; the left is mirrored.</summary>
/// <param name="Body">That it rides on, without its side.</param>
/// <param name="X">From the body's joint in standing, metres of the reference stature; <paramref name="Y"/> and <paramref name="Z"/> likewise.</param>
public sealed record BodySpot(string Name, string Body, double X, double Y, double Z, bool Sided = true);

/// <summary>A patch of skin that can rest on something: the skin of a body inside a box. Which vertices these are, the figure knows.</summary>
/// <param name="Body">In whose frame the box is, without its side.</param>
/// <param name="From">Corner of the box from the body's joint in standing, reference metres, right side.</param>
public sealed record SkinPatch(string Name, string Body, (double X, double Y, double Z) From, (double X, double Y, double Z) To, bool Sided = true);

/// <summary>Every spot and patch there is. By eye, on this skeleton.</summary>
public static class BodyPoints
{
    const double Far = 1;

    public static ImmutableArray<BodySpot> Points { get; } =
    [
        new("palm", "hand", 0, 0.018, -0.058), new("hand_back", "hand", 0, -0.014, -0.062), new("fist", "hand", 0, 0.02, -0.098), new("wrist", "hand", 0, 0, 0),
        new("fingertips", "fingers", 0, 0.006, -0.08),
        new("elbow", "forearm", -0.03, 0, 0), new("forearm", "forearm", 0, 0.02, -0.13), new("upper_arm", "humerus", 0.046, -0.028, -0.165), new("shoulder", "humerus", 0, -0.05, 0),
        new("foot_arch", "foot", 0.075, -0.005, -0.064), new("sole_mid", "foot", 0.1, -0.007, -0.07), new("heel", "foot", -0.045, -0.002, -0.06), new("toe_tip", "toes", 0.06, -0.002, -0.005),
        new("ankle", "foot", 0, 0, 0), new("ankle_out", "tibia", 0.006, -0.034, -0.394), new("shin", "tibia", 0.045, 0, -0.2), new("calf", "tibia", -0.055, 0, -0.14),
        new("knee", "tibia", 0.03, 0, 0), new("knee_back", "tibia", -0.045, 0, 0), new("knee_out", "tibia", 0, -0.055, 0),
        new("thigh_back", "femur", -0.07, 0.003, -0.247), new("thigh_low", "femur", 0.055, 0, -0.33), new("thigh_side", "femur", 0, -0.078, -0.09), new("hip_side", "femur", -0.01, -0.078, 0.01),
        new("hip_front", "pelvis", 0.075, -0.09, 0.09), new("iliac_crest", "pelvis", -0.02, -0.14, 0.12),
        new("ear", "head", 0, -0.075, 0.04), new("temple", "head", 0.05, -0.065, 0.07),
        new("chin", "head", 0.09, 0, -0.03, false), new("brow", "head", 0.105, 0, 0.075, false), new("crown", "head", 0, 0, 0.16, false), new("head_back", "head", -0.09, 0, 0.06, false),
        new("breastbone", "thorax_up", 0.135, 0, 0.03, false), new("belly", "l3", 0.12, 0, 0, false), new("navel", "l4", 0.14, 0, 0, false),
        new("sacrum", "pelvis", -0.11, 0, 0.09, false), new("loin", "l3", -0.09, 0, 0, false), new("back_high", "thorax_up", -0.06, 0, 0.04, false),
    ];

    public static ImmutableArray<SkinPatch> Parts { get; } =
    [
        new("sole", "foot", (-Far, -Far, -Far), (Far, Far, -0.049)),
        new("heel", "foot", (-Far, -Far, -Far), (-0.014, Far, -0.039)),
        new("ball", "foot", (0.095, -Far, -Far), (Far, Far, -0.039)),
        new("instep", "foot", (0.066, -Far, -0.057), (Far, Far, Far)),
        new("foot_side", "foot", (-Far, -Far, -Far), (Far, Far, Far)),
        new("toes", "toes", (0.03, -Far, -Far), (Far, Far, Far)),
        new("knee", "tibia", (0.02, -Far, -0.09), (Far, Far, 0.03)),
        new("shin", "tibia", (0.01, -Far, -0.335), (Far, Far, -0.07)),
        new("calf", "tibia", (-Far, -Far, -0.286), (-0.02, Far, -0.07)),
        new("leg_back", "tibia", (-Far, -Far, -0.40), (-0.02, Far, -0.07)),
        new("knee_side", "tibia", (-Far, -Far, -0.07), (Far, Far, 0.03)),
        new("knee_inner", "tibia", (-Far, 0, -0.07), (Far, Far, 0.03)),
        new("shank_side", "tibia", (-Far, -Far, -0.385), (Far, Far, -0.04)),
        new("thigh_back", "femur", (-Far, -Far, -0.336), (-0.02, Far, -0.09)),
        new("thigh_front", "femur", (0.02, -Far, -0.336), (Far, Far, -0.09)),
        new("hip_side", "femur", (-Far, -Far, -0.09), (Far, Far, 0.06)),
        new("seat", "pelvis", (-Far, -Far, -0.13), (0.03, Far, 0.04), false),
        new("sacrum", "pelvis", (-Far, -Far, -0.03), (-0.06, Far, 0.11), false),
        new("hip_front", "pelvis", (0.04, -Far, 0.0), (Far, Far, 0.12), false),
        new("loin", "l3", (-Far, -Far, -0.06), (-0.025, Far, 0.075), false),
        new("belly", "l3", (0.03, -Far, -0.06), (Far, Far, 0.075), false),
        new("back", "thorax_up", (-Far, -0.12, -0.095), (0.0, 0.12, 0.135), false),
        new("back_low", "thorax_lo", (-Far, -0.12, 0.0), (0.0, 0.12, 0.135), false),
        new("chest", "thorax_up", (0.05, -Far, -0.06), (Far, Far, 0.12), false),
        new("ribs_side", "thorax_lo", (-Far, -Far, 0.02), (Far, -0.08, 0.2)),
        new("shoulder_side", "humerus", (-Far, -Far, -0.10), (Far, 0.0, 0.06)),
        new("upper_arm", "humerus", (-Far, -Far, -0.25), (Far, Far, -0.07)),
        new("elbow", "forearm", (-Far, -Far, -0.01), (Far, Far, 0.04)),
        new("forearm", "forearm", (-Far, -Far, -0.24), (Far, Far, 0.02)),
        new("palm", "hand", (-Far, -Far, -Far), (Far, Far, Far)),
        new("fingers", "fingers", (-Far, -Far, -Far), (Far, Far, Far)),
        new("head_back", "head", (-Far, -Far, -0.012), (-0.036, Far, Far), false),
        new("forehead", "head", (0.05, -Far, 0.03), (Far, Far, Far), false),
        new("head_side", "head", (-Far, -Far, 0.0), (Far, -0.03, Far)),
        new("chin", "head", (0.04, -Far, -0.08), (Far, Far, 0.0), false),
    ];

    /// <summary>Bodies of the skeleton that a contact may aim.</summary>
    public static ImmutableArray<string> BodyNames { get; } =
    [
        "pelvis", "l5", "l4", "l3", "l2", "l1", "thorax_lo", "thorax_up", "neck", "neck_up", "head",
        .. new[] { "girdle", "humerus", "forearm", "hand", "fingers", "femur", "tibia", "foot", "toes" }.SelectMany(body => new[] { body + "_r", body + "_l" }),
    ];

    /// <summary>Names that exist, with _r and _l where there are two.</summary>
    public static IEnumerable<string> PointNames => Points.SelectMany(point => Names(point.Name, point.Sided));
    public static IEnumerable<string> PartNames => Parts.SelectMany(part => Names(part.Name, part.Sided));

    static IEnumerable<string> Names(string name, bool sided) => sided ? [name, name + "_r", name + "_l"] : [name];

    /// <summary>Which body and where on it (from its joint, in the person's own metres) a point with its side is.</summary>
    /// <param name="shift">From there, along the body's axes in standing, right side, reference metres.</param>
    public static (int Body, double X, double Y, double Z) Find(BodyModel model, string name, IReadOnlyList<double> shift)
    {
        var (bare, side) = Split(name);
        var point = Points.FirstOrDefault(p => p.Name == bare && p.Sided == side is not null) ?? throw new BodyException($"'{name}' is not a point of the body; there are: {string.Join(", ", PointNames)}");
        double x = point.X, y = point.Y, z = point.Z;
        if (shift is [var dx, var dy, var dz]) (x, y, z) = (x + dx, y + dy, z + dz);
        if (side == 'l') y = -y;
        return (BodyOf(model, point.Body, side), model.Scale * x, model.Scale * y, model.Scale * z);
    }

    /// <summary>"palm_r" to ("palm", 'r').</summary>
    public static (string Name, char? Side) Split(string name) =>
        name.EndsWith("_r", StringComparison.Ordinal) ? (name[..^2], 'r') : name.EndsWith("_l", StringComparison.Ordinal) ? (name[..^2], 'l') : (name, null);

    /// <summary>The body of this name on a side, or in the middle.</summary>
    public static int BodyOf(BodyModel model, string body, char? side) => model.BodyIds.IndexOf(body) is >= 0 and var middle ? middle : model.Body($"{body}_{side ?? 'r'}");

    /// <summary>A name that means both sides, as two; any other as it is.</summary>
    public static IReadOnlyList<string> Both(string name, bool part) =>
        (part ? Parts.Any(p => p.Name == name && p.Sided) : Points.Any(p => p.Name == name && p.Sided)) ? [name + "_r", name + "_l"] : [name];
}
