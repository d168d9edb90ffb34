namespace Mainstay.Care.Tests;

public class HistoryFoldTests
{
    static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    static History Fold(params IEnumerable<Daily> what)
        => what.Select((w, i) => (w, i)).Aggregate(History.Empty, (history, e) => history.With(new Guid(e.i + 1, 0, 0, new byte[8]), Noon.AddHours(e.i), e.w));

    [Fact]
    public void Parts_of_a_session_make_one_whatever_order_they_come_in()
    {
        var id = new Guid(77, 0, 0, new byte[8]);
        (Guid, DateTimeOffset, Daily)[] parts =
        [
            (new Guid(1, 0, 0, new byte[8]), Noon, new SessionStart { Session = id, Pain = 3 }), (new Guid(2, 0, 0, new byte[8]), Noon.AddMinutes(5), new ItemReport { Session = id, Item = "cat-cow" }),
            (new Guid(3, 0, 0, new byte[8]), Noon.AddMinutes(9), new ItemReport { Session = id, Item = "bird-dog" }), (new Guid(4, 0, 0, new byte[8]), Noon.AddMinutes(12), new SessionEnd { Session = id, Pain = 4 }),
            (new Guid(5, 0, 0, new byte[8]), Noon.AddHours(20), new SessionAfter { Session = id, Settled = Settling.WithinHour, Morning = 3 }),
        ];
        var there = parts.Aggregate(History.Empty, (h, p) => h.With(p.Item1, p.Item2, p.Item3)).Sessions.Single();
        var back = parts.Reverse().Aggregate(History.Empty, (h, p) => h.With(p.Item1, p.Item2, p.Item3)).Sessions.Single();

        Assert.Equal((3, 4, 3, Settling.WithinHour, Noon, Noon.AddMinutes(12)), (there.Before, there.After, there.Morning, there.Settled, there.At, there.Until));
        Assert.Equal(there.Items.Select(i => i.What.Item), back.Items.Select(i => i.What.Item));
        Assert.Equal((there.Before, there.After, there.At), (back.Before, back.After, back.At));
    }

    [Fact]
    public void A_goal_keeps_its_trend_and_goes_when_it_is_given_up()
    {
        var history = Fold(new GoalNamed { Goal = "a", Text = "Carry" }, new GoalNamed { Goal = "b", Text = "Run" }, new GoalScored { Goal = "a", Score = 2 },
            new GoalNamed { Goal = "b" }, new GoalScored { Goal = "a", Score = 6 }, new GoalNamed { Goal = "a", Text = "Carry my child" });
        var goal = Assert.Single(history.Goals());
        Assert.Equal("Carry my child", goal.Text);
        Assert.Equal([2.0, 6], goal.Scores.Select(s => s.Score));
    }

    [Fact]
    public void A_spot_that_is_gone_is_no_longer_on_the_map()
    {
        var history = Fold(new SpotFelt { Spot = "a", Region = "x", Pain = 6 }, new SpotFelt { Spot = "b", Region = "y", Pain = 3 }, new SpotFelt { Spot = "b", Region = "y", Gone = true },
            new SpotPressed { Spot = "a", Before = 6, After = 4 }, new SpotFelt { Spot = "a", Region = "x", Pain = 4 });
        var spot = Assert.Single(history.SpotsNow());
        Assert.Equal((4, 2, 1), (spot.Now.Pain, spot.Felt.Length, spot.Pressed.Length));
    }

    [Fact]
    public void Reminders_are_off_until_switched_on_and_an_experiment_ends_by_itself_or_by_hand()
    {
        Assert.False(History.Empty.Reminders().On);
        var start = new ExperimentStart { Experiment = new Guid(77, 0, 0, new byte[8]), A = RemedyKind.Heat, B = RemedyKind.Cold, BlockDays = 3, Pairs = 2, Seed = 1, From = new(2026, 3, 2) };
        Assert.Single(Fold(start).Running(new(2026, 3, 13)));
        Assert.Empty(Fold(start).Running(new(2026, 3, 14)));
        Assert.Empty(Fold(start, new ExperimentStop { Experiment = start.Experiment }).Running(new(2026, 3, 3)));
    }
}
