namespace Mainstay.Figure.Meshes;

/// <summary>A mesh while it is being made.</summary>
/// <param name="Corners">Three indices a triangle, counter-clockwise seen from outside.</param>
sealed record Triangles(List<Vec> Points, List<int> Corners)
{
    public int Count => Corners.Count / 3;
}
