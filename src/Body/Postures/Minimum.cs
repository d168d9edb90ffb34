namespace Mainstay.Body.Postures;

/// <summary>Ternary search, after a coarse look that finds the right valley.</summary>
static class Minimum
{
    public static double Find(Func<double, double> cost, double low, double high, double width, int looks = 9)
    {
        var step = (high - low) / (looks - 1);
        var best = Enumerable.Range(0, looks).MinBy(i => cost(low + i * step));
        (low, high) = (low + Math.Max(best - 1, 0) * step, low + Math.Min(best + 1, looks - 1) * step);
        while (high - low > width)
        {
            double a = low + (high - low) / 3, b = high - (high - low) / 3;
            if (cost(a) < cost(b)) high = b;
            else low = a;
        }
        return (low + high) / 2;
    }
}
