namespace Mainstay.Body.Questions;

/// <summary>A part of someone's day: one entry of the list that `mainstay body rank` reads.</summary>
public sealed record DayPart
{
    /// <summary>Id of a named posture.</summary>
    public required string Posture { get; init; }
    /// <summary>Above 0 to 24.</summary>
    public required double Hours { get; init; }
    /// <summary>Kilograms in both hands besides what the posture holds.</summary>
    public double CarryKg { get; init; }
}
