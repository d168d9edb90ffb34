namespace Mainstay.Care.Tests;

/// <summary>People whose truth is known, to hold the statistics against.</summary>
public static class Truths
{
    /// <summary>Normal, mean 0 and spread 1.</summary>
    static double Normal(Chance chance) => Math.Sqrt(-2 * Math.Log(1 - chance.Share())) * Math.Cos(2 * Math.PI * chance.Share());

    /// <summary>Twelve weeks of a day's value and of pain that follows it the next day by a slope, both like their neighbours, both drifting, with days missing.
    /// Pain is not rounded, so that the slope is true.</summary>
    public static (double[] Exposure, double[] Pain) Days(Chance chance, double slope, int days = 84, double missing = 0.1, bool rounded = false)
    {
        double[] exposure = new double[days], pain = new double[days];
        double exposureMemory = chance.Share() * 0.6, painMemory = 0.3 + chance.Share() * 0.4, drift = (chance.Share() - 0.5) * 4, exposureDrift = (chance.Share() - 0.5) * 4;
        double x = 0, y = 0;
        for (var d = 0; d < days; d++)
        {
            var before = x;
            x = exposureMemory * x + Math.Sqrt(1 - exposureMemory * exposureMemory) * 2 * Normal(chance);
            y = painMemory * y + slope * before + Normal(chance);
            exposure[d] = 8 + x + exposureDrift * d / days;
            pain[d] = 4 + y + drift * d / days;
            if (rounded) (exposure[d], pain[d]) = (Math.Clamp(Math.Round(exposure[d]), 0, 16), Math.Clamp(Math.Round(pain[d]), 0, 10));
        }
        for (var d = 0; d < days; d++)
        {
            if (chance.Happens(missing)) exposure[d] = double.NaN;
            if (chance.Happens(missing)) pain[d] = double.NaN;
        }
        return (exposure, pain);
    }

    /// <summary>What the slope of next-day pain on a day's value is, pain of the day and the calendar taken out: the slope of the making.</summary>
    public const double Slope = 0.25;

    /// <summary>An experiment lived through: relief of each session from the remedy, the mood of the block, and chance.</summary>
    public static (ExperimentStart Plan, History History) Trial(Chance chance, double difference, int pairs)
    {
        var plan = new ExperimentStart
        {
            Experiment = Guid.Empty, A = RemedyKind.Heat, B = RemedyKind.Cold, BlockDays = 3 + chance.Below(3), Pairs = pairs, Seed = (uint)chance.Next(), From = new DateOnly(2026, 3, 2),
        };
        var history = History.Empty.With(Guid.Empty, new DateTimeOffset(2026, 3, 1, 8, 0, 0, TimeSpan.Zero), plan);
        var (block, mood, id) = (-1, 0.0, 0);
        foreach (var (day, remedy, at) in OneWay.Schedule(plan))
        {
            if (at != block) (block, mood) = (at, 0.5 * Normal(chance));
            for (var n = 0; n < 1 + chance.Below(2); n++)
            {
                if (chance.Happens(0.15)) continue;
                var before = 5 + Normal(chance);
                var relief = 1 + (remedy == plan.A ? difference : 0) + mood + Normal(chance);
                history = history.With(new Guid(++id, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0), new DateTimeOffset(day, new TimeOnly(12 + n, 0), TimeSpan.Zero),
                    new DiaryNote { Remedies = [new(remedy, 15, before, before - relief)] });
            }
        }
        return (plan, history);
    }

    /// <summary>Somebody's whole family of comparisons, none with an effect: five values of the day and one to three experiments, rounded as people answer.</summary>
    public static bool AnythingClaimed(ulong seed)
    {
        var chance = new Chance(seed * 6151 + 11);
        var first = new DateOnly(2026, 3, 2);
        var now = new DateTimeOffset(2026, 3, 2, 20, 0, 0, TimeSpan.Zero).AddDays(90);
        var (_, history) = Trial(chance, 0, 2 + chance.Below(3));
        history = history with { Experiments = [] };
        var trials = 1 + chance.Below(3);
        for (var t = 0; t < trials; t++)
        {
            var (plan, lived) = Trial(chance, 0, 2 + chance.Below(3));
            // Each trial has a remedy of its own, so that they do not share sessions.
            var kinds = (RemedyKind[])[(RemedyKind)(2 * t), (RemedyKind)(2 * t + 1)];
            history = history.With(new Guid(t + 1, 9, 0, new byte[8]), now.AddDays(-90), plan with { Experiment = new Guid(t + 1, 9, 0, new byte[8]), A = kinds[0], B = kinds[1] });
            foreach (var note in lived.Diary)
                history = history.With(new Guid(note.Id.GetHashCode(), (short)t, 1, new byte[8]), note.At, new DiaryNote
                {
                    Remedies = [note.What.Remedies[0] with { Kind = kinds[note.What.Remedies[0].Kind == RemedyKind.Heat ? 0 : 1] }],
                });
        }
        var (sitting, pain) = Days(chance, 0, rounded: true);
        double[][] others = [sitting, .. Enumerable.Range(0, 4).Select(_ => Days(chance, 0, rounded: true).Exposure)];
        for (var d = 0; d < pain.Length; d++)
        {
            double? Said(int i) => double.IsNaN(others[i][d]) ? null : others[i][d];
            history = history.With(new Guid(d + 1, 3, 3, new byte[8]), new DateTimeOffset(first.AddDays(d), new TimeOnly(21, 0), TimeSpan.Zero), new DiaryNote
            {
                Pain = double.IsNaN(pain[d]) ? null : pain[d], SittingHours = Said(0), SleepHours = Said(1), Stress = Said(2) / 2, Load = Said(3) * 20, Steps = Said(4) * 1000,
            });
        }
        var days = new DayValues(history, new PainDays(history, now), first, first.AddDays(pain.Length - 1), now);
        var (connections, comparisons) = Insights.Compare(days, history, now);
        return connections.Any(c => c.Holds) || comparisons.Any(c => c.Holds);
    }

    /// <summary>A life with pain, sitting and medicine that resemble their neighbours, rounded, with days left out. The pain, the sitting and the need for
    /// medicine rise in the four weeks before the last two, or do not. Medicine follows the pain.</summary>
    /// <param name="rise">Points of pain and hours of sitting.</param>
    /// <returns>Was there a note at any look, every four weeks?</returns>
    public static bool DriftNoted(ulong seed, int days, double rise)
    {
        var chance = new Chance(seed * 7919 + 13);
        double painMemory = 0.3 + chance.Share() * 0.4, sittingMemory = chance.Share() * 0.6, missing = 0.05 + chance.Share() * 0.5;
        double painSpread = 0.5 + chance.Share(), sittingSpread = 1 + chance.Share() * 1.5, usual = 2 + chance.Share() * 4, need = chance.Share();
        double[] pain = new double[days], sitting = new double[days], doses = new double[days];
        double x = 0, y = 0;
        for (var d = 0; d < days; d++)
        {
            y = painMemory * y + painSpread * Normal(chance);
            x = sittingMemory * x + Math.Sqrt(1 - sittingMemory * sittingMemory) * sittingSpread * Normal(chance);
            var up = rise * Math.Clamp((d - days + 42) / 28.0, 0, 1);
            var left = chance.Happens(missing);
            pain[d] = left ? double.NaN : Math.Clamp(Math.Round(usual + y + up), 0, 10);
            sitting[d] = left ? double.NaN : Math.Clamp(Math.Round((8 + x + up) * 2) / 2, 0, 16);
            for (var n = 0; n < 3; n++) if (chance.Happens(need * Math.Clamp((usual + y + up - 2) / 6, 0, 1))) doses[d]++;
            if (left) doses[d] = double.NaN;
        }
        for (var look = 56; look <= days; look += 28)
            if (Insights.DriftsOf(pain.AsSpan(0, look), sitting.AsSpan(0, look), doses.AsSpan(0, look)) is { Pain: true } or { Sitting: true } or { Medicine: true }) return true;
        return false;
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
