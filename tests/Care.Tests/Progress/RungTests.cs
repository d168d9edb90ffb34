namespace Mainstay.Care.Tests;

/// <summary>Climbing a rung is no missing of the one below, and neither is doing the move that is there for a change.</summary>
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
    public void Who_does_the_harder_one_keeps_it_and_loses_nothing_of_the_easier(string lower, string harder)
    {
        var (diary, day) = Climbed(lower);
        var volume = diary.Item(day, lower)!.Volume;
        Assert.Contains(harder, diary.On(day).Progress.Gate.Opened);
        for (var n = 0; n < 40; n += 3) diary.Did(day + n, harder, 3, 3, 3, diary.Item(day + n, harder)?.Volume ?? 4);
        var after = diary.On(day + 40).Progress;
        Assert.Equal((volume, "up_level"), (after.Items[lower].Volume, after.Items[lower].Why!.Rule));
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
