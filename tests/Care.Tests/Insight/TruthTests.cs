namespace Mainstay.Care.Tests;

/// <summary>The statistics against known truth, small; large in the benches.</summary>
public class TruthTests
{
    static double Share(int people, Func<ulong, bool?> covered)
    {
        var all = Enumerable.Range(1, people).AsParallel().Select(seed => covered((ulong)seed)).Where(c => c is not null).ToArray();
        Assert.True(all.Length > people * 0.8, $"only {all.Length} of {people} had an interval");
        return all.Count(c => c == true) / (double)all.Length;
    }

    [Theory]
    [InlineData(0)]
    [InlineData(Truths.Slope)]
    public void Intervals_of_a_connection_cover_the_truth(double slope) => Assert.InRange(Share(1000, seed => Truths.SlopeCovered(seed, slope)), 0.93, 0.97);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Intervals_of_an_experiment_cover_the_truth(double difference) => Assert.InRange(Share(1000, seed => Truths.DifferenceCovered(seed, difference)), 0.93, 0.97);

    [Fact]
    public void Of_people_without_any_effect_hardly_anybody_is_told_of_one_in_a_year()
    {
        const int people = 300;
        var told = Enumerable.Range(1, people).AsParallel().Count(seed => new MadeUpYear((ulong)seed).Told() != Told.Nothing);
        // 5 % of 300 and two spreads of chance.
        Assert.True(told <= 23, $"{told} of {people}");
    }

    [Fact]
    public void A_strong_connection_is_found_and_told()
    {
        var found = Enumerable.Range(1, 200).AsParallel().Count(seed => Association.Of(Truths.Days(new((ulong)seed), 0.6) is var d ? d.Exposure : [], d.Pain) is { Slope.Low: > 0 });
        Assert.True(found > 170, $"{found} of 200");
        var told = Enumerable.Range(1, 200).AsParallel().Count(seed => Truths.SlopeTold((ulong)seed, 0.6));
        Assert.True(told > 150, $"{told} of 200");
    }

    [Fact]
    public void A_strong_difference_between_two_remedies_is_told_after_five_rounds()
    {
        var told = Enumerable.Range(1, 200).AsParallel().Count(seed => Truths.DifferenceTold((ulong)seed, 2.5, 5));
        Assert.True(told > 150, $"{told} of 200");
    }

    [Fact]
    public void A_weekly_rhythm_of_both_is_no_connection()
    {
        var (sitting, pain) = (new double[84], new double[84]);
        var chance = new Chance(5);
        // Free days follow on days of sitting and have less pain; within the week nothing goes with anything.
        for (var d = 0; d < 84; d++) (sitting[d], pain[d]) = ((d % 7 < 5 ? 9 : 4) + Truths.Normal(chance), (d % 7 is > 0 and < 6 ? 6 : 3) + Truths.Normal(chance));
        var (slope, p, _) = Association.Of(sitting, pain)!.Value;
        Assert.False(slope.Excludes0);
        Assert.True(p > 0.05);
    }

    [Theory]
    [InlineData(0.975, 1, 12.7062)]
    [InlineData(0.975, 4, 2.7764)]
    [InlineData(0.975, 30, 2.0423)]
    [InlineData(0.995, 10, 3.1693)]
    public void Quantiles_of_t_are_those_of_the_tables(double p, double df, double t) => Assert.Equal(t, Statistics.T(p, df), 4);

    [Fact]
    public void Holm_steps_down_and_stops_at_the_first_that_fails()
    {
        Assert.Equal([true, false, true, false], Statistics.Holm([0.01, 0.04, 0.012, 0.9], 0.05));
        Assert.Equal([false, false], Statistics.Holm([0.03, 0.2], 0.05));
    }
}
