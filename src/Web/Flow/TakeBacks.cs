using Mainstay.Care;
using Mainstay.Knowledge;

namespace Mainstay.Web.Flow;

/// <summary>Why something that was told stays for now.</summary>
public enum Stays
{
    /// <summary>It said that something is new, and nothing was asked about it yet.</summary>
    News,
    /// <summary>It made danger questions due, and they are not answered yet.</summary>
    Questions,
    /// <summary>Without it things would sound less urgent.</summary>
    Urgency,
}

/// <summary>What was told is taken back or put right, and what it has raised stays raised: questions that are due are answered first, and nothing
/// goes that would take back that somebody should look within two weeks or sooner.</summary>
public static class TakeBacks
{
    /// <param name="then">The person as they would be.</param>
    /// <returns>Null: it may go.</returns>
    public static Stays? Of(CareModels care, Person person, Person then)
    {
        if (person.NewSince is { } since && !(then.NewSince >= since)) return Stays.News;
        // Before there is a check nothing is judged, and the check asks every sign of danger.
        if (!person.HasAnswers) return null;
        var (now, would) = (care.Day(person), care.Day(then));
        if (now.Rescreen is { } due && !(would.Rescreen is { } left && due.Inputs.All(left.Inputs.Contains) && (left.Holds || !due.Holds))) return Stays.Questions;
        var (stands, less) = (now.Assessment.Triage, would.Assessment.Triage);
        return Sinks(stands.Urgency, less.Urgency) || Sinks(stands.Unseen, less.Unseen) || Sinks(stands.Holding, less.Holding) ? Stays.Urgency : null;
    }

    /// <summary>A routine appointment follows from how things went: with a slip put right, it may go.</summary>
    static bool Sinks(Urgency from, Urgency to) => to < from && from > Urgency.Routine;

    /// <summary>Where the questions are asked.</summary>
    public static string? AskedAt(this Stays stays) => stays switch { Stays.News => NewsPages.Root, Stays.Questions => NewsPages.Again, _ => null };

    /// <summary>To what comes first, in words.</summary>
    /// <param name="place">Where it would be taken back.</param>
    public static SeeOther First(this Stays stays, string place) => stays.AskedAt() is { } asked ? SeeOther.To(asked, "first") : SeeOther.To(place, "stays");
}
