namespace Mainstay.Care.Tests;

public class FlareTests
{
    static Diary Usually(int every)
    {
        var diary = new Diary(RealCare.DeskWorker);
        for (var day = 0; day < 20; day += every) diary.Pain(day, 3);
        return diary;
    }

    static Flare? On(Diary diary, int day) => diary.On(day).Progress.Flare;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Who_says_how_it_is_every_so_many_days_has_bad_spells_too(int every)
    {
        var diary = Usually(every).Pain(21, 6);
        Assert.Null(On(diary, 21));
        var flare = On(diary.Pain(21 + every, 6), 21 + every)!;
        Assert.Equal((DateOnly.FromDateTime(Diary.At(21 + every, 0).DateTime), DateOnly.FromDateTime(Diary.At(21, 0).DateTime), 3), (flare.From, flare.Began, flare.Usual));
        Assert.Equal("ask_flare", diary.On(21 + every).Rescreen!.Whys[^1].Rule);
        // It has an end, as every one has.
        Assert.Null(On(diary, 25 + every));
    }

    [Fact]
    public void What_was_bad_long_before_makes_no_spell() => Assert.Null(On(Usually(2).Pain(21, 6).Pain(25, 6), 25));

    [Fact]
    public void A_better_day_between_makes_no_spell() => Assert.Null(On(Usually(2).Pain(21, 6).Pain(22, 3).Pain(23, 6), 23));

    [Fact]
    public void A_spell_that_goes_on_every_other_day_is_one_spell()
    {
        var diary = Usually(2);
        for (var day = 21; day < 32; day += 2) diary.Pain(day, 6);
        Assert.Single(diary.On(31).Progress.Flares);
    }
}
