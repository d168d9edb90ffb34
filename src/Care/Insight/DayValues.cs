namespace Mainstay.Care;

/// <summary>What the diary knows of a day that may go with pain.</summary>
public enum Exposure { Sitting, Sleep, Stress, Load, Steps }

/// <summary>The diary as one row a day.</summary>
public sealed class DayValues
{
    readonly double[][] _values;

    public DayValues(History history, PainDays pain, DateOnly from, DateOnly to, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(history);
        ArgumentNullException.ThrowIfNull(pain);
        From = from;
        Days = Math.Max(0, to.DayNumber - from.DayNumber + 1);
        Pain = new double[Days];
        Stiffness = NotSaid();
        Doses = NotSaid();
        for (var d = 0; d < Days; d++)
        {
            Pain[d] = pain.On(from.AddDays(d)) ?? double.NaN;
            // Somebody who wrote of a day and of no medicine took none.
            if (!double.IsNaN(Pain[d])) Doses[d] = 0;
        }
        (StiffMinutes, SleepQuality, Mood) = (NotSaid(), NotSaid(), NotSaid());
        foreach (var said in history.CheckIns)
            if (said.At <= now && said.What.Stiffness is { } stiffness && At(said.Day) is { } at) Stiffness[at] = stiffness;
        // Mood is asked in both places; the last word of a day counts, wherever it was said.
        foreach (var (_, day, mood) in history.CheckIns.Select(c => (c.At, c.Day, c.What.Mood)).Concat(history.Diary.Select(n => (At: n.What.FeltAt(n.At), Day: n.What.For ?? n.Day, n.What.Mood)))
            .Where(said => said.Mood is not null && said.At <= now).OrderBy(said => said.At))
            if (At(day) is { } at) Mood[at] = mood!.Value;
        _values = [.. Enum.GetValues<Exposure>().Select(_ => NotSaid())];
        foreach (var note in history.Diary.OrderBy(n => n.What.FeltAt(n.At)))
        {
            if (note.At > now || At(note.What.For ?? note.Day) is not { } at) continue;
            // A step counter that was read in says nothing about medicine.
            if (double.IsNaN(Doses[at]) && (note.What.Source is null || note.What.Doses is not null)) Doses[at] = 0;
            Doses[at] += note.What.Doses ?? 0;
            // Two trainings of a day are both done, as two doses are.
            if (note.What.Load is { } load) _values[(int)Exposure.Load][at] = (double.IsNaN(_values[(int)Exposure.Load][at]) ? 0 : _values[(int)Exposure.Load][at]) + load / 100;
            // Of the rest, which are said of the day as a whole, the last one counts.
            Set(_values[(int)Exposure.Sitting], note.What.SittingHours);
            Set(_values[(int)Exposure.Sleep], note.What.SleepHours);
            Set(_values[(int)Exposure.Stress], note.What.Stress);
            Set(_values[(int)Exposure.Steps], note.What.Steps / 1000);
            Set(StiffMinutes, note.What.StiffMinutes);
            Set(SleepQuality, note.What.SleepQuality);

            void Set(double[] values, double? value)
            {
                if (value is { } v) values[at] = v;
            }
        }

        int? At(DateOnly day) => day.DayNumber - from.DayNumber is >= 0 and var at && at < Days ? at : null;
        double[] NotSaid() => [.. Enumerable.Repeat(double.NaN, Days)];
    }

    public DateOnly From { get; }
    public int Days { get; }
    /// <summary>Median of each day, NaN where nothing was said.</summary>
    public double[] Pain { get; }
    /// <summary>The last check-in of each day, 0 to 10; NaN where nothing was said.</summary>
    public double[] Stiffness { get; }
    /// <summary>Minutes until a stiff morning was over, as noted in the diary; NaN where nothing was said.</summary>
    public double[] StiffMinutes { get; }
    /// <summary>0 to 10; NaN where nothing was said.</summary>
    public double[] SleepQuality { get; }
    /// <summary>0 very low to 4 very good; NaN where nothing was said.</summary>
    public double[] Mood { get; }
    /// <summary>Doses of pain medicine; 0 on days of which something else was said, NaN where nothing was.</summary>
    public double[] Doses { get; }
    /// <summary>Hours of sitting, hours of sleep (of the night into that day), stress 0 to 10, load in tens of minutes at full effort, steps in thousands; NaN where nothing was said.</summary>
    public double[] Of(Exposure exposure) => _values[(int)exposure];
}
