using Mainstay.Knowledge;

namespace Mainstay.Care.Tests;

/// <summary>A check that is begun anew begins a course of its own.</summary>
public class CourseTests
{
    /// <summary>Ten weeks without gain: the letter was due from week 6 on.</summary>
    static Diary WithoutGain()
    {
        var diary = new Diary(RealCare.DeskWorker);
        for (var day = 0; day < 70; day++) diary.Pain(day, 4);
        return diary;
    }

    static Today On(Diary diary, int day, double? onset)
        => Diary.Daily.On(onset is { } days ? diary.Answers.With("onset_days", days) : diary.Answers.With(diary.Answers.Questionnaire.IndexOf("onset_days"), Answer.Unanswered), diary.History, Diary.At(day, 9));

    static Diary Anew(int day, double pain = 4)
    {
        var diary = WithoutGain();
        diary.History = diary.History.WithCheck(Diary.At(day, 7), anew: true);
        return diary.Pain(day, pain).Ask(day, 8.5, RealCare.Model.Questionnaire.Inputs.Select(input => input.Id));
    }

    [Fact]
    public void A_new_spell_has_its_own_reviews_and_owes_nothing_to_the_last_one()
    {
        Assert.True(On(WithoutGain(), 69, 200).LetterDue);
        var diary = Anew(250);
        var today = On(diary, 250, 5);
        Assert.Equal((false, Urgency.SelfCare), (today.LetterDue, today.Assessment.Triage.Urgency));
        Assert.Null(today.Review);
        for (var day = 251; day < 266; day++) diary.Pain(day, 4);
        var review = On(diary, 265, 20).Review!;
        Assert.Equal((2, DateOnly.FromDateTime(Diary.At(264, 0).DateTime)), (review.Week, review.On));
    }

    [Theory]
    [InlineData(80, 200.0)]
    [InlineData(250, 400.0)]
    [InlineData(80, null)]
    public void In_the_same_spell_a_check_anew_does_not_make_a_letter_go_away(int day, double? onset)
    {
        var today = On(Anew(day), day, onset);
        Assert.Equal((true, true), (today.LetterDue, today.Assessment.Triage.Urgency >= Urgency.Routine));
        var diary = Anew(day);
        diary.History = diary.History.WithCheck(Diary.At(day, 8), anew: true);
        Assert.True(On(diary, day, onset).LetterDue);
    }

    [Fact]
    public void In_the_same_spell_a_gain_makes_the_letter_go_away()
    {
        var diary = Anew(80);
        for (var day = 81; day < 95; day++) diary.Pain(day, day < 83 ? 4 : 2);
        Assert.False(On(diary, 95, 215).LetterDue);
    }

    [Theory]
    [InlineData(5, 15, true)]
    [InlineData(5, 29, true)]
    [InlineData(2, 15, false)]
    public void What_a_check_in_a_bad_spell_gains_by_its_end_takes_no_letter_back_before_week_6(double later, int days, bool isDue)
    {
        var diary = Anew(80, 8);
        for (var day = 81; day < 80 + days; day++) diary.Pain(day, day < 83 ? 8 : later);
        var today = On(diary, 80 + days, 200 + days);
        Assert.True(Diary.Daily.Reviews(diary.Answers, diary.History, Diary.At(80 + days, 9))[^1].Gain);
        Assert.Equal((isDue, isDue ? (int?)6 : null), (today.LetterDue, today.Letter?.Week));
    }

    [Theory]
    [InlineData(6.0, 3, false)]
    [InlineData(null, 3, false)]
    [InlineData(4.0, 4, true)]
    public void An_earlier_course_without_pain_in_its_first_week_is_judged_by_its_own_check(double? check, double then, bool isDue)
    {
        var diary = new Diary(RealCare.DeskWorker);
        diary.History = diary.History.WithCheck(Diary.At(0, 8), pain: check);
        for (var day = 35; day < 60; day++) diary.Pain(day, then);
        diary.History = diary.History.WithCheck(Diary.At(60, 7), anew: true, pain: 3);
        Assert.Equal(isDue, On(diary, 60, 200).LetterDue);
    }

    [Fact]
    public void What_was_read_and_scored_in_one_course_is_not_of_the_next()
    {
        var diary = WithoutGain().Note(1, 9, new GoalScored { Goal = "garden", Score = 1 }).Note(15, 9, new ReviewSeen { Week = 2 }).Note(16, 9, new WeekChosen { Whole = true });
        Assert.True(diary.History.HasReadReview(2, Diary.At(20, 9)) && diary.History.WantsWholeWeek(Diary.At(20, 9)));
        diary.History = diary.History.WithCheck(Diary.At(250, 7), anew: true);
        for (var day = 250; day < 266; day++) diary.Pain(day, 4);
        diary.Note(255, 9, new GoalScored { Goal = "garden", Score = 8 });
        Assert.False(diary.History.HasReadReview(2, Diary.At(265, 9)) || diary.History.WantsWholeWeek(Diary.At(265, 9)));
        var review = Diary.Daily.Reviews(diary.Answers, diary.History, Diary.At(265, 9))[0];
        Assert.Equal((false, null), (review.Gain, review.GoalsNow));
        // An answer that is changed, or the last screen sent again, begins no course.
        Assert.Equal(diary.History.Courses, diary.History.WithCheck(Diary.At(265, 7)).Courses);
    }
}
