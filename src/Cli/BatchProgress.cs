using System.Diagnostics;
using System.Globalization;

namespace Mainstay.Cli;

/// <summary>How far a batch is, on standard error: a line that renews itself in a terminal, a line every few seconds elsewhere.</summary>
sealed class BatchProgress(Stopwatch watch)
{
    readonly bool terminal = !Console.IsErrorRedirected;
    TimeSpan next = TimeSpan.FromSeconds(1);
    long people;

    public long Bad { get; private set; }

    public void Add(int more, int bad)
    {
        people += more;
        Bad += bad;
        if (watch.Elapsed < next) return;
        next = watch.Elapsed + (terminal ? TimeSpan.FromMilliseconds(250) : TimeSpan.FromSeconds(5));
        Console.Error.Write(terminal ? $"\r{Text}" : Text + Environment.NewLine);
    }

    public void End() => Console.Error.WriteLine((terminal ? "\r" : "") + Text);

    string Text => string.Create(CultureInfo.InvariantCulture,
        $"{people} people, {Bad} bad line(s), {watch.Elapsed.TotalSeconds:0.0} s, "
            + $"{people / Math.Max(watch.Elapsed.TotalSeconds, 0.001):0} a second");
}
