using Mainstay.Care;
using Mainstay.Journal;
using Mainstay.Web.Flow;

namespace Mainstay.Web.Tests.Breaks;

public sealed class ReminderTests
{
    static async Task<PushWorld> Ready(BreakSettings? settings = null)
    {
        var world = new PushWorld();
        await world.Subscribe();
        world.SwitchOn(settings);
        return world;
    }

    [Fact]
    public async Task A_reminder_comes_after_an_hour_of_sitting_and_once()
    {
        await using var world = await Ready();
        await world.Pass(TimeSpan.FromMinutes(59));
        Assert.Empty(world.Server.Requests);
        await world.Pass(TimeSpan.FromMinutes(2));
        Assert.Single(world.Server.Requests);
        Assert.Equal(1, world.Prompts);
        // Not answered: the next one comes an hour later, and no sooner.
        await world.Pass(TimeSpan.FromMinutes(57));
        Assert.Single(world.Server.Requests);
        await world.Pass(TimeSpan.FromMinutes(4));
        Assert.Equal(2, world.Server.Requests.Count);
    }

    [Fact]
    public async Task Later_comes_back_after_ten_minutes_and_a_break_begins_the_hour_anew()
    {
        await using var world = await Ready();
        await world.Pass(TimeSpan.FromMinutes(61));
        world.Mark(BreakEvent.Snoozed);
        await world.Pass(TimeSpan.FromMinutes(9));
        Assert.Single(world.Server.Requests);
        await world.Pass(TimeSpan.FromMinutes(2));
        Assert.Equal(2, world.Server.Requests.Count);
        world.Mark(BreakEvent.Taken);
        await world.Pass(TimeSpan.FromMinutes(59));
        Assert.Equal(2, world.Server.Requests.Count);
        await world.Pass(TimeSpan.FromMinutes(2));
        Assert.Equal(3, world.Server.Requests.Count);
    }

    [Fact]
    public async Task Two_servers_on_one_file_send_one_reminder()
    {
        await using var world = await Ready();
        var other = world.Another();
        await world.Pass(TimeSpan.FromMinutes(130), world.First, other);
        Assert.Equal(2, world.Server.Requests.Count);
        Assert.Equal(2, world.Prompts);
    }

    [Fact]
    public async Task Two_servers_at_the_very_same_moment_send_one_reminder()
    {
        await using var world = await Ready();
        var servers = Enumerable.Range(0, 4).Select(_ => world.Another()).ToArray();
        world.App.Clock.Pass(TimeSpan.FromMinutes(61));
        await Task.WhenAll(servers.Select(server => Task.Run(() => server.Look())));
        Assert.Single(world.Server.Requests);
        Assert.Equal(1, world.Prompts);
    }

    [Fact]
    public async Task A_server_that_is_started_again_does_not_send_the_same_again()
    {
        await using var world = await Ready();
        await world.Pass(TimeSpan.FromMinutes(61));
        await world.Pass(TimeSpan.FromMinutes(30), world.Another());
        Assert.Single(world.Server.Requests);
    }

    [Fact]
    public async Task A_crash_between_sending_and_noting_sends_nothing_twice_and_the_next_one_comes()
    {
        await using var world = await Ready();
        // The push server has it, and then the computer is switched off.
        var dying = new FakePushServer();
        var sent = 0;
        dying.Before = () =>
        {
            sent++;
            throw new InvalidOperationException("power cut");
        };
        world.App.Clock.Pass(TimeSpan.FromMinutes(61));
        await Assert.ThrowsAsync<InvalidOperationException>(() => world.Another(dying).Look());
        Assert.Equal((1, 0), (sent, world.Prompts));
        await world.Pass(TimeSpan.FromMinutes(5));
        Assert.Empty(world.Server.Requests);
        // It counts as shown.
        Assert.Equal(1, world.Prompts);
        await world.Pass(TimeSpan.FromMinutes(62));
        Assert.Single(world.Server.Requests);
    }

    [Fact]
    public async Task Without_network_it_is_tried_again_and_not_counted_until_it_went_out()
    {
        await using var world = await Ready();
        world.Server.Status = 0;
        await world.Pass(TimeSpan.FromMinutes(65));
        Assert.Equal(0, world.Prompts);
        world.Server.Status = 201;
        await world.Pass(TimeSpan.FromMinutes(2));
        Assert.Single(world.Server.Requests);
        Assert.Equal(1, world.Prompts);
    }

    [Fact]
    public async Task A_break_taken_before_the_second_try_calls_it_off()
    {
        await using var world = await Ready();
        world.Server.Status = 503;
        await world.Pass(TimeSpan.FromMinutes(61));
        world.Server.Requests.Clear();
        world.Mark(BreakEvent.Taken);
        world.Server.Status = 201;
        await world.Pass(TimeSpan.FromMinutes(30));
        Assert.Empty(world.Server.Requests);
    }

    [Fact]
    public async Task No_more_than_eight_a_day_all_kinds_together()
    {
        await using var world = await Ready(new() { On = true, EveryMinutes = 35, To = new(20, 30), Stretches = [new(11, 0), new(15, 0)] });
        await world.Pass(TimeSpan.FromHours(11));
        Assert.Equal(8, world.Server.Requests.Count);
        Assert.Contains(world.History.Breaks, one => one.What.Kind == PromptKind.Stretch);
    }

    [Fact]
    public async Task A_planned_stretch_comes_at_its_time_and_never_late()
    {
        await using var world = await Ready(new() { On = true, EveryMinutes = 90, Stretches = [new(9, 30)] });
        await world.Pass(TimeSpan.FromMinutes(31));
        Assert.Equal(PromptKind.Stretch, Assert.Single(world.History.Breaks).What.Kind);
        await using var late = await Ready(new() { On = true, EveryMinutes = 90, Stretches = [new(9, 30)] });
        late.App.Clock.Pass(TimeSpan.FromMinutes(50));
        await late.First.Look();
        Assert.Empty(late.Server.Requests);
    }

    [Fact]
    public async Task Nothing_comes_while_off_away_paused_or_while_something_is_to_be_looked_at()
    {
        foreach (var settings in new BreakSettings[] { new(), new() { On = true, PausedUntil = DateTimeOffset.MaxValue }, new() { On = true, Days = [6] }, new() { On = true, From = new(18, 0), To = new(19, 0) } })
        {
            await using var quiet = await Ready(settings);
            await quiet.Pass(TimeSpan.FromHours(2));
            Assert.Empty(quiet.Server.Requests);
        }
        await using var away = await Ready();
        away.App.Get<PersonFile>().Write(Noted.Of(new Holiday { From = new(2026, 3, 1), To = new(2026, 3, 31) }));
        await away.Pass(TimeSpan.FromHours(2));
        Assert.Empty(away.Server.Requests);

        await using var changed = await Ready();
        changed.App.Get<PersonFile>().Write(new CheckedIn(4, AnythingNew: true));
        await changed.Pass(TimeSpan.FromHours(2));
        Assert.Empty(changed.Server.Requests);

        // The danger questions are due again, as a session was too much.
        await using var due = await Ready();
        Persona.Desk.Check(due.App.Get<CareModels>(), due.App.Get<PersonFile>());
        due.App.Clock.Pass(TimeSpan.FromMinutes(1));
        var session = Guid.CreateVersion7();
        due.App.Get<PersonFile>().Write(Noted.Of(new SessionStart { Session = session, Pain = 3, AnyNew = false }), Noted.Of(new ItemReport { Session = session, Item = "cat-cow", Worst = 8, Moved = PainMoved.Down }));
        await due.Pass(TimeSpan.FromHours(2));
        Assert.Empty(due.Server.Requests);
    }

    [Fact]
    public async Task After_sleep_the_sitting_begins_anew_and_a_clock_set_back_harms_nothing()
    {
        await using var world = await Ready();
        await world.Pass(TimeSpan.FromMinutes(30));
        world.App.Clock.Pass(TimeSpan.FromMinutes(40));
        await world.First.Look();
        await world.Pass(TimeSpan.FromMinutes(58));
        Assert.Empty(world.Server.Requests);
        await world.Pass(TimeSpan.FromMinutes(3));
        Assert.Single(world.Server.Requests);

        world.App.Clock.Pass(TimeSpan.FromMinutes(-90));
        await world.Pass(TimeSpan.FromMinutes(30));
        Assert.Single(world.Server.Requests);
        // The same reminder is not sent again, and the next one comes when the right clock has caught up.
        await world.Pass(TimeSpan.FromMinutes(125));
        Assert.Equal(2, world.Server.Requests.Count);
    }

    [Fact]
    public async Task The_program_on_the_computer_takes_over_while_it_runs()
    {
        await using var world = await Ready();
        world.App.Clock.Pass(TimeSpan.FromMinutes(61));
        new AgentSign(world.App.Clock.GetUtcNow(), "Deferral", "call").Leave(world.App.Data);
        await world.First.Look();
        Assert.Empty(world.Server.Requests);
        Assert.Contains("A call seems to be on", (await world.App.Open("/breaks")).Html, StringComparison.Ordinal);
        await world.Pass(TimeSpan.FromMinutes(4));
        Assert.Single(world.Server.Requests);
    }

    [Fact]
    public async Task While_the_program_on_the_computer_runs_planned_stretches_are_its_own_too()
    {
        await using var world = await Ready(new() { On = true, EveryMinutes = 90, Stretches = [new(9, 30)] });
        await world.Pass(TimeSpan.FromMinutes(29));
        world.App.Clock.Pass(TimeSpan.FromMinutes(1.5));
        new AgentSign(world.App.Clock.GetUtcNow(), "Deferral", "call").Leave(world.App.Data);
        await world.First.Look();
        Assert.Empty(world.Server.Requests);
        // It went away: there is time left for it.
        await world.Pass(TimeSpan.FromMinutes(4));
        Assert.Single(world.Server.Requests);
    }

    [Theory]
    [InlineData(403)]
    [InlineData(410)]
    public async Task An_address_that_takes_nothing_any_more_ends_no_reminders(int status)
    {
        await using var world = await Ready();
        world.Server.Status = status;
        await world.Pass(TimeSpan.FromMinutes(62));
        Assert.NotEmpty(world.Server.Requests);
        Assert.Equal(0, world.Prompts);
        world.Server.Requests.Clear();
        world.Server.Status = 201;
        await world.Subscribe();
        await world.Pass(TimeSpan.FromMinutes(6));
        Assert.NotEmpty(world.Server.Requests);
        Assert.Equal(1, world.Prompts);
    }
}
