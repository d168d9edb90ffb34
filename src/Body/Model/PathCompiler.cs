using System.Collections.Immutable;
using Mainstay.Body.Anatomy;

namespace Mainstay.Body.Model;

/// <summary>Works out once, for every line, which joints it crosses and with which segments.</summary>
sealed class PathCompiler(ImmutableArray<string> ids, int[] parent, int[] rowStart, BodyPart[] bodies, bool[,] carries, double scale)
{
    public List<int> PointBody { get; } = [];
    public List<double> PointLocal { get; } = [];
    public List<Blend> Blends { get; } = [];
    public List<int> PointStart { get; } = [0];
    public List<int> PairStart { get; } = [0];
    public List<int> PairBalanced { get; } = [];
    public List<int> PairBody { get; } = [];
    public List<int> PairRow { get; } = [];
    public List<int> PairHinges { get; } = [];
    public List<int> TermStart { get; } = [0];
    public List<int> TermSegment { get; } = [];
    public List<double> TermShare { get; } = [];
    /// <summary>Length of each line in neutral standing, for the scaled person.</summary>
    public List<double> NeutralLength { get; } = [];

    public void Add(MuscleLine line)
    {
        if (line.Points.Length < 2) throw new BodyException($"the line '{line.Id}' needs two points or more");
        var (first, firstBlend) = (PointBody.Count, Blends.Count);
        // How much of each point joint b carries.
        var carried = new double[line.Points.Length, ids.Length];
        for (var p = 0; p < line.Points.Length; p++) AddPoint(line, p, carried);
        PointStart.Add(PointBody.Count);
        NeutralLength.Add(scale * line.Points.Zip(line.Points.Skip(1), Distance).Sum());

        var crossed = Enumerable.Range(1, ids.Length - 1).Where(b => bodies[b].Angles.Length > 0 && Steps(carried, b).Any(step => step.Share != 0))
            .OrderBy(b => rowStart[b]).ToArray();
        foreach (var b in crossed)
        {
            PairBody.Add(b);
            PairRow.Add(rowStart[b]);
            PairHinges.Add(bodies[b].Angles.Length);
            foreach (var (segment, share) in Steps(carried, b).Where(step => step.Share != 0))
            {
                TermSegment.Add(first + segment);
                TermShare.Add(share);
            }
            TermStart.Add(TermSegment.Count);
        }
        for (var k = firstBlend; k < Blends.Count; k++) Blends[k] = Blends[k] with { Pairs = Uneven(Blends[k]) };
        PairBalanced.Add(PairStart[^1] + crossed.Count(b => bodies[b].Balanced));
        PairStart.Add(PairBody.Count);
    }

    (int, int)[] Uneven(Blend blend) =>
        [.. Enumerable.Range(PairStart[^1], PairBody.Count - PairStart[^1])
            .Select(p => (p, (carries[PairBody[p], PointBody[blend.Point]] ? 1 : 0) - (carries[PairBody[p], blend.Body] ? 1 : 0)))
            .Where(pair => pair.Item2 != 0)];

    public IEnumerable<(int Line, int Pair)> Crossing(int body)
    {
        for (var i = 0; i + 1 < PairStart.Count; i++)
            for (var p = PairStart[i]; p < PairStart[i + 1]; p++)
                if (PairBody[p] == body) yield return (i, p);
    }

    /// <summary>First row and number of hinges of every joint that the load-sharing balances, in the order of rows.</summary>
    public IEnumerable<(int Row, int Hinges)> BalancedJoints() =>
        Enumerable.Range(1, bodies.Length - 1).Where(b => bodies[b].Balanced && bodies[b].Angles.Length > 0).Select(b => (rowStart[b], bodies[b].Angles.Length)).OrderBy(joint => joint.Item1);

    static IEnumerable<(int Segment, double Share)> Steps(double[,] carried, int body) =>
        Enumerable.Range(0, carried.GetLength(0) - 1).Select(s => (s, carried[s + 1, body] - carried[s, body]));

    void AddPoint(MuscleLine line, int p, double[,] carried)
    {
        var point = line.Points[p];
        var on = Find(point.On, line);
        PointBody.Add(on);
        PointLocal.AddRange(Local(point, on));
        var share = point.With is null ? 1 : point.Share;
        for (var b = 0; b < ids.Length; b++) carried[p, b] += carries[b, on] ? share : 0;
        if (point.With is null) return;
        var with = Find(point.With, line);
        var local = Local(point, with);
        Blends.Add(new Blend(PointBody.Count - 1, with, local[0], local[1], local[2], share, []));
        for (var b = 0; b < ids.Length; b++) carried[p, b] += carries[b, with] ? 1 - share : 0;
    }

    double[] Local(PathPoint point, int body) =>
        [(point.At[0] - bodies[body].Joint[0]) * scale, (point.At[1] - bodies[body].Joint[1]) * scale, (point.At[2] - bodies[body].Joint[2]) * scale];

    int Find(string id, MuscleLine line) =>
        ids.IndexOf(id) is >= 0 and var at && (at == 0 || parent[at] >= 0) ? at : throw new BodyException($"the line '{line.Id}' names a body '{id}' that is not there");

    static double Distance(PathPoint a, PathPoint b) =>
        Math.Sqrt(Math.Pow(a.At[0] - b.At[0], 2) + Math.Pow(a.At[1] - b.At[1], 2) + Math.Pow(a.At[2] - b.At[2], 2));
}
