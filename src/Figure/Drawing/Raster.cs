namespace Mainstay.Figure.Drawing;

/// <summary>A mesh to be drawn. Corners are counter-clockwise seen from outside.</summary>
/// <param name="Points">World places, three each.</param>
/// <param name="Places">Where on the skin each point is (of a prop: in the world), three each: neighbours in the picture that lie far apart here
/// belong to different limbs.</param>
/// <param name="Light">1 where the surface faces the light, −1 where it turns its back to it; one each.</param>
/// <param name="Facing">1 where the surface faces the eye, 0 where it is seen edge-on; one each.</param>
sealed record Solid(double[] Points, int[] Corners, float[] Places, float[] Light, float[] Facing)
{
    /// <summary>All that is needed where only the outline counts.</summary>
    public static Solid Plain(double[] points, int[] corners) => new(points, corners, [], [], []);
}

/// <summary>A picture of depths with what was seen at every pixel, along parallel rays.</summary>
sealed class Raster
{
    public const int Nothing = 0;

    public Raster(Frame frame)
    {
        Frame = frame;
        var n = frame.Width * frame.Height;
        (Depth, Id) = (new float[n], new byte[n]);
        Array.Fill(Depth, float.NegativeInfinity);
        (X, Y, Z, Light, Facing) = (new float[n], new float[n], new float[n], new float[n], new float[n]);
    }

    public Frame Frame { get; }
    public int Width => Frame.Width;
    public int Height => Frame.Height;
    /// <summary>Larger is nearer.</summary>
    public float[] Depth { get; }
    /// <summary>Which solid is seen; <see cref="Nothing"/> elsewhere.</summary>
    public byte[] Id { get; }
    public float[] X { get; }
    public float[] Y { get; }
    public float[] Z { get; }
    public float[] Light { get; }
    public float[] Facing { get; }

    /// <summary>Draws what faces the eye.</summary>
    public void Draw(Solid solid, byte id)
    {
        var points = Screen(solid.Points);
        for (var t = 0; t < solid.Corners.Length; t += 3) Triangle(solid, points, solid.Corners[t], solid.Corners[t + 1], solid.Corners[t + 2], id);
    }

    float[] Screen(double[] world)
    {
        var screen = new float[world.Length];
        for (var i = 0; i < world.Length; i += 3)
            (screen[i], screen[i + 1], screen[i + 2]) = Frame.Of(new Vec(world[i], world[i + 1], world[i + 2]));
        return screen;
    }

    void Triangle(Solid solid, float[] p, int a, int b, int c, byte id)
    {
        float ax = p[3 * a], ay = p[3 * a + 1], bx = p[3 * b], by = p[3 * b + 1], cx = p[3 * c], cy = p[3 * c + 1];
        var area = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
        // The picture's y runs down, so what faces the eye winds the other way.
        if (area >= 0) return;
        int x0 = Math.Max(0, (int)MathF.Ceiling(MathF.Min(ax, MathF.Min(bx, cx)) - 0.5f)), x1 = Math.Min(Width - 1, (int)MathF.Floor(MathF.Max(ax, MathF.Max(bx, cx)) - 0.5f));
        int y0 = Math.Max(0, (int)MathF.Ceiling(MathF.Min(ay, MathF.Min(by, cy)) - 0.5f)), y1 = Math.Min(Height - 1, (int)MathF.Floor(MathF.Max(ay, MathF.Max(by, cy)) - 0.5f));
        var inverse = 1 / area;
        for (var y = y0; y <= y1; y++)
            for (var x = x0; x <= x1; x++)
            {
                float px = x + 0.5f, py = y + 0.5f;
                var wa = ((bx - px) * (cy - py) - (by - py) * (cx - px)) * inverse;
                var wb = ((cx - px) * (ay - py) - (cy - py) * (ax - px)) * inverse;
                var wc = 1 - wa - wb;
                if (wa < -1e-5f || wb < -1e-5f || wc < -1e-5f) continue;
                var depth = wa * p[3 * a + 2] + wb * p[3 * b + 2] + wc * p[3 * c + 2];
                var i = y * Width + x;
                if (depth <= Depth[i]) continue;
                (Depth[i], Id[i]) = (depth, id);
                if (solid.Places.Length == 0) continue;
                X[i] = wa * solid.Places[3 * a] + wb * solid.Places[3 * b] + wc * solid.Places[3 * c];
                Y[i] = wa * solid.Places[3 * a + 1] + wb * solid.Places[3 * b + 1] + wc * solid.Places[3 * c + 1];
                Z[i] = wa * solid.Places[3 * a + 2] + wb * solid.Places[3 * b + 2] + wc * solid.Places[3 * c + 2];
                Light[i] = wa * solid.Light[a] + wb * solid.Light[b] + wc * solid.Light[c];
                Facing[i] = wa * solid.Facing[a] + wb * solid.Facing[b] + wc * solid.Facing[c];
            }
    }
}

/// <summary>What part of the world a picture shows.</summary>
/// <param name="Left">Along the view's right, metres; <paramref name="Top"/> along its up.</param>
/// <param name="Pixel">Metres.</param>
sealed record Frame(View View, double Left, double Top, int Width, int Height, double Pixel)
{
    public static Frame Of(View view, Bounds bounds, double pixel) => new(view, bounds.Left, bounds.Top,
        (int)Math.Ceiling((bounds.Right - bounds.Left) / pixel), (int)Math.Ceiling((bounds.Top - bounds.Bottom) / pixel), pixel);

    /// <summary>Pixels from the left and from the top, and metres towards the eye.</summary>
    public (float X, float Y, float Depth) Of(Vec p) => ((float)((Vec.Dot(View.Right, p) - Left) / Pixel), (float)((Top - Vec.Dot(View.Up, p)) / Pixel), (float)Vec.Dot(View.Toward, p));
}

/// <summary>A box in the picture's plane, metres.</summary>
readonly record struct Bounds(double Left, double Right, double Bottom, double Top)
{
    public static Bounds None { get; } = new(double.MaxValue, double.MinValue, double.MaxValue, double.MinValue);

    public Bounds With(View view, Vec p)
    {
        var (x, y) = (Vec.Dot(view.Right, p), Vec.Dot(view.Up, p));
        return new(Math.Min(Left, x), Math.Max(Right, x), Math.Min(Bottom, y), Math.Max(Top, y));
    }

    public Bounds With(View view, double[] points)
    {
        var bounds = this;
        for (var i = 0; i < points.Length; i += 3) bounds = bounds.With(view, new Vec(points[i], points[i + 1], points[i + 2]));
        return bounds;
    }

    public Bounds With(Bounds other) => new(Math.Min(Left, other.Left), Math.Max(Right, other.Right), Math.Min(Bottom, other.Bottom), Math.Max(Top, other.Top));

    public Bounds Wider(double by) => new(Left - by, Right + by, Bottom - by, Top + by);
}
