using Mainstay.Knowledge;

namespace Mainstay.Care;

public enum Light
{
    /// <summary>Too little is known yet: the next morning is to come, or nothing was said.</summary>
    Unknown,
    Green,
    Amber,
    Red,
}

/// <summary>One item or one session, rated by the pain before, during, after and the next morning.</summary>
public sealed class TrafficLight(ProgressRules rules)
{
    /// <param name="before">Pain just before, 0 to 10; so are the next two and the last.</param>
    /// <param name="worst">The worst during it.</param>
    /// <param name="legSign">Pain moved down the leg, or new pain below the knee, numbness or weakness: red whatever the rest.</param>
    /// <param name="tooMuch">"Too much" was tapped: amber at least.</param>
    public Light Of(double? before, double? worst, double? after, Settling? settled, double? morning, bool legSign = false, bool tooMuch = false)
    {
        if (legSign || settled == Settling.Longer) return Light.Red;
        var peak = Max(worst, after);
        var rise = peak - before;
        // Too much is too much whenever it comes: for red the next morning is held against the same numbers.
        var most = Max(peak, morning);
        if (most - before >= rules.RedRise || (most >= rules.RedPain && most - before >= rules.RedPainRise)) return Light.Red;
        if (tooMuch || rise > rules.GreenRise || settled is Settling.WithinDay or Settling.NotYet || morning - before > rules.GreenMorning) return Light.Amber;
        return rise is not null && morning is not null && (settled == Settling.WithinHour || after <= before) ? Light.Green : Light.Unknown;
    }

    public static Light Worst(Light a, Light b) => a > b ? a : b;

    /// <summary>Of several reports of one item: what is not known is no green.</summary>
    public static int Rank(Light light) => light switch { Light.Green => 0, Light.Unknown => 1, Light.Amber => 2, _ => 3 };

    static double? Max(double? a, double? b) => a is null ? b : b is null ? a : Math.Max(a.Value, b.Value);
}
