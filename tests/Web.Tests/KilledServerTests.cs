using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Mainstay.Journal;

namespace Mainstay.Web.Tests;

/// <summary>The app as a process of its own, which is killed while a device sends.</summary>
public sealed class KilledServerTests : IDisposable
{
    readonly AppProcess _app = new();

    [Fact]
    public async Task Of_two_hundred_check_ins_every_one_that_was_acknowledged_is_there_once()
    {
        await _app.Start();
        using var client = new HttpClient { BaseAddress = new Uri(_app.Address), Timeout = TimeSpan.FromSeconds(20) };
        client.DefaultRequestHeaders.Add("Origin", _app.Address);
        Guid[] ids = [.. Enumerable.Range(0, 200).Select(_ => Guid.CreateVersion7())];
        var (at, again) = (TimeProvider.System.GetLocalNow(), 0);
        foreach (var (id, n) in ids.Select((id, n) => (id, n)))
        {
            var sending = Acknowledged(client, id, n, at);
            if (n is 67 or 133) await _app.Kill();
            while (!await sending)
            {
                again++;
                if (_app.IsDead) await _app.Start();
                sending = Acknowledged(client, id, n, at);
            }
            // The answer may have been lost on its way: then a device sends once more what is there already.
            if (n % 20 == 0) Assert.True(await Acknowledged(client, id, n, at));
        }
        await _app.Kill();
        Assert.True(again > 0, "Nothing was lost on its way, so nothing was tested.");
        using var store = JournalStore.Open(_app.Data);
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

    public void Dispose() => _app.Dispose();
}
