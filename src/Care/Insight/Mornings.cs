namespace Mainstay.Care;

/// <summary>How stiff the mornings were after harder training, and all others. A picture without a claim: hard days choose themselves.</summary>
/// <param name="Hard">Mean minutes of stiffness the morning after a day whose load was at or above the person's own middle one.</param>
/// <param name="Other">The same after days with less, or with none.</param>
/// <param name="HardDays">Mornings behind each mean.</param>
public sealed record Mornings(double Hard, double Other, int HardDays, int OtherDays)
{
    /// <summary>Mornings of each that it takes.</summary>
    public const int Least = 5;

    /// <summary>Null with too few of either.</summary>
    public static Mornings? Of(DayValues days)
    {
        ArgumentNullException.ThrowIfNull(days);
        var load = days.Of(Exposure.Load);
        var loads = load.Where(one => one > 0).ToArray();
        if (loads.Length < Least) return null;
        var middle = PainDays.Middle(loads);
        var (hard, other) = (new List<double>(), new List<double>());
        for (var d = 0; d + 1 < days.Days; d++)
            if (!double.IsNaN(days.StiffMinutes[d + 1])) (load[d] >= middle ? hard : other).Add(days.StiffMinutes[d + 1]);
        return hard.Count < Least || other.Count < Least ? null : new(hard.Average(), other.Average(), hard.Count, other.Count);
    }
}
