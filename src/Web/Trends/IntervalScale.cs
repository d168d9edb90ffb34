namespace Mainstay.Web.Trends;

/// <summary>A line from less to more, in whole steps, on which intervals are drawn.</summary>
/// <param name="Low">Below 0.</param>
/// <param name="High">Above 0.</param>
public sealed record IntervalScale(int Low, int High)
{
    /// <summary>Wide enough for all of them, and never so narrow that chance looks large.</summary>
    public static IntervalScale Of(IEnumerable<double> ends, int least = -3, int most = 1)
    {
        var all = ends.Append(least).Append(most).ToArray();
        return new((int)Math.Floor(all.Min()), (int)Math.Ceiling(all.Max()));
    }

    /// <summary>Place from the left of the picture, in percent.</summary>
    public double At(double value) => (value - Low) * 100 / (High - Low);

    public IEnumerable<int> Steps => Enumerable.Range(Low, High - Low + 1);

    /// <summary>Steps with a number: the ends and 0, and all where there is room.</summary>
    public IEnumerable<int> Named => Steps.Where(step => High - Low <= 5 || step == Low || step == High || step == 0);
}
