using Mainstay.Knowledge;

namespace Mainstay.Web.Parts;

/// <summary>How a verdict is said and drawn.</summary>
public static class Verdicts
{
    public static readonly IReadOnlyList<Verdict> Ladder =
        [Verdict.Supported, Verdict.PartlySupported, Verdict.Mixed, Verdict.Weak, Verdict.Unsupported, Verdict.Contradicted];

    public static int Order(Verdict verdict) => Ladder.ToList().IndexOf(verdict);

    public static string Word(Verdict verdict) => verdict switch
    {
        Verdict.Supported => "Supported",
        Verdict.PartlySupported => "Partly supported",
        Verdict.Mixed => "Studies disagree",
        Verdict.Weak => "Weak evidence",
        Verdict.Unsupported => "Not shown",
        _ => "Contradicted",
    };

    public static string Meaning(Verdict verdict) => verdict switch
    {
        Verdict.Supported => "Several good studies point the same way.",
        Verdict.PartlySupported => "Good but few studies, or only for some people, or only part of the sentence.",
        Verdict.Mixed => "Some studies say yes, some say no.",
        Verdict.Weak => "Small or shaky studies. It may or may not be so.",
        Verdict.Unsupported => "We know of no good study that shows it.",
        _ => "Good studies point the other way.",
    };

    /// <summary>Filled dots of four.</summary>
    public static int Dots(Verdict verdict) => verdict switch { Verdict.Supported => 4, Verdict.PartlySupported => 3, Verdict.Weak or Verdict.Mixed => 2, _ => 0 };
}
