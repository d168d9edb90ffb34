using Mainstay.Knowledge;

namespace Mainstay.Care.Tests;

/// <summary>Limits are read from the pain of today, as it was told last.</summary>
public class PainOfTodayTests
{
    const string Squat = "sit-to-stand";
    static readonly Guid Id = new(9, 9, 9, 0, 0, 0, 0, 0, 0, 0, 0);

    static Diary Desk => new(RealCare.DeskWorker);
    static DateOnly Date(int day) => DateOnly.FromDateTime(Diary.At(day, 0).DateTime);

    static void IsGentle(Today today)
    {
        Assert.Equal((DayMode.StrongPain, 8), (today.Underlying, today.Answers.NumberOf("nprs")));
        Assert.DoesNotContain(today.Items, i => i.Item.Family is Family.Strength or Family.Stretch or Family.Mobility or Family.Pressure);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Pain_of_an_earlier_day_that_is_told_later_lifts_no_limit_of_today(int before)
        => IsGentle(Desk.Pain(5, 8).Note(5, 8.1, new DiaryNote { For = Date(5 - before), Pain = 3 }).On(5));

    [Fact]
    public void The_morning_after_an_older_session_lifts_no_limit_of_today()
    {
        var diary = Desk.Note(3, 17, new SessionStart { Session = Id, Pain = 3 }).Note(3, 17.1, new ItemReport { Session = Id, Item = Squat, Worst = 3, After = 3, Asked = 8, Done = 8 });
        IsGentle(diary.Pain(5, 8).Note(5, 8.1, new SessionAfter { Session = Id, Morning = 2, Settled = Settling.WithinHour }).On(5));
    }

    [Fact]
    public void A_note_that_is_put_right_later_on_lifts_no_limit_of_what_was_told_since()
        => IsGentle(Desk.Note(5, 12, new CheckIn { Pain = 8, AnyNew = false }).Note(5, 13, new DiaryNote { Felt = Diary.At(5, 7.5), Pain = 2, SleepHours = 7 }).On(5, 13.1));

    [Fact]
    public void A_first_note_of_the_day_that_is_put_right_stays_the_first_and_makes_no_session_before_it_red()
    {
        var diary = Desk.Note(4, 17, new SessionStart { Session = Id, Pain = 3 }).Note(4, 17.1, new ItemReport { Session = Id, Item = Squat, Worst = 3, After = 3, Asked = 8, Done = 8 });
        Assert.Null(diary.Note(5, 12, new CheckIn { Pain = 8, AnyNew = false }).Note(5, 13, new DiaryNote { Felt = Diary.At(5, 7.5), Pain = 3 }).On(5, 13.1).Progress.LastRed);
    }

    [Fact]
    public void What_is_told_of_today_later_on_counts()
        => Assert.Equal(DayMode.Usual, Desk.Pain(5, 8).Note(5, 8.1, new DiaryNote { For = Date(5), Pain = 3 }).On(5).Underlying);

    [Fact]
    public void Told_late_pain_of_yesterday_counts_where_nothing_was_told_of_today()
        => IsGentle(Desk.Pain(3, 3).Note(5, 8, new DiaryNote { For = Date(4), Pain = 8 }).On(5));

    [Theory]
    [InlineData(3, 8, true)]
    // That it eased for a moment is no reason to do more.
    [InlineData(8, 3, false)]
    public void Pain_at_the_end_of_a_session_holds_and_lifts_nothing(double before, double after, bool isEnd)
    {
        var diary = Desk.Pain(5, before).Note(5, 17, new SessionStart { Session = Id, Pain = before });
        Assert.Equal(isEnd, diary.On(5, 17.2).Underlying == DayMode.Usual);
        var today = diary.Note(5, 17.5, new SessionEnd { Session = Id, Pain = after }).On(5, 18);
        Assert.Equal(8, today.Answers.NumberOf("nprs"));
        Assert.NotEqual(DayMode.Usual, today.Underlying);
        Assert.Null(Diary.Daily.Own(diary.Answers, diary.History, Diary.At(5, 18), today).Of("ball-at-wall-buttock")!.Today);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Pain_at_the_end_of_a_session_over_midnight_lifts_nothing(bool saysBefore)
    {
        var diary = Desk.Pain(5, 8).Note(5, 23.8, new SessionStart { Session = Id, Pain = saysBefore ? 8 : null });
        IsGentle(diary.Note(6, 0.2, new SessionEnd { Session = Id, Pain = 3 }).On(6, 1));
        Assert.Equal(DayMode.Usual, diary.Pain(6, 3).On(6).Underlying);
    }

    [Theory]
    [InlineData(3, 8, 8)]
    [InlineData(8, 3, 8)]
    public void A_check_after_the_last_value_raises_it_and_never_lowers_it(double noted, double check, double counts)
    {
        var diary = Desk.Pain(4, noted).Ask(5, 8, "nprs");
        Today On(double hour) => Diary.Daily.On(diary.Answers.With("nprs", check), diary.History, Diary.At(5, hour));
        Assert.Equal((counts, DayMode.StrongPain), (On(9).Answers.NumberOf("nprs"), On(9).Underlying));
        diary.Note(5, 10, new CheckIn { Pain = 3 });
        Assert.Equal(3, On(11).Answers.NumberOf("nprs"));
    }

    [Fact]
    public void Where_the_diary_says_nothing_strong_pain_of_the_check_holds_every_door()
    {
        var diary = new Diary(RealCare.DeskWorker.With("nprs", 8)).Note(0, 8, new ReturnStart { Way = "w", Move = "bend" });
        var today = diary.On(0);
        IsGentle(today);
        Assert.Contains(today.Reasons, reason => reason.Rule == "strong_pain");
        Assert.Null(Diary.Daily.Own(diary.Answers, diary.History, Diary.At(0, 9), today).Of("ball-at-wall-buttock")!.Today);
        var way = Assert.Single(WayBack.Of(diary.History, RealKnowledge.Library, Diary.At(0, 9)));
        Assert.Equal(HoldReason.Pain, way.Held(RealCare.Model, diary.Answers, today)!.Reason);
        Assert.Equal(DayMode.Usual, diary.Pain(1, 3).On(1).Underlying);
    }

    [Theory]
    [InlineData(8, 3, 3)]
    [InlineData(3, 8, 3)]
    [InlineData(8, 7, 7)]
    public void After_days_of_silence_the_check_counts_no_higher_than_what_was_told_since(double check, double noted, double counts)
    {
        var diary = new Diary(RealCare.DeskWorker.With("nprs", check));
        for (var day = 1; day < 60; day++) diary.Pain(day, noted);
        diary.Ask(60, 8, diary.On(59, 10).Rescreen?.Inputs.Where(input => input != "nprs") ?? []);
        var today = diary.On(64);
        Assert.Equal((counts, counts >= 7 ? DayMode.StrongPain : DayMode.Usual), (today.Answers.NumberOf("nprs"), today.Underlying));
        Assert.Equal(counts < 7, Diary.Daily.Own(diary.Answers, diary.History, Diary.At(64, 9), today).Of(Squat)!.Today is not null);
        // Told anew, the check is newer.
        Assert.Equal(check, diary.Ask(64, 10, "nprs").On(64, 11).Answers.NumberOf("nprs"));
    }

    [Fact]
    public void Pain_at_the_end_of_a_session_is_no_value_of_the_day()
    {
        var diary = Desk;
        for (var day = 0; day < 10; day++) diary.Pain(day, 3);
        for (var day = 10; day < 12; day++) diary.Pain(day, 3).Note(day, 17, new SessionEnd { Session = Id, Pain = 8 });
        Assert.Null(diary.On(12).Progress.Flare);
    }
}
