namespace Mainstay.Care.Tests;

public class ReviewTests
{
    static Review[] Course(double first, Func<int, double> pain)
    {
        var diary = new Diary(RealCare.DeskWorker);
        for (var day = 0; day < 85; day++) diary.Pain(day, day < 3 ? first : pain(day));
        return [.. Diary.Daily.Reviews(RealCare.DeskWorker, diary.History, Diary.At(84, 20))];
    }

    [Fact]
    public void They_come_at_weeks_2_4_6_and_12_and_keep_what_was_reached()
    {
        var reviews = Course(6, day => day < 28 ? 5 : 3);
        Assert.Equal([2, 4, 6, 12], reviews.Select(r => r.Week));
        Assert.Equal([ReviewSays.GoOn, ReviewSays.GoOn, ReviewSays.GoOn, ReviewSays.Keep], reviews.Select(r => r.Says));
        Assert.True(reviews[2].Gain);
    }

    [Fact]
    public void Without_gain_the_letter_is_due_at_week_6()
    {
        var reviews = Course(6, _ => 6);
        Assert.Equal([ReviewSays.GoOn, ReviewSays.Adjust, ReviewSays.Letter, ReviewSays.Letter], reviews.Select(r => r.Says));
    }

    [Fact]
    public void One_good_day_is_no_change() => Assert.Equal(ReviewSays.Letter, Course(6, day => day == 42 ? 1 : 6)[2].Says);

    [Theory]
    [InlineData(6, 4, true)]
    [InlineData(6, 5, false)]
    [InlineData(3, 2, true)]
    public void Two_points_or_thirty_percent_matter(double then, double now, bool gain) => Assert.Equal(gain, Course(then, _ => now)[3].Gain);

    [Fact]
    public void Pain_that_got_clearly_worse_is_never_on_course_whatever_one_goal_says()
    {
        var diary = new Diary(RealCare.DeskWorker);
        for (var day = 0; day < 85; day++) diary.Pain(day, day < 3 ? 3 : day < 20 ? 4 : 7);
        diary.Note(1, 9, new GoalScored { Goal = "garden", Score = 4 }).Note(27, 9, new GoalScored { Goal = "garden", Score = 6 });
        var reviews = Diary.Daily.Reviews(RealCare.DeskWorker, diary.History, Diary.At(84, 20));
        Assert.Equal([ReviewSays.GoOn, ReviewSays.Adjust, ReviewSays.Letter, ReviewSays.Letter], reviews.Select(r => r.Says));
        Assert.All(reviews.Skip(1), r => Assert.True(r.Worse && !r.Gain));
        Assert.Equal(Mainstay.Knowledge.Urgency.Routine, diary.On(84).Assessment.Triage.Urgency);
        Assert.Equal([Diary.Daily.Rules.Words.ReviewWorse, Diary.Daily.Rules.Words.ReviewWorseLetter], reviews[1..3].Select(r => r.Text));
    }

    [Fact]
    public void A_goal_that_was_given_up_no_longer_counts()
    {
        var diary = Steady();
        diary.Note(1, 9, new GoalScored { Goal = "run", Score = 2 }).Note(20, 9, new GoalScored { Goal = "run", Score = 9 }).Note(21, 9, new GoalNamed { Goal = "run" });
        Assert.Equal(ReviewSays.Letter, Reviews(diary)[2].Says);
        Assert.Equal((4, 4), (Reviews(diary)[2].GoalsThen, Reviews(diary)[2].GoalsNow));
    }

    [Fact]
    public void Giving_up_a_goal_takes_no_letter_back()
    {
        var diary = Steady().Note(1, 9, new GoalScored { Goal = "run", Score = 4 }).Note(40, 9, new GoalScored { Goal = "run", Score = 6 }).Note(60, 9, new GoalNamed { Goal = "garden" });
        Assert.Equal([ReviewSays.Letter, ReviewSays.Keep], Reviews(diary)[2..].Select(r => r.Says));
    }

    /// <summary>The same pain all the time, and one goal that stays where it is.</summary>
    static Diary Steady()
    {
        var diary = new Diary(RealCare.DeskWorker).Note(0, 9, new GoalNamed { Goal = "run", Text = "Run" }).Note(0, 9, new GoalNamed { Goal = "garden", Text = "Dig" });
        for (var day = 0; day < 85; day++) diary.Pain(day, 5);
        return diary.Note(1, 9, new GoalScored { Goal = "garden", Score = 4 }).Note(30, 9, new GoalScored { Goal = "garden", Score = 4 });
    }

    static Review[] Reviews(Diary diary) => [.. Diary.Daily.Reviews(RealCare.DeskWorker, diary.History, Diary.At(84, 20))];

    [Fact]
    public void Without_a_diary_nothing_is_claimed()
        => Assert.All(Diary.Daily.Reviews(RealCare.DeskWorker, new Diary(RealCare.DeskWorker).History, Diary.At(84, 20)), r => Assert.Equal(ReviewSays.Nothing, r.Says));

    [Fact]
    public void A_letter_that_is_due_raises_the_urgency_to_routine_and_no_further()
    {
        var diary = new Diary(RealCare.DeskWorker);
        for (var day = 0; day < 50; day++) diary.Pain(day, 4);
        Assert.Equal(Mainstay.Knowledge.Urgency.SelfCare, diary.On(41).Assessment.Triage.Urgency);
        var today = diary.On(43);
        Assert.True(today.LetterDue);
        Assert.Equal(Mainstay.Knowledge.Urgency.Routine, today.Assessment.Triage.Urgency);
        Assert.NotEmpty(today.Plan.Plan!.Days);
    }
}
