namespace Mainstay.Cli;

/// <summary>One line on the error stream that says how far a long run is; nothing where that stream is not a terminal.</summary>
sealed class ProgressLine(string what) : IDisposable
{
    readonly bool shown = !Console.IsErrorRedirected;
    int last = -1;

    public void Tell(double share)
    {
        var percent = (int)(100 * share);
        if (!shown || percent == last) return;
        last = percent;
        Console.Error.Write($"\r{what} … {percent} %");
    }

    public void Dispose()
    {
        if (last >= 0) Console.Error.Write("\r" + new string(' ', what.Length + 10) + "\r");
        last = -1;
    }
}
