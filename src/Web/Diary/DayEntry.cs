using System.Collections.Immutable;
using Mainstay.Care;

namespace Mainstay.Web.Diary;

/// <summary>One thing that happened on a day: something said, or a session put together from its parts.</summary>
/// <param name="Id">Of the entry, or of the session.</param>
/// <param name="At">When it was recorded, first where it was put right since, or when the session began.</param>
/// <param name="Day">The day it is about.</param>
public sealed record DayEntry(Guid Id, DateTimeOffset At, DateOnly Day, Daily? Said, Session? Session = null)
{
    /// <summary>Written on a later day than the one it is about.</summary>
    public bool Later => Day != DateOnly.FromDateTime(At.DateTime);

    /// <summary>Read from a file.</summary>
    public bool Imported => Said is DiaryNote { Source: not null };
}

/// <summary>What was recorded, day by day: check-ins, sessions, notes, tests, spots and goals in one order.</summary>
public sealed class DayBook
{
    readonly ImmutableDictionary<DateOnly, ImmutableArray<DayEntry>> _days;
    readonly PainDays _pain;

    /// <param name="now">What is recorded after it, by a clock that went back, is shown and gives no pain of a day.</param>
    public DayBook(History history, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(history);
        _pain = new(history, now);
        _days = Entries(history).GroupBy(one => one.Day).ToImmutableDictionary(day => day.Key, day => day.OrderBy(one => one.At).ThenBy(one => one.Id).ToImmutableArray());
        First = _days.IsEmpty ? null : _days.Keys.Min();
    }

    /// <summary>Null: there is no such entry.</summary>
    public DayEntry? Find(Guid id) => _days.Values.SelectMany(day => day).FirstOrDefault(one => one.Id == id);

    /// <summary>The earliest day with an entry; null: nothing was recorded yet.</summary>
    public DateOnly? First { get; }

    /// <summary>Oldest first.</summary>
    public ImmutableArray<DayEntry> On(DateOnly day) => _days.GetValueOrDefault(day, []);

    /// <summary>The middle value of the day, 0 to 10.</summary>
    public double? Pain(DateOnly day) => _pain.On(day);

    static IEnumerable<DayEntry> Entries(History history) =>
    [
        .. history.CheckIns.Select(Plain), .. history.Diary.Select(note => Plain(note) with { At = note.What.FeltAt(note.At), Day = note.What.For ?? note.Day }), .. history.Tests.Select(Plain), .. history.Spots.Select(Plain),
        .. history.Pressed.Select(Plain), .. history.GoalScores.Select(Plain), .. history.Sessions.Select(session => new DayEntry(session.Id, session.At, session.Day, null, session)),
    ];

    static DayEntry Plain<T>(Logged<T> entry) where T : Daily => new(entry.Id, entry.At, entry.Day, entry.What);
}
