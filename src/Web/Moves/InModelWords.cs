using System.Collections.Immutable;
using Mainstay.Knowledge;
using Mainstay.Moves;
using Mainstay.Moves.Verify;
using Mainstay.Web.Texts;

namespace Mainstay.Web.Moves;

/// <summary>What the mechanical body finds in a motion, in words.</summary>
public sealed class InModelWords(Phrases phrases, Library library, MotionReport found)
{
    const int Most = 3;
    /// <summary>Tension and activation below these are nothing to tell.</summary>
    const double LeastTension = 0.03, LeastActivation = 0.1;

    /// <summary>What gets long; empty where nothing does.</summary>
    public string Long { get; } = Names(phrases, PlainMuscles.Of(library, found.Stretched.Where(muscle => muscle.Value >= LeastTension)));

    /// <summary>What works most; empty where nothing does.</summary>
    public string Busy { get; } = Names(phrases, PlainMuscles.Of(library, found.Working.Where(muscle => muscle.Value >= LeastActivation)));

    /// <summary>To the nearest half: the model knows no better.</summary>
    public string Load => Math.Round(found.PeakOfStanding * 2) / 2 is var times && times < 1 ? phrases.Say("Less than when you stand.")
        : times < 1.25 ? phrases.Say("About as much as when you stand.") : phrases.Say("Up to about {times} times as much as when you stand.", phrases.Number(times));

    /// <summary>All of it in one line.</summary>
    /// <param name="stretch">The move is there to lengthen; else for what works in it.</param>
    public string Line(bool stretch) => (stretch ? Long : Busy) is { Length: > 0 } chief
        ? stretch ? phrases.Say("In the model it lengthens: {muscles}. Load on the low back: {load}", chief, Load) : phrases.Say("In the model these work: {muscles}. Load on the low back: {load}", chief, Load)
        : phrases.Say("In the model, the load on the low back: {load}", Load);

    static string Names(Phrases phrases, ImmutableArray<Named> muscles) => muscles.IsEmpty ? "" : phrases.List([.. muscles.Take(Most).Select(muscle => muscle.Name)]);
}
