using Mainstay.Knowledge;

namespace Mainstay.Care.Tests;

public class PressingStateTests
{
    const string Buttock = "buttock_left", Elsewhere = "neck_left";

    static Diary Diary => new(RealCare.DeskWorker);

    static Diary Pressed(Diary diary, int day, double hour, string spot, double before = 5, double after = 3, double seconds = 60)
        => diary.Note(day, hour, new SpotPressed { Spot = spot, Seconds = seconds, Before = before, After = after });

    static PressingState Of(Diary diary, string spot, int day, double hour = 20, string region = Buttock) => PressingState.Of(diary.History, RealKnowledge.Library, spot, region, Tests.Diary.At(day, hour));

    [Fact]
    public void Before_anything_was_pressed_it_is_free() => Assert.Null(Of(Diary, "a", 1).Rest);

    [Fact]
    public void Once_a_day_and_the_next_day_again()
    {
        var diary = Pressed(Diary, 1, 9, "a");
        Assert.Equal(PressingRest.Once, Of(diary, "a", 1, 23.5).Rest);
        Assert.Null(Of(diary, "a", 2, 0.5).Rest);
        Assert.Null(Of(diary, "b", 1).Rest);
        // By a clock that went wrong.
        Assert.Null(Of(diary, "a", 1, 8).Rest);
    }

    [Fact]
    public void Three_spots_a_day()
    {
        var diary = Pressed(Pressed(Diary, 1, 9, "a"), 1, 10, "b");
        Assert.Null(Of(diary, "d", 1).Rest);
        Pressed(diary, 1, 11, "c");
        Assert.Equal(PressingRest.Spots, Of(diary, "d", 1).Rest);
        Assert.Null(Of(diary, "d", 2).Rest);
    }

    [Fact]
    public void Ten_minutes_a_day_in_all()
    {
        var diary = Pressed(Pressed(Diary, 1, 9, "a", seconds: 240), 1, 10, "b", seconds: 359);
        Assert.Null(Of(diary, "d", 1).Rest);
        Assert.Equal(PressingRest.Minutes, Of(Pressed(Pressed(Diary, 1, 9, "a", seconds: 240), 1, 10, "b", seconds: 360), "d", 1).Rest);
    }

    [Theory]
    [InlineData(47, PressingRest.Sore)]
    [InlineData(49, null)]
    public void A_spot_that_hurt_more_right_after_it_rests_for_two_days(double hours, PressingRest? rest)
    {
        var diary = Pressed(Diary, 1, 9, "a", before: 4, after: 5);
        var state = Of(diary, "a", 1, 9 + hours);
        Assert.Equal(rest, state.Rest);
        Assert.Equal(rest is null ? null : Tests.Diary.At(3, 9), state.Until);
        Assert.Null(Of(diary, "b", 1, 9 + hours).Rest);
    }

    [Fact]
    public void A_spot_that_is_found_sorer_the_next_day_rests_too()
    {
        Diary Felt(double before, double later) => Pressed(Diary.Note(1, 8, new SpotFelt { Spot = "a", Region = Buttock, Pain = before }), 1, 9, "a").Note(2, 8, new SpotFelt { Spot = "a", Region = Buttock, Pain = later });
        Assert.Equal(PressingRest.Sore, Of(Felt(4, 6), "a", 2).Rest);
        Assert.Null(Of(Felt(4, 4), "a", 2).Rest);
    }

    [Fact]
    public void A_move_that_presses_counts_as_a_spot_and_presses_what_it_reaches()
    {
        var diary = Diary.Did(1, "ball-at-wall-buttock", 3, 3, 3);
        Assert.Equal(PressingRest.Once, Of(diary, "a", 1).Rest);
        Assert.Null(Of(diary, "a", 1, region: Elsewhere).Rest);
        Assert.Equal(PressingRest.Spots, Of(Pressed(Pressed(diary, 1, 9, "b"), 1, 10, "c"), "a", 1, region: Elsewhere).Rest);
        Assert.Null(Of(Diary.Did(1, "cat-cow", 3, 3, 3), "a", 1).Rest);
        Assert.Null(Of(Diary.Did(1, "ball-at-wall-buttock", 3, 3, 3, outcome: ItemOutcome.Skipped), "a", 1).Rest);
    }

    static PressingRest? OfMove(Diary diary, int day, double hour = 20, string move = "ball-at-wall-buttock", Guid? within = null, params (string Move, double Minutes)[] beside)
    {
        Item Find(string id) => RealKnowledge.Library.Items.Single(item => item.Id == id);
        return PressingState.Of(diary.History, RealKnowledge.Library, Find(move), Find(move).Minutes, Tests.Diary.At(day, hour), within, [.. beside.Select(one => (Find(one.Move), one.Minutes))]).Rest;
    }

    [Fact]
    public void A_move_waits_where_a_spot_in_its_reach_was_pressed_today_or_got_sore()
    {
        static Diary Spot(double after, string region) => Pressed(Diary.Note(1, 8, new SpotFelt { Spot = "a", Region = region, Pain = 5 }), 1, 9, "a", after: after);
        Assert.Null(OfMove(Diary, 1));
        Assert.Equal(PressingRest.Once, OfMove(Spot(3, Buttock), 1));
        Assert.Null(OfMove(Spot(3, Buttock), 2, 0.5));
        Assert.Equal(PressingRest.Sore, OfMove(Spot(6, Buttock), 3, 8));
        Assert.Null(OfMove(Spot(6, Buttock), 3, 10));
        Assert.Null(OfMove(Spot(6, Elsewhere), 1));
    }

    [Fact]
    public void A_move_is_done_once_a_day_and_rests_for_two_days_where_it_left_it_sore()
    {
        const string Move = "ball-at-wall-buttock";
        Assert.Equal(PressingRest.Once, OfMove(Diary.Did(1, Move, 3, 3, 3), 1));
        Assert.Null(OfMove(Diary.Did(1, Move, 3, 3, 3), 2));
        Assert.Null(OfMove(Diary.Did(1, Move, 3, 3, 3, outcome: ItemOutcome.Skipped), 1));
        foreach (var sore in new[] { Diary.Did(1, Move, 3, 6, 3), Diary.Did(1, Move, 3, 3, 3, outcome: ItemOutcome.TooMuch), Diary.Did(1, Move, 3, 3, 5), Diary.Did(1, Move, 3, 3, 3, settled: Settling.WithinDay) })
        {
            Assert.Equal(PressingRest.Sore, OfMove(sore, 2));
            Assert.Equal(PressingRest.Sore, OfMove(sore, 3, 17));
            Assert.Null(OfMove(sore, 3, 17.2));
            Assert.Null(OfMove(sore, 2, move: "ball-at-wall-upper-back"));
            // While its own session runs, it does not wait for itself.
            Assert.Null(OfMove(sore, 1, 18, within: sore.History.Sessions[0].Id));
        }
    }

    [Fact]
    public void Three_spots_and_ten_minutes_a_day_hold_for_moves_and_those_before_it_in_the_session_too()
    {
        var two = Pressed(Pressed(Diary, 1, 9, "b"), 1, 10, "c");
        Assert.Null(OfMove(two, 1));
        Assert.Equal(PressingRest.Spots, OfMove(two, 1, beside: ("ball-at-wall-upper-back", 3)));
        Assert.Equal(PressingRest.Minutes, OfMove(Pressed(Diary, 1, 9, "b", seconds: 500), 1));
        Assert.Equal(PressingRest.Minutes, OfMove(Diary, 1, beside: ("ball-at-wall-upper-back", 8)));
    }

    [Fact]
    public void The_limits_are_those_of_the_dose_in_the_knowledge()
    {
        var dose = RealKnowledge.Library.Doses.Single(one => one.Id == "pressure");
        Assert.Equal((PressingState.MostMinutes, 1), (dose.MaxMinutes, dose.MaxTimesPerDay));
    }
}
