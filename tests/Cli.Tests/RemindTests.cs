using Mainstay.Care;
using Mainstay.Cli.Remind;
using Mainstay.Journal;

namespace Mainstay.Cli.Tests;

public class RemindTests
{
    [Fact]
    public void It_reminds_after_an_hour_in_a_gap_of_the_typing_and_records_it_once()
    {
        using var world = new World();
        world.Pass(59);
        Assert.Empty(world.Screen.Shown);
        world.Pass(2);
        Assert.Equal("fire", Assert.Single(world.Screen.Shown).Reason);
        Assert.Equal(BreakEvent.Prompted, Assert.Single(world.History.Breaks).What.Event);
        // Started again at once, it does not remind again.
        world.Another().Look();
        Assert.Single(world.Screen.Shown);
    }

    [Fact]
    public void What_is_tapped_is_recorded()
    {
        using var world = new World();
        world.Pass(61);
        world.Screen.Answered!(BreakEvent.Snoozed);
        world.Pass(8);
        Assert.Single(world.Screen.Shown);
        world.Pass(3);
        Assert.Equal(2, world.Screen.Shown.Count);
        world.Screen.Answered!(BreakEvent.Taken);
        Assert.Equal("not_due", world.Pass(55).Reason);
        Assert.Equal([BreakEvent.Prompted, BreakEvent.Snoozed, BreakEvent.Prompted, BreakEvent.Taken], world.History.Breaks.Select(one => one.What.Event));
    }

    [Fact]
    public void A_tap_while_the_file_is_locked_or_full_ends_nothing_and_is_written_when_it_can_be()
    {
        using var world = new World();
        world.Pass(61);
        using (var other = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={world.Store.Path};Pooling=False"))
        {
            other.Open();
            using var locking = other.CreateCommand();
            locking.CommandText = "BEGIN IMMEDIATE";
            locking.ExecuteNonQuery();
            // As the desktop calls: on another thread, where nobody catches.
            world.Screen.Answered!(BreakEvent.Taken);
            Assert.Throws<JournalException>(() => world.Agent.Look());
            locking.CommandText = "ROLLBACK";
            locking.ExecuteNonQuery();
        }
        var tapped = world.Clock.Now;
        world.Clock.Now += TimeSpan.FromMinutes(3);
        world.Agent.Look();
        Assert.Equal([(BreakEvent.Prompted, false), (BreakEvent.Taken, true)], world.History.Breaks.Select(one => (one.What.Event, one.At == tapped)));
        world.Agent.Look();
        Assert.Equal(2, world.History.Breaks.Count);
    }

    [Fact]
    public void In_a_call_it_waits_and_comes_small_afterwards()
    {
        using var world = new World();
        world.Desk.Signs = world.Desk.Signs with { MicrophoneOrCamera = Probe.Yes };
        Assert.Equal("call", world.Pass(80).Reason);
        Assert.Empty(world.Screen.Shown);
        world.Desk.Signs = world.Desk.Signs with { MicrophoneOrCamera = Probe.No };
        world.Pass(2);
        Assert.True(Assert.Single(world.Screen.Shown) is { Small: true, Reason: "fire_call" });
    }

    [Fact]
    public void After_do_not_disturb_and_full_screen_no_call_is_spoken_of()
    {
        foreach (var (waits, reason) in new (Func<Signs, Probe, Signs>, string)[] { ((signs, on) => signs with { DoNotDisturb = on }, "fire_disturb"), ((signs, on) => signs with { FullScreen = on }, "fire_full_screen") })
        {
            using var world = new World();
            world.Desk.Signs = waits(world.Desk.Signs, Probe.Yes);
            world.Pass(65);
            Assert.Empty(world.Screen.Shown);
            world.Desk.Signs = waits(world.Desk.Signs, Probe.No);
            world.Pass(2);
            var shown = Assert.Single(world.Screen.Shown);
            Assert.Equal(reason, shown.Reason);
            Assert.DoesNotContain("call", shown.Says, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_break_that_was_taken_in_the_call_needs_no_reminder_after_it()
    {
        using var world = new World();
        world.Desk.Signs = world.Desk.Signs with { FullScreen = Probe.Yes };
        world.Pass(70);
        world.Write(new BreakLog { Event = BreakEvent.Taken });
        world.Desk.Signs = world.Desk.Signs with { FullScreen = Probe.No };
        Assert.Equal("not_due", world.Pass(5).Reason);
        Assert.Empty(world.Screen.Shown);
    }

    [Fact]
    public void Being_away_counts_as_one_break_as_long_as_it_was()
    {
        using var world = new World();
        world.Pass(40);
        Assert.Equal("idle", world.Pass(15, typing: false).Reason);
        Assert.Empty(world.History.Breaks);
        world.Pass(50);
        var credited = Assert.Single(world.History.Breaks).What;
        Assert.Equal(BreakEvent.Credited, credited.Event);
        Assert.InRange(credited.Minutes!.Value, 14, 16);
        Assert.Empty(world.Screen.Shown);
        world.Pass(12);
        Assert.Single(world.Screen.Shown);
    }

    [Fact]
    public void Sleep_counts_too_and_a_clock_set_back_does_no_harm()
    {
        using var world = new World();
        world.Pass(40);
        world.Clock.Now += TimeSpan.FromMinutes(30);
        world.Desk.Input = world.Clock.Now;
        Assert.Equal("jump_credit", world.Agent.Look().Verdict.Reason);
        Assert.Equal(BreakEvent.Credited, Assert.Single(world.History.Breaks).What.Event);
        world.Pass(5);
        world.Clock.Now -= TimeSpan.FromMinutes(20);
        Assert.StartsWith("jump", world.Agent.Look().Verdict.Reason, StringComparison.Ordinal);
        world.Pass(59);
        Assert.Empty(world.Screen.Shown);
    }

    [Fact]
    public void What_the_computer_cannot_tell_makes_the_reminder_quiet()
    {
        using var world = new World();
        world.Desk.Signs = Signs.Nothing;
        world.Pass(62);
        Assert.True(Assert.Single(world.Screen.Shown) is { Quiet: true, Reason: "fire_unknown" });
    }

    [Fact]
    public void The_costly_questions_are_asked_only_when_a_break_is_due()
    {
        using var world = new World();
        world.Pass(50);
        Assert.Equal(0, world.Desk.Asked);
    }

    [Fact]
    public void Without_a_desktop_it_says_it_in_the_terminal()
    {
        using var world = new World();
        world.Screen.Works = false;
        world.Pass(62);
        Assert.Contains(world.Lines, line => line.Contains("Time to move a little", StringComparison.Ordinal));
        Assert.Single(world.History.Breaks);
    }

    [Fact]
    public void A_dry_run_says_why_and_changes_nothing()
    {
        using var world = new World(dry: true);
        world.Pass(62);
        Assert.Empty(world.Screen.Shown);
        Assert.Empty(world.History.Breaks);
        Assert.Null(AgentSign.Find(world.Store.Path));
        Assert.Contains(world.Lines, line => line.Contains("Time to get up", StringComparison.Ordinal));
    }

    [Fact]
    public void While_something_is_to_be_looked_at_first_it_is_still()
    {
        using var world = new World();
        world.Store.Append(JournalStore.Me, new Recorded(Guid.CreateVersion7(world.Clock.Now), world.Clock.Now, new CheckFinished("U24")));
        Assert.Equal("first", world.Pass(70).Reason);
        using var other = new World();
        other.Store.Append(JournalStore.Me, new Recorded(Guid.CreateVersion7(other.Clock.Now), other.Clock.Now, new CheckedIn(3, AnythingNew: true)));
        Assert.Equal("first", other.Pass(70).Reason);
        Assert.Empty(other.Screen.Shown);
    }

    [Fact]
    public void A_planned_stretch_comes_at_its_time_once_and_is_not_sent_by_the_app_again()
    {
        using var world = new World();
        world.Clock.Now += TimeSpan.FromSeconds(1);
        world.Write(new BreakSettings { On = true, EveryMinutes = 90, Stretches = [new(9, 30)] });
        world.Pass(29);
        Assert.Empty(world.Screen.Shown);
        world.Pass(10);
        Assert.Equal("stretch", Assert.Single(world.Screen.Shown).Reason);
        var due = Clock.Nine.AddMinutes(30);
        Assert.Equal((ReminderKey.EntryOf(PromptKind.Stretch, due), PromptKind.Stretch), world.History.Breaks.Select(one => (one.Id, one.What.Kind)).Single());
        Assert.NotEqual(JobTurn.Mine, new JobTable(world.Store).Take(JournalStore.Me, ReminderKey.Of(PromptKind.Stretch, due), "app", world.Clock.Now, TimeSpan.FromMinutes(2)));
        world.Another().Look();
        Assert.Single(world.Screen.Shown);
        world.Screen.Answered!(BreakEvent.Taken);
        world.Agent.Look();
        Assert.Equal((BreakEvent.Taken, PromptKind.Stretch), (world.History.Breaks[^1].What.Event, world.History.Breaks[^1].What.Kind));
    }

    [Theory]
    [InlineData("call", 0)]
    [InlineData("late", 0)]
    [InlineData("emergency", 0)]
    [InlineData("short call", 1)]
    public void A_planned_stretch_waits_for_the_end_of_a_call_and_never_comes_late_or_while_something_comes_first(string what, int shown)
    {
        using var world = new World();
        world.Clock.Now += TimeSpan.FromSeconds(1);
        world.Write(new BreakSettings { On = true, EveryMinutes = 90, Stretches = [new(9, 30)] });
        if (what == "emergency") world.Store.Append(JournalStore.Me, new Recorded(Guid.CreateVersion7(world.Clock.Now), world.Clock.Now, new LevelHeld("E")));
        if (what == "late") world.Clock.Now += TimeSpan.FromMinutes(46);
        if (what.EndsWith("call", StringComparison.Ordinal)) world.Desk.Signs = world.Desk.Signs with { MicrophoneOrCamera = Probe.Yes };
        world.Pass(35);
        Assert.Empty(world.Screen.Shown);
        if (what == "short call") world.Desk.Signs = world.Desk.Signs with { MicrophoneOrCamera = Probe.No };
        world.Pass(20);
        Assert.Equal(shown, world.Screen.Shown.Count);
    }

    [Theory]
    [InlineData("E", false)]
    [InlineData("U24", false)]
    [InlineData("S", true)]
    public void The_level_that_was_recorded_last_counts_and_not_the_end_of_the_check(string urgency, bool asks)
    {
        using var world = new World();
        void Now(Entry entry) => world.Store.Append(JournalStore.Me, new Recorded(Guid.CreateVersion7(world.Clock.Now), world.Clock.Now, entry));
        Now(new CheckFinished("S"));
        Now(new CheckedIn(3, AnythingNew: true));
        world.Clock.Now += TimeSpan.FromSeconds(5);
        Now(new SignsAnswered());
        Now(new LevelHeld(urgency, asks));
        Assert.Equal("first", world.Pass(70).Reason);
        Assert.Empty(world.Screen.Shown);
        // Seen, with exercise allowed.
        Now(new LevelHeld("S"));
        world.Pass(61);
        Assert.NotEmpty(world.Screen.Shown);
    }

    [Fact]
    public void A_change_of_the_settings_counts_at_once_and_so_does_an_undo()
    {
        using var world = new World();
        world.Pass(5);
        world.Write(new BreakSettings());
        Assert.Equal("off", world.Pass(1).Reason);
        var off = world.Store.Read(JournalStore.Me)[^1];
        world.Store.Append(JournalStore.Me, new Recorded(Guid.CreateVersion7(world.Clock.Now), world.Clock.Now, new TakenBack([off.Id])));
        Assert.Equal("not_due", world.Pass(1).Reason);
    }

    [Fact]
    public void The_app_learns_that_it_runs()
    {
        using var world = new World();
        world.Pass(2);
        var sign = AgentSign.Find(world.Store.Path)!;
        Assert.Equal("not_due", sign.Reason);
        Assert.True(sign.IsAlive(world.Clock.Now));
        Assert.False(sign.IsAlive(world.Clock.Now.AddMinutes(5)));
        File.WriteAllText(AgentSign.PathOf(world.Store.Path), "{\"at\":3}");
        Assert.Null(AgentSign.Find(world.Store.Path));
    }
}
