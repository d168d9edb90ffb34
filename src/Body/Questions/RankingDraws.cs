using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using Mainstay.Body.Model;

namespace Mainstay.Body.Questions;

/// <summary>One draw of what is not known, a value a group.</summary>
sealed record RankingDraw((double Onset, double Passive, double Strength, double Arm)[] Groups)
{
    /// <param name="work">Gets the person's figures, each changed by the draw of its group.</param>
    public void Put(Workspace work, double[] tight, double[] passive, double[] strong)
    {
        var model = work.Model;
        for (var i = 0; i < model.MuscleCount; i++)
        {
            var (onset, size, strength, arm) = Groups[model.GroupOf[i]];
            (work.Tightness[i], work.PassiveFactor[i], work.Strength[i], work.ArmFactor[i]) = (tight[i] + onset, passive[i] * size, strong[i] * strength, arm);
        }
        work.ArmsVary = true;
    }
}

/// <summary>Draws in one order by one seed, answered by as many threads as are given.</summary>
static class RankingDraws
{
    /// <summary>Spread of what is not known of each group: onset of passive force, its size, strength, and moment arms. Judgements.</summary>
    const double OnsetSpread = 0.04;
    const double PassiveSpread = 0.35;
    const double StrengthSpread = 0.15;
    /// <summary>Spread of the moment arms of groups that cross the lumbar spine: those held against measured arms, and the others.</summary>
    const double MeasuredArmSpread = 0.10;
    const double ArmSpread = 0.15;
    /// <summary>Draws a thread answers before progress is told, from the caller's own thread: so that what it throws ends the run.</summary>
    const int AtOnce = 8;

    /// <param name="answer">Called from any thread, with a workspace that nobody else has at that time.</param>
    /// <returns>In the order of the draws, whatever the threads.</returns>
    public static T[] Of<T>(BodyModel model, int samples, int seed, int threads, Action<double>? progress, Func<Workspace, RankingDraw, T> answer)
    {
        var (answers, random, arms) = (new T[samples], new Random(seed), ArmSpreads(model));
        var idle = new ConcurrentBag<Workspace>();
        var many = new ParallelOptions { MaxDegreeOfParallelism = threads };
        for (var from = 0; from < samples; from += AtOnce * threads)
        {
            var start = from;
            var drawn = new RankingDraw[Math.Min(AtOnce * threads, samples - start)];
            for (var i = 0; i < drawn.Length; i++) drawn[i] = Draw(random, arms);
            try
            {
                Parallel.For(0, drawn.Length, many, () => idle.TryTake(out var one) ? one : new Workspace(model), (i, _, work) =>
                {
                    answers[start + i] = answer(work, drawn[i]);
                    return work;
                }, idle.Add);
            }
            catch (AggregateException all) when (all.InnerException is BodyException first)
            {
                ExceptionDispatchInfo.Throw(first);
            }
            progress?.Invoke((double)(start + drawn.Length) / samples);
        }
        return answers;
    }

    static RankingDraw Draw(Random random, double[] arms) => new([.. arms.Select(arm => (Onset: OnsetSpread * Normal(random), Passive: Math.Exp(PassiveSpread * Normal(random)),
        Strength: Math.Exp(StrengthSpread * Normal(random)), Arm: Math.Exp(arm * Normal(random))))]);

    static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    /// <summary>By group; none for a group that crosses no lumbar level.</summary>
    static double[] ArmSpreads(BodyModel model)
    {
        var spread = new double[model.GroupIds.Length];
        foreach (var (line, _) in model.LevelPairs.SelectMany(pairs => pairs))
            spread[model.GroupOf[line]] = Validation.MomentArms.Measured.Contains(model.Group(line)) ? MeasuredArmSpread : ArmSpread;
        return spread;
    }
}
