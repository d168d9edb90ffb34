using Mainstay.Knowledge;
using Mainstay.Knowledge.Motions;

namespace Mainstay.Moves.Verify;

/// <summary>How much of the advised limit of disc load a motion may use at the step of the ladder it is offered at.</summary>
/// <remarks>Shares are judgements: the gentlest step may ask what rising from a chair asks, heavy ones the limit itself.</remarks>
static class LoadLimit
{
    static readonly double[] Shares = [0.7, 0.8, 0.9, 1, 1];

    public static double Share(Item? item) => item is null ? 1 : Shares[Math.Clamp(item.Level, 1, Shares.Length) - 1];

    public static void Check(Motion motion, Item? item, double ofLimit, string level, double at, Faults faults)
    {
        var most = motion.Kind is MotionKind.Posture or MotionKind.Everyday ? 1 : Share(item);
        if (ofLimit > most)
            faults.Add("load", at, ofLimit, Faults.Text($"the load on {level} is {100 * ofLimit:0} % of the advised limit; at level {item?.Level ?? 5} at most {100 * most:0} % are allowed"), "load");
    }
}
