using Mainstay.Knowledge;

namespace Mainstay.Care.Tests;

public class BreakDayTests
{
    static readonly BreakRules Rules = RealKnowledge.Library.Progress!.Breaks;
    static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    static DateTimeOffset At(int month, int day, int hour, int minute, int offset) => new(2026, month, day, hour, minute, 0, TimeSpan.FromHours(offset));

    static int _ids;

    static History With(History history, DateTimeOffset at, Daily what) => history.With(new Guid(Interlocked.Increment(ref _ids), 1, 0, 0, 0, 0, 0, 0, 0, 0, 0), at, what);

    static History On(BreakSettings? settings = null) => With(History.Empty, At(1, 1, 7, 0, 1), settings ?? new() { On = true, Days = [0, 1, 2, 3, 4, 5, 6] });

    [Fact]
    public void The_first_break_is_due_an_hour_after_the_hours_begin()
        => Assert.Equal(At(2, 2, 9, 0, 1), BreakDay.Of(On(), Rules, At(2, 2, 8, 30, 1), Berlin).Due);

    [Fact]
    public void Whoever_switches_them_on_at_noon_has_not_asked_for_the_morning()
    {
        var history = With(With(History.Empty, At(2, 2, 11, 0, 1), new BreakSettings()), At(2, 2, 12, 0, 1), new BreakSettings { On = true });
        history = With(history, At(2, 2, 12, 30, 1), new BreakSettings { On = true, EveryMinutes = 45 });
        Assert.Equal(At(2, 2, 12, 45, 1), BreakDay.Of(history, Rules, At(2, 2, 12, 31, 1), Berlin).Due);
    }

    [Theory]
    [InlineData(BreakEvent.Taken, 11, 0)]
    [InlineData(BreakEvent.Credited, 11, 0)]
    [InlineData(BreakEvent.Skipped, 11, 0)]
    [InlineData(BreakEvent.Prompted, 11, 0)]
    [InlineData(BreakEvent.Snoozed, 10, 10)]
    public void What_was_done_sets_when_the_next_one_is_due(BreakEvent what, int hour, int minute)
    {
        var history = With(On(), At(2, 2, 10, 0, 1), new BreakLog { Event = what });
        Assert.Equal(At(2, 2, hour, minute, 1), BreakDay.Of(history, Rules, At(2, 2, 10, 5, 1), Berlin).Due);
    }

    [Fact]
    public void What_a_clock_that_went_wrong_wrote_into_the_future_does_not_count_yet()
    {
        var history = With(On(), At(2, 2, 15, 0, 1), new BreakLog { Event = BreakEvent.Prompted });
        Assert.Equal(At(2, 2, 9, 0, 1), BreakDay.Of(history, Rules, At(2, 2, 9, 30, 1), Berlin).Due);
        Assert.Empty(BreakDay.Of(history, Rules, At(2, 2, 9, 30, 1), Berlin).Events);
    }

    [Fact]
    public void Hours_over_midnight_belong_to_the_evening_they_began()
    {
        var nights = new BreakSettings { On = true, From = new(22, 0), To = new(6, 0), QuietFrom = new(12, 0), QuietTo = new(13, 0), Days = [5] };
        var saturday = At(2, 7, 2, 0, 1);
        Assert.Equal(At(2, 6, 22, 0, 1), BreakDay.Of(On(nights), Rules, saturday, Berlin).Begins);
        Assert.Equal(BreakOutcome.Fire, BreakDecider.Decide(nights, BreakDay.Of(On(nights), Rules, saturday, Berlin).At(saturday), Rules).Outcome);
        var friday = At(2, 6, 2, 0, 1);
        Assert.Equal("hours", BreakDecider.Decide(nights, BreakDay.Of(On(nights), Rules, friday, Berlin).At(friday), Rules).Reason);
    }

    [Fact]
    public void On_the_days_the_clock_changes_an_hour_of_sitting_is_an_hour()
    {
        // 29 March 2026: two o'clock is three o'clock. 25 October: three o'clock comes twice.
        var early = new BreakSettings { On = true, From = new(1, 30), To = new(9, 0), QuietFrom = new(22, 0), QuietTo = new(22, 0), Days = [0, 1, 2, 3, 4, 5, 6] };
        Assert.Equal(At(3, 29, 3, 30, 2), BreakDay.Of(On(early), Rules, At(3, 29, 1, 45, 1), Berlin).Due);
        Assert.Equal(At(10, 25, 2, 30, 2), BreakDay.Of(On(early), Rules, At(10, 25, 1, 45, 2), Berlin).Due);
    }

    [Fact]
    public void A_time_that_the_spring_skips_comes_an_hour_later_and_of_a_double_one_the_first()
    {
        Assert.Equal(At(3, 29, 3, 30, 2), BreakDay.LocalTime(new(2026, 3, 29), new(2, 30), Berlin));
        Assert.Equal(At(10, 25, 2, 30, 2), BreakDay.LocalTime(new(2026, 10, 25), new(2, 30), Berlin));
    }

    [Fact]
    public void A_challenge_that_was_stopped_is_none_until_it_begins_again()
    {
        var tasks = RealKnowledge.Library.Challenge;
        var day = new DateOnly(2026, 2, 2);
        var history = With(With(On(), At(2, 2, 9, 0, 1), new ChallengeStart()), At(2, 2, 10, 0, 1), new ChallengeStop());
        Assert.Null(ChallengeState.Of(history, tasks, Rules, day));
        Assert.NotNull(ChallengeState.Of(With(history, At(2, 2, 11, 0, 1), new ChallengeStart()), tasks, Rules, day));
    }
}
