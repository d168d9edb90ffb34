using System.Collections.Immutable;

namespace Mainstay.Web.Letter;

public enum LetterSection { Where, Course, Safety, Mind, Contributors, Conditions, Plan, Seen, Goals }

/// <summary>What the letter is for, and what goes in. It stands in the address, so that a reload or a bookmark keeps it.</summary>
/// <param name="Occasion">visit, referral or no-progress.</param>
public sealed record LetterChoice(string Occasion, ImmutableHashSet<LetterSection> Sections)
{
    public static readonly ImmutableArray<(string Id, string Name, ImmutableArray<LetterSection> Sections)> Occasions =
    [
        ("visit", "A visit", [LetterSection.Where, LetterSection.Course, LetterSection.Safety, LetterSection.Contributors, LetterSection.Conditions, LetterSection.Seen, LetterSection.Goals]),
        ("referral", "A referral", [LetterSection.Where, LetterSection.Course, LetterSection.Safety, LetterSection.Conditions, LetterSection.Seen]),
        ("no-progress", "It is not getting better", [LetterSection.Where, LetterSection.Course, LetterSection.Safety, LetterSection.Contributors, LetterSection.Conditions, LetterSection.Plan, LetterSection.Seen, LetterSection.Goals]),
    ];

    public static readonly ImmutableArray<(LetterSection Section, string Id, string Name)> All =
    [
        (LetterSection.Where, "where", "Where it hurts"), (LetterSection.Course, "course", "How it began and goes on"),
        (LetterSection.Safety, "safety", "Danger signs that were asked"), (LetterSection.Mind, "mind", "Mood, and safety at home"),
        (LetterSection.Contributors, "parts", "What may play a part"), (LetterSection.Conditions, "health", "Illnesses and medicines"),
        (LetterSection.Plan, "plan", "The plan so far"), (LetterSection.Seen, "seen", "Who has seen you"), (LetterSection.Goals, "goals", "What you want"),
    ];

    public bool Has(LetterSection section) => Sections.Contains(section);

    /// <param name="mindMatters">A danger rule about mood or safety fired: then its section is in unless the person takes it out.</param>
    public static LetterChoice Read(IQueryCollection query, bool mindMatters)
    {
        var occasion = Occasions.FirstOrDefault(one => one.Id == query["for"]) is { Id: not null } known ? known : Occasions[0];
        if (query.ContainsKey("own"))
            return new(occasion.Id, [.. All.Where(section => query["with"].Contains(section.Id)).Select(section => section.Section)]);
        return new(occasion.Id, mindMatters ? [.. occasion.Sections, LetterSection.Mind] : [.. occasion.Sections]);
    }
}
