namespace Mainstay.Care;

/// <summary>What of a plan's limits hangs on an answer.</summary>
public static class PlanLimits
{
    /// <summary>Would a limit fall with an answer that is left out? Strong pain, the first days, and whatever blocks an item.</summary>
    /// <param name="before">What is suspected with it.</param>
    /// <param name="after">What is suspected without it.</param>
    public static bool Fall(CareModel care, Answers with, Answers without, Suspicions before, Suspicions after)
    {
        ArgumentNullException.ThrowIfNull(care);
        ArgumentNullException.ThrowIfNull(with);
        ArgumentNullException.ThrowIfNull(without);
        if (with.NumberOf("nprs") >= PlanFrame.StrongPain && !(without.NumberOf("nprs") >= PlanFrame.StrongPain)) return true;
        if (with.NumberOf("onset_days") <= Phases.MostFirstDays && !(without.NumberOf("onset_days") <= Phases.MostFirstDays)) return true;
        var (held, free) = (care.Contraindications.Of(with, before), care.Contraindications.Of(without, after));
        return Enumerable.Range(0, care.Library.Items.Length).Any(item => held.IsBlocked(item) && !free.IsBlocked(item));
    }
}
