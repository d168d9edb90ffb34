namespace Mainstay.Care.Tests;

public class DriftTests
{
    static double[] Steady(int days, double value) => [.. Enumerable.Range(0, days).Select(d => value + d % 2)];

    [Fact]
    public void A_rise_that_stays_for_four_weeks_is_told_with_both_means()
    {
        var (before, now) = Drift.Of([.. Steady(28, 3), .. Steady(28, 5)], 1)!.Value;
        Assert.Equal((3.5, 5.5), (Math.Round(before, 6), Math.Round(now, 6)));
    }

    [Fact]
    public void Too_little_gives_none()
    {
        Assert.Null(Drift.Of([], 1));
        Assert.Null(Drift.Of([.. Steady(27, 3), .. Steady(28, 5)], 1));
        Assert.Null(Drift.Of([.. Steady(28, 3), .. Enumerable.Repeat(double.NaN, 14), .. Steady(14, 5)], 1));
        Assert.Null(Drift.Of([.. Steady(28, 3), .. Steady(28, 3.5)], 1));
    }

    [Fact]
    public void A_fall_is_none_and_one_bad_week_is_none()
    {
        Assert.Null(Drift.Of([.. Steady(28, 5), .. Steady(28, 3)], 1));
        Assert.Null(Drift.Of([.. Steady(28, 3), .. Steady(21, 3), .. Steady(7, 9)], 1));
    }

    [Fact]
    public void It_is_looked_at_every_four_weeks_and_stands_until_the_next_look()
    {
        double[] rise = [.. Steady(28, 3), .. Steady(28, 5)];
        Assert.NotNull(Drift.Of([.. rise, .. Steady(20, 3)], 1));
        Assert.Null(Drift.Of([.. rise, .. Steady(28, 3)], 1));
    }

    [Fact]
    public void Of_lives_in_which_nothing_rises_hardly_any_gets_a_note_in_twelve_weeks()
    {
        const int lives = 2000;
        var noted = Enumerable.Range(1, lives).AsParallel().Count(seed => Truths.DriftNoted((ulong)seed, 84, rise: 0));
        // 5 % of 2000 and two spreads of chance.
        Assert.True(noted <= 120, $"{noted} of {lives}");
    }

    [Fact]
    public void A_rise_of_three_points_is_mostly_found()
    {
        const int lives = 400;
        var noted = Enumerable.Range(1, lives).AsParallel().Count(seed => Truths.DriftNoted((ulong)seed, 84, rise: 3));
        Assert.True(noted > lives * 0.7, $"{noted} of {lives}");
    }
}
