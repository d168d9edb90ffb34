namespace Mainstay.Care.Tests;

public class DriftTests
{
    static double[] Steady(int days, double value) => [.. Enumerable.Range(0, days).Select(d => value + d % 2)];

    /// <summary>The means, where a drift of such days alone would be told.</summary>
    static (double Before, double Now)? Told(double[] days)
        => Findings.DriftsOf(days, [], []).Pain && Drift.Of(days, 1) is { } found ? (found.Before, found.Now) : null;

    [Fact]
    public void A_rise_that_stays_for_four_weeks_is_told_with_both_means()
    {
        var (before, now) = Told([.. Steady(28, 3), .. Steady(28, 5)])!.Value;
        Assert.Equal((3.5, 5.5), (Math.Round(before, 6), Math.Round(now, 6)));
    }

    [Fact]
    public void Too_little_gives_none()
    {
        Assert.Null(Drift.Of([], 1));
        Assert.Null(Drift.Of([.. Steady(27, 3), .. Steady(28, 5)], 1));
        Assert.Null(Drift.Of([.. Steady(28, 3), .. Enumerable.Repeat(double.NaN, 14), .. Steady(14, 5)], 1));
    }

    [Fact]
    public void A_small_rise_a_fall_and_one_bad_week_are_none()
    {
        Assert.Equal(1, Drift.Of([.. Steady(28, 3), .. Steady(28, 3.5)], 1)!.Value.P);
        Assert.Null(Told([.. Steady(28, 5), .. Steady(28, 3)]));
        Assert.Null(Told([.. Steady(28, 3), .. Steady(21, 3), .. Steady(7, 9)]));
    }

    [Fact]
    public void It_is_looked_at_every_four_weeks_and_stands_until_the_next_look()
    {
        double[] rise = [.. Steady(28, 3), .. Steady(28, 5)];
        Assert.NotNull(Told([.. rise, .. Steady(20, 3)]));
        Assert.Null(Told([.. rise, .. Steady(28, 3)]));
    }

    [Fact]
    public void A_rise_that_cannot_be_missed_is_told_within_twelve_weeks()
    {
        const int lives = 200;
        int Noted(Rise rise, Func<Drifts, bool> note) => Enumerable.Range(1, lives).AsParallel().Count(seed => new MadeUpYear((ulong)seed, rise).IsNoted(note));
        var (pain, sitting) = (Noted(new(Pain: 3), drifts => drifts.Pain), Noted(new(Pain: 0, Sitting: 4), drifts => drifts.Sitting));
        Assert.True(pain > lives * 0.7, $"pain {pain} of {lives}");
        Assert.True(sitting > lives * 0.7, $"sitting {sitting} of {lives}");
    }
}
