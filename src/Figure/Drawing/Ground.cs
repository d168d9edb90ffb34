namespace Mainstay.Figure.Drawing;

/// <summary>What the figure and its props do to the floor.</summary>
static class Ground
{
    /// <summary>Lower than this touches the floor; lower than this casts a soft shadow, metres.</summary>
    const double Touches = 0.045, Shades = 0.34;
    /// <summary>Spots nearer than this share one shadow.</summary>
    const double Apart = 0.10;
    /// <summary>The shadow falls a little forward and to the left with height.</summary>
    const double Forward = 0.10, Left = 0.05;

    /// <summary>Where something stands on the floor, from and to along the view's right, metres.</summary>
    public static List<(double From, double To)> Touching(Picture picture, View view)
    {
        var places = new List<double>();
        foreach (var points in picture.Pieces.Where(piece => piece.Casts).Select(piece => piece.Points).Prepend(picture.Posed.Points))
            for (var i = 0; i < points.Length; i += 3)
                if (points[i + 2] < Touches) places.Add(Vec.Dot(view.Right, new Vec(points[i], points[i + 1], points[i + 2])));
        places.Sort();
        var spans = new List<(double From, double To)>();
        foreach (var x in places)
        {
            if (spans.Count > 0 && x - spans[^1].To < Apart) spans[^1] = (spans[^1].From, x);
            else spans.Add((x, x));
        }
        return spans;
    }

    /// <summary>Pixels of the floor in shadow, for views from above.</summary>
    public static byte[] Shadow(Picture picture, Frame frame)
    {
        var floor = new Raster(frame);
        var solids = picture.Pieces.Where(piece => piece.Casts).Select(piece => (piece.Points, piece.Corners)).Prepend((picture.Posed.Points, picture.Posed.Skin.Mesh.Corners));
        foreach (var (points, corners) in solids)
        {
            var flat = new double[points.Length];
            for (var i = 0; i < points.Length; i += 3) (flat[i], flat[i + 1]) = (points[i] + Forward * points[i + 2], points[i + 1] + Left * points[i + 2]);
            var both = new List<int>();
            for (var t = 0; t < corners.Length; t += 3)
            {
                int a = corners[t], b = corners[t + 1], c = corners[t + 2];
                if (points[3 * a + 2] < Shades && points[3 * b + 2] < Shades && points[3 * c + 2] < Shades) both.AddRange([a, b, c, a, c, b]);
            }
            floor.Draw(Solid.Plain(flat, [.. both]), FigureDrawing.SkinId);
        }
        return floor.Id;
    }
}
