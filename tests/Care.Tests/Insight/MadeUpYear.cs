namespace Mainstay.Care.Tests;

/// <summary>What somebody was told of at any time in a year.</summary>
[Flags]
public enum Told { Nothing = 0, Connection = 1, Drift = 2, Experiment = 4 }

/// <summary>What rises in a made-up year, within two weeks, and stays so.</summary>
/// <param name="Pain">Points; the medicine follows, as it does all year.</param>
/// <param name="Sitting">Hours.</param>
/// <param name="Doses">Doses a day, whatever the pain.</param>
public readonly record struct Rise(double Pain, double Sitting = 0, double Doses = 0);

/// <summary>A year of somebody who notes everything that is compared, and in whom nothing goes with anything: each value resembles its neighbours, has
/// its own weekly rhythm and its own slow course, and is rounded as people answer; days are left out; bad spells come and go by themselves, and
/// medicine follows the pain. Nothing rises that a drift is looked for in, unless it is made to.</summary>
public sealed class MadeUpYear
{
    public const int Days = 364;
    static readonly DateOnly First = new(2026, 3, 2);

    readonly double[] _pain, _sitting, _doses;
    readonly double[][] _others;
    readonly History _experiments;

    /// <summary>Day on which a rise begins.</summary>
    public int RisesOn { get; }

    public MadeUpYear(ulong seed, Rise rise = default)
    {
        var chance = new Chance(seed * 6151 + 11);
        RisesOn = 7 * 26 + chance.Below(Findings.Every);
        double spread = 0.5 + chance.Share(), usual = 2 + chance.Share() * 4, falls = Math.Max(0, chance.Share() - 0.5) * 4, need = chance.Share(), left = 0.05 + chance.Share() * 0.45;
        var pain = Wave(chance, 0.3 + chance.Share() * 0.4, spread, 0.5);
        var sitting = Wave(chance, chance.Share() * 0.6, 1 + chance.Share() * 1.5, 1.5);
        double[] spells = Spells(chance), others = [.. Enumerable.Range(0, 4).Select(_ => (chance.Share() - 0.5) * 4)];
        _others = [.. others.Select(slow => Wave(chance, chance.Share() * 0.6, 2, 1.5) is var wave ? [.. wave.Select((v, d) => Math.Clamp(Math.Round(8 + v + slow * d / Days), 0, 16))] : wave)];
        (_pain, _sitting, _doses) = (new double[Days], new double[Days], new double[Days]);
        for (var d = 0; d < Days; d++)
        {
            var up = Math.Clamp((d - RisesOn) / 14.0, 0, 1);
            var felt = usual - falls * d / Days + pain[d] + spells[d] + up * rise.Pain;
            _pain[d] = Math.Clamp(Math.Round(felt), 0, 10);
            _sitting[d] = Math.Clamp(Math.Round((8 + sitting[d] + up * rise.Sitting) * 2) / 2, 0, 16);
            for (var n = 0; n < 3; n++) if (chance.Happens(need * Math.Clamp((felt - 2) / 6, 0, 1) + up * rise.Doses / 3)) _doses[d]++;
            if (chance.Happens(left)) foreach (var one in (double[][])[_pain, _sitting, _doses, .. _others]) one[d] = double.NaN;
            foreach (var one in _others) if (chance.Happens(0.05)) one[d] = double.NaN;
        }
        _experiments = Truths.Trials(chance, 1 + chance.Below(5), First.AddDays(10));
    }

    /// <summary>Like its neighbours, around 0, with a rhythm of the week of its own.</summary>
    static double[] Wave(Chance chance, double memory, double spread, double rhythm)
    {
        double[] week = Truths.Week(chance, rhythm), days = new double[Days];
        var value = spread * Truths.Normal(chance);
        for (var d = 0; d < Days; d++)
        {
            value = memory * value + Math.Sqrt(1 - memory * memory) * spread * Truths.Normal(chance);
            days[d] = value + week[d % 7];
        }
        return days;
    }

    /// <summary>Three to six days of two to three points more, six times a year or so.</summary>
    static double[] Spells(Chance chance)
    {
        var days = new double[Days];
        for (var d = 0; d < Days; d++)
            if (chance.Happens(1 / 60.0))
                for (var (length, more) = (3 + chance.Below(4), 2 + chance.Share()); length > 0 && d < Days; length--) days[d++] = more;
        return days;
    }

    /// <summary>What is told at any look, as the person's own diary would have it.</summary>
    public Told Told()
    {
        var history = Written();
        var told = Tests.Told.Nothing;
        for (var look = Findings.Every; look <= Days; look += Findings.Every)
        {
            var now = At(look - 1, 23);
            var days = new DayValues(history, new PainDays(history, now), First, First.AddDays(look - 1), now);
            var (connections, comparisons) = Insights.Compare(days, history, now);
            if (connections.Any(c => c.Holds)) told |= Tests.Told.Connection;
            if (comparisons.Any(c => c.Holds)) told |= Tests.Told.Experiment;
            if (Findings.DriftsOf(days.Pain, days.Of(Exposure.Sitting), days.Doses) is { Pain: true } or { Sitting: true } or { Medicine: true }) told |= Tests.Told.Drift;
        }
        return told;
    }

    /// <summary>Is there a note on a rise at one of the looks of the twelve weeks after it began?</summary>
    public bool IsNoted(Func<Drifts, bool> note)
    {
        for (var look = Findings.LastLook(RisesOn) + Findings.Every; look <= RisesOn + 84; look += Findings.Every)
            if (note(Findings.DriftsOf(_pain.AsSpan(0, look), _sitting.AsSpan(0, look), _doses.AsSpan(0, look)))) return true;
        return false;
    }

    History Written()
    {
        var history = _experiments;
        for (var d = 0; d < Days; d++)
        {
            if (double.IsNaN(_pain[d])) continue;
            double? Said(int i) => double.IsNaN(_others[i][d]) ? null : _others[i][d];
            history = history.With(new Guid(d + 1, 3, 3, new byte[8]), At(d, 21), new DiaryNote
            {
                Pain = _pain[d], SittingHours = _sitting[d], Doses = _doses[d] > 0 ? _doses[d] : null, SleepHours = Said(0), Stress = Said(1) / 2, Load = Said(2) * 20, Steps = Said(3) * 1000,
            });
        }
        return history;
    }

    static DateTimeOffset At(int day, int hour) => new(First.AddDays(day), new TimeOnly(hour, 0), TimeSpan.Zero);
}
