using Mainstay.Knowledge;
using static Mainstay.Web.Texts.Marking;

namespace Mainstay.Web.Parts;

/// <summary>How a verdict is said and drawn.</summary>
public static class Verdicts
{
    public static readonly IReadOnlyList<Verdict> Ladder =
        [Verdict.Supported, Verdict.PartlySupported, Verdict.Mixed, Verdict.Weak, Verdict.Unsupported, Verdict.Contradicted];

    public static int Order(Verdict verdict) => Ladder.ToList().IndexOf(verdict);

    public static string Word(Verdict verdict) => verdict switch
    {
        Verdict.Supported => N("Supported"),
        Verdict.PartlySupported => N("Partly supported"),
        Verdict.Mixed => N("Studies disagree"),
        Verdict.Weak => N("Weak evidence"),
        Verdict.Unsupported => N("Not shown"),
        _ => N("Contradicted"),
    };

    public static string Meaning(Verdict verdict) => verdict switch
    {
        Verdict.Supported => N("Several good studies point the same way."),
        Verdict.PartlySupported => N("Good but few studies, or only for some people, or only part of the sentence."),
        Verdict.Mixed => N("Some studies say yes, some say no."),
        Verdict.Weak => N("Small or shaky studies. It may or may not be so."),
        Verdict.Unsupported => N("We know of no good study that shows it."),
        _ => N("Good studies point the other way."),
    };

    /// <summary>Filled dots of four.</summary>
    public static int Dots(Verdict verdict) => verdict switch { Verdict.Supported => 4, Verdict.PartlySupported => 3, Verdict.Weak or Verdict.Mixed => 2, _ => 0 };
}
