namespace Mainstay.Care.Tests;

/// <summary>Who climbs a rung loses no level, and neither does who does the move that is there for a change. The dose of the rung below goes by when it was done itself.</summary>
public class RungTests
{
    /// <summary>A move done well every third day until the next harder one opens.</summary>
    static (Diary Diary, int Day) Climbed(string lower)
    {
        var diary = new Diary(RealCare.DeskWorker);
        var day = 0;
        for (; diary.Item(day, lower)?.Why?.Rule != "up_level"; day += 3)
        {
            Assert.True(day < 200, "it never opens");
            diary.Did(day, lower, 3, 3, 3, diary.Item(day, lower)?.Volume ?? 8);
        }
        return (diary, day);
    }

    [Theory]
    [InlineData("hip-hinge", "deadlift-from-blocks")]
    [InlineData("pelvic-bridge", "single-leg-bridge")]
    public void Who_does_the_harder_one_keeps_it_and_begins_the_easier_again_with_less(string lower, string harder)
    {
        var (diary, day) = Climbed(lower);
        var (start, volume) = (diary.Item(1, lower)!.Volume, diary.Item(day, lower)!.Volume);
        Assert.Contains(harder, diary.On(day).Progress.Gate.Opened);
        for (var n = 0; n < 40; n += 3) diary.Did(day + n, harder, 3, 3, 3, diary.Item(day + n, harder)?.Volume ?? 4);
        var after = diary.On(day + 40).Progress;
        Assert.Equal((Math.Floor(volume * 0.8), "missed_less"), (diary.Item(day + 10, lower)!.Volume, diary.Item(day + 10, lower)!.Why!.Rule));
        Assert.Equal((start, "missed_start"), (after.Items[lower].Volume, after.Items[lower].Why!.Rule));
        Assert.DoesNotContain(harder, after.Gate.Closed);
        Assert.Contains(harder, after.Gate.Opened);
    }

    [Fact]
    public void Who_does_neither_has_missed_both()
    {
        var (diary, day) = Climbed("hip-hinge");
        var after = diary.On(day + 15).Progress;
        Assert.Equal("missed_level", after.Items["hip-hinge"].Why!.Rule);
        Assert.DoesNotContain("deadlift-from-blocks", after.Gate.Opened);
    }

    [Fact]
    public void After_red_of_the_harder_one_the_easier_comes_back_as_after_any_break_and_promises_nothing()
    {
        const string Lower = "hip-hinge", Harder = "deadlift-from-blocks";
        var (diary, day) = Climbed(Lower);
        var start = diary.Item(1, Lower)!.Volume;
        var end = day + 69;
        for (; day < end; day += 3) diary.Did(day, Harder, 3, 3, 3, diary.Item(day, Harder)?.Volume ?? 4);
        diary.Did(end, Harder, 3, 8, 3, 4);
        Assert.Equal((false, start, "missed_start"), (diary.Item(end + 1, Lower)!.Closed, diary.Item(end + 1, Lower)!.Volume, diary.Item(end + 1, Lower)!.Why!.Rule));
    }

    [Fact]
    public void Right_after_red_of_the_harder_one_nothing_says_that_it_is_open()
    {
        var (diary, day) = Climbed("hip-hinge");
        Assert.Equal("same", diary.Did(day, "deadlift-from-blocks", 3, 8, 3, 4).Item(day + 1, "hip-hinge")!.Why!.Rule);
    }

    [Fact]
    public void Who_does_neither_any_more_goes_down_one_level_and_not_two()
    {
        var (diary, day) = Climbed("hip-hinge");
        for (var n = 0; n < 7; n += 3) diary.Did(day + n, "deadlift-from-blocks", 3, 3, 3, 4);
        var after = diary.On(day + 6 + 15).Progress;
        Assert.Equal((true, false), (after.Items["deadlift-from-blocks"].Closed, after.Items["hip-hinge"].Closed));
    }

    [Fact]
    public void A_move_that_nothing_is_counted_of_closes_the_harder_one_too_when_it_was_missed()
    {
        const string Uncounted = "tense-and-let-go";
        var (diary, day) = Climbed(Uncounted);
        Assert.Equal(Measure.None, diary.Item(day, Uncounted)!.Measure);
        Assert.NotEmpty(diary.On(day).Progress.Gate.Opened);
        Assert.Empty(diary.On(day + 15).Progress.Gate.Opened);
        Assert.Equal("same", diary.Item(day + 15, Uncounted)!.Why!.Rule);
    }

    [Fact]
    public void A_red_of_the_harder_one_closes_it()
    {
        var (diary, day) = Climbed("hip-hinge");
        diary.Did(day, "deadlift-from-blocks", 3, 8, 3, 4);
        Assert.Contains("deadlift-from-blocks", diary.On(day + 1).Progress.Gate.Closed);
        Assert.DoesNotContain("deadlift-from-blocks", diary.On(day + 1).Progress.Gate.Opened);
    }

    /// <summary>Five weeks of the same without gain: effort is too high for a step up.</summary>
    static (Diary Diary, int Day) Stuck(string item)
    {
        var diary = new Diary(RealCare.DeskWorker);
        var day = 0;
        for (; diary.Item(day, item)?.Why?.Rule != "plateau"; day += 3)
        {
            Assert.True(day < 60, "no plateau");
            diary.Did(day, item, 3, 3, 3, 8, rpe: 9);
        }
        return (diary, day);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_change_of_moves_changes_no_dose_as_long_as_the_other_one_is_done(bool done)
    {
        const string Stays = "hip-hinge", Other = "pelvic-bridge";
        var (diary, day) = Stuck(Stays);
        Assert.Contains(Stays, diary.On(day).Progress.Gate.Varied);
        for (var n = 0; done && n < 18; n += 3) diary.Did(day + n, Other, 3, 3, 3, 4);
        Assert.Equal(done ? "plateau" : "missed_level", diary.Item(day + 18, Stays)!.Why!.Rule);
        Assert.Equal(done, diary.Item(day + 18, Stays)!.Volume == 8);
    }
}
