using System.Collections.Immutable;
using Mainstay.Knowledge;

namespace Mainstay.Care.Tests;

public class ProgressTests
{
    static Diary Desk => new(RealCare.DeskWorker);
    const string Squat = "sit-to-stand";

    [Theory]
    [InlineData(false, DayMode.FreeDay)]
    [InlineData(true, DayMode.Holiday)]
    public void On_a_free_day_and_on_holiday_what_the_pain_asks_for_still_holds(bool holiday, DayMode mode)
    {
        var on = DateOnly.FromDateTime(Diary.At(1, 0).DateTime);
        var diary = Desk.Pain(1, 9).Note(1, 8.5, holiday ? new Holiday { From = on, To = on } : new FreeDay { On = on });
        var today = diary.On(1);
        Assert.Equal((mode, DayMode.StrongPain), (today.Mode, today.Underlying));
        Assert.Equal(9, today.Answers.NumberOf("nprs"));
        Assert.Empty(today.Items);
        var own = Diary.Daily.Own(diary.Answers, diary.History, Diary.At(1, 9), today);
        Assert.Null(own.Of("ball-at-wall-buttock")!.Today);
        Assert.Null(own.Of(Squat)!.Today);

        Assert.Equal((DayMode.Usual, DayMode.Usual), (diary.Pain(2, 3).On(2).Mode, diary.On(2).Underlying));
    }

    [Fact]
    public void Two_green_sessions_bring_one_repetition_more_and_say_so()
    {
        var diary = Desk.Did(0, Squat, 3, 4, 3, 8);
        Assert.Equal(8, diary.Item(2, Squat)!.Volume);

        diary.Did(2, Squat, 3, 4, 3, 8);
        var item = diary.Item(3, Squat)!;
        Assert.Equal((9, "up"), (item.Volume, item.Why!.Rule));
        Assert.NotEmpty(item.Why.Because);
        Assert.NotEqual("", item.Why.Says);
    }

    [Fact]
    public void Without_the_next_morning_nothing_goes_up()
        => Assert.Equal(8, Desk.Did(0, Squat, 3, 4, 3, 8).Did(2, Squat, 3, 4, null, 8).Item(3, Squat)!.Volume);

    [Fact]
    public void Effort_over_seven_or_too_little_done_keeps_the_dose()
        => Assert.Equal(8, Desk.Did(0, Squat, 3, 4, 3, 8, rpe: 8).Did(2, Squat, 3, 4, 3, 8, rpe: 8).Item(3, Squat)!.Volume);

    [Fact]
    public void A_week_brings_no_more_than_a_fifth()
    {
        var diary = Desk;
        foreach (var day in (int[])[0, 2, 4, 6, 8, 10, 12, 14]) diary.Did(day, Squat, 3, 3, 3, diary.Item(day, Squat)?.Volume ?? 8);
        for (var day = 7; day <= 15; day++)
            Assert.True(diary.Item(day, Squat)!.Volume <= Math.Max((diary.Item(day - 7, Squat)?.Volume ?? 8) * 1.2, (diary.Item(day - 7, Squat)?.Volume ?? 8) + 1) + 1e-9, $"day {day}");
        Assert.True(diary.Item(15, Squat)!.Volume > 8);
    }

    [Fact]
    public void Red_stops_asks_again_and_goes_on_lower()
    {
        var diary = Desk.Did(0, "hip-hinge", 3, 8, 3, 8);

        Assert.NotNull(diary.On(0, 18).Rescreen);
        Assert.Equal(DayMode.Guarded, diary.On(0, 18).Mode);
        // A stand-in of the same kind is there: the easier move takes over.
        Assert.True(diary.Item(1, "hip-hinge")!.Closed);
        Assert.Equal("down_red", diary.Item(1, "hip-hinge")!.Why!.Rule);
        diary.Ask(1, 10, diary.On(1).Rescreen!.Inputs);
        Assert.Null(diary.On(1, 11).Rescreen);
        Assert.DoesNotContain(diary.On(2).Items, i => i.Id is "hip-hinge" or "deadlift-from-blocks");
    }

    [Fact]
    public void Pain_down_the_leg_is_red_even_without_a_rise()
        => Assert.Equal(Light.Red, Desk.Did(0, Squat, 2, 2, 2, 8, moved: PainMoved.Down).On(1).Progress.Sessions[^1].Light);

    [Fact]
    public void One_amber_keeps_the_dose_and_two_take_it_down()
    {
        var diary = Desk.Did(0, Squat, 3, 6, 3, 8);
        Assert.Equal((8, "same"), (diary.Item(1, Squat)!.Volume, diary.Item(1, Squat)!.Why!.Rule));

        diary.Did(2, Squat, 3, 6, 3, 8);
        Assert.Equal((6, "down_amber"), (diary.Item(3, Squat)!.Volume, diary.Item(3, Squat)!.Why!.Rule));
    }

    [Fact]
    public void Too_much_takes_a_fifth_off_at_once()
        => Assert.Equal(6, Desk.Did(0, Squat, 3, 3, 3, 8, outcome: ItemOutcome.TooMuch).Item(1, Squat)!.Volume);

    [Theory]
    [InlineData(7, 8, null)]
    [InlineData(8, 6, "missed_less")]
    [InlineData(15, 5, "missed_level")]
    public void Missed_days_take_it_down(int days, double volume, string? why)
    {
        var item = Desk.Did(0, Squat, 3, 3, 3, 8).Item(days, Squat)!;
        Assert.Equal((volume, why), (item.Volume, item.Why?.Rule));
    }

    [Fact]
    public void A_flare_halves_the_minutes_keeps_something_to_do_and_starts_again_with_less()
    {
        var diary = Desk;
        for (var day = 0; day < 10; day++) diary.Pain(day, 3);
        diary.Did(8, Squat, 3, 3, 3, 8).Pain(10, 5).Pain(11, 6);

        Assert.Null(diary.On(10).Progress.Flare);
        diary.Ask(11, 8.5, diary.On(11).Rescreen!.Inputs);
        var flare = diary.On(11);
        Assert.Equal(DayMode.Flare, flare.Mode);
        Assert.True(flare.Plan.Plan!.Days.All(d => d.Minutes <= 6));
        Assert.NotEmpty(flare.Plan.Plan.Days.SelectMany(d => d.Items));

        diary.Pain(12, 5).Pain(13, 3);
        Assert.Equal(DayMode.Flare, diary.On(12).Mode);
        Assert.Equal(DayMode.Usual, diary.On(13).Mode);
        Assert.Equal((6, "flare_restart"), (diary.Item(13, Squat)!.Volume, diary.Item(13, Squat)!.Why!.Rule));
    }

    static Diary Flaring()
    {
        var diary = Desk;
        for (var day = 0; day < 10; day++) diary.Pain(day, 3);
        diary.Did(8, Squat, 3, 3, 3, 8).Pain(10, 5).Pain(11, 6);
        return diary.Ask(11, 8.5, diary.On(11).Rescreen!.Inputs);
    }

    [Fact]
    public void A_flare_halves_the_load_never_the_half_again_and_the_restart_goes_from_the_dose_before_it()
    {
        var diary = Flaring();
        Assert.Equal(4, Asked(diary, 11));
        diary.Did(11, Squat, 5, 5, 5, 4).Pain(12, 5).Pain(13, 5);
        Assert.NotNull(diary.On(13, 18).Progress.Flare);
        Assert.Equal(4, Asked(diary, 13, 18));
        diary.Pain(14, 3);
        Assert.Equal((6, "flare_restart"), (diary.Item(14, Squat)!.Volume, diary.Item(14, Squat)!.Why!.Rule));
    }

    [Fact]
    public void A_step_up_that_was_not_tried_before_the_flare_is_no_part_of_the_restart()
    {
        var diary = Desk;
        for (var day = 0; day < 10; day++) diary.Pain(day, 3);
        diary.Did(6, Squat, 3, 3, 3, 8).Did(8, Squat, 3, 3, 3, 8);
        Assert.Equal(9, diary.Item(9, Squat)!.Volume);
        diary.Pain(10, 5).Pain(11, 6).Pain(12, 5).Pain(13, 3);
        // Eight tenths of eight, not of nine.
        Assert.Equal((6, "flare_restart"), (diary.Item(13, Squat)!.Volume, diary.Item(13, Squat)!.Why!.Rule));
    }

    [Fact]
    public void Where_the_half_was_too_much_the_restart_goes_from_the_half()
    {
        var diary = Flaring().Did(11, Squat, 5, 8, 5, 4).Pain(12, 5).Pain(13, 5).Pain(14, 3);
        Assert.Null(diary.On(14).Progress.Flare);
        Assert.InRange(diary.Item(14, Squat)!.Volume, 1, 3);
    }

    static double? Asked(Diary diary, int day, double hour = 9)
        => Diary.Daily.Own(diary.Answers, diary.History, Diary.At(day, hour), diary.On(day, hour)).Of(Squat, within: Guid.Empty)?.Today?.Volume;

    [Fact]
    public void A_flare_leaves_a_walk_as_it_is()
    {
        var diary = Flaring().Did(7, "walking-plan", 3, 3, 3, 10);
        var today = diary.On(11);
        Assert.Equal(DayMode.Flare, today.Mode);
        Assert.Equal(diary.Item(11, "walking-plan")!.Volume, Diary.Daily.Own(diary.Answers, diary.History, Diary.At(11, 9), today).Of("walking-plan")!.Today!.Volume);
    }

    [Fact]
    public void A_move_that_presses_waits_where_its_spot_was_pressed_and_the_day_says_why()
    {
        const string Press = "ball-at-wall-buttock";
        var diary = new Diary(RealCare.DeskWorker.WithSet("equipment", "soft-ball").With("minutes_per_day", 30)).Note(1, 7, new SpotFelt { Spot = "a", Region = "buttock_left", Pain = 4 });
        var planned = diary.On(1).Plan.Plan!.On(diary.On(1).Date).Items.First(item => item.Item.Family is Family.Mobility or Family.Stretch).Id;
        ImmutableArray<PlanChoice> made = [new PlanChoice.Swap(null, planned, Press)];
        Today On(double hour) => Diary.Daily.On(diary.Answers, diary.History, Diary.At(1, hour), made: made);
        OwnMoves Own(double hour) => Diary.Daily.Own(diary.Answers, diary.History, Diary.At(1, hour), On(hour));
        Assert.Contains(On(9).Items, item => item.Id == Press);
        Assert.NotNull(Own(9).Of(Press)!.Today);

        diary.Note(1, 10, new SpotPressed { Spot = "a", Seconds = 60, Before = 4, After = 3 });
        Assert.DoesNotContain(On(11).Items, item => item.Id == Press);
        Assert.Equal("press_once", Assert.Single(On(11).Reasons).Rule);
        Assert.Equal(Diary.Daily.Rules.Words.PressOnce, Assert.Single(Own(11).Of(Press)!.WhyNot));
        Assert.NotNull(Own(11).Of(Press, bySpot: true)!.Today);
        Assert.NotNull(Own(11).Of("ball-at-wall-upper-back")!.Today);
    }

    [Fact]
    public void Strong_pain_leaves_comfort_breath_and_walks()
    {
        var today = Desk.Pain(0, 7).On(0);
        Assert.Equal(DayMode.StrongPain, today.Mode);
        Assert.DoesNotContain(today.Items, i => i.Item.Family is Family.Strength or Family.Stretch or Family.Pressure or Family.Mobility);
        Assert.Contains(today.Reasons, r => r.Rule == "strong_pain");
    }

    [Fact]
    public void Worse_pain_lets_nothing_rise()
    {
        var diary = Desk.Did(0, Squat, 3, 4, 3, 8).Did(2, Squat, 3, 4, 3, 8).Pain(4, 5);
        Assert.True(diary.On(4).Progress.Worse);
        Assert.All(diary.On(4).Items.Where(i => i.Id == Squat), i => Assert.Equal(8, i.Volume));
    }

    [Fact]
    public void Strength_of_the_same_part_rests_for_48_hours()
    {
        var diary = Desk;
        var strong = Enumerable.Range(0, 7).Select(d => (Day: d, Item: diary.On(d).Items.FirstOrDefault(i => i.Item.Family == Family.Strength))).First(d => d.Item is not null);
        // Done the evening before, although it was not the day for it.
        diary.Did(strong.Day + 6, strong.Item!.Id, 3, 3, 3, 8);
        Assert.DoesNotContain(diary.On(strong.Day + 7).Items, i => i.Id == strong.Item.Id);
    }

    [Fact]
    public void A_free_day_and_a_holiday_have_nothing_due()
    {
        var diary = Desk.Note(0, 7, new FreeDay { On = RealCare.Today }).Note(0, 7, new Holiday { From = RealCare.Today.AddDays(1), To = RealCare.Today.AddDays(2) });
        Assert.Equal(DayMode.FreeDay, diary.On(0).Mode);
        Assert.Equal(DayMode.Holiday, diary.On(2).Mode);
        Assert.Empty(diary.On(0).Items.Concat(diary.On(2).Items));
        Assert.Equal(DayMode.Usual, diary.On(3).Mode);
    }

    internal static Answers Sensitised => RealCare.Person("""
        {"age": 45, "sex": "f", "pregnant": "no", "onset_days": 400, "onset_mode": "gradual", "nprs": 4, "regions": ["low_back", "neck"], "other_sites": 6,
         "touch_hurts": "yes", "cold_hurts": "yes", "exercise_after_pain": "yes", "unrefreshed_sleep": "yes", "brain_fog": "yes", "fatigue": "yes",
         "tender_everywhere": "yes", "minutes_per_day": 15, "days_per_week": 5, "places": ["home"]}
        """);

    [Fact]
    public void The_sensitised_grow_by_the_calendar_through_small_rises()
    {
        var diary = new Diary(Sensitised);
        Assert.Contains(diary.On(0).Assessment.Contributors.Named, c => c.Id == "sensitised");
        var first = diary.Did(0, Squat, 4, 6, 6, 6).Item(1, Squat)!.Volume;
        Assert.Equal(6, first);
        foreach (var day in (int[])[3, 7, 10, 14, 17, 21]) diary.Did(day, Squat, 4, 6, 6, diary.Item(day, Squat)!.Volume);
        Assert.Equal("pacing", diary.Item(22, Squat)!.Why!.Rule);
        Assert.True(diary.Item(22, Squat)!.Volume > first);
    }

    [Theory]
    [InlineData(5, true)]
    [InlineData(7, false)]
    public void A_bad_next_morning_stops_what_grows_by_the_calendar(double morning, bool grows)
    {
        var diary = new Diary(Sensitised).Did(0, Squat, 3, 4, 3, 6).Did(7, Squat, 3, 4, morning, 6);
        Assert.Equal((grows ? "pacing" : "same", DateOnly.FromDateTime(Diary.At(7, 0).DateTime)), (diary.Item(8, Squat)!.Why!.Rule, diary.Item(8, Squat)!.Why!.On));
        if (grows) return;
        // And two of them are two ambers.
        Assert.Equal("down_amber", diary.Did(10, Squat, 3, 4, morning, 6).Item(11, Squat)!.Why!.Rule);
    }

    [Fact]
    public void An_entry_from_the_future_does_not_count_yet()
        => Assert.Equal(Desk.Pain(0, 3).On(0).Progress, Desk.Pain(0, 3).Did(5, Squat, 3, 9, 9, 8).On(0).Progress, new SameState());

    sealed class SameState : IEqualityComparer<ProgressState>
    {
        public bool Equals(ProgressState? a, ProgressState? b) => a!.Items.Count == b!.Items.Count && a.Sessions.Length == b.Sessions.Length && a.Flare == b.Flare;
        public int GetHashCode(ProgressState state) => 0;
    }
}
