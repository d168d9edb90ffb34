using System.Collections.Immutable;
using Mainstay.Body.Kernels;
using Mainstay.Body.Model;
using Mainstay.Body.Postures;

namespace Mainstay.Body.Questions;

/// <summary>What a change in one muscle group does to the day's mean compression at one level.</summary>
/// <param name="Group">The muscle group, both sides.</param>
/// <param name="LooserN">Change of load when the group is loosened by <see cref="Ranking.Dose"/>; negative is less load. Solved afresh.</param>
/// <param name="LowN">5th percentile under the uncertainty of the parameters, by sensitivity; <paramref name="HighN"/> the 95th.</param>
/// <param name="FirstThree">How probable it is that the group is among the three that help most, 0 to 1.</param>
/// <param name="StrongerN">Change of load when it is made a tenth stronger, by sensitivity.</param>
public sealed record Rope(string Group, double LooserN, double LowN, double HighN, double FirstThree, double StrongerN);

/// <summary>Which rope first: where loosening takes most load off over a person's day.</summary>
public static class Ranking
{
    /// <summary>Loosening that weeks of stretching may bring, as a fraction of fibre length: a judgement.</summary>
    public const double Dose = 0.03;
    const double Stronger = 0.1;
    const int First = 3;
    /// <summary>Less than this, N, is no help.</summary>
    const double Least = 0.5;

    /// <summary>Spread of what is not known of each group: onset of passive force, its size, and strength. Judgements.</summary>
    const double OnsetSpread = 0.04;
    const double PassiveSpread = 0.35;
    const double StrengthSpread = 0.15;

    /// <param name="work">Person with tightness and weakness set; left as it was.</param>
    /// <param name="samples">Draws of the uncertain parameters; 0 for the nominal answer alone.</param>
    /// <param name="progress">Told the share that is done.</param>
    public static ImmutableArray<Rope> Rank(Workspace work, IReadOnlyList<DayPart> day, int level, int samples, int seed, Action<double>? progress = null)
    {
        Check(day);
        var model = work.Model;
        var (tight, passive, strong) = ((double[])work.Tightness.Clone(), (double[])work.PassiveFactor.Clone(), (double[])work.Strength.Clone());
        var (anatomy, groups) = (model.Anatomy, model.GroupIds.Length);
        var (nominal, stronger) = Slopes(work, day, level);
        var draws = new double[samples][];
        var random = new Random(seed);
        for (var s = 0; s < samples; s++)
        {
            Draw(work, random, tight, passive, strong);
            draws[s] = Slopes(work, day, level).Looser;
            progress?.Invoke((s + 1.0) / samples);
        }
        Restore();
        var exact = Exactly(work, day, level, nominal, tight);
        Restore();
        return [.. Enumerable.Range(0, groups).Where(g => anatomy.Groups[g].Active && Matters(g))
            .Select(g => new Rope(model.GroupIds[g], exact[g], Quantile(g, 0.05), Quantile(g, 0.95), samples == 0 ? 0 : draws.Count(d => IsFirst(d, g)) / (double)samples, stronger[g]))
            .OrderByDescending(rope => rope.FirstThree).ThenBy(rope => rope.LooserN)];

        bool Matters(int g) => nominal[g] != 0 || stronger[g] != 0 || draws.Any(d => d[g] != 0);
        double Quantile(int g, double q) => samples == 0 ? nominal[g] : draws.Select(d => d[g]).Order().ElementAt((int)(q * (samples - 1)));
        void Restore()
        {
            tight.CopyTo(work.Tightness, 0);
            passive.CopyTo(work.PassiveFactor, 0);
            strong.CopyTo(work.Strength, 0);
        }
    }

    static bool IsFirst(double[] benefit, int g) => benefit[g] < -Least && benefit.Count(other => other < benefit[g]) < First;

    /// <summary>Per group, newtons for <see cref="Dose"/> looser and a tenth stronger, weighted by hours.</summary>
    static (double[] Looser, double[] Stronger) Slopes(Workspace work, IReadOnlyList<DayPart> day, int level)
    {
        var model = work.Model;
        var (looser, stronger) = (new double[model.GroupIds.Length], new double[model.GroupIds.Length]);
        var hours = day.Sum(part => part.Hours);
        foreach (var part in day)
        {
            Solve(work, part);
            Sensitivity.AllLevels(work);
            for (var i = 0; i < model.MuscleCount; i++)
            {
                looser[model.GroupOf[i]] -= part.Hours / hours * Dose * work.TightnessSensitivity[8 * i + level];
                stronger[model.GroupOf[i]] += part.Hours / hours * Stronger * work.Strength[i] * work.StrengthSensitivity[8 * i + level];
            }
        }
        return (looser, stronger);
    }

    /// <summary>Re-solved with the group loosened, for the ten that sensitivity puts first in either direction.</summary>
    static double[] Exactly(Workspace work, IReadOnlyList<DayPart> day, int level, double[] slopes, double[] tight)
    {
        var model = work.Model;
        var before = Mean(work, day, level);
        var exact = (double[])slopes.Clone();
        foreach (var g in Enumerable.Range(0, slopes.Length).OrderByDescending(g => Math.Abs(slopes[g])).Take(10).Where(g => slopes[g] != 0))
        {
            for (var i = 0; i < model.MuscleCount; i++) work.Tightness[i] = tight[i] - (model.GroupOf[i] == g ? Dose : 0);
            exact[g] = Mean(work, day, level) - before;
        }
        tight.CopyTo(work.Tightness, 0);
        return exact;
    }

    static double Mean(Workspace work, IReadOnlyList<DayPart> day, int level) => day.Sum(part =>
    {
        Solve(work, part);
        return part.Hours * work.Compression[level];
    }) / day.Sum(part => part.Hours);

    static void Solve(Workspace work, DayPart part)
    {
        PostureSetter.Apply(work.Model.Anatomy.Posture(part.Posture), work);
        if (part.CarryKg > 0) HeldWeight.Add(work, part.CarryKg, null);
        work.Cool();
        Solver.Solve(work);
    }

    static void Draw(Workspace work, Random random, double[] tight, double[] passive, double[] strong)
    {
        var model = work.Model;
        var drawn = model.GroupIds.Select(_ => (Onset: OnsetSpread * Normal(random), Passive: Math.Exp(PassiveSpread * Normal(random)), Strength: Math.Exp(StrengthSpread * Normal(random)))).ToArray();
        for (var i = 0; i < model.MuscleCount; i++)
        {
            var (onset, size, strength) = drawn[model.GroupOf[i]];
            (work.Tightness[i], work.PassiveFactor[i], work.Strength[i]) = (tight[i] + onset, passive[i] * size, strong[i] * strength);
        }
    }

    static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    static void Check(IReadOnlyList<DayPart> day)
    {
        if (day.Count == 0) throw new BodyException("the day has no parts");
        foreach (var part in day)
            if (!(part.Hours is > 0 and <= 24)) throw new BodyException($"{part.Hours} hours of '{part.Posture}' are outside 0 to 24");
    }
}
