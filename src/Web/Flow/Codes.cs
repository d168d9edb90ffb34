using Mainstay.Knowledge;

namespace Mainstay.Web.Flow;

/// <summary>The codes of the levels, as on the wire.</summary>
public static class Codes
{
    public static string Of(Urgency urgency) => urgency switch
    {
        Urgency.SelfCare => "S",
        Urgency.Open => "open",
        Urgency.Routine => "R",
        Urgency.WithinTwoWeeks => "U14",
        Urgency.SameDay => "U24",
        _ => "E",
    };
}
