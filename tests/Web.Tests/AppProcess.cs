using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Mainstay.Web.Tests;

/// <summary>The app as a process of its own, on a port and a data file that stay when it is killed.</summary>
public sealed class AppProcess : IDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    readonly string _folder = Directory.CreateTempSubdirectory("mainstay-killed-").FullName;
    readonly int _port = FreePort();
    Process? _app;

    public string Data => Path.Combine(_folder, "journal.db");

    public string Address => $"http://127.0.0.1:{_port}";

    public bool IsDead => _app is null or { HasExited: true };

    /// <summary>Until it says that it is open.</summary>
    public async Task Start()
    {
        _app?.Dispose();
        _app = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Mainstay.Web.dll"), "--data", Data, "--port", $"{_port}"]) { RedirectStandardOutput = true })!;
        using var stop = new CancellationTokenSource(Patience);
        var line = await _app.StandardOutput.ReadLineAsync(stop.Token);
        Assert.Contains("is open", line, StringComparison.Ordinal);
    }

    /// <summary>At once, in the middle of whatever it does.</summary>
    public async Task Kill()
    {
        _app!.Kill();
        await _app.WaitForExitAsync();
    }

    static int FreePort()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        return ((IPEndPoint)free.LocalEndpoint).Port;
    }

    public void Dispose()
    {
        if (!IsDead) _app!.Kill();
        _app?.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
