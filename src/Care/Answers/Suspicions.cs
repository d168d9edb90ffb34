using System.Collections.Immutable;
using System.Numerics;

namespace Mainstay.Care;

/// <summary>The suspicions that fired rules raised (fracture, cord, dvt …). The default value is none.</summary>
public readonly struct Suspicions : IEquatable<Suspicions>
{
    readonly Questionnaire? _questionnaire;

    internal Suspicions(Questionnaire questionnaire, ulong bits) => (_questionnaire, Bits) = (questionnaire, bits);

    /// <summary>One bit for each entry of <see cref="Questionnaire.SuspicionIds"/>.</summary>
    internal ulong Bits { get; }

    public bool IsEmpty => Bits == 0;

    /// <summary>True when a rule that fired raised it. A suspicion that no rule can raise is never there.</summary>
    public bool Contains(string suspicion)
        => _questionnaire is { } q && q.SuspicionIds.IndexOf(suspicion) is var i and >= 0 && (Bits >> i & 1) != 0;

    /// <summary>In the order of <see cref="Questionnaire.SuspicionIds"/>.</summary>
    public ImmutableArray<string> Ids
    {
        get
        {
            if (_questionnaire is null || Bits == 0) return [];
            var ids = ImmutableArray.CreateBuilder<string>(BitOperations.PopCount(Bits));
            for (var bits = Bits; bits != 0; bits &= bits - 1) ids.Add(_questionnaire.SuspicionIds[BitOperations.TrailingZeroCount(bits)]);
            return ids.MoveToImmutable();
        }
    }

    public bool Equals(Suspicions other) => Bits == other.Bits;
    public override bool Equals(object? obj) => obj is Suspicions other && Equals(other);
    public override int GetHashCode() => Bits.GetHashCode();
    public static bool operator ==(Suspicions left, Suspicions right) => left.Equals(right);
    public static bool operator !=(Suspicions left, Suspicions right) => !left.Equals(right);
}
