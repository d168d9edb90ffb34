using System.Numerics;

namespace Mainstay.Care;

/// <summary>Which days of the week have a programme, and on which of them strength may be trained.</summary>
static class Weekdays
{
    /// <summary>Spread evenly, day 0 first. Bit d is day d.</summary>
    /// <param name="count">0 to 7.</param>
    public static int Spread(int count)
    {
        var days = 0;
        for (var i = 0; i < count; i++) days |= 1 << (i * 7 / count);
        return days;
    }

    public const int MostStrength = 3;

    /// <summary>The largest set of at most so many of the days with a free day before and after each, the week being followed by itself; of equal
    /// sets the one with the earliest days. Bit d is day d.</summary>
    public static int ForStrength(int active, int most = MostStrength)
    {
        int best = 0, score = -1;
        for (var set = 0; set < 128; set++)
        {
            if ((set & ~active) != 0 || BitOperations.PopCount((uint)set) > most) continue;
            var next = (set << 1 | set >> 6) & 127;
            if ((set & next) != 0) continue;
            var earliness = 0;
            for (var d = 0; d < 7; d++) if ((set >> d & 1) != 0) earliness |= 64 >> d;
            var here = BitOperations.PopCount((uint)set) * 128 + earliness;
            if (here > score) (best, score) = (set, here);
        }
        return best;
    }
}
