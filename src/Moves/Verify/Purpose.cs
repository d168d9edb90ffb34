using Mainstay.Body.Motions;
using Mainstay.Knowledge.Motions;

namespace Mainstay.Moves.Verify;

/// <summary>A stretch lengthens its target and has it among the three most tensed; a strengthening move works its target.</summary>
/// <remarks>Measures. Longer: fibre length of the target's longest-reaching line at the hold against the start. Tensed: where a line is on its
/// own passive curve, 0 where it begins to resist and 1 where it resists with its own strength, so that muscles of any size compare; at most two
/// other muscle groups may be further along. Working: peak activation of the load-sharing, or for joints no equation balances, the share of what
/// all muscles pulling that way can do.</remarks>
static class Purpose
{
    const double LeastLongerPercent = 2;
    const int Before = 2;
    public const double LeastActivation = 0.05;

    public static void Check(Motion motion, Measured found, Faults faults)
    {
        if (motion.Kind == MotionKind.Stretch)
        {
            var main = found.Targets[0];
            if (main.LongerPercent < LeastLongerPercent) faults.Add("stretch", null, 0, Faults.Text($"{main.Name} is {main.LongerPercent:0.0} % of fibre length longer than at the start; {LeastLongerPercent} % or more are expected"), "longer");
            var tauter = found.TauterThan(motion.Targets).Select(name => BodyPoints.Split(name).Name).Distinct().ToArray();
            if (tauter.Length > Before) faults.Add("stretch", null, 0, $"{main.Name} is not among the three most tensed; tenser are: {string.Join(", ", tauter.Take(6))}", "tensed");
        }
        if (motion.Kind == MotionKind.Strength && found.Targets[0] is { Activation: < LeastActivation } idle)
            faults.Add("strength", null, 0, Faults.Text($"{idle.Name} works at {100 * idle.Activation:0} % only; {100 * LeastActivation:0} % or more are expected"));
    }
}
