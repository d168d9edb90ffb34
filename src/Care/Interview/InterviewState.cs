using System.Collections.Immutable;

namespace Mainstay.Care;

/// <summary>Which screens a person has been through, in order. Together with the answers it is all an interview knows, so leaving and coming
/// back, on this device or another, is nothing but reading both again.</summary>
public sealed record InterviewState(ImmutableArray<Visit> Visits)
{
    public static InterviewState Start { get; } = new([]);

    /// <summary>0 to 1; it grows with every screen and never falls on the way forward. One only when nothing is left to ask.</summary>
    public double Progress => Visits.IsEmpty ? 0 : Visits[^1].Progress;

    public bool Equals(InterviewState? other) => other is not null && Visits.SequenceEqual(other.Visits);
    public override int GetHashCode() => Visits.Length;
}

/// <summary>One answered screen.</summary>
/// <param name="Screen">Id of the screen, see <see cref="ScreenToAsk.Id"/>.</param>
/// <param name="Asked">Inputs that stood on it, answered or left blank. For a gate: the covered inputs that it decided or opened.</param>
/// <param name="Progress">How far the person was after it, 0 to 1.</param>
public sealed record Visit(string Screen, ImmutableArray<string> Asked, double Progress)
{
    /// <summary>Gates only: the lines ticked, and whether "not sure" was chosen for the others.</summary>
    public ImmutableArray<string> Ticked { get; init; } = [];
    public bool NotSure { get; init; }

    public bool IsGate => Screen.StartsWith("gate:", StringComparison.Ordinal);

    public bool Equals(Visit? other) => other is not null && Screen == other.Screen && Progress.Equals(other.Progress) && NotSure == other.NotSure
        && Asked.SequenceEqual(other.Asked) && Ticked.SequenceEqual(other.Ticked);
    public override int GetHashCode() => HashCode.Combine(Screen, Progress, Asked.Length);
}
