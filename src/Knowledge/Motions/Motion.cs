using System.Collections.Immutable;
using Mainstay.Body.Anatomy;
using Mainstay.Body.Motions;

namespace Mainstay.Knowledge.Motions;

/// <summary>What a motion is for, and so what the model holds it to. Stretch: its targets get long. Strength: its targets work. The rest
/// say in <see cref="Motion.Why"/> why neither is asked of them.</summary>
public enum MotionKind { Stretch, Strength, Mobility, Rest, Breathing, Nerve, SelfPressure, Test, Posture, Everyday }

/// <summary>Both: the same on both sides at once. Right: the file shows the right side, the left is its mirror image. Alternate: right, then
/// left, within one repetition, and the file shows both.</summary>
public enum MotionSide { Both, Right, Alternate }

/// <summary>One motion of the body: knowledge/motions/half-kneel-hip-flexor.yaml. docs/motions.md tells how to write one.</summary>
public sealed record Motion
{
    public required string Id { get; init; }
    [Prose] public required string Title { get; init; }
    /// <summary>What it belongs to: one of these.</summary>
    public string? Exercise { get; init; }
    public string? Module { get; init; }
    public string? Test { get; init; }
    /// <summary>An everyday posture or movement of its own, by any id.</summary>
    public string? Posture { get; init; }
    /// <summary>Exercises and other modules whose picture it is too, where no motion is their own.</summary>
    public ImmutableArray<string> Also { get; init; } = [];
    /// <summary>Where several show the same thing: which comes when, from 0. The first is its picture.</summary>
    public int Order { get; init; }
    public required MotionKind Kind { get; init; }
    /// <summary>Why the model is not asked whether it stretches or works: for every kind but stretch and strength.</summary>
    public string? Why { get; init; }
    public required MotionSide Side { get; init; }
    /// <summary>supine, side, prone, hands-knees, half-kneel, kneel, sit, stand, floor-sit.</summary>
    public required string Start { get; init; }
    /// <summary>Best first: side, front, back, three-quarter, three-quarter-back, top, or degrees to the left and up: "38 16".</summary>
    public required ImmutableArray<string> Views { get; init; }
    /// <summary>Muscle groups, families or lines of knowledge/anatomy/muscles, with _r or _l for one side only. First is the main target.</summary>
    public ImmutableArray<string> Targets { get; init; } = [];
    /// <summary>Joints that must not turn by more than five degrees while it moves: lumbar, hip_l; "pelvis" for the pelvis in the world.</summary>
    public ImmutableArray<string> Still { get; init; } = [];
    public ImmutableArray<Prop> Props { get; init; } = [];
    /// <summary>The pose that every other one starts from.</summary>
    public Angles Base { get; init; } = Angles.None;
    public ImmutableArray<Contact> Contacts { get; init; } = [];
    /// <summary>Terms the solver may move so that the contacts hold.</summary>
    public ImmutableArray<string> Free { get; init; } = [];
    /// <summary>Weights held all the time.</summary>
    public ImmutableArray<HeldLoad> Loads { get; init; } = [];
    /// <summary>Bands that pull all the time.</summary>
    public ImmutableArray<HeldPull> Pulls { get; init; } = [];
    public required ImmutableArray<MotionPose> Poses { get; init; }
    public required ImmutableArray<MotionStep> Steps { get; init; }
    public ImmutableArray<MotionVariant> Variants { get; init; } = [];
    public ImmutableArray<Solved> Solved { get; init; } = [];

    /// <summary>True where one lies and rests: there nobody looks at anything.</summary>
    public bool EyesClosed => Kind is MotionKind.Rest or MotionKind.Breathing or MotionKind.Posture && Start is "supine" or "side" or "prone";

    /// <summary>Where the pose is, for those that name it; −1 where there is none.</summary>
    public int PoseIndex(string id)
    {
        for (var i = 0; i < Poses.Length; i++)
            if (Poses[i].Id == id) return i;
        return -1;
    }
}

/// <summary>A key pose: changes to the motion's base.</summary>
public sealed record MotionPose
{
    public required string Id { get; init; }
    public Angles Angles { get; init; } = Angles.None;
    /// <summary>In place of the motion's; <see cref="MoreContacts"/> beside them.</summary>
    public ImmutableArray<Contact>? Contacts { get; init; }
    public ImmutableArray<Contact> MoreContacts { get; init; } = [];
    public ImmutableArray<string>? Free { get; init; }
    public ImmutableArray<string> MoreFree { get; init; } = [];
    /// <summary>In place of the motion's.</summary>
    public ImmutableArray<HeldLoad>? Loads { get; init; }
    /// <summary>Where a prop is in this pose, if it moves.</summary>
    public ImmutableArray<PropPlace> Places { get; init; } = [];
    /// <summary>Supports for the load-sharing beside those found where the body touches floor and props: a hand on a thigh.</summary>
    public ImmutableArray<Support> Supports { get; init; } = [];
    /// <summary>Variants only: take this pose's own angles away before the variant's are put on the base.</summary>
    public bool Afresh { get; init; }
}

/// <summary>A band or cable that draws a point of contact ("hand" shares it) towards a fixed place.</summary>
public sealed record HeldPull
{
    public required string At { get; init; }
    public required double Newtons { get; init; }
    /// <summary>World, metres of the reference stature.</summary>
    public required ImmutableArray<double> Towards { get; init; }
}

public sealed record PropPlace
{
    public required string Prop { get; init; }
    public required ImmutableArray<double> At { get; init; }
}

/// <summary>A step in time: to a pose, or staying where it is when that is the pose already reached.</summary>
public sealed record MotionStep
{
    public required string To { get; init; }
    public required Phase Phase { get; init; }
    public required double Seconds { get; init; }
    public Easing Ease { get; init; }
    public Breath? Breath { get; init; }
    /// <summary>What is said while it lasts, second person.</summary>
    [Prose] public string? Say { get; init; }
}

public enum Breath { In, Out, Easy }

/// <summary>An easier or harder way: changes to poses, or a whole exercise in its place.</summary>
public sealed record MotionVariant
{
    /// <summary>easier, harder, or any id.</summary>
    public required string Id { get; init; }
    [Prose] public required string Title { get; init; }
    /// <summary>Changes of poses, by their ids: angles on top, contacts, free terms and loads in place of the pose's.</summary>
    public ImmutableArray<MotionPose> Poses { get; init; } = [];
    public ImmutableArray<MotionStep>? Steps { get; init; }
    public ImmutableArray<Prop>? Props { get; init; }
    /// <summary>Of the seconds of every step.</summary>
    public double Tempo { get; init; } = 1;
}
