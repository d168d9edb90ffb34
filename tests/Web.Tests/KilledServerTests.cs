using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using Mainstay.Journal;

namespace Mainstay.Web.Tests;

/// <summary>The app as a process of its own, which is killed while a device sends.</summary>
public sealed class KilledServerTests : IDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    readonly string _folder = Directory.CreateTempSubdirectory("mainstay-killed-").FullName;
    readonly int _port = FreePort();
    Process? _app;

    string Data => Path.Combine(_folder, "journal.db");

    [Fact]
    public async Task Of_two_hundred_check_ins_every_one_that_was_acknowledged_is_there_once()
    {
        await Start();
        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{_port}"), Timeout = TimeSpan.FromSeconds(20) };
        client.DefaultRequestHeaders.Add("Origin", $"http://127.0.0.1:{_port}");
        Guid[] ids = [.. Enumerable.Range(0, 200).Select(_ => Guid.CreateVersion7())];
        var (at, again) = (TimeProvider.System.GetLocalNow(), 0);
        foreach (var (id, n) in ids.Select((id, n) => (id, n)))
        {
            var sending = Acknowledged(client, id, n, at);
            if (n is 67 or 133)
            {
                _app!.Kill();
                await _app.WaitForExitAsync();
            }
            while (!await sending)
            {
                again++;
                if (_app!.HasExited) await Start();
                sending = Acknowledged(client, id, n, at);
            }
            // The answer may have been lost on its way: then a device sends once more what is there already.
            if (n % 20 == 0) Assert.True(await Acknowledged(client, id, n, at));
        }
        _app!.Kill();
        await _app.WaitForExitAsync();
        Assert.True(again > 0, "Nothing was lost on its way, so nothing was tested.");
        using var store = JournalStore.Open(Data);
        Assert.Equal(ids, store.Read(JournalStore.Me).Select(recorded => recorded.Id));
    }

    static async Task<bool> Acknowledged(HttpClient client, Guid id, int n, DateTimeOffset at)
    {
        try
        {
            var token = (await client.GetFromJsonAsync<JsonElement>("/api/token")).GetProperty("token").GetString();
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/entries");
            request.Headers.Add("RequestVerificationToken", token);
            request.Content = JsonContent.Create(new { id, at = at.AddMilliseconds(n).ToString("yyyy-MM-dd'T'HH:mm:ss.fffzzz", System.Globalization.CultureInfo.InvariantCulture), kind = "check-in", fields = new { pain = new[] { $"{n % 11}" } } });
            using var answer = await client.SendAsync(request);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            return true;
        }
        catch (Exception lost) when (lost is HttpRequestException or TaskCanceledException or JsonException)
        {
            return false;
        }
    }

    async Task Start()
    {
        _app?.Dispose();
        _app = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Mainstay.Web.dll"), "--data", Data, "--port", $"{_port}"]) { RedirectStandardOutput = true })!;
        using var stop = new CancellationTokenSource(Patience);
        var line = await _app.StandardOutput.ReadLineAsync(stop.Token);
        Assert.Contains("is open", line, StringComparison.Ordinal);
    }

    static int FreePort()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        return ((IPEndPoint)free.LocalEndpoint).Port;
    }

    public void Dispose()
    {
        if (_app is { HasExited: false }) _app.Kill();
        _app?.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
