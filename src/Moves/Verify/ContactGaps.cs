using System.Collections.Immutable;
using Mainstay.Body.Motions;
using Mainstay.Figure.Skins;
using Mainstay.Knowledge.Motions;
using Mainstay.Moves.Solving;

namespace Mainstay.Moves.Verify;

/// <summary>Whether what rests on a support stays on it: within a centimetre, at every moment.</summary>
sealed class ContactGaps(Frames frames, Skin skin)
{
    const double Most = 0.01;
    /// <summary>Thighs and buttocks flatten on a seat, and everything does in a bed.</summary>
    const double MostInBlock = 0.02;
    const double MostInSoft = 0.035;
    /// <summary>A cushion whose lower face is higher than this lies on a limb, not on mat or floor.</summary>
    const double OnLimb = 0.05;
    /// <summary>Higher than this, metres, a wrist is on something else than floor or mat.</summary>
    const double MostWrist = 0.09;

    static readonly string[] OnBlocks = ["seat", "thigh_back", "thigh_front", "calf", "leg_back", "shin", "knee", "sole", "back", "head_back", "hip_side", "shoulder_side", "palm", "forearm", "elbow"];

    static readonly string[] MaySink = ["heel", "ball", "toes", "knee", "palm", "fingers", "elbow", "seat", "head_back", "back", "shin", "sacrum"];

    readonly Touch touch = new(frames, skin);
    MotionPoses? of;
    readonly Dictionary<(int, int), ImmutableArray<(Goal Goal, string Words)>> held = [];

    /// <summary>With the frames already placed at the moment.</summary>
    public void Check(MotionPoses poses, Timeline timeline, double at, Faults faults)
    {
        if (of != poses)
        {
            of = poses;
            held.Clear();
        }
        touch.Place();
        var step = timeline.Steps[timeline.StepAt(at)];
        if (!held.TryGetValue((step.From, step.To), out var goals)) held[(step.From, step.To)] = goals = Held(poses, step.From, step.To);
        foreach (var (goal, words) in goals)
        {
            var gap = touch.Gap(goal.Contact.Part!, goal.Surface) + frames.Model.Scale * goal.Contact.Sink;
            if (!goal.OneSided || gap < 0) faults.Support(gap);
            if (gap > Most && !goal.OneSided) faults.Add("support", at, gap, Faults.Text($"{goal.Contact.Part} floats {100 * gap:0.0} cm above {words}"), goal.Contact.Part + ">");
            if (gap < -Most) faults.Add("support", at, -gap, Faults.Text($"{goal.Contact.Part} sinks {-100 * gap:0.0} cm into {words}"), goal.Contact.Part + "<");
        }
    }

    /// <summary>With the frames already placed: what is inside of a seat, a bed, a desk, a box or a cushion.</summary>
    public void CheckBlocks(ImmutableArray<Prop> props, double at, Faults faults)
    {
        touch.Place();
        foreach (var prop in props.Where(prop => prop.Height is not null && prop.Is != PropKind.Mat))
        {
            var (soft, lies) = (prop.Is is PropKind.Bed or PropKind.Cushion, prop.Is == PropKind.Cushion && prop.Base > OnLimb);
            foreach (var part in OnBlocks.SelectMany(part => BodyPoints.Both(part, part: true)))
                if (touch.Depth(part, Block(prop), lies) is var depth && depth > (soft ? MostInSoft : MostInBlock))
                    faults.Add("support", at, depth, Faults.Text($"{part} is {100 * depth:0.0} cm inside {prop.Name}"), part + "=" + prop.Name);
        }
    }

    (double, double, double, double, double, double) Block(Prop prop)
    {
        var (k, top) = (frames.Model.Scale, prop.Height!.Value);
        var thick = prop.Is switch { PropKind.Box or PropKind.Cushion => top - prop.Base, PropKind.Bed => 0.16, _ => 0.05 };
        if (prop.Is is PropKind.Chair or PropKind.Stool)
        {
            double across = (prop.Depth ?? 0.42) / 2, along = (prop.Width ?? 0.44) / 2;
            if (prop.Faces is Facing.Left or Facing.Right) (across, along) = (along, across);
            return (k * (prop.At[0] - across), k * (prop.At[0] + across), k * (prop.At[1] - along), k * (prop.At[1] + along), k * (top - thick), k * top);
        }
        var (y0, y1) = prop.Y.Length == 2 ? (prop.Y[0], prop.Y[1]) : (-0.5, 0.5);
        return (k * prop.X[0], k * prop.X[1], k * y0, k * y1, k * (top - thick), k * top);
    }

    ImmutableArray<(Goal, string)> Held(MotionPoses poses, int from, int to)
    {
        var goals = ImmutableArray.CreateBuilder<(Goal, string)>();
        var (first, second) = (Parts(poses, from), Parts(poses, to));
        // A prop that moves between the poses has no one place to measure against; its contacts are measured where it stays.
        var moves = poses.PropsOf(from).Zip(poses.PropsOf(to)).Where(pair => !pair.First.At.SequenceEqual(pair.Second.At)).Select(pair => pair.First.Name).ToHashSet();
        foreach (var contact in first.Where(a => second.Any(b => b.Part == a.Part && b.On == a.On && b.Against == a.Against && b.Sink == a.Sink)))
            if (from == to || contact.Against is null || !moves.Contains(contact.Against))
                goals.Add((Goal.Of(contact, poses.PropsOf(to), frames.Model), contact.On ?? contact.Against ?? ""));
        var below = poses.Props.FirstOrDefault(prop => prop.Is == PropKind.Mat)?.Name ?? "floor";
        foreach (var palm in BodyPoints.Both("palm", part: true).Where(palm => RestsFlat(poses, from, palm) && RestsFlat(poses, to, palm) && !goals.Any(goal => goal.Item1.Contact.Part == palm)))
            goals.Add((Goal.Of(new Contact { Part = palm, On = below }, poses.PropsOf(to), frames.Model), below));
        foreach (var part in MaySink.SelectMany(part => BodyPoints.Both(part, part: true)).Where(part => !goals.Any(goal => goal.Item1.Contact.Part == part)))
            goals.Add((Goal.Of(new Contact { Part = part, On = below }, poses.PropsOf(to), frames.Model, oneSided: true), below));
        return goals.ToImmutable();
    }

    /// <summary>A hand that is held flat, its wrist as high above the floor as a hand is thick: it rests there, though no patch of skin was asked for.</summary>
    static bool RestsFlat(MotionPoses poses, int pose, string palm)
    {
        var side = palm[^2..];
        var contacts = poses.ContactsOf(pose);
        return contacts.Any(contact => contact.Flat == "hand" + side) && contacts.Any(contact => contact.Point is { } point && (point == "wrist" + side || point == "palm" + side) && contact.Z is < MostWrist);
    }

    static ImmutableArray<Contact> Parts(MotionPoses poses, int pose) => [.. poses.ContactsOf(pose).Where(contact => contact.Part is not null)];
}
