using System.Collections.Immutable;
using Mainstay.Body.Anatomy;
using Mainstay.Body.Motions;

namespace Mainstay.Knowledge.Motions;

/// <summary>A motion, or a variant of it, as numbers: the terms of every pose, and what the solver is told about it.</summary>
public sealed class MotionPoses
{
    /// <param name="variant">Null for the motion as it is.</param>
    /// <param name="solved">False for the author's rough angles.</param>
    public MotionPoses(Motion motion, MotionVariant? variant = null, bool solved = true)
    {
        Motion = motion;
        Variant = variant;
        Props = variant?.Props ?? motion.Props;
        Steps = variant?.Steps ?? motion.Steps;
        Tempo = variant?.Tempo ?? 1;
        Solved = motion.Solved.FirstOrDefault(one => one.Variant == variant?.Id);
        var own = motion.Poses.Select(pose => (Pose: pose, Change: variant?.Poses.FirstOrDefault(p => p.Id == pose.Id)))
            .Concat((variant?.Poses ?? []).Where(pose => motion.PoseIndex(pose.Id) < 0).Select(pose => (Pose: pose, Change: (MotionPose?)null)));
        Poses = [.. own.Select(pair => Merge(pair.Pose, pair.Change))];
        Terms = [.. own.Select((pair, i) => Fill(pair.Pose, pair.Change, solved ? Solved?.Poses.FirstOrDefault(p => p.Id == pair.Pose.Id) : null))];
    }

    public Motion Motion { get; }
    public MotionVariant? Variant { get; }
    public ImmutableArray<Prop> Props { get; }
    public ImmutableArray<MotionStep> Steps { get; }
    public double Tempo { get; }
    public Solved? Solved { get; }
    /// <summary>With the variant's changes; angles apart, which are in <see cref="Terms"/>.</summary>
    public ImmutableArray<MotionPose> Poses { get; }
    /// <summary>One array a pose, in the order of <see cref="PoseTerms.Ids"/>.</summary>
    public ImmutableArray<double[]> Terms { get; }

    public int Index(string pose)
    {
        for (var i = 0; i < Poses.Length; i++)
            if (Poses[i].Id == pose) return i;
        return -1;
    }

    /// <summary>Pairs of poses that a step goes between, each once, in the order of the steps.</summary>
    public IEnumerable<(int From, int To)> Ways()
    {
        var seen = new HashSet<(int, int)>();
        for (var i = 1; i < Steps.Length; i++)
        {
            var (from, to) = (Index(Steps[i - 1].To), Index(Steps[i].To));
            if (from != to && seen.Add((Math.Min(from, to), Math.Max(from, to)))) yield return (from, to);
        }
    }

    /// <summary>Contacts of a pose, pairs as two.</summary>
    public ImmutableArray<Contact> ContactsOf(int pose) => [.. (Poses[pose].Contacts ?? Motion.Contacts).Concat(Poses[pose].MoreContacts).SelectMany(Sides)];

    /// <summary>Terms the solver may move in a pose, in ascending order.</summary>
    public ImmutableArray<int> FreeOf(int pose) =>
        [.. (Poses[pose].Free ?? Motion.Free).Concat(Poses[pose].MoreFree).SelectMany(PoseTerms.Of).Distinct().Order()];

    public ImmutableArray<HeldLoad> LoadsOf(int pose) => Poses[pose].Loads ?? Motion.Loads;

    /// <summary>Props as they are in a pose.</summary>
    public ImmutableArray<Prop> PropsOf(int pose) =>
        [.. Props.Select(prop => Poses[pose].Places.FirstOrDefault(place => place.Prop == prop.Name) is { } place ? prop with { At = place.At } : prop)];

    public Timeline Timeline(bool mirrored = false)
    {
        var ways = Ways().ToDictionary(pair => (Math.Min(pair.From, pair.To), Math.Max(pair.From, pair.To)), pair => (pair.From, Way: Way(pair.From, pair.To)));
        var steps = ImmutableArray.CreateBuilder<TimelineStep>();
        var (start, at) = (0.0, Steps.IsEmpty ? 0 : Index(Steps[0].To));
        foreach (var step in Steps)
        {
            var to = Index(step.To);
            var (first, way) = at == to ? (at, null) : ways[(Math.Min(at, to), Math.Max(at, to))];
            steps.Add(new TimelineStep(at, to, start, step.Seconds * Tempo, step.Phase, step.Ease, way, first != at));
            (start, at) = (start + step.Seconds * Tempo, to);
        }
        return new Timeline(steps.ToImmutable(), Terms, mirrored);
    }

    Way Way(int from, int to)
    {
        var solved = Solved?.Ways.FirstOrDefault(way => way.From == Poses[from].Id && way.To == Poses[to].Id);
        return solved is null ? new Way(Terms[from], Terms[to], [], []) : new Way(Terms[from], Terms[to], [.. solved.Names.Select(PoseTerms.Index)], [.. solved.At]);
    }

    static MotionPose Merge(MotionPose pose, MotionPose? change) => change is null ? pose : pose with
    {
        Contacts = change.Contacts ?? pose.Contacts,
        MoreContacts = change.Contacts is null ? [.. pose.MoreContacts, .. change.MoreContacts] : change.MoreContacts,
        Free = change.Free ?? pose.Free,
        MoreFree = change.Free is null ? [.. pose.MoreFree, .. change.MoreFree] : change.MoreFree,
        Loads = change.Loads ?? pose.Loads,
        Places = change.Places.IsEmpty ? pose.Places : change.Places,
        Supports = change.Supports.IsEmpty ? pose.Supports : change.Supports,
    };

    double[] Fill(MotionPose pose, MotionPose? change, SolvedPose? solved)
    {
        var terms = new double[PoseTerms.Count];
        Motion.Base.CopyTo(terms);
        if (change is not { Afresh: true }) pose.Angles.CopyTo(terms);
        change?.Angles.CopyTo(terms);
        solved?.Angles.CopyTo(terms);
        return terms;
    }

    static IEnumerable<Contact> Sides(Contact contact)
    {
        if (contact.Part is { } part && BodyPoints.Both(part, part: true) is [var right, var left])
            return [contact with { Part = right }, contact with { Part = left }];
        if (contact.Point is { } point && BodyPoints.Both(point, part: false) is [var rightPoint, var leftPoint])
        {
            var meets = contact.Meets is { } other ? BodyPoints.Both(other, part: false) : null;
            return [contact with { Point = rightPoint, Meets = meets?[0] }, contact with { Point = leftPoint, Meets = meets?[^1], Y = -contact.Y }];
        }
        if (contact.Flat is { } flat && BodyPoints.Split(flat).Side is null) return [contact with { Flat = flat + "_r" }, contact with { Flat = flat + "_l" }];
        return [contact];
    }
}
