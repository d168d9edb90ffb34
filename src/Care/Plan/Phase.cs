namespace Mainstay.Care;

public enum Phase { FirstDays, Recovering, Lasting, Flare }

public static class Phases
{
    /// <summary>First days, up to this many days after the onset: comfort, walks and easy range. From the next day on holds and moves come in.</summary>
    public const double MostFirstDays = 2;

    /// <summary>Days since the onset: up to 2 first days, under 84 recovering, from then on lasting. Unknown counts as recovering.</summary>
    public static Phase Of(double? onsetDays, bool flare) => (flare, onsetDays) switch
    {
        (true, _) => Phase.Flare,
        (_, null) => Phase.Recovering,
        (_, <= MostFirstDays) => Phase.FirstDays,
        (_, < 84) => Phase.Recovering,
        _ => Phase.Lasting,
    };

    /// <summary>As in knowledge: first-days, recovering, lasting, flare.</summary>
    public static string Id(this Phase phase) => phase switch
    {
        Phase.FirstDays => "first-days",
        Phase.Recovering => "recovering",
        Phase.Lasting => "lasting",
        _ => "flare",
    };
}
