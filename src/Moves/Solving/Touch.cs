using Mainstay.Body.Motions;
using Mainstay.Figure;
using Mainstay.Figure.Skins;

namespace Mainstay.Moves.Solving;

/// <summary>Where the body's patches of skin are in the world. Against something flat only those vertices are looked at that stick out.</summary>
sealed class Touch
{
    /// <summary>Directions looked from: enough that what is left out is nearer by less than a millimetre.</summary>
    const int Directions = 120;

    readonly SkinPose skin;
    readonly Frames frames;
    readonly Dictionary<string, (int[] All, int[] Outer)> patches = [];

    public Touch(Frames frames, Skin skin)
    {
        this.frames = frames;
        this.skin = new SkinPose(skin);
        this.skin.Place(skin.Bind);
        foreach (var name in BodyPoints.Parts.SelectMany(patch => BodyPoints.Both(patch.Name, part: true)))
            patches[name] = ([.. skin.Groups[name].Vertices], Outermost([.. skin.Groups[name].Vertices]));
    }

    /// <summary>Takes over the frames; once they have been placed anew.</summary>
    public void Place() => skin.Place(frames);

    /// <summary>How far the nearest spot of a patch is above a surface; below 0 it has sunk in.</summary>
    public double Gap(string part, in Surface surface)
    {
        var least = double.PositiveInfinity;
        foreach (var vertex in surface.Round ? patches[part].All : patches[part].Outer)
        {
            var p = skin.Point(vertex);
            least = Math.Min(least, surface.Gap(p.X, p.Y, p.Z));
        }
        return least;
    }

    /// <summary>How deep a patch is in a block, below its upper face; 0 where no vertex is inside.</summary>
    /// <param name="lies">The block lies on the body itself, as a pillow between the knees: what is under it is as deep as it is above the lower face.</param>
    public double Depth(string part, (double X0, double X1, double Y0, double Y1, double Z0, double Z1) block, bool lies)
    {
        var deepest = 0.0;
        foreach (var vertex in patches[part].All)
        {
            var p = skin.Point(vertex);
            if (p.X > block.X0 && p.X < block.X1 && p.Y > block.Y0 && p.Y < block.Y1 && p.Z > block.Z0 && p.Z < block.Z1)
                deepest = Math.Max(deepest, lies ? Math.Min(block.Z1 - p.Z, p.Z - block.Z0) : block.Z1 - p.Z);
        }
        return deepest;
    }

    int[] Outermost(int[] vertices)
    {
        var points = vertices.Select(skin.Point).ToArray();
        return [.. Enumerable.Range(0, Directions).Select(i =>
        {
            // Evenly spread over the sphere, by the golden angle.
            double z = 1 - (2 * i + 1.0) / Directions, r = Math.Sqrt(1 - z * z), turn = i * Math.PI * (3 - Math.Sqrt(5));
            var d = new Vec(r * Math.Cos(turn), r * Math.Sin(turn), z);
            return vertices[Enumerable.Range(0, points.Length).MaxBy(k => points[k].X * d.X + points[k].Y * d.Y + points[k].Z * d.Z)];
        }).Distinct()];
    }
}
