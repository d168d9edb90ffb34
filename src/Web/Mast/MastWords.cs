using Mainstay.Web.Texts;

namespace Mainstay.Web.Mast;

/// <summary>Words for differences.</summary>
public static class MastWords
{
    /// <summary>"+4 %", "−3 %" or "no change".</summary>
    public static string Change(Phrases phrases, double share) => Math.Round(100 * share) switch
    {
        0 => phrases.Say("no change"),
        > 0 and var more => phrases.Say("+{percent} %", phrases.Number(more)),
        var less => phrases.Say("−{percent} %", phrases.Number(-less)),
    };
}
