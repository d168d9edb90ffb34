namespace Mainstay.Care.Tests;

public class InsightTests
{
    static readonly DateTimeOffset Start = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    static History Days(int days, Func<int, DiaryNote> note)
    {
        var history = History.Empty;
        for (var d = 0; d < days; d++) history = history.With(new Guid(d + 1, 0, 0, new byte[8]), Start.AddDays(d), note(d));
        return history;
    }

    static Insight Of(History history, int days) => Insights.Of(RealCare.Model, RealCare.DeskWorker, history, Start.AddDays(days));

    [Fact]
    public void Blocks_alternate_in_pairs_by_lot_and_the_same_seed_gives_the_same_order()
    {
        var plan = new ExperimentStart { Experiment = Guid.Empty, A = RemedyKind.Heat, B = RemedyKind.Cold, BlockDays = 3, Pairs = 4, Seed = 7, From = new(2026, 3, 2) };
        var days = OneWay.Schedule(plan);
        Assert.Equal(24, days.Length);
        Assert.Equal(days.AsEnumerable(), OneWay.Schedule(plan));
        Assert.All(days.GroupBy(d => d.Block / 2), pair => Assert.Equal(3, pair.Count(d => d.Remedy == RemedyKind.Heat)));
        Assert.True(Enumerable.Range(0, 50).Select(s => OneWay.Schedule(plan with { Seed = (uint)s })[0].Remedy).Distinct().Count() == 2);
    }

    [Fact]
    public void Below_five_sessions_of_each_nothing_is_claimed()
    {
        var plan = new ExperimentStart { Experiment = Guid.Empty, A = RemedyKind.Heat, B = RemedyKind.Cold, BlockDays = 3, Pairs = 2, Seed = 7, From = new(2026, 3, 2) };
        var byDay = OneWay.Schedule(plan);
        History Until(int days) => Days(days, d => new DiaryNote { Remedies = [new(byDay[d].Remedy, 15, 6, byDay[d].Remedy == RemedyKind.Heat ? 3 + d % 2 : 5 + d % 2)] });
        Assert.Null(OneWay.Of(plan, Until(8), Start.AddDays(60)).Difference);
        var whole = OneWay.Of(plan, Until(12), Start.AddDays(60));
        Assert.Equal((6, 6), (whole.SessionsA, whole.SessionsB));
        Assert.NotNull(whole.Difference);
        Assert.True(whole.Difference.Value.Value > 0);
    }

    [Fact]
    public void The_trend_is_the_middle_of_three_days_and_says_when_it_matters()
    {
        var history = Days(20, d => new DiaryNote { Pain = d == 10 ? 0 : d < 3 ? 6 : 4 });
        var trend = Of(history, 20).Trend;
        Assert.Equal((6, 6 * 0.7, -2, true, false), (trend.Start!.Value, trend.Goal!.Value, trend.Change!.Value, trend.Matters, trend.Worse));
        Assert.DoesNotContain(trend.Trend3, p => p.Pain == 0);
        Assert.False(Of(Days(20, d => new DiaryNote { Pain = d < 3 ? 6 : 5 }), 20).Trend.Matters);
    }

    [Fact]
    public void Too_few_days_give_no_connection()
        => Assert.Empty(Of(Days(15, d => new DiaryNote { Pain = d % 4, SittingHours = d % 5 }), 15).Connections);

    [Fact]
    public void What_drifts_over_weeks_gets_a_note()
    {
        var drifts = Of(Days(56, d => new DiaryNote { Pain = d < 28 ? 3 : 5, SittingHours = 6, Doses = d >= 28 && d % 2 == 0 ? 1 : 0 }), 56).Drifts;
        Assert.Equal(new Drifts(true, false, true), drifts);
    }

    [Fact]
    public void Days_before_bad_spells_are_told_as_they_were()
    {
        var history = Days(40, d => new DiaryNote { Pain = d is >= 30 and < 33 ? 7 : 3, Stress = d is >= 26 and < 31 ? 9 : 2 });
        var stress = Of(history, 40).BeforeFlares.Single(b => b.Exposure == Exposure.Stress);
        Assert.Equal(1, stress.Flares);
        Assert.True(stress.Before > stress.Else + 3);
    }

    [Fact]
    public void An_empty_diary_gives_an_empty_insight()
    {
        var insight = Of(History.Empty, 0);
        Assert.Empty(insight.Trend.Trend3);
        Assert.Empty(insight.Connections);
        Assert.Null(insight.Practice);
        Assert.All(insight.TooFew, waiting => Assert.Equal(0, waiting.Days));
        Assert.Equal(5, insight.TooFew.Length);
    }
}
