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
    public void Of_people_without_any_effect_hardly_anybody_is_told_of_one()
    {
        const int people = 600;
        var told = Enumerable.Range(1, people).AsParallel().Count(seed => Truths.AnythingClaimed((ulong)seed));
        // 5 % of 600 and three spreads of chance.
        Assert.True(told <= 46, $"{told} of {people}");
    }

    [Fact]
    public void A_strong_connection_is_found()
    {
        var found = Enumerable.Range(1, 200).Count(seed => Association.Of(Truths.Days(new((ulong)seed), 0.6) is var d ? d.Exposure : [], d.Pain) is { Slope.Low: > 0 });
        Assert.True(found > 170, $"{found} of 200");
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
