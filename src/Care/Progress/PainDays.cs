namespace Mainstay.Care;

/// <summary>What was said about the pain, day by day.</summary>
public sealed class PainDays
{
    /// <param name="At">When it was felt.</param>
    public readonly record struct Reading(DateTimeOffset At, DateOnly Day, double Pain, Guid Entry)
    {
        /// <summary>When it was told: later than it was felt where it was put right since. What it brings to light is known only from then on.</summary>
        public DateTimeOffset Told { get; init; } = At;
    }

    readonly List<Reading> _readings = [];
    readonly SortedDictionary<DateOnly, double> _days = [];
    readonly Dictionary<DateOnly, Reading[]> _ofDay = [];
    readonly List<Reading> _felt = [];

    /// <param name="until">What was recorded later does not count.</param>
    public PainDays(History history, DateTimeOffset until)
    {
        ArgumentNullException.ThrowIfNull(history);
        foreach (var c in history.CheckIns) Add(c.At, c.Day, c.What.Pain, c.Id);
        foreach (var d in history.Diary) Add(d.At, d.What.For ?? d.Day, d.What.Pain, d.Id, d.What.FeltAt(d.At));
        foreach (var s in history.SessionsById.Values)
        {
            if (s.Started is { } start) Add(start.At, start.Day, start.What.Pain, start.Id);
            foreach (var later in s.Later) Add(later.At, s.Day.AddDays(1), later.What.Morning, later.Id);
        }
        _readings.Sort(InTime);
        foreach (var day in _readings.GroupBy(r => r.Day)) (_days[day.Key], _ofDay[day.Key]) = (Middle([.. day.Select(r => r.Pain)]), [.. day]);
        // What a session left behind is no value of the day, but the pain that somebody is in. That it eased for a moment lifts no limit of the day.
        // Midnight makes no difference: an end is held against what was felt since its session's day began, and against the pain that it began with.
        var ends = history.SessionsById.Values.Where(s => s.Ended is { What.Pain: not null } end && end.At <= until).ToDictionary(s => s.Ended!.Id);
        List<Reading> all = [.. _readings, .. ends.Values.Select(s => new Reading(s.Ended!.At, s.Ended.Day, s.Ended.What.Pain!.Value, s.Ended.Id))];
        all.Sort(InTime);
        foreach (var one in all)
            if (!ends.TryGetValue(one.Entry, out var session) || _felt is not [.., var before] || one.Pain > before.Pain
                || (before.Day < session.Day && !(one.Pain < session.Before))) _felt.Add(one);

        void Add(DateTimeOffset told, DateOnly day, double? pain, Guid entry, DateTimeOffset? felt = null)
        {
            if (pain is { } p && told <= until) _readings.Add(new(felt ?? told, day, p, entry) { Told = told });
        }
    }

    // By the day that is meant, whenever it was written: what is told today of yesterday is no news of today.
    static int InTime(Reading a, Reading b) => a.Day != b.Day ? a.Day.CompareTo(b.Day) : a.At != b.At ? a.At.CompareTo(b.At) : a.Entry.CompareTo(b.Entry);

    public IReadOnlyDictionary<DateOnly, double> Days => _days;

    /// <summary>The middle value of a day.</summary>
    public double? On(DateOnly day) => _days.TryGetValue(day, out var pain) ? pain : null;
    public Reading? FirstOn(DateOnly day) => _ofDay.TryGetValue(day, out var readings) ? readings[0] : null;

    /// <summary>When it was known that the middle value of a day is so high: with the reading since which it is; null: it is not.</summary>
    public DateTimeOffset? Reached(DateOnly day, double least)
    {
        DateTimeOffset? since = null;
        Reading[] readings = [.. _ofDay.GetValueOrDefault(day, []).OrderBy(r => r.Told)];
        for (var n = 1; n <= readings.Length; n++)
            since = Middle([.. readings.Take(n).Select(r => r.Pain)]) >= least ? since ?? readings[n - 1].Told : null;
        return since;
    }

    /// <summary>The last reading of a day, else of the days before it, at most so many; what a session left behind included.</summary>
    public Reading? Latest(DateOnly day, int within = 0)
    {
        for (var i = _felt.Count - 1; i >= 0; i--)
            if (_felt[i].Day <= day) return _felt[i].Day >= day.AddDays(-within) ? _felt[i] : null;
        return null;
    }

    /// <summary>The middle one of the last days with a value.</summary>
    /// <param name="days">How many values at most.</param>
    /// <param name="within">How many days back at most, the last one counted.</param>
    public double? MiddleBefore(DateOnly last, int days, int within) => MiddleOf(Backwards(last, within).Take(days));

    public double? MiddleFrom(DateOnly first, int days, int within)
        => MiddleOf(Enumerable.Range(0, within).Select(i => On(first.AddDays(i))).OfType<double>().Take(days));

    IEnumerable<double> Backwards(DateOnly last, int within) => Enumerable.Range(0, within).Select(i => On(last.AddDays(-i))).OfType<double>();

    internal static double? MiddleOf(IEnumerable<double> values) => values.ToArray() is { Length: > 0 } some ? Middle(some) : null;

    /// <summary>The median. The array is sorted.</summary>
    internal static double Middle(double[] values)
    {
        Array.Sort(values);
        var half = values.Length / 2;
        return values.Length % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
    }
}
