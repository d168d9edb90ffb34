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
        Assert.Equal(19, diary.Item(14, stretch)!.Volume);
    }

    static double Full(string item) => item == Hold ? 12 : 30;
}
