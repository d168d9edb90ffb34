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
        foreach (var said in history.CheckIns)
            if (said.At <= now && said.What.Stiffness is { } stiffness && At(said.Day) is { } at) Stiffness[at] = stiffness;
        _values = [.. Enum.GetValues<Exposure>().Select(_ => NotSaid())];
        foreach (var note in history.Diary)
        {
            if (note.At > now || At(note.What.For ?? note.Day) is not { } at) continue;
            // A step counter that was read in says nothing about medicine.
            if (double.IsNaN(Doses[at]) && (note.What.Source is null || note.What.Doses is not null)) Doses[at] = 0;
            Doses[at] += note.What.Doses ?? 0;
            // The last one said of a day counts.
            Set(Exposure.Sitting, note.What.SittingHours);
            Set(Exposure.Sleep, note.What.SleepHours);
            Set(Exposure.Stress, note.What.Stress);
            Set(Exposure.Load, note.What.Load / 100);
            Set(Exposure.Steps, note.What.Steps / 1000);

            void Set(Exposure exposure, double? value)
            {
                if (value is { } v) _values[(int)exposure][at] = v;
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
    /// <summary>Doses of pain medicine; 0 on days of which something else was said, NaN where nothing was.</summary>
    public double[] Doses { get; }
    /// <summary>Hours of sitting, hours of sleep (of the night into that day), stress 0 to 10, load in tens of minutes at full effort, steps in thousands; NaN where nothing was said.</summary>
    public double[] Of(Exposure exposure) => _values[(int)exposure];
}
