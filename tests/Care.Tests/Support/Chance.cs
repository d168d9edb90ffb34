namespace Mainstay.Care.Tests;

/// <summary>Chance from a seed (SplitMix64), so that a failing person can be made again on any machine.</summary>
public sealed class Chance(ulong seed)
{
    ulong _state = seed;

    public ulong Next()
    {
        var z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>0 (included) to 1 (excluded).</summary>
    public double Share() => (Next() >> 11) * (1.0 / (1ul << 53));
    public int Below(int bound) => (int)(Next() % (ulong)bound);
    public bool Happens(double share) => Share() < share;
    public T Pick<T>(IReadOnlyList<T> from) => from[Below(from.Count)];
}
