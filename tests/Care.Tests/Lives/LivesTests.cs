namespace Mainstay.Care.Tests;

/// <summary>Twelve weeks of 300 lives; many more in the benches.</summary>
public class LivesTests
{
    const int Count = 300;
    static readonly DailyCare Daily = new(RealCare.Model);
    static readonly Lazy<LifeEnd[]> Ends = new(() => [.. Enumerable.Range(1, Count).AsParallel().AsOrdered()
        .Select(seed => new LifeRun(Daily, new Life((ulong)seed, (LifeKind)(seed % 6), Daily.Care.Questionnaire)).Live())]);

    [Fact]
    public void In_no_life_does_anything_happen_that_must_not()
    {
        var broken = Ends.Value.Where(e => e.Broken.Length > 0).ToArray();
        Assert.True(broken.Length == 0, $"{broken.Length} of {Count}:\n" + string.Join('\n', broken.Take(12).Select(e => $"{e.Life.Kind} {e.Life.Seed}: {string.Join("; ", e.Broken.Take(3))}")));
    }

    /// <summary>Of ten thousand, those that once broke a rule: pacing that grew after red, and a leg sign whose session took long to settle.</summary>
    [Theory]
    [InlineData(2388)]
    [InlineData(4650)]
    [InlineData(5736)]
    public void Nor_in_those_that_once_did(int seed) => Assert.Empty(new LifeRun(Daily, new Life((ulong)seed, (LifeKind)(seed % 6), Daily.Care.Questionnaire)).Live().Broken);

    [Fact]
    public void Lives_are_various_enough_to_try_everything()
    {
        var ends = Ends.Value;
        Assert.True(ends.Sum(e => e.Sessions) > 20 * Count, "sessions are done");
        Assert.True(ends.Sum(e => e.Ups) > Count, "doses go up");
        Assert.True(ends.Sum(e => e.Downs) > Count, "doses go down");
        Assert.True(ends.Sum(e => e.Reds) > Count / 2, "there is red");
        Assert.True(ends.Count(e => e.FlarePlans > 0) > Count / 20, "there are bad spells");
        Assert.True(ends.Count(e => e.Letters > 0) > Count / 20, "letters fall due");
    }

    [Fact]
    public void Whoever_gets_better_reaches_the_goal_more_often_than_whoever_does_not()
    {
        double Share(LifeKind kind) => Ends.Value.Where(e => e.Life.Kind == kind).Average(e => e.Reached ? 1.0 : 0);
        Assert.True(Share(LifeKind.Recovering) > Share(LifeKind.Lasting));
    }
}
