using System.Collections.Immutable;
using Mainstay.Body.Kernels;
using Mainstay.Body.Model;
using Mainstay.Body.Postures;

namespace Mainstay.Body.Questions;

/// <summary>What a change in one muscle group does to the day's mean compression at one level.</summary>
/// <param name="Group">The muscle group, both sides, or what several groups are called together.</param>
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
    public const int MostSamples = 100_000;
    const double Stronger = 0.1;
    const int First = 3;
    /// <summary>Less than this, N, is no help.</summary>
    const double Least = 0.5;

    /// <param name="work">Person with tightness and weakness set; left as it was.</param>
    /// <param name="threads">How many threads share the draws, 1 or more; the answer is the same with any.</param>
    /// <param name="called">By what name a group is ranked; groups of one name are loosened together, and are one rope. Null: each by its own.</param>
    /// <param name="samples">Draws of the uncertain parameters; 0 for the nominal answer alone.</param>
    /// <param name="progress">Told the share that is done.</param>
    /// <param name="carry">What both hands carry all day, besides what postures and parts hold.</param>
    /// <exception cref="BodyException">A part of the day that cannot be; the message says which.</exception>
    public static ImmutableArray<Rope> Rank(Workspace work, IReadOnlyList<DayPart> day, int level, int samples, int seed, Action<double>? progress = null,
        (double Kg, double? ReachM)? carry = null, Func<string, string>? called = null, int threads = 1)
    {
        var model = work.Model;
        Check(model, day);
        if (samples is < 0 or > MostSamples) throw new BodyException($"{samples} samples are outside 0 to {MostSamples}");
        var (tight, passive, strong) = ((double[])work.Tightness.Clone(), (double[])work.PassiveFactor.Clone(), (double[])work.Strength.Clone());
        var ropes = Ropes.Of(model, called);
        var (nominal, stronger) = Slopes(work, day, level, carry, ropes);
        var draws = RankingDraws.Of(model, samples, seed, threads, progress, (own, drawn) =>
        {
            drawn.Put(own, tight, passive, strong);
            return Slopes(own, day, level, carry, ropes).Looser;
        });
        var exact = Exactly(work, day, level, nominal, tight, carry, ropes);
        return [.. Enumerable.Range(0, ropes.Names.Length).Where(g => ropes.Active[g] && Matters(g))
            .Select(g => new Rope(ropes.Names[g], exact[g], Quantile(g, 0.05), Quantile(g, 0.95), samples == 0 ? 0 : draws.Count(d => IsFirst(d, g)) / (double)samples, stronger[g]))
            .OrderByDescending(rope => rope.FirstThree).ThenBy(rope => rope.LooserN)];

        bool Matters(int g) => nominal[g] != 0 || stronger[g] != 0 || draws.Any(d => d[g] != 0);
        double Quantile(int g, double q) => samples == 0 ? nominal[g] : draws.Select(d => d[g]).Order().ElementAt((int)(q * (samples - 1)));
    }

    /// <summary>The parts that muscles or supports cannot hold or that a joint does not reach, with the sentence that says so; by number of the part, from 1.</summary>
    public static ImmutableArray<(int Part, string Sentence)> TooMuch(Workspace work, IReadOnlyList<DayPart> day, (double Kg, double? ReachM)? carry = null)
    {
        Check(work.Model, day);
        var found = ImmutableArray.CreateBuilder<(int, string)>();
        for (var i = 0; i < day.Count; i++)
        {
            Solve(work, day[i], carry);
            if ((Shortfall.Sentence(work) ?? OutOfReach.Sentence(work)) is { } sentence) found.Add((i + 1, sentence));
        }
        return found.ToImmutable();
    }

    static bool IsFirst(double[] benefit, int g) => benefit[g] < -Least && benefit.Count(other => other < benefit[g]) < First;

    /// <summary>Per rope, newtons for <see cref="Dose"/> looser and a tenth stronger, weighted by hours.</summary>
    static (double[] Looser, double[] Stronger) Slopes(Workspace work, IReadOnlyList<DayPart> day, int level, (double Kg, double? ReachM)? carry, Ropes ropes)
    {
        var model = work.Model;
        var (looser, stronger) = (new double[ropes.Names.Length], new double[ropes.Names.Length]);
        var hours = day.Sum(part => part.Hours);
        foreach (var part in day)
        {
            Solve(work, part, carry);
            Sensitivity.AllLevels(work);
            for (var i = 0; i < model.MuscleCount; i++)
            {
                looser[ropes.Of(model, i)] -= part.Hours / hours * Dose * work.TightnessSensitivity[8 * i + level];
                stronger[ropes.Of(model, i)] += part.Hours / hours * Stronger * work.Strength[i] * work.StrengthSensitivity[8 * i + level];
            }
        }
        return (looser, stronger);
    }

    /// <summary>Re-solved with the rope loosened, for the ten that sensitivity puts first in either direction.</summary>
    static double[] Exactly(Workspace work, IReadOnlyList<DayPart> day, int level, double[] slopes, double[] tight, (double Kg, double? ReachM)? carry, Ropes ropes)
    {
        var model = work.Model;
        var before = Mean(work, day, level, carry);
        var exact = (double[])slopes.Clone();
        foreach (var g in Enumerable.Range(0, slopes.Length).OrderByDescending(g => Math.Abs(slopes[g])).Take(10).Where(g => slopes[g] != 0))
        {
            for (var i = 0; i < model.MuscleCount; i++) work.Tightness[i] = tight[i] - (ropes.Of(model, i) == g ? Dose : 0);
            exact[g] = Mean(work, day, level, carry) - before;
        }
        tight.CopyTo(work.Tightness, 0);
        return exact;
    }

    static double Mean(Workspace work, IReadOnlyList<DayPart> day, int level, (double Kg, double? ReachM)? carry) => day.Sum(part =>
    {
        Solve(work, part, carry);
        return part.Hours * work.Compression[level];
    }) / day.Sum(part => part.Hours);

    static void Solve(Workspace work, DayPart part, (double Kg, double? ReachM)? carry)
    {
        PostureSetter.Apply(work.Model.Anatomy.Posture(part.Posture), work);
        if (part.CarryKg > 0) HeldWeight.Add(work, part.CarryKg, null);
        if (carry is { } load) HeldWeight.Add(work, load.Kg, load.ReachM);
        work.Cool();
        Solver.Solve(work);
        Unsolved.Refuse(work);
    }

    /// <exception cref="BodyException">No part, or the first one that cannot be, by its number from 1.</exception>
    public static void Check(BodyModel model, IReadOnlyList<DayPart> day)
    {
        if (day.Count == 0) throw new BodyException("the day has no parts");
        for (var i = 0; i < day.Count; i++)
        {
            var part = day[i];
            if (model.Anatomy.Postures.All(posture => posture.Id != part.Posture))
                throw new BodyException($"part {i + 1}: '{part.Posture}' is not a posture; there are: {string.Join(", ", model.Anatomy.Postures.Select(posture => posture.Id))}");
            if (!(part.Hours is > 0 and <= 24)) throw new BodyException($"part {i + 1}: hours of {part.Hours} are not above 0 and at most 24");
            if (!(part.CarryKg is >= 0 and <= HeldWeight.MostKg)) throw new BodyException($"part {i + 1}: carry_kg of {part.CarryKg} is outside 0 to {HeldWeight.MostKg}");
        }
    }
}
