namespace Mainstay.Care;

/// <summary>What is told as an effect, of everything that a diary compares. Connections, drifts and experiments are one family: of people without any
/// effect, at most five of a hundred are told of one at any time in a whole year. So nothing is judged every day, since who looks often finds something
/// in any life: connections and drifts are judged every four weeks and what was found then stands until the next look, an experiment is judged once,
/// when it is over. Each kind has its part of the five, set so that made-up lives without an effect stay below it.</summary>
public static class Findings
{
    /// <summary>Days from one look to the next, counted from the first day of the diary.</summary>
    public const int Every = 28;
    const int Year = 365;

    /// <summary>Level of one look at all connections together, and at all drifts together (Holm within each).</summary>
    const double Connections = 0.001, Drifts = 0.00045;
    /// <summary>Level of all experiments of a year: the first has half of it, the second a sixth, the third a twelfth, which never comes to more than the whole.</summary>
    const double Experiments = 0.02;

    /// <summary>A rise worth a note, of pain (points), sitting (hours) and doses a day.</summary>
    const double PainDrift = 1, SittingDrift = 1, DosesDrift = 0.25;

    /// <summary>Days up to the last look; 0 before the first.</summary>
    public static int LastLook(int days) => days / Every * Every;

    /// <summary>Which of these p values of connections hold together at one look.</summary>
    public static bool[] ConnectionsHold(IReadOnlyList<double> p) => Statistics.Holm(p, Connections);

    /// <summary>One value a day of each, NaN where unknown, today last.</summary>
    public static Drifts DriftsOf(ReadOnlySpan<double> pain, ReadOnlySpan<double> sitting, ReadOnlySpan<double> doses)
    {
        double?[] p = [Drift.Of(pain, PainDrift)?.P, Drift.Of(sitting, SittingDrift)?.P, Drift.Of(doses, DosesDrift)?.P];
        var holds = Statistics.Holm([.. p.OfType<double>()], Drifts);
        var next = 0;
        return new(Next(p[0]), Next(p[1]), Next(p[2]));

        bool Next(double? one) => one is not null && holds[next++];
    }

    /// <summary>Is it told what an experiment showed? Only of one that ran to its end: another may have been stopped because of how it looked.</summary>
    public static bool Tells(ExperimentStart plan, OneWayResult result, History history, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(history);
        if (result.Difference is null || End(plan) >= DateOnly.FromDateTime(now.DateTime) || WasStopped(plan)) return false;
        var whole = history.Experiments.Where(e => e.At <= now && !WasStopped(e.What)).Select(e => e.What).ToList();
        var at = whole.FindIndex(e => e.Experiment == plan.Experiment);
        var earlier = whole.Where((e, i) => e.From > plan.From.AddDays(-Year) && (e.From < plan.From || (e.From == plan.From && i < at)));
        var rank = earlier.Count() + 1;
        return result.P <= Experiments / (rank * (rank + 1));

        bool WasStopped(ExperimentStart one) => history.ExperimentStops.Any(stop => stop.What.Experiment == one.Experiment && stop.Day <= End(one));
    }

    static DateOnly End(ExperimentStart plan) => OneWay.Schedule(plan)[^1].Day;
}
