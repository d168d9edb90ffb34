using System.Collections.Immutable;
using static Mainstay.Web.Texts.Marking;

namespace Mainstay.Web.Letter;

public enum LetterSection { Where, Course, Diary, Safety, Mind, Contributors, Conditions, Plan, Sessions, Review, Tests, Spots, Remedies, Medicine, Seen, Goals, Questions }

/// <summary>What the letter is for, and what goes in. It stands in the address, so that a reload or a bookmark keeps it.</summary>
/// <param name="Occasion">visit, referral, no-progress or report.</param>
/// <param name="Own">The person chose the sections.</param>
public sealed record LetterChoice(string Occasion, ImmutableHashSet<LetterSection> Sections, bool Own = false)
{
    public static readonly ImmutableArray<(string Id, string Name, ImmutableArray<LetterSection> Sections)> Occasions =
    [
        ("visit", N("A visit"), [LetterSection.Where, LetterSection.Course, LetterSection.Diary, LetterSection.Safety, LetterSection.Contributors, LetterSection.Conditions, LetterSection.Sessions, LetterSection.Spots, LetterSection.Medicine, LetterSection.Seen, LetterSection.Goals, LetterSection.Questions]),
        ("referral", N("A referral"), [LetterSection.Where, LetterSection.Course, LetterSection.Diary, LetterSection.Safety, LetterSection.Conditions, LetterSection.Medicine, LetterSection.Seen, LetterSection.Questions]),
        ("no-progress", N("It is not getting better"), [LetterSection.Where, LetterSection.Course, LetterSection.Diary, LetterSection.Safety, LetterSection.Contributors, LetterSection.Conditions, LetterSection.Plan, LetterSection.Sessions, LetterSection.Review, LetterSection.Tests, LetterSection.Spots, LetterSection.Remedies, LetterSection.Medicine, LetterSection.Seen, LetterSection.Goals, LetterSection.Questions]),
        ("report", N("A report"), [LetterSection.Where, LetterSection.Course, LetterSection.Diary, LetterSection.Plan, LetterSection.Sessions, LetterSection.Review, LetterSection.Tests, LetterSection.Spots, LetterSection.Remedies, LetterSection.Medicine, LetterSection.Goals, LetterSection.Questions]),
    ];

    public static readonly ImmutableArray<(LetterSection Section, string Id, string Name)> All =
    [
        (LetterSection.Where, "where", N("Where it hurts")), (LetterSection.Course, "course", N("How it began and goes on")),
        (LetterSection.Diary, "diary", N("Your pain, day by day")),
        (LetterSection.Safety, "safety", N("Danger signs that were asked")), (LetterSection.Mind, "mind", N("Mood, and safety at home")),
        (LetterSection.Contributors, "parts", N("What may play a part")), (LetterSection.Conditions, "health", N("Illnesses and medicines")),
        (LetterSection.Plan, "plan", N("The plan so far")), (LetterSection.Sessions, "sessions", N("Sessions you did")), (LetterSection.Review, "review", N("The last look back")),
        (LetterSection.Tests, "tests", N("Your tests")), (LetterSection.Spots, "spots", N("Your sore spots")), (LetterSection.Remedies, "remedies", N("What you tried")),
        (LetterSection.Medicine, "medicine", N("Pain medicine")), (LetterSection.Seen, "seen", N("Who has seen you")), (LetterSection.Goals, "goals", N("What you want")), (LetterSection.Questions, "questions", N("Your questions")),
    ];

    /// <summary>What this choice adds to an address.</summary>
    public string Query => $"?for={Occasion}" + (Own ? "&own=1" + string.Concat(All.Where(section => Has(section.Section)).Select(section => $"&with={section.Id}")) : "");

    public bool Has(LetterSection section) => Sections.Contains(section);

    /// <param name="mindMatters">A danger rule about mood or safety fired: then its section is in unless the person takes it out.</param>
    public static LetterChoice Read(IQueryCollection query, bool mindMatters)
    {
        var occasion = Occasions.FirstOrDefault(one => one.Id == query["for"]) is { Id: not null } known ? known : Occasions[0];
        if (query.ContainsKey("own"))
            return new(occasion.Id, [.. All.Where(section => query["with"].Contains(section.Id)).Select(section => section.Section)], Own: true);
        return new(occasion.Id, mindMatters ? [.. occasion.Sections, LetterSection.Mind] : [.. occasion.Sections]);
    }
}
