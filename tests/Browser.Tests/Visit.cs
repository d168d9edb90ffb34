using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Playwright;

namespace Mainstay.Browser.Tests;

/// <summary>A page in a context of its own, that notes what it must not do: ask another host, break its own policy, fail.</summary>
public sealed class Visit : IAsyncDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Its letters are there, what is seen was laid out, and a figure or a picture that is seen was drawn.</summary>
    const string Settled = """
        async patience => {
          const frame = () => new Promise(next => requestAnimationFrame(next)), until = performance.now() + patience;
          await document.fonts.ready;
          await frame();
          await frame();
          const figure = document.querySelector('mainstay-figure');
          while (figure && figure.checkVisibility() && figure.getBoundingClientRect().top < innerHeight && !figure.state?.ready) {
            if (performance.now() > until) throw new Error('the figure never came');
            await frame();
          }
          const inSight = one => one.checkVisibility() && one.getBoundingClientRect().top < innerHeight && one.getBoundingClientRect().bottom > 0;
          for (const one of document.images)
            while (!one.complete && inSight(one)) {
              if (performance.now() > until) throw new Error(`${one.src} never came`);
              await frame();
            }
        }
        """;

    readonly IBrowserContext _context;
    readonly ConcurrentDictionary<IRequest, bool> _open = new();

    public Visit(IBrowserContext context, IPage page, string address)
    {
        (_context, Page) = (context, page);
        page.Request += (_, request) =>
        {
            // A picture that is put off until it is near, and then is not, never says that it ended.
            if (request.ResourceType != "image") _open[request] = true;
            if (!request.Url.StartsWith(address, StringComparison.Ordinal)) Faults.Enqueue($"asks {request.Url}");
        };
        page.RequestFinished += (_, request) => _open.TryRemove(request, out var _);
        page.RequestFailed += (_, request) => _open.TryRemove(request, out var _);
        page.Console += (_, message) =>
        {
            if (message.Type == "error") Faults.Enqueue(message.Text);
        };
        page.PageError += (_, error) => Faults.Enqueue(error);
    }

    public IPage Page { get; }

    public ConcurrentQueue<string> Faults { get; } = [];

    /// <summary>Opens a page and waits until nothing that it asked for is on its way. What it did that it must not do stays in the faults.</summary>
    public async Task Go(string path)
    {
        _open.Clear();
        var answer = await Page.GotoAsync(path);
        await Page.EvaluateAsync(Settled, Patience.TotalMilliseconds);
        for (var clock = Stopwatch.StartNew(); !_open.IsEmpty; await Task.Delay(5))
            if (clock.Elapsed > Patience) throw new TimeoutException($"still waits for {string.Join(", ", _open.Keys.Select(request => request.Url))}");
        // A page that says what went wrong is an error to the browser too.
        if (answer is { Status: >= 400 and var status } && Faults.TryPeek(out var fault) && fault.Contains($"{status}", StringComparison.Ordinal)) Faults.TryDequeue(out _);
    }

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();
}
