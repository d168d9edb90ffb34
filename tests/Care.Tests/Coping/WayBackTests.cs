namespace Mainstay.Care.Tests;

public class WayBackTests
{
    static Diary Begun(string? move = "bend") => new Diary(RealCare.DeskWorker).Note(0, 8, new ReturnStart { Way = "w", Move = move, Name = move is null ? "Riding a bike" : null, Steps = move is null ? ["Sit on it", "Roll", "Ride"] : [] });

    static Diary Tried(Diary diary, int day, double hour, int step, double after, bool tooMuch = false)
        => diary.Note(day, hour, new ReturnTried { Way = "w", Step = step, Before = 6, After = after, TooMuch = tooMuch });

    static WayBack Way(Diary diary, int day = 40) => Assert.Single(WayBack.Of(diary.History, RealKnowledge.Library, Diary.At(day, 23)));

    static ReturnHold? Held(Diary diary, int day) => Way(diary, day).Held(RealCare.Model, diary.Answers, diary.On(day, 20));

    [Fact]
    public void Two_calm_tries_open_the_next_step_and_a_frightened_one_begins_the_count_anew()
    {
        var diary = Begun();
        Assert.Equal(0, Way(Tried(diary, 1, 9, 0, after: 3)).Step);
        Assert.Equal((0, 0), (Way(Tried(diary, 2, 9, 0, after: 5)).Step, Way(diary).Calm));
        Tried(diary, 3, 9, 0, after: 2);
        Assert.Equal(1, Way(Tried(diary, 4, 9, 0, after: 2)).Step);
    }

    [Fact]
    public void One_step_a_day_at_most()
    {
        var diary = Begun();
        for (var n = 0; n < 6; n++) Tried(diary, 1, 9 + n, n < 2 ? 0 : 1, after: 0);
        Assert.Equal(1, Way(diary).Step);
        Assert.Equal(2, Way(Tried(diary, 2, 9, 1, after: 0)).Step);
    }

    [Fact]
    public void Too_much_goes_one_step_back_and_what_was_tried_beyond_the_step_opens_nothing()
    {
        var diary = Begun();
        Tried(Tried(diary, 1, 9, 0, after: 0), 2, 9, 0, after: 0);
        Assert.Equal(1, Way(diary).Step);
        Tried(Tried(diary, 3, 9, 4, after: 0), 4, 9, 4, after: 0);
        Assert.Equal(1, Way(diary).Step);
        Assert.Equal(0, Way(Tried(diary, 5, 9, 1, after: 8, tooMuch: true)).Step);
    }

    [Fact]
    public void The_last_step_ends_the_way_and_a_way_put_away_is_gone()
    {
        var diary = Begun(move: null);
        for (var step = 0; step < 3; step++) Tried(Tried(diary, 1 + 2 * step, 9, step, after: 1), 2 + 2 * step, 9, step, after: 1);
        Assert.True(Way(diary).Done);
        Assert.Equal("Riding a bike", Way(diary).Name);
        Assert.Empty(WayBack.Of(diary.Note(9, 9, new ReturnStop { Way = "w" }).History, RealKnowledge.Library, Diary.At(40, 23)));
    }

    [Fact]
    public void It_is_free_on_a_usual_day()
    {
        var diary = Begun();
        for (var day = 0; day < 12; day++) diary.Pain(day, 3);
        Assert.Null(Held(diary, 11));
    }

    [Fact]
    public void It_waits_in_a_bad_spell_on_strong_pain_and_while_questions_are_open()
    {
        var flare = Begun();
        for (var day = 0; day < 12; day++) flare.Pain(day, day < 10 ? 2 : 5);
        Assert.Contains(Held(flare, 11)!.Reason, new[] { HoldReason.Questions, HoldReason.Flare });
        Assert.Equal(HoldReason.Flare, Held(flare.Ask(11, 9, RealCare.Model.Questionnaire.Inputs.Select(input => input.Id)), 11)!.Reason);
        Assert.Equal(HoldReason.Pain, Held(Begun().Pain(1, 8), 1)!.Reason);
        Assert.Equal(HoldReason.Questions, Held(Begun().Pain(1, 3, anyNew: true), 1)!.Reason);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_free_day_or_a_holiday_lifts_no_limit(bool holiday)
    {
        Diary Off(Diary diary, int day) => diary.Note(day, 7, holiday ? new Holiday { From = DateOnly.FromDateTime(Diary.At(day, 0).DateTime), To = DateOnly.FromDateTime(Diary.At(day + 1, 0).DateTime) } : new FreeDay { On = DateOnly.FromDateTime(Diary.At(day, 0).DateTime) });
        Assert.Null(Held(Off(Begun().Pain(1, 3), 1), 1));
        Assert.Equal(HoldReason.Pain, Held(Off(Begun().Pain(1, 9), 1), 1)!.Reason);
        var open = Off(new Diary(RealCare.DeskWorker.With(RealCare.Model.Questionnaire.IndexOf("leg_weak"), Answer.Unsure)).Note(0, 8, new ReturnStart { Way = "w", Move = "bend" }), 1);
        Assert.Equal(DayMode.Guarded, open.On(1).Underlying);
        Assert.Equal(HoldReason.Questions, Held(open, 1)!.Reason);
    }

    [Fact]
    public void After_red_it_waits_for_two_days_also_when_the_questions_are_answered()
    {
        var diary = Begun().Pain(1, 3).Did(1, "cat-cow", 3, 9, 3);
        diary.Ask(2, 9, RealCare.Model.Questionnaire.Inputs.Select(input => input.Id));
        Assert.Equal(HoldReason.Red, Held(diary, 2)!.Reason);
        Assert.NotEqual(HoldReason.Red, Held(diary, 4)?.Reason);
    }

    [Fact]
    public void A_move_like_one_that_is_left_out_is_left_out()
    {
        var fragile = new Diary(RealCare.DeskWorker.With("bone_metastasis", "yes")).Note(0, 8, new ReturnStart { Way = "w", Move = "bend" });
        Assert.NotNull(Held(fragile, 1));
    }

    [Fact]
    public void Of_a_sheet_the_last_save_counts_and_open_ones_come_first()
    {
        var diary = new Diary(RealCare.DeskWorker).Note(1, 9, new ProblemSheet { Sheet = "a", What = "Calls" }).Note(2, 9, new ProblemSheet { Sheet = "b", What = "Noise" })
            .Note(3, 9, new ProblemSheet { Sheet = "b", What = "Noise", Done = true });
        Assert.Equal(["a", "b"], ProblemNow.Of(diary.History).Select(one => one.Sheet.Sheet));
        Assert.True(ProblemNow.Of(diary.History)[1].Sheet.Done);
    }

    [Fact]
    public void What_cannot_be_is_refused()
    {
        Assert.NotNull(new ProblemSheet { Sheet = "a", What = " " }.Wrong());
        Assert.NotNull(new ProblemSheet { Sheet = "a", What = new('x', Daily.MostText + 1) }.Wrong());
        Assert.NotNull(new ReturnStart { Way = "w", Name = "Bike", Steps = ["one"] }.Wrong());
        Assert.NotNull(new ReturnStart { Way = "w" }.Wrong());
        Assert.Null(new ReturnStart { Way = "w", Move = "bend" }.Wrong());
        Assert.NotNull(new ReturnTried { Way = "w", Step = 0, Before = 11, After = 0 }.Wrong());
        Assert.NotNull(new ReturnTried { Way = "w", Step = -1, Before = 1, After = 0 }.Wrong());
        Assert.NotNull(new StressLook { Own = new('x', Daily.MostText + 1) }.Wrong());
    }
}
