using System.Collections.Immutable;
using static Mainstay.Web.Texts.Marking;

namespace Mainstay.Web.Mast;

/// <summary>A group of muscles that can be made tighter or weaker.</summary>
/// <param name="Field">In the address and the form.</param>
/// <param name="Family">Of the body model.</param>
/// <param name="Weak">Else tight.</param>
public sealed record MastMuscle(string Field, string Name, string Family, bool Weak)
{
    public static readonly ImmutableArray<MastMuscle> All =
    [
        Tighter("hamstrings", N("Back of the thighs"), "hamstrings"),
        Tighter("hips", N("Front of the hips"), "hip-flexors"),
        Tighter("back", N("Long back muscles"), "back"),
        Tighter("waist", N("Side of the waist"), "quadratus-lumborum"),
        Tighter("buttocks", N("Buttocks"), "glutes"),
        Tighter("calves", N("Calves"), "calf"),
        Weaker("back", N("Long back muscles"), "back"),
        Weaker("belly", N("Belly muscles"), "abdominals"),
        Weaker("buttocks", N("Buttocks"), "glutes"),
        Weaker("thighs", N("Front of the thighs"), "quadriceps"),
    ];

    /// <summary>Percent: of the fibre's length that a muscle is too short, and of its strength that it lacks.</summary>
    public double Most => Weak ? 70 : 20;
    public double Step => Weak ? 5 : 1;

    static MastMuscle Tighter(string id, string name, string family) => new($"tight-{id}", name, family, false);

    static MastMuscle Weaker(string id, string name, string family) => new($"weak-{id}", name, family, true);
}
