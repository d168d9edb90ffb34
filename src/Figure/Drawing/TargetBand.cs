namespace Mainstay.Figure.Drawing;

/// <summary>The gold band of the targets: where the muscles' own silhouettes are seen, with what lies in front of them cut away once.</summary>
sealed class TargetBand
{
    /// <summary>The skin seen at a pixel shows a muscle when the two lie this near each other on the body (metres, in the bind pose): farther, it
    /// is another limb's. A deep muscle is seen through more.</summary>
    const double Reach = 0.125, DeepReach = 0.17;
    /// <summary>Under the skin of the other side of the body a muscle is not seen.</summary>
    const double TurnedAway = -0.30;
    /// <summary>What sticks out of the band more narrowly than twice this is cut off, metres.</summary>
    const double Opening = 0.005;
    /// <summary>What is smaller than this share of the largest piece is a scrap that a limb in front has left over.</summary>
    const double Scrap = 0.22;
    /// <summary>The same among all targets: a sliver of a second one.</summary>
    const double SmallScrap = 0.07;
    const int Around = 8;

    readonly Raster picture;
    readonly List<(PosedLine Line, byte[] Own)> lines = [];

    public TargetBand(Raster picture, IEnumerable<IReadOnlyList<PosedLine>> targets)
    {
        this.picture = picture;
        Mask = new byte[picture.Width * picture.Height];
        foreach (var target in targets.Where(lines => lines.Count > 0))
        {
            var own = new byte[Mask.Length];
            foreach (var line in target)
            {
                Paint(line, own);
                lines.Add((line, own));
            }
            Masks.CloseAndOpen(own, picture.Width, picture.Height, target.Max(line => line.Style.Closing) / picture.Frame.Pixel, Opening / picture.Frame.Pixel);
            for (var i = 0; i < own.Length; i++)
                if (picture.Id[i] != FigureDrawing.SkinId) own[i] = 0;
            Masks.DropScraps(own, picture.Width, picture.Height, Scrap);
            for (var i = 0; i < own.Length; i++) Mask[i] |= own[i];
        }
        Masks.DropScraps(Mask, picture.Width, picture.Height, SmallScrap);
    }

    /// <summary>Of the skin's pixels: where gold is.</summary>
    public byte[] Mask { get; }

    bool Shows(int pixel, Vec place, MuscleStyle style)
    {
        if (picture.Id[pixel] != FigureDrawing.SkinId) return false;
        double x = picture.X[pixel] - place.X, y = picture.Y[pixel] - place.Y, z = picture.Z[pixel] - place.Z;
        var reach = style.Deep ? DeepReach : Reach;
        return x * x + y * y + z * z < reach * reach;
    }

    bool IsTurnedAway(PosedLine line, int i) => !line.Style.Deep && Vec.Dot(line.Outward[i], picture.Frame.View.Toward) < TurnedAway;

    void Paint(PosedLine line, byte[] mask)
    {
        var n = line.Points.Length;
        Span<(float X, float Y, float)> ring = stackalloc (float, float, float)[2 * Around];
        for (var i = 0; i < n; i++)
        {
            var along = Along(line, i);
            var side = Vec.Cross(along, line.Outward[i]).Unit;
            var up = Vec.Cross(side, along);
            var full = MuscleStyle.Belly((double)i / (n - 1));
            ring[..Around].CopyTo(ring[Around..]);
            for (var a = 0; a < Around; a++)
            {
                var (s, c) = Math.SinCos(2 * Math.PI * a / Around);
                ring[a] = picture.Frame.Of(line.Points[i] + side * (c * full * line.Style.HalfWidth) + up * (s * full * line.Style.HalfThick));
            }
            if (i == 0 || IsTurnedAway(line, i)) continue;
            for (var a = 0; a < Around; a++)
            {
                var b = (a + 1) % Around;
                Fill(ring[Around + a], ring[a], ring[Around + b], line.Places[i], line.Style, mask);
                Fill(ring[Around + b], ring[a], ring[b], line.Places[i], line.Style, mask);
            }
        }
    }

    static Vec Along(PosedLine line, int i) => (line.Points[Math.Min(line.Points.Length - 1, i + 1)] - line.Points[Math.Max(0, i - 1)]).Unit;

    void Fill((float X, float Y, float) a, (float X, float Y, float) b, (float X, float Y, float) c, Vec place, MuscleStyle style, byte[] mask)
    {
        var area = (b.X - a.X) * (c.Y - a.Y) - (b.Y - a.Y) * (c.X - a.X);
        if (area == 0) return;
        int x0 = Math.Max(0, (int)(Math.Min(a.X, Math.Min(b.X, c.X)) - 0.5f)), x1 = Math.Min(picture.Width - 1, (int)Math.Max(a.X, Math.Max(b.X, c.X)));
        int y0 = Math.Max(0, (int)(Math.Min(a.Y, Math.Min(b.Y, c.Y)) - 0.5f)), y1 = Math.Min(picture.Height - 1, (int)Math.Max(a.Y, Math.Max(b.Y, c.Y)));
        for (var y = y0; y <= y1; y++)
            for (var x = x0; x <= x1; x++)
            {
                float px = x + 0.5f, py = y + 0.5f;
                var wa = ((b.X - px) * (c.Y - py) - (b.Y - py) * (c.X - px)) / area;
                var wb = ((c.X - px) * (a.Y - py) - (c.Y - py) * (a.X - px)) / area;
                if (wa < -1e-4f || wb < -1e-4f || wa + wb > 1.0001f) continue;
                var i = y * picture.Width + x;
                if (mask[i] == 0 && Shows(i, place, style)) mask[i] = 1;
            }
    }

    /// <summary>Thin lines along the muscles, where the band is seen: at most a few a muscle.</summary>
    public IEnumerable<List<Spot>> Fibres()
    {
        foreach (var muscle in lines.GroupBy(line => line.Own))
        {
            // Of muscles that lie across each other, the first.
            var all = muscle.Select(one => one.Line).Where(line => line.Group == muscle.First().Line.Group).ToArray();
            double[] offsets = all.Length < 3 ? [-0.45, 0, 0.45] : [0];
            var every = Math.Max(1, all.Length / 8);
            for (var k = 0; k < all.Length; k += every)
                foreach (var offset in offsets)
                    foreach (var run in Runs(all[k], offset, muscle.Key)) yield return run;
        }
    }

    IEnumerable<List<Spot>> Runs(PosedLine line, double offset, byte[] own)
    {
        var run = new List<Spot>();
        var n = line.Points.Length;
        for (var i = 0; i < n; i++)
        {
            var share = (double)i / (n - 1);
            var side = Vec.Cross(Along(line, i), line.Outward[i]).Unit;
            var (x, y, _) = picture.Frame.Of(line.Points[i] + side * (offset * line.Style.HalfWidth * 1.1 * (0.3 + 0.7 * Math.Sin(Math.PI * share))));
            int px = (int)x, py = (int)y;
            var seen = share is > 0.1 and < 0.9 && px >= 0 && py >= 0 && px < picture.Width && py < picture.Height && !IsTurnedAway(line, i)
                && own[py * picture.Width + px] != 0 && Shows(py * picture.Width + px, line.Places[i], line.Style);
            if (seen) run.Add(new Spot(x, y));
            if (seen && i < n - 1) continue;
            if (run.Count > 5) yield return run;
            run = [];
        }
    }
}
