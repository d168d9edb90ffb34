using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Mainstay.Browser.Tests;

/// <summary>Goes through many pages, as many at once as there are processors.</summary>
static class Tour
{
    const int MostLines = 100;

    /// <param name="open">A visit of its own for each that goes.</param>
    /// <param name="look">What is wrong with the page that is open now.</param>
    /// <returns>What was wrong, with the page's address, in the order of the pages.</returns>
    public static async Task<IReadOnlyList<string>> Of(IReadOnlyList<string> paths, Func<Task<Visit>> open, Func<Visit, Task<IEnumerable<string>>> look)
    {
        var (waiting, wrong) = (new ConcurrentQueue<int>(Enumerable.Range(0, paths.Count)), new IReadOnlyList<string>[paths.Count]);
        async Task Go()
        {
            await using var visit = await open();
            while (waiting.TryDequeue(out var at)) wrong[at] = await Look(visit, paths[at], look);
        }
        await Task.WhenAll(Enumerable.Range(0, Math.Max(2, Environment.ProcessorCount)).Select(_ => Go()));
        return [.. wrong.SelectMany(one => one)];
    }

    /// <summary>Fails with every line; a collection alone would be cut short.</summary>
    public static void FoundNothing(IReadOnlyCollection<string> wrong) => Assert.True(wrong.Count == 0, string.Join('\n', wrong.Distinct().Take(MostLines)));

    static async Task<IReadOnlyList<string>> Look(Visit visit, string path, Func<Visit, Task<IEnumerable<string>>> look)
    {
        var wrong = new List<string>();
        try
        {
            await visit.Go(path);
            wrong.AddRange(await look(visit));
        }
        catch (Exception failed) when (failed is PlaywrightException or TimeoutException)
        {
            wrong.Add(failed.Message);
        }
        while (visit.Faults.TryDequeue(out var fault)) wrong.Add(fault);
        return [.. wrong.Select(one => $"{path}: {one}")];
    }
}
