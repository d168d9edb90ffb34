using Mainstay.Knowledge;

namespace Mainstay.Web.Learn;

/// <summary>Everything in the library that can be read, with its address.</summary>
public static class Leaves
{
    public static IEnumerable<Leaf> Of(Library library) =>
    [
        .. library.Lessons.Select(lesson => new Leaf("Lesson", lesson.Title,
            Words([lesson.Takeaway, .. lesson.Parts.SelectMany(part => part.Text.Prepend(part.Heading))]), $"/learn/lessons/{lesson.Id}")),
        .. library.Faq.Select(faq => new Leaf("Question", faq.Question, Words(faq.Answer), $"/learn/questions#{faq.Id}")),
        .. library.Myths.Select(myth => new Leaf("Myth", myth.Saying, myth.Truth, $"/learn/myths#{myth.Id}")),
        .. library.Therapies.Select(therapy => new Leaf("Treatment", therapy.Name,
            Words([therapy.Summary, .. therapy.Evidence, therapy.Cost, .. therapy.Choose, therapy.Careful]), $"/learn/treatments/{therapy.Id}")),
        .. library.Contributors.Select(one => new Leaf("May play a part", one.Name, Words([one.Summary, .. one.About]), $"/why/{one.Id}")),
        .. library.Causes.Select(one => new Leaf("Cause", one.Name, Words([one.Summary, .. one.About]), $"/why/{one.Id}")),
        .. library.Roads.Select(one => new Leaf("Road to lasting pain", one.Name, Words([one.Summary, .. one.About]), $"/why/{one.Id}")),
        .. library.Claims.Select(claim => new Leaf("Claim", claim.Statement, Words([claim.Says, claim.Effect]), ClaimPath(claim))),
        .. library.Items.Select(item => new Leaf("Move", item.Name, Words([item.Summary, .. item.Steps, item.Feel]), $"/moves/{item.Id}")),
        .. library.Glossary.Select(term => new Leaf("Word", term.Word, term.Meaning, $"/learn/words#{term.Id}")),
        .. library.Tips.Select(tip => new Leaf("Card", tip.Title, Words(tip.Text), $"/learn/cards#{tip.Id}")),
    ];

    public static string ClaimPath(Claim claim) => $"/learn/claims/{claim.Id}";

    static string Words(IEnumerable<string> texts) => string.Join(' ', texts);
}
