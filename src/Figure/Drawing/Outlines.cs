namespace Mainstay.Figure.Drawing;

/// <summary>A place in the picture, pixels from the left and from the top.</summary>
readonly record struct Spot(double X, double Y)
{
    public static Spot operator +(Spot a, Spot b) => new(a.X + b.X, a.Y + b.Y);
    public static Spot operator -(Spot a, Spot b) => new(a.X - b.X, a.Y - b.Y);
    public static Spot operator *(Spot a, double s) => new(a.X * s, a.Y * s);
    public static double Dot(Spot a, Spot b) => a.X * b.X + a.Y * b.Y;
    public static double Cross(Spot a, Spot b) => a.X * b.Y - a.Y * b.X;
    public double Length => Math.Sqrt(X * X + Y * Y);
    public Spot Unit => Length is > 0 and var length ? this * (1 / length) : this;
}

/// <summary>Closed outlines of the pixels of a mask.</summary>
static class Outlines
{
    static readonly (int X, int Y)[] Steps = [(1, 0), (0, 1), (-1, 0), (0, -1)];

    /// <summary>Outer outlines run clockwise as seen, holes the other way. Points are the middles of pixel edges. Pixels that only touch at a
    /// corner are kept apart.</summary>
    /// <param name="mask">Not zero is inside.</param>
    /// <param name="minArea">Smaller ones are left out, square pixels.</param>
    public static List<Spot[]> Of(byte[] mask, int width, int height, double minArea)
    {
        var outlines = new List<Spot[]>();
        var seen = new bool[mask.Length];
        bool Inside(int x, int y) => x >= 0 && y >= 0 && x < width && y < height && mask[y * width + x] != 0;
        for (var y = 0; y < height; y++)
            for (var x = 0; x < width; x++)
            {
                var i = y * width + x;
                if (mask[i] == 0 || seen[i] || (y > 0 && mask[i - width] != 0)) continue;
                var points = new List<Spot>();
                int cx = x, cy = y, d = 0;
                do
                {
                    if (d == 0) seen[cy * width + cx] = true;
                    points.Add(new Spot(cx + Steps[d].X / 2.0, cy + Steps[d].Y / 2.0));
                    (cx, cy) = (cx + Steps[d].X, cy + Steps[d].Y);
                    // The two pixels ahead, right and left of the way; the mask is on the right.
                    var (right, left) = d switch
                    {
                        0 => (Inside(cx, cy), Inside(cx, cy - 1)),
                        1 => (Inside(cx - 1, cy), Inside(cx, cy)),
                        2 => (Inside(cx - 1, cy - 1), Inside(cx - 1, cy)),
                        _ => (Inside(cx, cy - 1), Inside(cx - 1, cy - 1)),
                    };
                    if (!right) d = d + 1 & 3;
                    else if (left) d = d + 3 & 3;
                }
                while (cx != x || cy != y || d != 0);
                if (Math.Abs(Area(points)) > minArea) outlines.Add([.. points]);
            }
        return outlines;
    }

    static double Area(List<Spot> points)
    {
        var sum = 0.0;
        for (var i = 0; i < points.Count; i++) sum += Spot.Cross(points[i], points[(i + 1) % points.Count]);
        return sum / 2;
    }
}
