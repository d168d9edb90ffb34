using System.Runtime;

namespace Mainstay.Web.Hosting;

/// <summary>Gives memory back to the computer once the app has come to rest: after the start, which reads all the knowledge, and after many
/// pages. The runtime alone keeps what it once took.</summary>
public sealed class MemoryReturn(TimeProvider clock) : BackgroundService
{
    static readonly TimeSpan Look = TimeSpan.FromSeconds(2);
    /// <summary>What was allocated since the last time, in bytes, for it to be worth a pause of some 20 ms; and what is still rest.</summary>
    const long Worth = 32 * 1024 * 1024, Rest = 2 * 1024 * 1024;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var looks = new PeriodicTimer(Look, clock);
        var (given, before) = (0L, 0L);
        while (await looks.Next(stoppingToken))
        {
            var now = GC.GetTotalAllocatedBytes();
            if (now - before < Rest && now - given > Worth)
            {
                GCSettings.LargeObjectHeapCompactionMode = GCLargeObjectHeapCompactionMode.CompactOnce;
                GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
                given = now;
            }
            before = now;
        }
    }
}
