namespace Mainstay.Care.Tests;

/// <summary>People whose truth is known, to hold the statistics against.</summary>
public static class Truths
{
    /// <summary>Normal, mean 0 and spread 1.</summary>
    public static double Normal(Chance chance) => Math.Sqrt(-2 * Math.Log(1 - chance.Share())) * Math.Cos(2 * Math.PI * chance.Share());

    /// <summary>Twelve weeks of a day's value and of pain that follows it the next day by a slope, both like their neighbours, both drifting, each with its
    /// own rhythm of the week, with days missing.
    /// Pain is not rounded, so that the slope is true.</summary>
    public static (double[] Exposure, double[] Pain) Days(Chance chance, double slope, int days = 84, double missing = 0.1, bool rounded = false)
    {
        double[] exposure = new double[days], pain = new double[days];
        double exposureMemory = chance.Share() * 0.6, painMemory = 0.3 + chance.Share() * 0.4, drift = (chance.Share() - 0.5) * 4, exposureDrift = (chance.Share() - 0.5) * 4;
        double[] exposureWeek = Week(chance, 1.5), painWeek = Week(chance, 0.5);
        double x = 0, y = 0;
        for (var d = 0; d < days; d++)
        {
            var before = x;
            x = exposureMemory * x + Math.Sqrt(1 - exposureMemory * exposureMemory) * 2 * Normal(chance);
            y = painMemory * y + slope * before + Normal(chance);
            exposure[d] = 8 + x + exposureWeek[d % 7] + exposureDrift * d / days;
            pain[d] = 4 + y + painWeek[d % 7] + drift * d / days;
            if (rounded) (exposure[d], pain[d]) = (Math.Clamp(Math.Round(exposure[d]), 0, 16), Math.Clamp(Math.Round(pain[d]), 0, 10));
        }
        for (var d = 0; d < days; d++)
        {
            if (chance.Happens(missing)) exposure[d] = double.NaN;
            if (chance.Happens(missing)) pain[d] = double.NaN;
        }
        return (exposure, pain);
    }

    /// <summary>What each day of a week has more or less than the others: the days off differ from the working days, and every day a little.</summary>
    public static double[] Week(Chance chance, double spread)
    {
        var off = spread * Normal(chance);
        return [.. Enumerable.Range(0, 7).Select(day => (day >= 5 ? off : 0) + 0.3 * spread * Normal(chance))];
    }

    /// <summary>What the slope of next-day pain on a day's value is, pain of the day, weekday and the calendar taken out: the slope of the making.</summary>
    public const double Slope = 0.25;

    /// <summary>An experiment lived through: relief of each session from the remedy, the mood of the block, and chance.</summary>
    public static (ExperimentStart Plan, History History) Trial(Chance chance, double difference, int pairs) => Trial(chance, difference, pairs, History.Empty, new DateOnly(2026, 3, 2), 0);

    /// <summary>Experiments without an effect one after the other, each with two remedies of its own, two to four pairs of blocks, eight weeks apart.</summary>
    public static History Trials(Chance chance, int count, DateOnly from)
    {
        var history = History.Empty;
        for (var t = 0; t < count; t++) history = Trial(chance, 0, 2 + chance.Below(3), history, from.AddDays(56 * t), t).History;
        return history;
    }

    static (ExperimentStart Plan, History History) Trial(Chance chance, double difference, int pairs, History history, DateOnly from, int number)
    {
        var plan = new ExperimentStart
        {
            Experiment = new(number, 9, 0, new byte[8]), A = (RemedyKind)(2 * number), B = (RemedyKind)(2 * number + 1), BlockDays = 3 + chance.Below(3), Pairs = pairs, Seed = (uint)chance.Next(), From = from,
        };
        history = history.With(plan.Experiment, new DateTimeOffset(from, new TimeOnly(8, 0), TimeSpan.Zero), plan);
        var (block, mood, id) = (-1, 0.0, 0);
        foreach (var (day, remedy, at) in OneWay.Schedule(plan))
        {
            if (at != block) (block, mood) = (at, 0.5 * Normal(chance));
            for (var n = 0; n < 1 + chance.Below(2); n++)
            {
                if (chance.Happens(0.15)) continue;
                var before = 5 + Normal(chance);
                var relief = 1 + (remedy == plan.A ? difference : 0) + mood + Normal(chance);
                history = history.With(new Guid(++id, (short)number, 1, new byte[8]), new DateTimeOffset(day, new TimeOnly(12 + n, 0), TimeSpan.Zero),
                    new DiaryNote { Remedies = [new(remedy, 15, before, before - relief)] });
            }
        }
        return (plan, history);
    }

    /// <summary>Somebody's first experiment of the year: is a true difference told when it is over?</summary>
    public static bool DifferenceTold(ulong seed, double difference, int pairs)
    {
        var (plan, history) = Trial(new(seed * 15_485_863 + 7), difference, pairs);
        var now = new DateTimeOffset(2026, 9, 1, 12, 0, 0, TimeSpan.Zero);
        return Findings.Tells(plan, OneWay.Of(plan, history, now), history, now);
    }

    /// <summary>Somebody who notes two values for twelve weeks, one of which goes with the pain of the next day: is it told?</summary>
    public static bool SlopeTold(ulong seed, double slope)
    {
        var (exposure, pain) = Days(new(seed * 104_729 + 3), slope, rounded: true);
        return Association.Of(exposure, pain) is { } found && found.Slope.Value > 0 && Findings.ConnectionsHold([found.P, 1])[0];
    }

    public static bool? SlopeCovered(ulong seed, double slope)
    {
        var (exposure, pain) = Days(new(seed * 104_729 + 3), slope);
        return Association.Of(exposure, pain) is { } found ? found.Slope.Low <= slope && slope <= found.Slope.High : null;
    }

    public static bool? DifferenceCovered(ulong seed, double difference)
    {
        var chance = new Chance(seed * 15_485_863 + 7);
        var (plan, history) = Trial(chance, difference, 2 + chance.Below(4));
        return OneWay.Of(plan, history, new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero)).Difference is { } found ? found.Low <= difference && difference <= found.High : null;
    }
}
