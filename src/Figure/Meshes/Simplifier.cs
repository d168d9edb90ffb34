namespace Mainstay.Figure.Meshes;

/// <summary>Collapses edges, those first whose loss changes the surface least (Garland and Heckbert's quadric error), until a number of
/// triangles is left. Vertices on the mirror plane stay on it.</summary>
sealed class Simplifier
{
    /// <summary>Price of an edge's squared length: keeps triangles even where the surface is flat.</summary>
    const double EvenCost = 2e-9;

    readonly Vec[] points;
    readonly Quadric[] quadrics;
    readonly int[] corners;
    readonly bool[] alive;
    readonly bool[] rim;
    readonly bool[] gone;
    readonly int[] stamp;
    readonly HashSet<int>[] around;
    readonly PriorityQueue<Candidate, double> queue = new();
    int count;

    readonly record struct Candidate(int A, int B, int StampA, int StampB, Vec Place);

    Simplifier(Triangles mesh, Func<Vec, double> detail)
    {
        points = [.. mesh.Points];
        corners = [.. mesh.Corners];
        count = mesh.Count;
        (quadrics, gone, stamp) = (new Quadric[points.Length], new bool[points.Length], new int[points.Length]);
        alive = new bool[count];
        Array.Fill(alive, true);
        rim = [.. points.Select(p => p.Y == 0)];
        around = [.. points.Select(_ => new HashSet<int>(8))];
        for (var t = 0; t < count; t++)
        {
            var (a, b, c) = (points[corners[3 * t]], points[corners[3 * t + 1]], points[corners[3 * t + 2]]);
            var normal = Vec.Cross(b - a, c - a);
            var quadric = Quadric.Plane(normal.Unit, a, normal.Length / 2 * detail(a));
            for (var k = 0; k < 3; k++)
            {
                around[corners[3 * t + k]].Add(t);
                quadrics[corners[3 * t + k]] += quadric;
            }
        }
    }

    /// <param name="detail">How much dearer the surface is here: more triangles stay where people look.</param>
    public static Triangles Reduce(Triangles mesh, int triangles, Func<Vec, double> detail)
    {
        var simplifier = new Simplifier(mesh, detail);
        simplifier.Run(triangles);
        return simplifier.Rest();
    }

    void Run(int target)
    {
        for (var t = 0; t < alive.Length; t++)
            for (var k = 0; k < 3; k++)
            {
                int a = corners[3 * t + k], b = corners[3 * t + (k + 1) % 3];
                // An inner edge is met from both sides, an edge of the rim once.
                if (a < b || (rim[a] && rim[b])) Push(Math.Min(a, b), Math.Max(a, b));
            }
        while (count > target && queue.TryDequeue(out var edge, out _))
            if (!gone[edge.A] && !gone[edge.B] && edge.StampA == stamp[edge.A] && edge.StampB == stamp[edge.B] && IsSafe(edge)) Collapse(edge);
    }

    void Push(int a, int b)
    {
        var sum = quadrics[a] + quadrics[b];
        var middle = (points[a] + points[b]) * 0.5;
        var length = (points[a] - points[b]).Length;
        var place = sum.Best(middle, 1.5 * length);
        if (rim[a] != rim[b]) place = points[rim[a] ? a : b];
        else if (rim[a]) place = place with { Y = 0 };
        queue.Enqueue(new Candidate(a, b, stamp[a], stamp[b], place), Math.Max(0, sum.Error(place)) + EvenCost * length * length);
    }

    SortedSet<int> Ring(int v)
    {
        var ring = new SortedSet<int>();
        foreach (var t in around[v])
            for (var k = 0; k < 3; k++)
                if (corners[3 * t + k] != v) ring.Add(corners[3 * t + k]);
        return ring;
    }

    /// <summary>The surface stays one skin, and no triangle turns over.</summary>
    bool IsSafe(Candidate edge)
    {
        var (ringA, ringB) = (Ring(edge.A), Ring(edge.B));
        // An edge through the inside from rim to rim would coincide with its own mirror image.
        if (rim[edge.A] != rim[edge.B] && (rim[edge.A] ? ringB : ringA).Any(v => rim[v] && v != edge.A && v != edge.B && !(rim[edge.A] ? ringA : ringB).Contains(v))) return false;
        var shared = ringA;
        shared.IntersectWith(ringB);
        if (shared.Count != (rim[edge.A] && rim[edge.B] ? 1 : 2)) return false;
        return Keeps(edge.A, edge.B, edge.Place) && Keeps(edge.B, edge.A, edge.Place);
    }

    bool Keeps(int moved, int other, Vec place)
    {
        foreach (var t in around[moved])
        {
            if (Has(t, other)) continue;
            Vec Now(int k) => points[corners[3 * t + k]];
            Vec Then(int k) => corners[3 * t + k] == moved ? place : Now(k);
            Vec before = Vec.Cross(Now(1) - Now(0), Now(2) - Now(0)), after = Vec.Cross(Then(1) - Then(0), Then(2) - Then(0));
            if (Vec.Dot(before, after) < 0.3 * before.Length * after.Length || after.Length < 1e-9) return false;
        }
        return true;
    }

    bool Has(int t, int v) => corners[3 * t] == v || corners[3 * t + 1] == v || corners[3 * t + 2] == v;

    void Collapse(in Candidate edge)
    {
        var (a, b) = (edge.A, edge.B);
        points[a] = edge.Place;
        rim[a] |= rim[b];
        quadrics[a] += quadrics[b];
        gone[b] = true;
        foreach (var t in around[b].ToArray())
        {
            if (Has(t, a))
            {
                alive[t] = false;
                count--;
                for (var k = 0; k < 3; k++) around[corners[3 * t + k]].Remove(t);
                continue;
            }
            for (var k = 0; k < 3; k++)
                if (corners[3 * t + k] == b) corners[3 * t + k] = a;
            around[a].Add(t);
        }
        stamp[a]++;
        foreach (var v in Ring(a)) Push(Math.Min(a, v), Math.Max(a, v));
    }

    Triangles Rest()
    {
        var map = new int[points.Length];
        Array.Fill(map, -1);
        var rest = new Triangles([], []);
        for (var i = 0; i < corners.Length; i++)
        {
            if (!alive[i / 3]) continue;
            ref var to = ref map[corners[i]];
            if (to < 0)
            {
                to = rest.Points.Count;
                rest.Points.Add(points[corners[i]]);
            }
            rest.Corners.Add(to);
        }
        return rest;
    }
}
