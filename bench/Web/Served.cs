using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace Mainstay.Web.Bench;

/// <summary>The published app in a process of its own, and a browser of it: one that takes packed pages and keeps the form cookie.</summary>
sealed partial class Served : IDisposable
{
    readonly Process _process;
    readonly HttpClient _browser;

    Served(Process process, HttpClient browser, TimeSpan firstPage) => (_process, _browser, FirstPage) = (process, browser, firstPage);

    public string Address => _browser.BaseAddress!.GetLeftPart(UriPartial.Authority);

    /// <summary>From the start of the process to the last byte of the first page.</summary>
    public TimeSpan FirstPage { get; }

    public static async Task<Served> Start(string folder, string data)
    {
        var port = FreePort();
        var browser = new HttpClient(new SocketsHttpHandler { UseCookies = true, AllowAutoRedirect = false, MaxConnectionsPerServer = 256 })
        {
            BaseAddress = new($"http://127.0.0.1:{port}"),
        };
        browser.DefaultRequestHeaders.Add("Accept-Encoding", "br");
        browser.DefaultRequestHeaders.Add("Origin", $"http://127.0.0.1:{port}");
        var from = Stopwatch.GetTimestamp();
        var process = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(folder, "mainstay.dll"), "serve", "--data", data, "--port", $"{port}"]) { RedirectStandardOutput = true })!;
        while (true)
        {
            try
            {
                using var page = await browser.GetAsync("/");
                page.EnsureSuccessStatusCode();
                return new(process, browser, Stopwatch.GetElapsedTime(from));
            }
            catch (HttpRequestException) when (!process.HasExited && Stopwatch.GetElapsedTime(from) < TimeSpan.FromSeconds(30))
            {
                await Task.Delay(2);
            }
        }
    }

    /// <returns>Bytes of the page, packed.</returns>
    public async Task<int> Get(string path)
    {
        using var page = await _browser.GetAsync(path);
        if ((int)page.StatusCode >= 400) throw new InvalidOperationException($"{path} answers {page.StatusCode}");
        return (await page.Content.ReadAsByteArrayAsync()).Length;
    }

    /// <summary>Changes the theme, as the form in Me does.</summary>
    public async Task Write(string theme)
    {
        using var ask = new HttpRequestMessage(HttpMethod.Get, "/me");
        ask.Headers.Add("Accept-Encoding", "identity");
        using var form = await _browser.SendAsync(ask);
        var token = Token().Match(await form.Content.ReadAsStringAsync()).Groups[1].Value;
        using var sent = await _browser.PostAsync("/me", new FormUrlEncodedContent([new("theme", theme), new("__RequestVerificationToken", token)]));
        if (sent.StatusCode != HttpStatusCode.SeeOther) throw new InvalidOperationException($"the form answers {sent.StatusCode}");
    }

    /// <summary>Resident and at its most, in MB.</summary>
    public (double Now, double Most) Memory()
    {
        _process.Refresh();
        return (_process.WorkingSet64 / 1048576.0, _process.PeakWorkingSet64 / 1048576.0);
    }

    public TimeSpan Cpu()
    {
        _process.Refresh();
        return _process.TotalProcessorTime;
    }

    /// <summary>Processes that wanted the cores in the last minute, from the system; null where it does not say.</summary>
    public static double? LoadAverage() =>
        File.Exists("/proc/loadavg") ? double.Parse(File.ReadAllText("/proc/loadavg").Split(' ')[0], CultureInfo.InvariantCulture) : null;

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
        _browser.Dispose();
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
