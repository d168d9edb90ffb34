using Mainstay.Care;
using Mainstay.Cli.Remind;

namespace Mainstay.Cli.Tests;

/// <summary>What each system tells of its user, from what its programs print.</summary>
public class SurroundingsTests
{
    static readonly DateTimeOffset Nine = new(2026, 3, 10, 9, 0, 0, TimeSpan.Zero);

    static LinuxSurroundings Linux(Dictionary<string, string?> prints, params (string, string)[] environment) =>
        new((program, arguments) => prints.GetValueOrDefault($"{program} {string.Join(' ', arguments)}") ?? prints.GetValueOrDefault(program),
            name => environment.FirstOrDefault(one => one.Item1 == name).Item2);

    [Theory]
    [InlineData("gdbus", "(uint64 90000,)\n", 90)]
    [InlineData("xprintidle", "5000\n", 5)]
    [InlineData("xprintidle", "soon", null)]
    [InlineData("xprintidle", "99999999999999999", null)]
    [InlineData("gdbus", "Error: no such name", null)]
    public void Linux_tells_the_last_input_where_it_can(string program, string printed, int? secondsAgo)
        => Assert.Equal(secondsAgo is { } ago ? Nine.AddSeconds(-ago) : null, Linux(new() { [program] = printed }, ("DISPLAY", ":0")).LastInput(Nine));

    [Fact]
    public void On_Wayland_the_answer_of_X11_is_not_believed() => Assert.Null(Linux(new() { ["xprintidle"] = "0" }, ("DISPLAY", ":0"), ("WAYLAND_DISPLAY", "wayland-0")).LastInput(Nine));

    [Fact]
    public void Linux_tells_full_screen_and_do_not_disturb_where_it_can()
    {
        var signs = Linux(new()
        {
            ["xprop -root _NET_ACTIVE_WINDOW"] = "_NET_ACTIVE_WINDOW(WINDOW): window id # 0x3a00007\n", ["xprop -id 0x3a00007 _NET_WM_STATE"] = "_NET_WM_STATE(ATOM) = _NET_WM_STATE_FULLSCREEN\n",
            ["gsettings"] = "false\n", [Gnome] = "(true,)\n",
        }, ("DISPLAY", ":0")).Rest(Nine);
        Assert.Equal((Probe.Yes, Probe.Yes), (signs.FullScreen, signs.DoNotDisturb));
        var kde = Linux(new() { ["gdbus"] = "(<false>,)\n", ["gsettings"] = "true\n" }, ("XDG_CURRENT_DESKTOP", "KDE")).Rest(Nine);
        Assert.Equal((Probe.Unknown, Probe.No), (kde.FullScreen, kde.DoNotDisturb));
        var bare = Linux([]).Rest(Nine);
        Assert.Equal((Probe.Unknown, Probe.Unknown), (bare.FullScreen, bare.DoNotDisturb));
    }

    const string Gnome = "gdbus call --session --timeout 1 --dest org.gnome.SessionManager --object-path /org/gnome/SessionManager --method org.gnome.SessionManager.IsInhibited 8",
        Power = "gdbus call --session --timeout 1 --dest org.freedesktop.PowerManagement.Inhibit --object-path /org/freedesktop/PowerManagement/Inhibit --method org.freedesktop.PowerManagement.Inhibit.HasInhibit",
        Login = "gdbus call --system --timeout 1 --dest org.freedesktop.login1 --object-path /org/freedesktop/login1 --method org.freedesktop.DBus.Properties.Get org.freedesktop.login1.Manager BlockInhibited";

    [Theory]
    [InlineData("_NET_WM_STATE_FULLSCREEN", Gnome, "(true,)", Probe.Yes)]
    [InlineData("_NET_WM_STATE_FULLSCREEN", Power, "(true,)", Probe.Yes)]
    [InlineData("_NET_WM_STATE_FULLSCREEN", Login, "(<'sleep:idle'>,)", Probe.Yes)]
    [InlineData("_NET_WM_STATE_FULLSCREEN", Gnome, "(false,)", Probe.Unknown)]
    [InlineData("_NET_WM_STATE_FULLSCREEN", Login, "(<'handle-lid-switch'>,)", Probe.Unknown)]
    [InlineData("_NET_WM_STATE_FULLSCREEN", Login, null, Probe.Unknown)]
    [InlineData("_NET_WM_STATE_FOCUSED", Gnome, "(true,)", Probe.No)]
    public void A_full_screen_holds_a_reminder_back_only_while_it_keeps_the_display_awake(string state, string asked, string? printed, Probe seen)
        => Assert.Equal(seen, Linux(new()
        {
            ["xprop -root _NET_ACTIVE_WINDOW"] = "_NET_ACTIVE_WINDOW(WINDOW): window id # 0x3a00007\n", ["xprop -id 0x3a00007 _NET_WM_STATE"] = $"_NET_WM_STATE(ATOM) = {state}\n", [asked] = printed,
        }, ("DISPLAY", ":0")).Rest(Nine).FullScreen);

    [Theory]
    [InlineData("/dev/video0", Probe.Yes)]
    [InlineData("/dev/snd/pcmC0D0c", Probe.Yes)]
    [InlineData("/dev/snd/pcmC0D0p", Probe.No)]
    [InlineData("/dev/null", Probe.No)]
    public void A_camera_or_microphone_in_use_is_seen(string device, Probe seen)
    {
        if (OperatingSystem.IsWindows()) return;
        using var folder = new TempFolder();
        Directory.CreateDirectory(Path.Combine(folder.File("42"), "fd"));
        File.CreateSymbolicLink(Path.Combine(folder.File("42"), "fd", "7"), device);
        Assert.Equal(seen, LinuxSurroundings.MicrophoneOrCamera(Path.GetDirectoryName(folder.File("42"))!));
        Assert.Equal(Probe.Unknown, LinuxSurroundings.MicrophoneOrCamera(folder.File("none")));
    }

    [Fact]
    public void Mac_and_Windows_are_read_as_they_print()
    {
        Assert.Equal(Nine.AddSeconds(-3), new MacSurroundings((_, _) => "  | |   \"HIDIdleTime\" = 3000000000\n").LastInput(Nine));
        Assert.Null(new MacSurroundings((_, _) => null).LastInput(Nine));
        if (!OperatingSystem.IsWindows()) return;
        Assert.Equal((Probe.No, Probe.Yes), WindowsSurroundings.Told(2));
        Assert.Equal(Probe.Yes, WindowsSurroundings.MicrophoneOrCamera((_, _) => "    LastUsedTimeStop    REG_QWORD    0x0\r\n"));
    }
}
