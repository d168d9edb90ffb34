using Mainstay.Knowledge;

namespace Mainstay.Care.Tests;

public class RescreenTests
{
    static Diary Desk => new(RealCare.DeskWorker);

    [Fact]
    public void Anything_new_opens_the_questions_and_only_gentle_care_is_left_until_they_are_answered()
    {
        var diary = Desk.Pain(3, 4, anyNew: true);

        var today = diary.On(3);
        Assert.True(today.Rescreen!.Holds);
        Assert.Empty(new[] { "ces_saddle", "ces_bladder", "ces_bowel", "leg_weak", "leg_numb", "fever", "chest_pressure" }.Except(today.Rescreen.Inputs));
        Assert.Equal(DayMode.Guarded, today.Mode);
        Assert.All(today.Items, i => Assert.True(i.Item.Family is Family.Walking or Family.Breathing or Family.Rest));

        diary.Ask(3, 10, today.Rescreen.Inputs);
        Assert.Equal((null, DayMode.Usual), (diary.On(3, 11).Rescreen, diary.On(3, 11).Mode));
    }

    [Fact]
    public void Answering_only_some_of_them_is_not_enough()
    {
        var diary = Desk.Pain(3, 4, anyNew: true);
        diary.Ask(3, 10, diary.On(3).Rescreen!.Inputs.Skip(1));
        Assert.Equal("ces_saddle", Assert.Single(diary.On(3, 11).Rescreen!.Inputs));
    }

    [Fact]
    public void No_tap_and_a_later_no_take_nothing_back()
        => Assert.NotNull(Desk.Pain(3, 4, anyNew: true).Pain(4, 4, anyNew: false).Pain(5, 4, anyNew: null).On(5).Rescreen);

    [Fact]
    public void Asking_again_never_lowers_the_urgency()
    {
        var people = new People(RealCare.Model.Questionnaire);
        var rescreens = new Rescreens(RealCare.Model.Questionnaire, RealKnowledge.Library.Progress!);
        var diary = Desk.Pain(3, 4, anyNew: true);
        var progress = diary.On(3).Progress;
        for (ulong seed = 1; seed <= 3000; seed++)
        {
            var answers = people.Make(seed);
            var due = rescreens.Due(answers, diary.History, progress, Diary.At(3, 9));
            var (before, after) = (RealCare.Model.Triage.Assess(answers).Urgency, RealCare.Model.Triage.Assess(rescreens.Stand(answers, due)).Urgency);
            Assert.True(after >= before, $"person {seed}: {before} became {after}");
        }
    }

    [Fact]
    public void With_a_leg_in_it_the_questions_come_every_week_and_hold_the_plan_after_some_days()
    {
        var diary = new Diary(RealCare.DeskWorker.With("leg_pain", "one"));
        Assert.Null(diary.On(6).Rescreen);
        Assert.False(diary.On(8).Rescreen!.Holds);
        Assert.True(diary.On(12).Rescreen!.Holds);
        Assert.Null(Desk.On(30).Rescreen);
    }

    [Fact]
    public void Pain_that_moved_down_the_leg_in_a_self_test_is_red()
    {
        var diary = Desk.Note(3, 10, new TestTaken { Test = "repeated-movement", Value = 3, Moved = PainMoved.Down });
        var due = diary.On(3, 11).Rescreen!;
        Assert.True(due.Holds);
        Assert.Equal("ask_red", Assert.Single(due.Whys).Rule);
        diary.Ask(3, 12, due.Inputs);
        Assert.Null(diary.On(3, 13).Rescreen);
        Assert.Null(Desk.Note(3, 10, new TestTaken { Test = "repeated-movement", Value = 1, Moved = PainMoved.Up }).On(3, 11).Rescreen);
    }

    public static TheoryData<DiaryNote> LegNotes => [new DiaryNote { Leg = true }, new DiaryNote { Regions = [new("calf_left", 3)] }, new DiaryNote { Regions = [new("heel_right", 1)] }];

    [Theory]
    [MemberData(nameof(LegNotes))]
    public void A_new_sign_in_a_leg_is_something_new_at_once(DiaryNote note)
    {
        var diary = Desk.Note(3, 10, note);
        var due = diary.On(3, 11).Rescreen!;
        Assert.True(due.Holds);
        Assert.Contains("chest_pressure", due.Inputs);
        Assert.Equal("ask_new", due.Whys[0].Rule);
        // What an answer says of the leg does not settle the other questions.
        diary.Ask(3, 12, "leg_pain");
        Assert.Contains("ces_saddle", Diary.Daily.On(diary.Answers.With("leg_pain", "one"), diary.History.WithAnswer("leg_pain", Diary.At(3, 12)), Diary.At(3, 13)).Rescreen!.Inputs);
        diary.Ask(3, 12, due.Inputs);
        // The same leg on the next day is no news.
        Assert.Null(diary.Note(4, 10, note).On(4, 11).Rescreen);
        Assert.True(diary.Note(20, 10, note).On(20, 11).Rescreen!.Holds);
    }

    [Fact]
    public void Places_above_the_knee_and_places_without_pain_are_no_sign_in_a_leg()
        => Assert.Null(Desk.Note(3, 10, new DiaryNote { Regions = [new("thigh_back_left", 5), new("calf_left", 0)], Leg = false }).On(3, 11).Rescreen);

    [Theory]
    [MemberData(nameof(LegNotes))]
    public void A_late_note_of_a_leg_asks_though_the_same_sign_was_told_before_it_came(DiaryNote note)
    {
        var diary = Desk.Ask(3, 8, RealCare.Model.Questionnaire.Inputs.Select(input => input.Id));
        // Told at 10 on the computer; the note of 9 arrives after it, and is placed behind.
        diary.History = diary.History.WithAnswer("leg_pain", Diary.At(3, 10)).AnsweredBefore(Diary.At(3, 9));
        diary.Note(3, 9, note);
        var due = Diary.Daily.On(diary.Answers.With("leg_pain", "one"), diary.History, Diary.At(3, 11)).Rescreen!;
        Assert.True(due.Holds);
        Assert.Contains(due.Whys, why => why.Rule == "ask_new");
        Assert.Contains("ces_saddle", due.Inputs);
    }

    [Fact]
    public void A_leg_that_is_known_is_no_news()
        => Assert.Null(new Diary(RealCare.DeskWorker.With("leg_pain", "one")).Note(3, 10, new DiaryNote { Leg = true, Regions = [new("calf_left", 4)] }).On(3, 11).Rescreen);

    [Theory]
    [InlineData(0, true)]
    [InlineData(5, true)]
    [InlineData(8, false)]
    [InlineData(365, false)]
    public void A_table_that_is_brought_in_tells_news_of_recent_days_only(int daysAgo, bool asks)
    {
        var day = DateOnly.FromDateTime(Diary.At(20, 0).DateTime).AddDays(-daysAgo);
        var today = Desk.Note(20, 10, new DiaryNote { For = day, Leg = true, Source = "csv" }).On(20, 11);
        Assert.Equal(asks, today.Rescreen is { Holds: true });
        Assert.Equal(asks, today.Rescreen is not null);
    }

    [Fact]
    public void Every_day_of_a_leg_in_a_table_asks_once()
    {
        var diary = Desk;
        for (var ago = 40; ago >= 0; ago--) diary.Note(50, 10, new DiaryNote { For = DateOnly.FromDateTime(Diary.At(50 - ago, 0).DateTime), Leg = true, Source = "csv" });
        var due = diary.On(50, 11).Rescreen!;
        Assert.True(due.Holds);
        diary.Ask(50, 12, due.Inputs);
        Assert.Null(diary.On(50, 13).Rescreen);
    }

    [Fact]
    public void A_sign_that_is_said_hides_the_programme()
    {
        var diary = Desk.Pain(3, 4, anyNew: true);
        diary.Ask(3, 10, diary.On(3).Rescreen!.Inputs);
        var today = Diary.Daily.On(diary.Answers.With("ces_saddle", "yes"), diary.History, Diary.At(3, 11));
        Assert.Equal((DayMode.Withheld, Withheld.Emergency), (today.Mode, today.Plan.Withheld));
        Assert.Empty(today.Items);
    }
}
