using System.Collections.Immutable;
using Mainstay.Body.Model;
using Mainstay.Body.Motions;
using Mainstay.Figure.Skins;
using Mainstay.Knowledge.Motions;

namespace Mainstay.Moves.Solving;

/// <summary>A contact that the solver could not reach.</summary>
/// <param name="Where">A pose, or "start to end, 3/8".</param>
/// <param name="Metres">What is left of it.</param>
public sealed record Unreached(string Where, string Contact, double Metres);

public sealed record SolveResult(Solved Solved, ImmutableArray<Unreached> Unreached, double WorstMetres);

/// <summary>Solves every pose of a motion for its contacts, then every eighth of each way between two poses, with what both hold.</summary>
public sealed class MotionSolver(Skin skin)
{
    readonly BodyModel model = skin.Model;

    const int Pieces = 8;
    /// <summary>More than this is told.</summary>
    public const double Tolerance = 0.002;

    /// <summary>Patches that never sink into floor, mat or bed, whether a contact holds them or not.</summary>
    static readonly string[] NeverSink = ["heel", "ball", "toes", "knee", "palm", "fingers", "elbow", "head_back", "seat", "sacrum"];

    /// <summary>Toes bend out of the way wherever they would sink in.</summary>
    static readonly int[] AlwaysFree = [.. PoseTerms.Of("toes_extension")];

    readonly ContactSolver solver = new(skin);

    public SolveResult Solve(Motion motion, MotionVariant? variant = null)
    {
        var poses = new MotionPoses(motion, variant, solved: false);
        var unreached = ImmutableArray.CreateBuilder<Unreached>();
        var worst = 0.0;
        var terms = poses.Terms.Select(own => (double[])own.Clone()).ToArray();
        var solved = ImmutableArray.CreateBuilder<SolvedPose>();
        for (var i = 0; i < terms.Length; i++)
        {
            var (goals, free) = (Goals(poses, i), Free(poses.FreeOf(i)));
            Note(poses.Poses[i].Id, goals, solver.Solve(terms[i], poses.Terms[i], goals, Tied(free, poses.Terms[i], poses.ContactsOf(i))));
            solved.Add(new SolvedPose { Id = poses.Poses[i].Id, Angles = new Angles([.. free.Select(term => (PoseTerms.Ids[term], terms[i][term]))]) });
        }
        var ways = ImmutableArray.CreateBuilder<SolvedWay>();
        foreach (var (from, to) in poses.Ways()) ways.Add(Between(poses, from, to, terms, Note));
        return new SolveResult(new Solved { Stamp = MotionStamp.Of(motion, variant), Poses = solved.ToImmutable(), Ways = ways.ToImmutable() }, unreached.ToImmutable(), worst);

        void Note(string where, ImmutableArray<Goal> goals, double[] left)
        {
            for (var g = 0; g < goals.Length; g++)
            {
                worst = Math.Max(worst, left[g]);
                if (left[g] > Tolerance) unreached.Add(new Unreached(where, Words(goals[g]), left[g]));
            }
        }
    }

    SolvedWay Between(MotionPoses poses, int from, int to, double[][] terms, Action<string, ImmutableArray<Goal>, double[]> note)
    {
        ImmutableArray<int> free = Free(poses.FreeOf(from).Union(poses.FreeOf(to)));
        var (straight, at, bend) = (new double[PoseTerms.Count], new double[PoseTerms.Count], new double[PoseTerms.Count]);
        var rows = ImmutableArray.CreateBuilder<ImmutableArray<double>>();
        var tied = Even(terms[from]) && Even(terms[to]) ? Tied(free, terms[from], [.. poses.ContactsOf(from), .. poses.ContactsOf(to)]) : [.. free.Select(term => ImmutableArray.Create(term))];
        for (var k = 1; k < Pieces; k++)
        {
            var share = k / (double)Pieces;
            for (var i = 0; i < at.Length; i++)
            {
                straight[i] = terms[from][i] + (terms[to][i] - terms[from][i]) * share;
                at[i] = straight[i] + bend[i];
            }
            var goals = Blended(poses, from, to, share);
            note($"{poses.Poses[from].Id} to {poses.Poses[to].Id}, {k}/{Pieces}", goals, solver.Solve(at, straight, goals, tied));
            for (var i = 0; i < at.Length; i++) bend[i] = at[i] - straight[i];
            rows.Add([.. free.Select(term => at[term])]);
        }
        return new SolvedWay { From = poses.Poses[from].Id, To = poses.Poses[to].Id, Names = [.. free.Select(term => PoseTerms.Ids[term])], At = rows.ToImmutable() };
    }

    static ImmutableArray<int> Free(IEnumerable<int> free) => [.. free.Union(AlwaysFree).Order()];

    /// <summary>A pose that is its own mirror image stays one: both of a pair move as one, and nothing goes sideways.</summary>
    static ImmutableArray<ImmutableArray<int>> Tied(ImmutableArray<int> free, double[] terms, ImmutableArray<Contact> contacts)
    {
        if (!Even(terms) || !Even(contacts)) return [.. free.Select(term => ImmutableArray.Create(term))];
        return [.. free.Select(term => (Term: term, Twin: PoseTerms.Index(PoseTerms.Other(PoseTerms.Ids[term]))))
            .Where(pair => pair.Term < pair.Twin || pair.Term == pair.Twin && !PoseTerms.IsSideways(pair.Term))
            .Select(pair => pair.Term == pair.Twin ? ImmutableArray.Create(pair.Term) : [pair.Term, pair.Twin])];
    }

    static bool Even(double[] terms)
    {
        var mirrored = new double[terms.Length];
        PoseTerms.Mirror(terms, mirrored);
        return terms.AsSpan().SequenceEqual(mirrored);
    }

    static bool Even(ImmutableArray<Contact> contacts)
    {
        static string Key(Contact c, bool other) => string.Join('|', Side(c.Part, other), Side(c.Point, other), Side(c.Meets, other), Side(c.Flat, other), Side(c.Aim, other),
            c.On, c.Against, c.X, other ? -c.Y : c.Y, c.Z);
        static string? Side(string? name, bool other) => name is null || !other ? name : BodyPoints.Split(name) is (var bare, { } side) ? $"{bare}_{(side == 'r' ? 'l' : 'r')}" : name;
        return contacts.Select(c => Key(c, other: false)).ToHashSet().SetEquals(contacts.Select(c => Key(c, other: true)));
    }

    ImmutableArray<Goal> Goals(MotionPoses poses, int pose)
    {
        var (contacts, props) = (poses.ContactsOf(pose), poses.PropsOf(pose));
        return [.. contacts.Select(contact => Goal.Of(contact, props, model)), .. Guards(props, contacts)];
    }

    /// <summary>What both poses hold, held half-way between; what only one of them rests on must not be sunk into.</summary>
    ImmutableArray<Goal> Blended(MotionPoses poses, int from, int to, double share)
    {
        var props = poses.PropsOf(from).Zip(poses.PropsOf(to), (a, b) => a.At.Length == 3 && b.At.Length == 3 ? a with { At = Blend(a.At, b.At, share) } : a).ToImmutableArray();
        var (first, second) = (poses.ContactsOf(from), poses.ContactsOf(to).ToList());
        var goals = ImmutableArray.CreateBuilder<Goal>();
        var held = new List<Contact>();
        foreach (var a in first)
        {
            var twin = second.FindIndex(b => Same(a, b));
            if (twin < 0)
            {
                if (a.Part is not null) goals.Add(Goal.Of(a, props, model, oneSided: true));
                continue;
            }
            var b = second[twin];
            second.RemoveAt(twin);
            held.Add(a);
            goals.Add(Goal.Of(a with
            {
                X = Blend(a.X, b.X, share), Y = Blend(a.Y, b.Y, share), Z = Blend(a.Z, b.Z, share),
                Offset = Blend(a.Offset, b.Offset, share), There = Blend(a.There, b.There, share),
                Sink = a.Sink + (b.Sink - a.Sink) * share, Weight = a.Weight + (b.Weight - a.Weight) * share,
            }, props, model));
        }
        foreach (var b in second.Where(b => b.Part is not null)) goals.Add(Goal.Of(b, props, model, oneSided: true));
        return [.. goals, .. Guards(props, held)];
    }

    static bool Same(Contact a, Contact b) => a.Part == b.Part && a.On == b.On && a.Against == b.Against && a.Point == b.Point && a.Meets == b.Meets
        && a.Flat == b.Flat && a.Aim == b.Aim && a.Axis.SequenceEqual(b.Axis)
        && a.X is null == b.X is null && a.Y is null == b.Y is null && a.Z is null == b.Z is null;

    /// <summary>A mat or the floor is below everybody; a bed and a box are for the author to hold off.</summary>
    IEnumerable<Goal> Guards(ImmutableArray<Prop> props, IEnumerable<Contact> held)
    {
        var below = props.FirstOrDefault(prop => prop.Is == PropKind.Mat) is { } mat ? mat.Name : "floor";
        var kept = held.Select(contact => contact.Part).ToHashSet();
        return NeverSink.SelectMany(part => BodyPoints.Both(part, part: true)).Where(part => !kept.Contains(part))
            .Select(part => Goal.Of(new Contact { Part = part, On = below }, props, model, oneSided: true));
    }

    static string Words(Goal goal)
    {
        var c = goal.Contact;
        if (c.Part is not null) return goal.OneSided ? $"{c.Part} sinks into {c.On ?? c.Against}" : c.On is not null ? $"{c.Part} on {c.On}" : $"{c.Part} against {c.Against}";
        return c.Meets is not null ? $"{c.Point} meets {c.Meets}" : c.Point is not null ? $"{c.Point} at its place" : c.Flat is not null ? $"{c.Flat} flat" : $"{c.Aim} aimed";
    }

    static double? Blend(double? a, double? b, double share) => a + (b - a) * share;

    static ImmutableArray<double> Blend(ImmutableArray<double> a, ImmutableArray<double> b, double share) =>
        a.Length == b.Length ? [.. a.Select((x, i) => x + (b[i] - x) * share)]
            : a.IsEmpty ? [.. b.Select(x => x * share)] : b.IsEmpty ? [.. a.Select(x => x * (1 - share))] : a;
}
