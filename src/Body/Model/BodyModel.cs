using System.Collections.Immutable;
using Mainstay.Body.Anatomy;

namespace Mainstay.Body.Model;

/// <summary>The body of one person, compiled to flat arrays. Immutable: threads share it, and each has a <see cref="Workspace"/> of its own.
/// Radians, metres, kilograms, newtons.</summary>
/// <remarks>Rows are the generalized coordinates: 0–5 the pelvis in the world (force x, y, z, then moment about its origin), then one a hinge.
/// Balanced rows come first, so that the load-sharing sees 0 … <see cref="BalancedRows"/> − 1. A body's hinges have neighbouring rows, and
/// every per-joint vector is four lanes wide with zeros in the lanes it does not use: a write over the next joint's rows adds nothing.</remarks>
public sealed class BodyModel
{
    internal BodyModel() { }

    public required Person Person { get; init; }
    public required AnatomyData Anatomy { get; init; }
    /// <summary>Person's stature over the reference stature: the factor of every length.</summary>
    public required double Scale { get; init; }

    // Bodies
    public required ImmutableArray<string> BodyIds { get; init; }
    internal int[] Parent { get; init; } = [];
    /// <summary>Joint centre seen from the parent's, and centre of mass seen from the own: 3 a body.</summary>
    internal double[] Offset { get; init; } = [];
    internal double[] Com { get; init; } = [];
    internal double[] Mass { get; init; } = [];
    internal int[] HingeStart { get; init; } = [];
    internal int[] HingeCount { get; init; } = [];
    /// <summary>First row of a body's hinges; the root's is −1.</summary>
    internal int[] RowStart { get; init; } = [];
    internal bool[] Balanced { get; init; } = [];
    /// <summary>IsAbove[a, b]: body b is a or carried by a.</summary>
    internal bool[,] Carries { get; init; } = null!;

    // Hinges
    public required ImmutableArray<string> AngleIds { get; init; }
    public required ImmutableArray<double> AngleMin { get; init; }
    public required ImmutableArray<double> AngleMax { get; init; }
    /// <summary>Local axes, 3 a hinge; and the row of a hinge.</summary>
    internal double[] Axis { get; init; } = [];
    internal int[] RowOfHinge { get; init; } = [];
    internal HingeSpring[] Springs { get; init; } = [];
    public required int Rows { get; init; }
    public required int BalancedRows { get; init; }

    // Points and paths
    internal int[] PointBody { get; init; } = [];
    internal double[] PointLocal { get; init; } = [];
    internal Blend[] Blends { get; init; } = [];
    internal Lines Lines { get; init; } = null!;
    /// <summary>Every line of both sides: "psoas" groups hold them; ids end in "-r", "-l" or nothing for the middle.</summary>
    public required ImmutableArray<string> MuscleIds { get; init; }
    public required ImmutableArray<string> GroupIds { get; init; }
    internal int[] GroupOf { get; init; } = [];
    public int MuscleCount => MuscleIds.Length;
    /// <summary>Id of the group a line belongs to.</summary>
    public string Group(int line) => GroupIds[GroupOf[line]];

    // Levels, L5/S1 first
    public required ImmutableArray<string> LevelIds { get; init; }
    internal int[] LevelBody { get; init; } = [];
    /// <summary>Per level the lines that cross it, and with which pair.</summary>
    internal (int Line, int Pair)[][] LevelPairs { get; init; } = [];
    /// <summary>Up along the disc's normal and forward along it, in the lower body's neutral frame: 3 a level.</summary>
    internal double[] DiscNormal { get; init; } = [];
    internal double[] DiscForward { get; init; } = [];
    public required ImmutableArray<double> DiscAreaM2 { get; init; }

    /// <summary>Right and left leg: hinges that flex hip, knee and ankle, and the body of the foot.</summary>
    internal (int Hip, int Knee, int Ankle, int Foot)[] Legs => legs ??=
        [.. "rl".Select(side => (Angle($"hip_{side}_flexion"), Angle($"knee_{side}_flexion"), Angle($"ankle_{side}_dorsiflexion"), Body($"foot_{side}")))];
    (int, int, int, int)[]? legs;

    // Contacts
    public required ImmutableArray<string> ContactIds { get; init; }
    internal int[] ContactBody { get; init; } = [];
    internal double[] ContactLocal { get; init; } = [];
    internal double[] ContactCost { get; init; } = [];

    public int Body(string id) => BodyIds.IndexOf(id) is >= 0 and var at ? at : throw new BodyException($"'{id}' is not a body; there are: {string.Join(", ", BodyIds)}");
    public int Angle(string id) => AngleIds.IndexOf(id) is >= 0 and var at ? at : throw new BodyException($"'{id}' is not an angle; there are: {string.Join(", ", Postures.AngleEdit.Names(this))}");
    public int Level(string id) => LevelIds.IndexOf(id) is >= 0 and var at ? at : throw new BodyException($"'{id}' is not a level; there are: {string.Join(", ", LevelIds)}");

    /// <summary>Mass of the person, newtons.</summary>
    public double Weight => Person.MassKg * Gravity;

    public const double Gravity = 9.80665;
}

/// <summary>Passive moment of a hinge, in Nm and radians, unloaded: see <see cref="Kernels.Elasticity"/>.</summary>
readonly record struct HingeSpring(double Linear, double Upper, double UpperSlope, double Lower, double LowerSlope, double Toe, int Level, double AtNeutral = 0);

/// <summary>A point that rides on a second body too. Joints that carry one of the two bodies only have the pairs listed, with +1 where they
/// carry the first.</summary>
readonly record struct Blend(int Point, int Body, double X, double Y, double Z, double Share, (int Pair, int Sign)[] Pairs);
