using Mainstay.Body.Model;
using Mainstay.Body.Motions;
using Mainstay.Knowledge.Motions;

namespace Mainstay.Moves.Verify;

/// <summary>Every angle within what a joint can do, also between the poses.</summary>
static class Ranges
{
    const double SlackDeg = 1;

    public static void Check(BodyModel model, ReadOnlySpan<double> terms, Pose pose, double at, Faults faults)
    {
        for (var i = 6; i < terms.Length; i++)
        {
            var beyond = Math.Max(terms[i] - PoseTerms.Max(i), PoseTerms.Min(i) - terms[i]);
            if (beyond > SlackDeg) faults.Add("range", at, beyond, Faults.Text($"{PoseTerms.Ids[i]} of {terms[i]:0.0}° is outside {PoseTerms.Min(i)}° to {PoseTerms.Max(i)}°"));
        }
        for (var h = 0; h < pose.Angles.Length; h++)
        {
            // An arm's own hinges have no range that means anything by itself: its terms were looked at above.
            if (model.AngleIds[h].StartsWith("shoulder", StringComparison.Ordinal)) continue;
            var beyond = double.RadiansToDegrees(Math.Max(pose.Angles[h] - model.AngleMax[h], model.AngleMin[h] - pose.Angles[h]));
            if (beyond > SlackDeg)
                faults.Add("range", at, beyond, Faults.Text($"{model.AngleIds[h]} turns by {double.RadiansToDegrees(pose.Angles[h]):0.0}°, {beyond:0.0}° more than the joint allows"));
        }
    }
}

/// <summary>No joint jumps from one frame to the next.</summary>
static class Flow
{
    /// <summary>Metres a thirtieth of a second: 3 m/s.</summary>
    const double Most = 0.1;

    public static void Check(BodyModel model, Frames frames, ReadOnlySpan<double> last, double at, Faults faults)
    {
        for (var b = 0; b < model.BodyIds.Length; b++)
        {
            double x = frames.Origin[3 * b] - last[3 * b], y = frames.Origin[3 * b + 1] - last[3 * b + 1], z = frames.Origin[3 * b + 2] - last[3 * b + 2];
            var step = Math.Sqrt(x * x + y * y + z * z);
            if (step > Most) faults.Add("jump", at, step, Faults.Text($"{model.BodyIds[b]} moves {100 * step:0} cm within one frame; give the step more seconds"), "jump");
        }
    }
}

/// <summary>What must stay still does, from the first repeated moment to the last.</summary>
static class StillChecks
{
    const double MostDeg = 5;
    const int Looks = 60;

    public static void Check(Motion motion, Timeline timeline, Faults faults)
    {
        var (first, now) = (new double[PoseTerms.Count], new double[PoseTerms.Count]);
        timeline.At(timeline.LoopFrom, first);
        foreach (var still in motion.Still)
        {
            var (joint, side) = BodyPoints.Split(still);
            var prefix = still == "pelvis" ? "root" : side is null ? joint : $"{joint}_{side}";
            var own = Enumerable.Range(3, PoseTerms.Count - 3).Where(i => PoseTerms.Ids[i].StartsWith(prefix + "_", StringComparison.Ordinal)).ToArray();
            for (var k = 1; k <= Looks; k++)
            {
                var at = timeline.LoopFrom + (timeline.LoopTo - timeline.LoopFrom) * k / Looks;
                timeline.At(at, now);
                foreach (var i in own)
                    if (Math.Abs(now[i] - first[i]) is > MostDeg and var turned) faults.Add("still", at, turned, Faults.Text($"{PoseTerms.Ids[i]} changes by {turned:0}°, though {still} should stay still"));
            }
        }
    }
}
