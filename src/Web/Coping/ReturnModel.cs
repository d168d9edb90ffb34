using System.Collections.Immutable;
using Mainstay.Care;
using Mainstay.Knowledge;

namespace Mainstay.Web.Coping;

/// <param name="Fears">The check says that the person stays away from some moves; null: not known.</param>
/// <param name="Ways">Begun and not put away.</param>
/// <param name="Held">Why a step of the first one waits; null: it may be tried.</param>
/// <param name="Free">Moves that may be begun.</param>
/// <param name="Left">Moves that are left out, with the reason.</param>
/// <param name="Form">An own move as it was written.</param>
/// <param name="Errors">By field.</param>
public sealed record ReturnModel(bool? Fears, ImmutableArray<WayBack> Ways, ReturnHold? Held, ImmutableArray<FearedMove> Free, ImmutableArray<(FearedMove Move, ReturnHold Why)> Left,
    ReturnForm Form, ImmutableDictionary<string, string> Errors);

/// <param name="Move">Id of a feared move, or "own".</param>
/// <param name="Before">Fear, of a try; so is the next.</param>
public sealed record ReturnForm(string Move = "", string Name = "", ImmutableArray<string> Steps = default, int? Before = null, int? After = null, bool TooMuch = false)
{
    public const string Own = "own";
    public const int Rows = 5;

    public ImmutableArray<string> Steps { get; } = Steps.IsDefault ? [] : Steps;
}
