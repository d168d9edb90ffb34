using Mainstay.Body.Model;

namespace Mainstay.Figure.Skins;

/// <summary>The skin of one build in the bind pose, at the skeleton's own stature: right half first, then the left half's vertices, which
/// mirror it. Immutable once made.</summary>
public sealed class FigureMesh
{
    public const int FramesPerVertex = 3;

    /// <summary>From a right half: vertices with y = 0 are shared by both.</summary>
    internal FigureMesh(Rig rig, double[] half, double[] halfCanon, byte[] halfFrames, double[] halfWeights, int[] halfCorners)
    {
        (HalfPoints, HalfCorners) = (half.Length / 3, halfCorners);
        var twin = new int[HalfPoints];
        var count = HalfPoints;
        for (var i = 0; i < HalfPoints; i++) twin[i] = half[3 * i + 1] == 0 ? i : count++;
        (Points, Canon, Frames, Weights) = (new double[3 * count], new double[3 * count], new byte[FramesPerVertex * count], new double[FramesPerVertex * count]);
        for (var i = 0; i < HalfPoints; i++)
        {
            Vec.At(half, i).Put(Points, i);
            Vec.At(halfCanon, i).Put(Canon, i);
            for (var k = 0; k < FramesPerVertex; k++)
            {
                var at = FramesPerVertex * i + k;
                (Frames[at], Weights[at]) = (halfFrames[at], halfWeights[at]);
            }
            if (twin[i] == i) continue;
            Vec.At(half, i).Mirrored.Put(Points, twin[i]);
            Vec.At(halfCanon, i).Mirrored.Put(Canon, twin[i]);
            for (var k = 0; k < FramesPerVertex; k++)
            {
                var (from, to) = (FramesPerVertex * i + k, FramesPerVertex * twin[i] + k);
                (Frames[to], Weights[to]) = ((byte)rig.Twin[halfFrames[from]], halfWeights[from]);
            }
        }
        Corners = new int[2 * halfCorners.Length];
        halfCorners.CopyTo(Corners, 0);
        for (var t = 0; t < halfCorners.Length; t += 3)
            (Corners[halfCorners.Length + t], Corners[halfCorners.Length + t + 1], Corners[halfCorners.Length + t + 2]) =
                (twin[halfCorners[t]], twin[halfCorners[t + 2]], twin[halfCorners[t + 1]]);
    }

    FigureMesh(FigureMesh like, double[] points)
    {
        (HalfPoints, HalfCorners, Canon, Frames, Weights, Corners) = (like.HalfPoints, like.HalfCorners, like.Canon, like.Frames, like.Weights, like.Corners);
        Points = points;
    }

    /// <summary>The same skin part of the way to another build of the same mesh.</summary>
    internal FigureMesh Towards(FigureMesh other, double share) =>
        share == 0 || ReferenceEquals(this, other) ? this : new(this, [.. Points.Zip(other.Points, (a, b) => a + (b - a) * share)]);

    public int HalfPoints { get; }
    internal int[] HalfCorners { get; }
    public int Count => Points.Length / 3;
    /// <summary>Three a vertex, metres.</summary>
    internal double[] Points { get; }
    /// <summary>Where the vertex lies on the lean man, whatever the build: cloth, hair and groups of vertices go by this.</summary>
    internal double[] Canon { get; }
    /// <summary>Frames of the <see cref="Rig"/> and their weights, <see cref="FramesPerVertex"/> a vertex; weights sum to 1.</summary>
    internal byte[] Frames { get; }
    internal double[] Weights { get; }
    /// <summary>Three a triangle, counter-clockwise seen from outside.</summary>
    internal int[] Corners { get; }
    public int Triangles => Corners.Length / 3;
}
