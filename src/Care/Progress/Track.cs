using System.Collections.Immutable;

namespace Mainstay.Care;

/// <summary>What of an item's dose grows: one thing only, so that one change is made at a time.</summary>
public enum Measure { None, Reps, HoldS, Minutes }

/// <summary>One item's way through the steps.</summary>
sealed class Track(CompiledItem item, Measure measure, double start, double cap)
{
    readonly List<(DateOnly On, double Volume)> _steps = [];

    public CompiledItem Item { get; } = item;
    public Measure Measure { get; } = measure;
    public double Start { get; } = start;
    public double Cap { get; } = cap;
    /// <summary>Repetitions of all sets, seconds of one hold, or minutes. Fractions are kept, so that small steps add up; what is asked is rounded down.</summary>
    public double Volume { get; private set; } = start;
    /// <summary>The volume of the last time it was done.</summary>
    public double LastVolume { get; set; } = start;
    /// <summary>The volume of the last time it was done outside a bad spell: what half is taken of in one.</summary>
    public double WholeVolume { get; set; } = start;
    public int Greens { get; set; }
    public int Ambers { get; set; }
    /// <summary>The last day on which it was done.</summary>
    public DateOnly? Last { get; set; }
    /// <summary>The last day on which it was done, a harder one, or another one for a change: since then the level is missed.</summary>
    public DateOnly? Kept { get; set; }
    /// <summary>The last day on which another move was done for a change: it keeps the dose too, as it loads the same.</summary>
    public DateOnly? Replaced { get; set; }
    /// <summary>Since when it is open again: nobody could miss it before.</summary>
    public DateOnly? BackOn { get; set; }
    public Light LastLight { get; set; }
    public DateOnly? LastChange { get; private set; }
    public int SinceChange { get; set; }
    /// <summary>The last day on which it was red.</summary>
    public DateOnly? RedOn { get; set; }
    /// <summary>Why it went down the last time, and with that why it is closed where it is.</summary>
    public Reason? WhyDown { get; set; }
    /// <summary>An easier move stands in for it.</summary>
    public DateOnly? LockedOn { get; set; }
    /// <summary>Nothing harder, whatever the level allows.</summary>
    public bool Top { get; set; }
    /// <summary>The next harder one is open.</summary>
    public bool HarderOpen { get; set; }
    public DateOnly? VariedUntil { get; set; }
    public Reason? Why { get; private set; }

    /// <summary>What is asked, in whole repetitions, seconds or minutes.</summary>
    public static double Asked(double volume) => Math.Max(1, Math.Floor(volume + 1e-6));

    public void Set(double volume, DateOnly on, Reason why)
    {
        Volume = volume;
        _steps.Add((on, volume));
        Change(on, why);
    }

    /// <summary>Without being a change of the programme.</summary>
    public void Lower(double volume, DateOnly on)
    {
        Volume = volume;
        _steps.Add((on, volume));
    }

    public void Change(DateOnly on, Reason why) => (LastChange, SinceChange, Why) = (on, 0, why);

    /// <summary>Nothing changed, and this is why.</summary>
    public void Stay(Reason why) => Why = why;

    /// <summary>The least volume in force within the seven days up to a day.</summary>
    public double LeastInWeek(DateOnly day)
    {
        var before = Start;
        var least = double.PositiveInfinity;
        foreach (var (on, volume) in _steps)
            if (on <= day.AddDays(-7)) before = volume;
            else least = Math.Min(least, volume);
        return Math.Min(before, least);
    }
}
