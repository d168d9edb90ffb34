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
    public void Two_trainings_of_a_day_are_added_and_of_what_is_said_of_the_whole_day_the_last_counts()
    {
        var day = DateOnly.FromDateTime(Start.DateTime);
        DiaryNote[] notes = [new() { Load = 120, Steps = 4000, SittingHours = 6, Doses = 1 }, new() { Load = 80, Steps = 9000, SittingHours = 8, Doses = 1 }, new() { Mood = 2 }];
        var history = notes.Select((note, at) => (note, at)).Aggregate(History.Empty, (all, one) => all.With(new Guid(one.at + 1, 0, 0, new byte[8]), Start.AddHours(one.at), one.note));
        var now = Start.AddDays(1);
        var values = new DayValues(history, new PainDays(history, now), day, day.AddDays(1), now);
        Assert.Equal((2, 9, 8, 2), (values.Of(Exposure.Load)[0], values.Of(Exposure.Steps)[0], values.Of(Exposure.Sitting)[0], values.Doses[0]));
        Assert.True(double.IsNaN(values.Of(Exposure.Load)[1]));
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
    public void A_connection_is_told_from_the_first_look_on_and_what_today_no_longer_shows_is_not()
    {
        var chance = new Chance(4);
        double[] sat = [.. Enumerable.Range(0, 120).Select(_ => 5.0 + chance.Below(7))];
        DiaryNote Note(int d) => new() { Pain = d is 0 or >= 56 ? chance.Below(9) : Math.Round(sat[d - 1] - 4 + chance.Share()), SittingHours = sat[d] };
        Connection Sitting(int days) => Of(Days(days, Note), days - 1).Connections.Single(c => c.Exposure == Exposure.Sitting);
        Assert.True(Sitting(27) is { Slope.Excludes0: true, Holds: false });
        Assert.True(Sitting(28).Holds);
        Assert.True(Sitting(56).Holds);
        Assert.False(Sitting(120).Holds);
    }

    [Fact]
    public void An_experiment_is_told_when_it_is_over_and_not_when_it_was_stopped_before()
    {
        var plan = new ExperimentStart { Experiment = new(1, 1, 1, new byte[8]), A = RemedyKind.Heat, B = RemedyKind.Cold, BlockDays = 3, Pairs = 3, Seed = 7, From = new(2026, 3, 2) };
        var byDay = OneWay.Schedule(plan);
        var history = Days(18, d => new DiaryNote { Remedies = [new(byDay[d].Remedy, 15, 6, byDay[d].Remedy == RemedyKind.Heat ? 1 + d % 2 : 5 + d % 2)] }).With(new(99, 0, 0, new byte[8]), Start, plan);
        Assert.True(Of(history, 17).Comparisons.Single() is { Result.Difference: { Excludes0: true }, Holds: false });
        Assert.True(Of(history, 18).Comparisons.Single().Holds);
        History Stopped(int day) => history.With(new(98, 0, 0, new byte[8]), Start.AddDays(day), new ExperimentStop { Experiment = plan.Experiment });
        Assert.False(Of(Stopped(14), 18).Comparisons.Single().Holds);
        Assert.True(Of(Stopped(18), 19).Comparisons.Single().Holds);
    }

    [Fact]
    public void Each_further_experiment_of_a_year_needs_more()
    {
        var result = new OneWayResult(RemedyKind.Heat, RemedyKind.Cold, 9, 9, 2, 1, new(1, 0.5, 1.5), 0.005);
        var history = History.Empty;
        List<bool> told = [];
        foreach (var day in (int[])[0, 60, 120, 500])
        {
            var plan = new ExperimentStart { Experiment = new(day, 1, 1, new byte[8]), A = RemedyKind.Heat, B = RemedyKind.Cold, Seed = 7, From = DateOnly.FromDateTime(Start.AddDays(day).DateTime) };
            history = history.With(plan.Experiment, Start.AddDays(day), plan);
            told.Add(Findings.Tells(plan, result, history, Start.AddDays(day + 30)));
        }
        // Before the last there was none for a year.
        Assert.Equal([true, false, false, true], told);
        Assert.False(Findings.Tells(history.Experiments[0].What, result with { P = 0.011 }, history, Start.AddDays(600)));
    }

    [Fact]
    public void Mood_and_minutes_of_stiffness_are_the_last_word_of_a_day()
    {
        var history = Days(2, _ => new DiaryNote { Pain = 3, Mood = 1, StiffMinutes = 20, SleepQuality = 6 })
            .With(new(50, 0, 0, new byte[8]), Start.AddHours(3), new CheckIn { Mood = 4 })
            .With(new(51, 0, 0, new byte[8]), Start.AddHours(4), new DiaryNote { StiffMinutes = 45 });
        var days = Of(history, 1).Days;
        Assert.Equal([4, 1], days.Mood);
        Assert.Equal([45, 20], days.StiffMinutes);
        Assert.Equal([6, 6], days.SleepQuality);
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
    public void Mornings_after_harder_training_stand_beside_all_others_and_not_before_there_are_five_of_each()
    {
        static History Trained(int days) => Days(days, d => new DiaryNote { Pain = 3, Load = d % 3 == 0 ? 300 : d % 3 == 1 ? 20 : null, StiffMinutes = d % 3 == 1 ? 40 : 10 });
        Assert.Equal(new Mornings(40, 10, 10, 19), Of(Trained(30), 29).Mornings);
        Assert.Null(Of(Trained(13), 12).Mornings);
        Assert.Null(Of(Days(30, _ => new DiaryNote { Pain = 3, StiffMinutes = 10 }), 29).Mornings);
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
