using System.Collections.Immutable;

namespace Mainstay.Care;

/// <summary>Why something was decided.</summary>
/// <param name="Rule">Which rule: a key of the words in progress.yaml, such as "down_red".</param>
/// <param name="Says">In plain words.</param>
/// <param name="On">The day it was decided; null where it holds for today alone.</param>
/// <param name="Because">Entries that led to it.</param>
public sealed record Reason(string Rule, string Says, DateOnly? On = null, ImmutableArray<Guid> Because = default)
{
    public ImmutableArray<Guid> Because { get; } = Because.IsDefault ? [] : Because;

    public bool Equals(Reason? other) => other is not null && Rule == other.Rule && Says == other.Says && On == other.On && Because.SequenceEqual(other.Because);
    public override int GetHashCode() => HashCode.Combine(Rule, On);
}
