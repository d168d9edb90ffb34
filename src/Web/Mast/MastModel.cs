using System.Collections.Immutable;
using Mainstay.Web.Figures;

namespace Mainstay.Web.Mast;

/// <summary>What the page of the body shows.</summary>
/// <param name="Now">What the form says; <paramref name="Kept"/> another state beside it, kept in the address.</param>
/// <param name="LostKept">The address holds a state that cannot be read.</param>
/// <param name="Own">What is known of this person's muscles.</param>
/// <param name="First">Null until it is worked out.</param>
public sealed record MastModel(MastState Now, MastState? Kept, bool LostKept, MastPerson Person, OwnMuscles Own, ImmutableArray<MastScene> Scenes, InsideFigure Figure, InsideFigure? KeptFigure, RopesFirst? First)
{
    /// <summary>The bars reach at least this many times the load of standing.</summary>
    const double LeastScale = 3;

    public MastChoice Choice => Now.Choice;

    /// <summary>Of the figure on the way of a movement; null for a posture.</summary>
    public string? Course { get; init; }

    public double Scale => Math.Max(LeastScale, Math.Max(Now.Most, Kept?.Most ?? 0));

    /// <summary>This page, with another choice.</summary>
    public string Url(MastChoice choice) => choice.Beside(Kept?.Choice);

    public string Here => Url(Choice);
}
