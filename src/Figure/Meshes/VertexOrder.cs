namespace Mainstay.Figure.Meshes;

/// <summary>Triangles in a walk from neighbour to neighbour, vertices by first use: small differences, a small file.</summary>
static class VertexOrder
{
    public static Triangles Walk(Triangles mesh)
    {
        var acrossEdge = new Dictionary<(int, int), int>();
        for (var t = 0; t < mesh.Count; t++)
            for (var k = 0; k < 3; k++) acrossEdge[(mesh.Corners[3 * t + k], mesh.Corners[3 * t + (k + 1) % 3])] = t;
        var done = new bool[mesh.Count];
        var map = new int[mesh.Points.Count];
        Array.Fill(map, -1);
        var ordered = new Triangles([], []);
        var stack = new Stack<int>();
        for (var start = 0; start < mesh.Count; start++)
        {
            stack.Push(start);
            while (stack.TryPop(out var t))
            {
                if (done[t]) continue;
                done[t] = true;
                for (var k = 0; k < 3; k++)
                {
                    var v = mesh.Corners[3 * t + k];
                    if (map[v] < 0)
                    {
                        map[v] = ordered.Points.Count;
                        ordered.Points.Add(mesh.Points[v]);
                    }
                    ordered.Corners.Add(map[v]);
                    if (acrossEdge.TryGetValue((mesh.Corners[3 * t + (k + 1) % 3], v), out var next) && !done[next]) stack.Push(next);
                }
            }
        }
        return ordered;
    }
}
