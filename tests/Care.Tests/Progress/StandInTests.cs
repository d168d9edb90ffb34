using Mainstay.Knowledge;

namespace Mainstay.Care.Tests;

/// <summary>An easier move stands in only for who can do it: a lock that only its greens open would hold for ever otherwise.</summary>
public class StandInTests
{
    const string Hinge = "standing-hamstring-hinge", Hold = "front-hold";

    static Answers AtWork => RealCare.DeskWorker.WithSet("places", "work");
    static Answers Pregnant => RealCare.Person("""
        {"age": 32, "sex": "f", "pregnant": "yes", "trimester": "second", "pregnancy_weeks": 20, "onset_days": 30, "onset_mode": "gradual", "nprs": 4, "regions": ["low_back"],
         "minutes_per_day": 12, "days_per_week": 5, "places": ["home"]}
        """);

    public static TheoryData<string, bool> Who => new() { { Hinge, true }, { Hold, false } };

    [Theory]
    [MemberData(nameof(Who))]
    public void Where_nothing_easier_can_be_done_it_rests_two_weeks_and_comes_back_with_less(string item, bool pregnant)
    {
        var diary = new Diary(pregnant ? Pregnant : AtWork);
        var full = Full(item);
        diary.Did(0, item, 3, 8, 3, full);
        Assert.Equal((true, "rests"), (diary.Item(1, item)!.Closed, diary.Item(1, item)!.Why!.Rule));
        Assert.True(diary.Item(14, item)!.Closed);
        var back = diary.Item(15, item)!;
        Assert.Equal((false, "rested", Math.Floor(full * 0.6)), (back.Closed, back.Why!.Rule, back.Volume));
    }

    [Theory]
    [InlineData(Hinge)]
    [InlineData(Hold)]
    public void Where_it_can_be_done_its_greens_open_the_move_and_time_does_not(string item)
    {
        var diary = new Diary(RealCare.DeskWorker).Did(0, item, 3, 8, 3, Full(item));
        Assert.Equal((true, "down_red"), (diary.Item(15, item)!.Closed, diary.Item(15, item)!.Why!.Rule));
    }

    [Theory]
    [InlineData(8)]
    [InlineData(4)]
    public void The_pain_of_a_day_opens_nothing(double pain)
    {
        var diary = new Diary(RealCare.DeskWorker).Did(0, Hinge, 3, 8, 3, Full(Hinge)).Pain(16, pain);
        Assert.True(diary.Item(16, Hinge)!.Closed);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_was_only_missed_rests_for_nobody(bool atWork)
    {
        var diary = new Diary(atWork ? AtWork : RealCare.DeskWorker).Did(0, Hold, 3, 3, 3, Full(Hold));
        var item = diary.Item(16, Hold)!;
        Assert.Equal((!atWork, "missed_level"), (item.Closed, item.Why!.Rule));
        Assert.True(item.Volume < Full(Hold));
    }

    [Fact]
    public void One_that_was_taken_out_of_the_plan_does_not_stand_in()
    {
        var diary = new Diary(RealCare.DeskWorker).Did(0, Hold, 3, 8, 3, Full(Hold));
        Today On(params PlanChoice[] made) => Diary.Daily.On(diary.Answers, diary.History, Diary.At(16, 9), made: [.. made]);
        Assert.True(On().Progress.Items[Hold].Closed);
        Assert.False(On(new PlanChoice.Skip(null, "dead-bug-heel-taps")).Progress.Items[Hold].Closed);
    }

    [Fact]
    public void A_hold_that_got_short_grows_again()
    {
        var stretch = RealCare.Model.Library.Items.First(item => item is { Family: Family.Stretch, Dose: "static-stretch", Easier: null }).Id;
        var diary = new Diary(RealCare.DeskWorker).Did(0, stretch, 3, 8, 3, 30).Did(2, stretch, 3, 3, 3, 18, outcome: ItemOutcome.TooMuch);
        Assert.Equal(14, diary.Item(3, stretch)!.Volume);
        foreach (var day in (int[])[4, 7, 10, 13]) diary.Did(day, stretch, 3, 3, 3, diary.Item(day, stretch)!.Volume);
        Assert.Equal(16, diary.Item(14, stretch)!.Volume);
    }

    [Theory]
    [InlineData(30)]
    [InlineData(9)]
    [InlineData(3)]
    public void A_short_hold_grows_by_no_more_than_a_fifth_in_a_week_and_all_the_way(double asked)
    {
        var stretch = RealCare.Model.Library.Items.First(item => item is { Family: Family.Stretch, Dose: "static-stretch", Easier: null }).Id;
        var diary = new Diary(RealCare.DeskWorker).Did(0, stretch, 3, 8, 3, asked);
        var volumes = new List<double>();
        for (var day = 1; day < 200; day++)
        {
            volumes.Add(diary.Item(day, stretch)!.Volume);
            if (volumes is [.., var now] && volumes.Count > 7 && volumes[^8..^1].Min() is var week)
                Assert.True(now <= Math.Max(week * 1.2, week + 1) + 1e-6, $"day {day}: from {week} to {now}");
            if (day % 3 == 0) diary.Did(day, stretch, 3, 3, 3, volumes[^1]);
        }
        Assert.True(volumes[^1] >= 30, $"it stays at {volumes[^1]}");
    }

    /// <summary>A red at work, where nothing can stand in for it; from day 15 on it is done again.</summary>
    static Diary Returned(int sessions)
    {
        var diary = new Diary(AtWork).Did(0, Hold, 3, 8, 3, Full(Hold));
        for (var n = 0; n < sessions; n++) diary.Did(16 + 3 * n, Hold, 3, 3, 3, diary.Item(16 + 3 * n, Hold)!.Volume);
        return diary;
    }

    static Today AtHome(Diary diary, int day) => Diary.Daily.On(diary.Answers.WithSet("places", "home", "work"), diary.History, Diary.At(day, 9));

    [Fact]
    public void What_came_back_and_went_well_is_not_closed_again_when_an_easier_move_could_be_done_from_now_on()
    {
        var diary = Returned(6);
        Assert.False(diary.Item(35, Hold)!.Closed);
        Assert.False(AtHome(diary, 35).Progress.Items[Hold].Closed);
    }

    [Fact]
    public void The_reason_of_a_refusal_is_that_of_the_lock()
    {
        // Soon after the red it was done all the same, and went well.
        var diary = new Diary(RealCare.DeskWorker).Did(0, Hold, 3, 8, 3, Full(Hold)).Did(2, Hold, 3, 3, 3, 7).Did(4, Hold, 3, 3, 3, 7).Did(6, Hold, 3, 6, 3, 7);
        diary.Ask(7, 10, diary.On(7, 9.9).Rescreen!.Inputs);
        var today = diary.On(8);
        Assert.True(today.Progress.Items[Hold].Closed);
        Assert.Equal(Diary.Daily.Rules.Words.DownRed, Assert.Single(Diary.Daily.Own(diary.Answers, diary.History, Diary.At(8, 9), today).Of(Hold)!.WhyNot));
    }

    [Fact]
    public void Two_greens_right_after_the_lock_bring_no_more_of_it()
    {
        var diary = new Diary(RealCare.DeskWorker).Did(0, Hold, 3, 8, 3, Full(Hold));
        var volume = diary.Item(1, Hold)!.Volume;
        diary.Did(2, Hold, 3, 3, 3, volume).Did(4, Hold, 3, 3, 3, volume);
        Assert.Equal((true, volume), (diary.Item(6, Hold)!.Closed, diary.Item(6, Hold)!.Volume));
    }

    [Theory]
    [InlineData(16, true)]
    [InlineData(24, true)]
    [InlineData(25, false)]
    public void Taking_out_the_stand_in_that_was_too_much_opens_nothing_before_two_weeks_after_it(int day, bool closed)
    {
        var diary = new Diary(RealCare.DeskWorker).Did(0, Hold, 3, 8, 3, Full(Hold)).Did(10, "dead-bug-heel-taps", 3, 8, 3, 8);
        var today = Diary.Daily.On(diary.Answers, diary.History, Diary.At(day, 9), made: [new PlanChoice.Skip(null, "dead-bug-heel-taps")]);
        Assert.Equal(closed, today.Progress.Items[Hold].Closed);
    }

    [Fact]
    public void Greens_of_the_stand_in_open_the_move_where_the_plan_grows_by_time_too()
    {
        var diary = new Diary(ProgressTests.Sensitised).Did(0, "hip-hinge", 3, 8, 3, 6);
        foreach (var day in (int[])[9, 12]) diary.Did(day, "sit-to-stand", 3, 3, 3, 6);
        Assert.Equal((false, "back"), (diary.Item(14, "hip-hinge")!.Closed, diary.Item(14, "hip-hinge")!.Why!.Rule));
    }

    static double Full(string item) => item == Hold ? 12 : 30;
}
