using System.Collections.Concurrent;

namespace Mainstay.Web.Flow;

/// <summary>A page as it was sent: packed bytes and how they are packed.</summary>
/// <param name="Encoding">br, gzip, or null for plain.</param>
public sealed record KeptPage(byte[] Body, string Type, string? Encoding);

/// <summary>Pages of one state of the person, kept for the rest of the minute in which they were made. Safe for several threads.</summary>
public sealed class KeptPages
{
    /// <summary>Of all bodies together; beyond it all are let go.</summary>
    public const int MostBytes = 4 * 1024 * 1024;

    Shelf _shelf = new(long.MinValue);

    sealed class Shelf(long minute)
    {
        public readonly long Minute = minute;
        public readonly ConcurrentDictionary<string, KeptPage> Pages = new(StringComparer.Ordinal);
        public long Bytes;
    }

    /// <param name="minute">Minutes of the clock: a page may tell the time of day.</param>
    /// <param name="key">All else that the page depends on.</param>
    public KeptPage? Find(long minute, string key) => _shelf is var shelf && shelf.Minute == minute ? shelf.Pages.GetValueOrDefault(key) : null;

    public void Keep(long minute, string key, KeptPage page)
    {
        var shelf = _shelf;
        if (shelf.Minute != minute || Interlocked.Read(ref shelf.Bytes) + page.Body.Length > MostBytes)
        {
            var fresh = new Shelf(minute);
            Interlocked.CompareExchange(ref _shelf, fresh, shelf);
            shelf = fresh;
        }
        if (shelf.Pages.TryAdd(key, page)) Interlocked.Add(ref shelf.Bytes, page.Body.Length + 2 * key.Length);
    }
}
