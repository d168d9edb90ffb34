namespace Mainstay.Web.Hosting;

static class Ticks
{
    /// <summary>False: the timer or the app has stopped. A host that goes without stopping its services first is no fault of theirs.</summary>
    public static async ValueTask<bool> Next(this PeriodicTimer timer, CancellationToken stop)
    {
        try
        {
            return await timer.WaitForNextTickAsync(stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return false;
        }
    }
}
