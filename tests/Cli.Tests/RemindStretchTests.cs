using Mainstay.Care;
using Mainstay.Cli.Remind;

namespace Mainstay.Cli.Tests;

/// <summary>A stretch that was planned for half past nine, at a desk where it may be a bad moment.</summary>
public sealed class RemindStretchTests
{
    static World AtHalfPastNine()
    {
        var world = new World();
        world.Clock.Now += TimeSpan.FromSeconds(1);
        world.Write(new BreakSettings { On = true, EveryMinutes = 90, Stretches = [new(9, 30)] });
        return world;
    }

    [Fact]
    public void What_is_put_off_comes_once_more_ten_minutes_later()
    {
        using var world = AtHalfPastNine();
        world.Pass(31);
        world.Screen.Answered!(BreakEvent.Snoozed);
        world.Pass(9);
        Assert.Single(world.Screen.Shown);
        world.Pass(20);
        Assert.Equal(["stretch", "stretch"], world.Screen.Shown.Select(one => one.Reason));
        Assert.Equal("It is the one that you put off.", world.Screen.Shown[1].Says);
        world.Screen.Answered!(BreakEvent.Taken);
        world.Pass(20);
        Assert.Equal(2, world.Screen.Shown.Count);
    }

    [Fact]
    public void Whoever_took_a_break_meanwhile_is_not_reminded_again()
    {
        using var world = AtHalfPastNine();
        world.Pass(31);
        world.Screen.Answered!(BreakEvent.Snoozed);
        world.Pass(5);
        world.Write(new BreakLog { Event = BreakEvent.Taken });
        world.Pass(20);
        Assert.Single(world.Screen.Shown);
    }

    [Fact]
    public void Where_it_cannot_be_told_whether_somebody_is_busy_it_comes_without_a_sound_and_says_so()
    {
        using var world = AtHalfPastNine();
        world.Desk.Signs = new(null, Probe.No, Probe.No, Probe.Unknown);
        world.Pass(35);
        var shown = Assert.Single(world.Screen.Shown);
        Assert.True(shown.Quiet);
        Assert.Contains("without a sound", shown.Says, StringComparison.Ordinal);
    }

    [Fact]
    public void To_an_empty_chair_none_is_shown_until_somebody_is_back_in_time()
    {
        using var world = AtHalfPastNine();
        world.Pass(20);
        world.Pass(18, typing: false);
        Assert.Empty(world.Screen.Shown);
        world.Pass(1);
        Assert.Single(world.Screen.Shown);
    }
}
