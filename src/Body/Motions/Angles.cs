using System.Collections;

namespace Mainstay.Body.Motions;

/// <summary>Named terms of a pose as somebody wrote them: hip_r_flexion: 80. Names are those of <see cref="PoseTerms"/>, and known to be.</summary>
public sealed class Angles(IReadOnlyList<(string Name, double Value)> values) : IReadOnlyList<(string Name, double Value)>
{
    public static Angles None { get; } = new([]);

    public int Count => values.Count;
    public (string Name, double Value) this[int index] => values[index];

    /// <summary>Writes over the terms that are named. A pair's name writes both sides; a side's own name wins over its pair's.</summary>
    public void CopyTo(Span<double> terms)
    {
        foreach (var pairs in (ReadOnlySpan<bool>)[true, false])
            foreach (var (name, value) in values)
                if (PoseTerms.Of(name) is var of && of.Count > 1 == pairs)
                    foreach (var term in of) terms[term] = value;
    }

    public IEnumerator<(string Name, double Value)> GetEnumerator() => values.GetEnumerator();
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
