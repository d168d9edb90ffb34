using System.Collections.Immutable;
using System.Globalization;
using Mainstay.Care;
using Mainstay.Web.Flow;

namespace Mainstay.Web.Diary;

/// <param name="Pain">The middle value of the day; null: nothing was said.</param>
/// <param name="Ahead">It has not come yet.</param>
public sealed record DiaryCell(DateOnly Date, double? Pain, int Entries, bool Ahead);

/// <summary>A month of the diary.</summary>
/// <param name="First">Its first day.</param>
/// <param name="Weeks">Seven cells each; null lies outside of the month.</param>
/// <param name="Days">Days with entries, the latest first.</param>
/// <param name="Earlier">The month before; null: nothing is there.</param>
/// <param name="Later">The month after; null: it has not come yet.</param>
/// <param name="Empty">Nothing was ever recorded.</param>
/// <param name="Quick">What the small form holds.</param>
public sealed record DiaryMonth(DateOnly First, IReadOnlyList<IReadOnlyList<DiaryCell?>> Weeks, IReadOnlyList<(DiaryCell Day, ImmutableArray<DayEntry> Entries)> Days,
    DateOnly? Earlier, DateOnly? Later, bool Empty, DiaryForm Quick)
{
    /// <param name="month">Any day of it; a month that has not come is this one.</param>
    /// <param name="weekStart">What weeks begin with.</param>
    public static DiaryMonth Of(DayBook book, DateOnly month, DateOnly today, DayOfWeek weekStart, DiaryForm quick)
    {
        var first = new DateOnly(month.Year, month.Month, 1);
        var before = ((int)first.DayOfWeek - (int)weekStart + 7) % 7;
        var days = Enumerable.Range(0, DateTime.DaysInMonth(first.Year, first.Month)).Select(first.AddDays).Select(day => new DiaryCell(day, book.Pain(day), book.On(day).Length, day > today)).ToList();
        var cells = Enumerable.Repeat<DiaryCell?>(null, before).Concat(days).ToList();
        while (cells.Count % 7 > 0) cells.Add(null);
        return new(first, [.. cells.Chunk(7)], [.. days.Where(day => day.Entries > 0).Reverse().Select(day => (day, book.On(day.Date)))],
            book.First < first ? first.AddMonths(-1) : null, first.AddMonths(1) <= today ? first.AddMonths(1) : null, book.First is null, quick);
    }

    public static string Path(DateOnly month) => $"/diary?month={month.ToString("yyyy-MM", CultureInfo.InvariantCulture)}";
}

/// <summary>A day of the diary.</summary>
/// <param name="Entries">Oldest first.</param>
/// <param name="After">The day after; null: it has not come yet.</param>
public sealed record DiaryDay(DateOnly Date, double? Pain, ImmutableArray<DayEntry> Entries, DateOnly? After);

/// <summary>The form of an entry.</summary>
/// <param name="Of">The entry that is put right; null: a new one.</param>
/// <param name="Places">The places of the body map.</param>
public sealed record EntryModel(DiaryForm Form, Guid? Of, ImmutableArray<Knowledge.Option> Places)
{
    /// <summary>Where questions wait that come before a change; null: none do.</summary>
    public string? First { get; init; }

    /// <summary>Where "leave" leads.</summary>
    public string Back => DateOnly.TryParseExact(Form["day"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && Of is not null ? DiaryPages.PathOf(day) : "/diary";
}
