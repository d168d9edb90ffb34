using System.Collections.Immutable;

namespace Mainstay.Body.Motions;

/// <summary>What a step of a motion is for. Move, hold and return are what is repeated.</summary>
public enum Phase { GetReady, Move, Hold, Return, Rest }

/// <summary>How a step starts and stops: evenly, gently at both ends, or gently at one.</summary>
public enum Easing { Smooth, Linear, GentleStart, GentleStop }

/// <summary>Where a step begins and ends, as indices of poses, and how long it takes.</summary>
/// <param name="Way">Null where it stays.</param>
/// <param name="Backwards">The way is walked from its end.</param>
public sealed record TimelineStep(int From, int To, double Start, double Seconds, Phase Phase, Easing Easing, Way? Way, bool Backwards);

/// <summary>A motion in time: once through, from getting ready to rest. Immutable; sampling allocates nothing.</summary>
public sealed class Timeline
{
    readonly double[][] poses;
    readonly bool mirrored;

    /// <param name="poses">Terms of each pose.</param>
    /// <param name="mirrored">True to play it on the other side.</param>
    public Timeline(ImmutableArray<TimelineStep> steps, IReadOnlyList<double[]> poses, bool mirrored = false)
    {
        (Steps, this.poses, this.mirrored) = (steps, [.. poses], mirrored);
        Seconds = steps[^1].Start + steps[^1].Seconds;
        (LoopFrom, LoopTo) = Loop(steps, Seconds);
    }

    public ImmutableArray<TimelineStep> Steps { get; }
    public double Seconds { get; }
    /// <summary>The part that is repeated, seconds.</summary>
    public double LoopFrom { get; }
    public double LoopTo { get; }
    public bool Mirrored => mirrored;

    public Timeline OnOtherSide() => new(Steps, poses, !mirrored);

    /// <summary>Index of the step that is on.</summary>
    public int StepAt(double seconds)
    {
        for (var i = 0; i < Steps.Length; i++)
            if (seconds < Steps[i].Start + Steps[i].Seconds) return i;
        return Steps.Length - 1;
    }

    /// <summary>The pose's terms at a moment; before the start and after the end, the first and the last pose.</summary>
    public void At(double seconds, Span<double> terms)
    {
        var step = Steps[StepAt(seconds)];
        Span<double> plain = stackalloc double[PoseTerms.Count];
        var into = mirrored ? plain : terms;
        if (step.Way is null) poses[step.To].CopyTo(into);
        else
        {
            var share = Eased(step.Easing, Math.Clamp((seconds - step.Start) / step.Seconds, 0, 1));
            step.Way.At(step.Backwards ? 1 - share : share, into);
        }
        if (mirrored) PoseTerms.Mirror(plain, terms);
    }

    /// <summary>How far the step that is on has come, 0 to 1, its easing in it.</summary>
    public double ShareAt(double seconds)
    {
        var step = Steps[StepAt(seconds)];
        return Eased(step.Easing, Math.Clamp((seconds - step.Start) / step.Seconds, 0, 1));
    }

    static double Eased(Easing easing, double u) => easing switch
    {
        Easing.Linear => u,
        Easing.GentleStart => u * u,
        Easing.GentleStop => u * (2 - u),
        _ => u * u * (3 - 2 * u),
    };

    static (double, double) Loop(ImmutableArray<TimelineStep> steps, double seconds)
    {
        var repeated = steps.Where(step => step.Phase is Phase.Move or Phase.Hold or Phase.Return).ToArray();
        return repeated.Length == 0 ? (0, seconds) : (repeated[0].Start, repeated[^1].Start + repeated[^1].Seconds);
    }
}
