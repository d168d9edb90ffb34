using Mainstay.Knowledge;

namespace Mainstay.Care.Tests;

public class BreakTests
{
    static readonly BreakRules Rules = RealKnowledge.Library.Progress!.Breaks;
    static readonly DateTimeOffset Noon = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);
    static readonly BreakSettings On = new() { On = true };

    /// <summary>An hour of sitting, and nothing that speaks against a break.</summary>
    static BreakMoment Due => new()
    {
        Now = Noon, SittingSince = Noon.AddMinutes(-61), LastLook = Noon.AddSeconds(-30), LastInput = Noon.AddSeconds(-15),
        DoNotDisturb = Probe.No, MicrophoneOrCamera = Probe.No, FullScreen = Probe.No,
    };

    static (BreakOutcome, string) Decide(BreakMoment at, BreakSettings? settings = null) => BreakDecider.Decide(settings ?? On, at, Rules) is var v ? (v.Outcome, v.Reason) : default;

    [Fact]
    public void It_fires_when_it_is_due_and_nothing_speaks_against_it() => Assert.Equal((BreakOutcome.Fire, "fire"), Decide(Due));

    [Fact]
    public void What_comes_first_in_the_order_decides()
    {
        var everything = Due with
        {
            Away = true, LastLook = Noon.AddHours(-1), DoNotDisturb = Probe.Yes, MicrophoneOrCamera = Probe.Yes, FullScreen = Probe.Yes,
            LastInput = Noon.AddMinutes(-30), Prompts = 8,
        };
        var late = On with { PausedUntil = Noon.AddHours(1), QuietFrom = new(11, 0), QuietTo = new(13, 0) };
        Assert.Equal((BreakOutcome.Pause, "off"), Decide(everything, late with { On = false }));
        Assert.Equal((BreakOutcome.Pause, "paused"), Decide(everything, late));
        late = late with { PausedUntil = null };
        Assert.Equal((BreakOutcome.Pause, "away"), Decide(everything, late));
        everything = everything with { Away = false };
        Assert.Equal((BreakOutcome.Pause, "quiet"), Decide(everything, late));
        Assert.Equal((BreakOutcome.Pause, "hours"), Decide(everything, On with { To = new(11, 0) }));
        Assert.Equal((BreakOutcome.Absence, "jump_credit"), Decide(everything));
        everything = everything with { LastLook = Noon.AddSeconds(-30) };
        Assert.Equal((BreakOutcome.Deferral, "disturb"), Decide(everything));
        everything = everything with { DoNotDisturb = Probe.No };
        Assert.Equal((BreakOutcome.Deferral, "call"), Decide(everything));
        everything = everything with { MicrophoneOrCamera = Probe.No };
        Assert.Equal((BreakOutcome.Deferral, "full_screen"), Decide(everything));
        everything = everything with { FullScreen = Probe.No };
        Assert.Equal((BreakOutcome.Absence, "idle"), Decide(everything));
        everything = everything with { LastInput = Noon.AddSeconds(-3) };
        Assert.Equal((BreakOutcome.NotDue, "limit"), Decide(everything));
        everything = everything with { Prompts = 7 };
        Assert.Equal((BreakOutcome.Deferral, "typing"), Decide(everything));
        Assert.Equal((BreakOutcome.Fire, "fire"), Decide(everything with { TypingSince = Noon.AddSeconds(-60) }));
    }

    [Fact]
    public void An_absence_is_dated_back_to_the_last_input()
    {
        var idle = BreakDecider.Decide(On, Due with { LastInput = Noon.AddMinutes(-5) }, Rules);
        Assert.Equal((Noon.AddMinutes(-5), true), (idle.From, idle.Credit));
        var asleep = BreakDecider.Decide(On, Due with { LastLook = Noon.AddMinutes(-40), LastInput = Noon.AddMinutes(-42) }, Rules);
        Assert.Equal((Noon.AddMinutes(-42), true), (asleep.From, asleep.Credit));
    }

    [Fact]
    public void A_clock_set_back_is_a_jump_and_no_crash() => Assert.Equal((BreakOutcome.Absence, "jump"), Decide(Due with { LastLook = Noon.AddHours(1), LastInput = null }) is var d && d.Item2.StartsWith("jump", StringComparison.Ordinal) ? (d.Item1, "jump") : d);

    [Fact]
    public void An_unknown_signal_leads_to_a_quiet_notification_that_says_so()
    {
        var verdict = BreakDecider.Decide(On, Due with { MicrophoneOrCamera = Probe.Unknown }, Rules);
        Assert.Equal((BreakOutcome.Fire, "fire_unknown", true), (verdict.Outcome, verdict.Reason, verdict.Quiet));
    }

    [Fact]
    public void What_was_deferred_comes_small_and_its_words_fit_what_it_waited_for()
    {
        foreach (var (deferral, waited) in new[] { (Due with { DoNotDisturb = Probe.Yes }, "disturbed"), (Due with { MicrophoneOrCamera = Probe.Yes }, "call"), (Due with { FullScreen = Probe.Yes }, "full screen") })
        {
            var by = BreakDecider.Decide(On, deferral, Rules);
            Assert.Equal(BreakOutcome.Deferral, by.Outcome);
            var after = BreakDecider.Decide(On, Due with { DeferredBy = by.Reason, SittingSince = Noon }, Rules);
            Assert.True(after is { Outcome: BreakOutcome.Fire, Small: true });
            Assert.All((string[])["disturbed", "call", "full screen"], word => Assert.Equal(word == waited, after.Says.Contains(word, StringComparison.Ordinal)));
        }
        Assert.DoesNotContain("call", BreakDecider.Decide(On, Due with { DeferredBy = "typing" }, Rules).Says, StringComparison.Ordinal);
    }

    [Fact]
    public void Breaks_by_wish_stand_outside_the_eight()
        => Assert.True(BreakDecider.Decide(On with { EveryMinutes = 30 }, Due with { Prompts = 8 }, Rules) is { Outcome: BreakOutcome.Fire, ByWish: true });

    [Fact]
    public void Every_reason_has_its_words()
        => Assert.All(new[] { Due, Due with { Prompts = 9 }, Due with { SittingSince = Noon }, Due with { SnoozedUntil = Noon.AddMinutes(5) } }, m => Assert.NotEqual("", BreakDecider.Decide(On, m, Rules).Says));

    static History Sessions(params int[] daysAgo)
    {
        var history = History.Empty;
        foreach (var ago in daysAgo)
        {
            var id = new Guid(ago + 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
            history = history.With(id, Noon.AddDays(-ago), new ItemReport { Session = id, Item = "cat-cow" });
        }
        return history;
    }

    [Fact]
    public void The_score_follows_the_formula_of_Loop_and_fades_gently()
    {
        var today = DateOnly.FromDateTime(Noon.DateTime);
        var daily = Habit.Of(Sessions([.. Enumerable.Range(0, 13)]), Rules, today, 7);
        Assert.Equal(0.5, daily.Score, 6);
        var paused = Habit.Of(Sessions([.. Enumerable.Range(4, 13)]), Rules, today, 7);
        Assert.Equal(0.5 * Math.Pow(0.5, 3.0 / 13), paused.Score, 6);
        Assert.Equal(7, paused.Week.Length);
    }

    [Fact]
    public void A_free_day_costs_nothing()
    {
        var today = DateOnly.FromDateTime(Noon.DateTime);
        var history = Sessions(2, 3, 4);
        var free = history.With(Guid.Empty, Noon.AddDays(-1), new FreeDay { On = today.AddDays(-1) });
        Assert.True(Habit.Of(free, Rules, today, 7).Score > Habit.Of(history, Rules, today, 7).Score);
        Assert.Equal(HabitDay.Free, Habit.Of(free, Rules, today, 7).Week[5].What);
    }

    [Fact]
    public void The_challenge_goes_on_where_it_was_left()
    {
        var tasks = RealKnowledge.Library.Challenge;
        var today = DateOnly.FromDateTime(Noon.DateTime);
        Assert.Null(ChallengeState.Of(History.Empty, tasks, Rules, today));
        var history = History.Empty.With(new Guid(1, 0, 0, new byte[8]), Noon.AddDays(-3), new ChallengeStart())
            .With(new Guid(2, 0, 0, new byte[8]), Noon.AddDays(-3), new ChallengeDone { Task = tasks[0].Id });
        var state = ChallengeState.Of(history, tasks, Rules, today)!;
        Assert.Equal((tasks.OrderBy(t => t.Day).ElementAt(1).Id, false, 0), (state.Today!.Id, state.DoneToday, state.FreeLeft));
    }
}
