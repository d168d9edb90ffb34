using Mainstay.Care;

namespace Mainstay.Web.Flow;

/// <summary>Where questions are left.</summary>
public static class WayOn
{
    public const string Check = "/check";

    /// <summary>What is new comes first, then the danger questions that are due again, the rest of the check, and last what was left open in it.</summary>
    /// <param name="triage">What stands now.</param>
    /// <returns>Address of a page that asks; null: nothing is left to ask. The check itself only while it is not finished: after that its address
    /// leads back to the result.</returns>
    public static string? Of(Person person, CareModels care, TriageResult triage) =>
        person.NewSince is not null ? NewsPages.Root
        : person.HasAnswers && care.Day(person).Rescreen is not null ? NewsPages.Again
        : care.Next(person) is not null ? Check
        : triage.Open is [var first, ..] ? OfInput(first) : null;

    /// <summary>Where one question is answered anew.</summary>
    public static string OfInput(string id) => $"/check/change/{id}";
}
