using Mainstay.Knowledge;

namespace Mainstay.Care.Tests;

/// <summary>What a self-test found makes the plan lean a little, says so, and opens nothing.</summary>
public class TestFavourTests
{
    static Diary Of(Answers answers, string? test, double? value = null, double? left = null, double? right = null)
    {
        var diary = new Diary(answers);
        return test is null ? diary : diary.Note(1, 9, new TestTaken { Test = test, Value = value, Left = left, Right = right });
    }

    static SelfTest Test(string id) => RealKnowledge.Library.Tests.First(test => test.Id == id);

    static PlannedItem[] Week(Diary diary) => [.. diary.On(2).Plan.Plan!.Explain().Select(one => one.Item)];

    public static TheoryData<string, double?, double?, double?, int> Found => new()
    {
        { "repeated-movement", 1, null, null, 0 },
        { "repeated-movement", 2, null, null, 1 },
        { "single-leg-stance", null, 25, 9, 0 },
    };

    [Theory]
    [MemberData(nameof(Found))]
    public void The_plan_leans_towards_what_the_result_speaks_for_and_says_why(string test, double? value, double? left, double? right, int which)
    {
        var prefers = Test(test).Prefers[which];
        PlannedItem[] Weeks(string? taken) => [.. from minutes in (int[])[10, 20, 40] from days in (int[])[6, 30, 200]
            from item in Week(Of(RealCare.DeskWorker.With("minutes_per_day", minutes).With("onset_days", days), taken, value, left, right)) select item];
        var (plain, leaning) = (Weeks(null), Weeks(test));
        Assert.True(leaning.Count(item => prefers.Items.Contains(item.Id)) > plain.Count(item => prefers.Items.Contains(item.Id)));
        Assert.All(leaning.Where(item => prefers.Items.Contains(item.Id)), item => Assert.Equal((prefers.For, RealKnowledge.Library.Plan.Preferred), (item.For, item.Weights.Preference)));
        Assert.All(leaning.Where(item => !prefers.Items.Contains(item.Id)), item => Assert.NotEqual(prefers.For, item.For));
        Assert.DoesNotContain(plain, item => item.For == prefers.For);
    }

    [Theory]
    [InlineData("repeated-movement", 0.0, null, null)]
    [InlineData("repeated-movement", 3.0, null, null)]
    [InlineData("single-leg-stance", null, 10.0, 30.0)]
    public void No_change_pain_that_moved_down_and_a_steady_stand_speak_for_nothing(string test, double? value, double? left, double? right)
    {
        var history = Of(RealCare.DeskWorker, test, value, left, right).History;
        Assert.Empty(TestFavours.Of(history, RealKnowledge.Library, Diary.At(2, 9)));
        Assert.Empty(TestFavours.Of(Of(RealCare.DeskWorker, "repeated-movement", 1).History, RealKnowledge.Library, Diary.At(0, 9)));
    }

    [Fact]
    public void The_last_result_counts()
    {
        var diary = Of(RealCare.DeskWorker, "repeated-movement", 1).Note(3, 9, new TestTaken { Test = "repeated-movement", Value = 2 });
        Assert.Equal(Test("repeated-movement").Prefers[1].Items.Order(), TestFavours.Of(diary.History, RealKnowledge.Library, Diary.At(4, 9)).Keys.Order());
    }

    [Fact]
    public void What_is_left_out_for_safety_stays_out()
    {
        var pregnant = RealCare.DeskWorker.With("pregnant", "yes");
        var planned = Week(Of(pregnant, "repeated-movement", 2)).Select(item => item.Id);
        Assert.DoesNotContain("prone-press-up", planned);
        Assert.DoesNotContain("standing-back-bend", planned);
    }
}
