namespace Mainstay.Figure.Drawing;

/// <summary>Masks of pixels: not zero is inside.</summary>
static class Masks
{
    /// <summary>Grows the mask by a radius and shrinks it again: gaps narrower than twice the radius are gone. Then the other way round: spikes
    /// narrower than twice the second radius are gone.</summary>
    public static void CloseAndOpen(byte[] mask, int width, int height, double close, double open)
    {
        if (Box(mask, width, height) is not { } box) return;
        var r = (int)Math.Ceiling(close) + 2;
        int x0 = Math.Max(0, box.X0 - r), x1 = Math.Min(width - 1, box.X1 + r), y0 = Math.Max(0, box.Y0 - r), y1 = Math.Min(height - 1, box.Y1 + r);
        int w = x1 - x0 + 1, h = y1 - y0 + 1;
        var part = new byte[w * h];
        for (var y = 0; y < h; y++) mask.AsSpan((y + y0) * width + x0, w).CopyTo(part.AsSpan(y * w, w));
        Grow(part, w, h, close);
        Shrink(part, w, h, close + open);
        Grow(part, w, h, open);
        for (var y = 0; y < h; y++) part.AsSpan(y * w, w).CopyTo(mask.AsSpan((y + y0) * width + x0, w));
    }

    static void Grow(byte[] mask, int w, int h, double radius)
    {
        var distance = Distance(mask, w, h, 1);
        for (var i = 0; i < mask.Length; i++) mask[i] = distance[i] <= radius ? (byte)1 : (byte)0;
    }

    static void Shrink(byte[] mask, int w, int h, double radius)
    {
        var distance = Distance(mask, w, h, 0);
        for (var i = 0; i < mask.Length; i++) mask[i] = distance[i] > radius ? (byte)1 : (byte)0;
    }

    /// <summary>Takes away pieces that are smaller than a share of the largest.</summary>
    public static void DropScraps(byte[] mask, int width, int height, double share)
    {
        if (Box(mask, width, height) is not { } box) return;
        var piece = new int[mask.Length];
        var sizes = new List<int> { 0 };
        var stack = new Stack<int>();
        for (var y = box.Y0; y <= box.Y1; y++)
            for (var x = box.X0; x <= box.X1; x++)
            {
                var start = y * width + x;
                if (mask[start] == 0 || piece[start] != 0) continue;
                sizes.Add(0);
                stack.Push(start);
                piece[start] = sizes.Count - 1;
                while (stack.TryPop(out var i))
                {
                    sizes[^1]++;
                    foreach (var (n, inside) in (ReadOnlySpan<(int, bool)>)[(i - 1, i % width > 0), (i + 1, i % width < width - 1), (i - width, i >= width), (i + width, i + width < mask.Length)])
                    {
                        if (!inside || mask[n] == 0 || piece[n] != 0) continue;
                        piece[n] = sizes.Count - 1;
                        stack.Push(n);
                    }
                }
            }
        var least = sizes.Max() * share;
        for (var i = 0; i < mask.Length; i++)
            if (mask[i] != 0 && sizes[piece[i]] < least) mask[i] = 0;
    }

    static (int X0, int X1, int Y0, int Y1)? Box(byte[] mask, int width, int height)
    {
        int x0 = width, x1 = -1, y0 = height, y1 = -1;
        for (var y = 0; y < height; y++)
        {
            var row = mask.AsSpan(y * width, width);
            var first = row.IndexOfAnyExcept((byte)0);
            if (first < 0) continue;
            (x0, x1, y0, y1) = (Math.Min(x0, first), Math.Max(x1, row.LastIndexOfAnyExcept((byte)0)), Math.Min(y0, y), y);
        }
        return x1 < 0 ? null : (x0, x1, y0, y1);
    }

    /// <summary>To the nearest pixel of a value, nearly: steps of 1 and √2.</summary>
    static float[] Distance(byte[] mask, int w, int h, byte value)
    {
        var d = new float[mask.Length];
        for (var i = 0; i < d.Length; i++) d[i] = mask[i] == value ? 0 : 1e9f;
        const float Diagonal = 1.41421f;
        for (var y = 0; y < h; y++)
            for (var x = 0; x < w; x++)
            {
                var i = y * w + x;
                if (x > 0) d[i] = Math.Min(d[i], d[i - 1] + 1);
                if (y == 0) continue;
                d[i] = Math.Min(d[i], d[i - w] + 1);
                if (x > 0) d[i] = Math.Min(d[i], d[i - w - 1] + Diagonal);
                if (x < w - 1) d[i] = Math.Min(d[i], d[i - w + 1] + Diagonal);
            }
        for (var y = h - 1; y >= 0; y--)
            for (var x = w - 1; x >= 0; x--)
            {
                var i = y * w + x;
                if (x < w - 1) d[i] = Math.Min(d[i], d[i + 1] + 1);
                if (y == h - 1) continue;
                d[i] = Math.Min(d[i], d[i + w] + 1);
                if (x > 0) d[i] = Math.Min(d[i], d[i + w - 1] + Diagonal);
                if (x < w - 1) d[i] = Math.Min(d[i], d[i + w + 1] + Diagonal);
            }
        return d;
    }
}
