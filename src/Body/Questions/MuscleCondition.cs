using System.Collections.Immutable;
using Mainstay.Body.Model;
using Mainstay.Body.Postures;

namespace Mainstay.Body.Questions;

/// <summary>How tight and how weak, by family, group or line.</summary>
/// <param name="Tightness">Shift of the passive curve as a share of fibre length, 0 to 0.3.</param>
/// <param name="Strength">What is left of the strength, above 0 to 1.</param>
public sealed record MuscleCondition(ImmutableDictionary<string, double> Tightness, ImmutableDictionary<string, double> Strength)
{
    public static MuscleCondition Usual { get; } = new(ImmutableDictionary<string, double>.Empty, ImmutableDictionary<string, double>.Empty);

    public bool IsUsual => Tightness.IsEmpty && Strength.IsEmpty;

    /// <param name="work">With usual muscles.</param>
    /// <exception cref="BodyException">No such muscle, or a figure outside its range.</exception>
    public void Put(Workspace work)
    {
        foreach (var (name, tightness) in Tightness) BodyCondition.Tighten(work, name, tightness);
        foreach (var (name, strength) in Strength) BodyCondition.Weaken(work, name, strength);
    }
}
