namespace Mainstay.Care.Tests;

/// <summary>Over four weeks away a move begins again, where an easier one stands in for it too.</summary>
public class MissedTests
{
    const string Hinge = "hip-hinge", Squat = "sit-to-stand";

    /// <summary>The hinge done every other day until it has grown well above its start, and the first day after.</summary>
    static (Diary Diary, int Day, double Start) Grown()
    {
        var diary = new Diary(RealCare.DeskWorker).Did(0, Hinge, 3, 3, 3, 8);
        var start = diary.Item(1, Hinge)!.Volume;
        var day = 2;
        for (; diary.Item(day, Hinge)!.Volume < start * 2; day += 2) diary.Did(day, Hinge, 3, 3, 3, diary.Item(day, Hinge)!.Volume);
        return (diary, day, start);
    }

    [Fact]
    public void After_five_weeks_away_it_comes_back_with_the_dose_of_the_start()
    {
        var (diary, day, start) = Grown();
        Assert.True(diary.Item(day + 20, Hinge)!.Volume > start);
        var item = diary.Item(day + 34, Hinge)!;
        Assert.Equal((start, "missed_start"), (item.Volume, item.Why!.Rule));
        diary.Did(day + 35, Squat, 3, 3, 3, 8).Did(day + 37, Squat, 3, 3, 3, 8);
        item = diary.Item(day + 38, Hinge)!;
        Assert.Equal((false, start), (item.Closed, item.Volume));
    }

    [Fact]
    public void What_has_just_come_back_was_not_missed_before()
    {
        var diary = new Diary(RealCare.DeskWorker).Did(0, Hinge, 3, 8, 3, 8).Did(11, Squat, 3, 3, 3, 8).Did(14, Squat, 3, 3, 3, 8);
        Assert.Equal((false, "back"), (diary.Item(16, Hinge)!.Closed, diary.Item(16, Hinge)!.Why!.Rule));
    }

    [Fact]
    public void A_red_before_the_long_break_changes_nothing_of_that()
    {
        var (diary, day, start) = Grown();
        diary.Did(day, Hinge, 3, 8, 3, diary.Item(day, Hinge)!.Volume);
        Assert.True(diary.Item(day + 20, Hinge)!.Closed);
        Assert.Equal(start, diary.Item(day + 35, Hinge)!.Volume);
    }
}
