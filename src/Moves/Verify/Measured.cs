using System.Collections.Immutable;
using Mainstay.Body.Model;

namespace Mainstay.Moves.Verify;

/// <summary>What is found while a motion is gone through.</summary>
sealed class Measured(BodyModel model, Muscles muscles)
{
    readonly double[] peakActive = new double[model.MuscleCount];
    double[] startStretch = [];
    double[] holdStretch = [];
    double[] holdTension = [];

    public double PeakOfStanding { get; private set; }
    public double PeakOfLimit { get; private set; }
    public string PeakLevel { get; private set; } = "";
    public double PeakAt { get; private set; }
    /// <summary>By group and side: tautness and tension at the hold, and peak activation.</summary>
    public double[] TautAtHold { get; private set; } = [];
    public double[] TenseAtHold { get; private set; } = [];
    public double[] Active => muscles.ByKey(peakActive);
    public ImmutableArray<TargetResult> Targets { get; private set; } = [];

    public void Take(Workspace work, double at, double[] standing, double limit)
    {
        for (var k = 0; k < standing.Length; k++)
        {
            if (work.Compression[k] / limit > PeakOfLimit) (PeakOfLimit, PeakAt) = (work.Compression[k] / limit, at);
            if (work.Compression[k] / standing[k] > PeakOfStanding) (PeakOfStanding, PeakLevel) = (work.Compression[k] / standing[k], model.LevelIds[k]);
        }
        var active = muscles.Active(work);
        for (var i = 0; i < active.Length; i++) peakActive[i] = Math.Max(peakActive[i], active[i]);
    }

    public void Start(Workspace work) => startStretch = [.. work.Stretch.Take(model.MuscleCount)];

    public void Hold(Workspace work)
    {
        holdStretch = [.. work.Stretch.Take(model.MuscleCount)];
        holdTension = [.. Enumerable.Range(0, model.MuscleCount).Select(i => muscles.Tension(work, i))];
        (TautAtHold, TenseAtHold) = (muscles.Taut(work), muscles.Tense(work));
    }

    /// <param name="standing">Stretch in standing at ease, for motions that stay in one pose.</param>
    public void Finish(ImmutableArray<string> targets, double[] standing)
    {
        if (holdStretch.Length == 0) (holdStretch, holdTension, TautAtHold, TenseAtHold) = (startStretch, new double[model.MuscleCount], new double[muscles.Keys.Length], new double[muscles.Keys.Length]);
        var from = holdStretch.SequenceEqual(startStretch) ? standing : startStretch;
        Targets = [.. targets.Select(target =>
        {
            var lines = muscles.Lines(target);
            return new TargetResult(target, 100 * lines.Max(i => holdStretch[i] - from[i]), lines.Max(i => holdTension[i]), lines.Max(i => peakActive[i]));
        })];
    }

    /// <summary>Groups and sides that are tauter at the hold than a target is, targets apart, tautest first.</summary>
    public ImmutableArray<string> TauterThan(IEnumerable<string> targets)
    {
        var own = targets.SelectMany(target => muscles.Lines(target)).Select(muscles.KeyOf).ToHashSet();
        var best = own.Max(k => TautAtHold[k]);
        return [.. Enumerable.Range(0, TautAtHold.Length).Where(k => !own.Contains(k) && TautAtHold[k] > best).OrderByDescending(k => TautAtHold[k]).Select(k => muscles.Keys[k])];
    }
}
