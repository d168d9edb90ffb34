namespace Mainstay.Care.Tests;

/// <summary>What was too much or red is over for the day, and a later word takes neither back.</summary>
public class StoppedTests
{
    static readonly Guid One = new(1, 8, 8, new byte[8]), Two = new(2, 8, 8, new byte[8]);

    static Diary Desk => new(RealCare.DeskWorker);

    static Diary Session(params ItemReport[] reports)
    {
        var diary = Desk.Note(0, 17, new SessionStart { Session = One, Pain = 3, AnyNew = false });
        foreach (var (n, report) in reports.Index()) diary.Note(0, 17.1 + n / 100.0, report with { Session = One });
        if (diary.On(0, 19).Rescreen is { } due) diary.Ask(0, 19, due.Inputs);
        return diary;
    }

    static ItemReport Report(string item, double worst, ItemOutcome outcome = ItemOutcome.Done) => new() { Session = One, Item = item, Worst = worst, After = 3, Outcome = outcome, Asked = 8, Done = 8, Rpe = 5 };

    static OwnMoves All(Diary diary, int day, double hour) => Diary.Daily.Own(diary.Answers, diary.History, Diary.At(day, hour), diary.On(day, hour));

    static OwnMove Own(Diary diary, int day, double hour, string item, Guid? within = null) => All(diary, day, hour).Of(item, within)!;

    [Fact]
    public void No_item_of_the_library_is_offered_again_on_the_day_on_which_it_was_too_much()
    {
        var before = All(Desk, 0, 12);
        string[] offered = [.. RealKnowledge.Library.Items.Select(item => item.Id).Where(id => before.Of(id)!.Today is not null)];
        Assert.True(offered.Length > 40);
        var after = All(Session([.. offered.Select(id => Report(id, 4, ItemOutcome.TooMuch))]), 0, 20);
        foreach (var id in offered)
        {
            Assert.True(after.Of(id) is { Today: null, Stopped: true }, id);
            Assert.Equal(RealKnowledge.Library.Progress!.Words.Stopped, Assert.Single(after.Of(id)!.WhyNot));
        }
    }

    [Fact]
    public void Red_stops_it_until_tomorrow_in_every_session_and_in_its_own_it_keeps_its_place()
    {
        var diary = Session(Report("belly-breath-pacer", 9), Report("cat-cow", 3));
        Assert.Null(diary.On(0, 20).Rescreen);
        Assert.True(Own(diary, 0, 20, "belly-breath-pacer") is { Today: null, Stopped: true });
        Assert.True(Own(diary, 0, 20, "belly-breath-pacer", Two) is { Today: null, Stopped: true });
        Assert.True(Own(diary, 0, 20, "belly-breath-pacer", One) is { Today: not null, Stopped: true });
        Assert.True(Own(diary, 0, 20, "cat-cow") is { Today: not null, Stopped: false });
        Assert.True(Own(diary, 1, 9, "belly-breath-pacer") is { Today: not null, Stopped: false });
    }

    [Theory]
    [InlineData(8, ItemOutcome.Done, Light.Red)]
    [InlineData(3, ItemOutcome.TooMuch, Light.Amber)]
    [InlineData(6, ItemOutcome.Partly, Light.Amber)]
    public void Of_several_reports_of_one_item_the_worst_counts_whatever_comes_first(double worst, ItemOutcome outcome, Light light)
    {
        foreach (var turned in new[] { false, true })
        {
            ItemReport[] reports = [Report("sit-to-stand", worst, outcome), Report("sit-to-stand", 3)];
            if (turned) Array.Reverse(reports);
            var diary = Session(reports).Note(1, 8, new SessionAfter { Session = One, Settled = Settling.WithinHour, Morning = 3 });
            Assert.Equal(light, Assert.Single(diary.On(1).Progress.Sessions[^1].Items).Light);
            Assert.Equal(outcome == ItemOutcome.Partly, diary.Item(1, "sit-to-stand")!.Volume == 8);
        }
    }
}
