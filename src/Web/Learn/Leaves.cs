using Mainstay.Knowledge;
using static Mainstay.Web.Texts.Marking;

namespace Mainstay.Web.Learn;

/// <summary>Everything in the library that can be read, with its address.</summary>
public static class Leaves
{
    const double Told = 1.5, Quoted = 0.8, Done = 0.8, Rested = 0.2;

    public static IEnumerable<Leaf> Of(Library library) =>
    [
        .. library.Lessons.Select(lesson => new Leaf(N("Lesson"), lesson.Title,
            Words([lesson.Takeaway, .. lesson.Parts.SelectMany(part => part.Text.Prepend(part.Heading)), .. Words(lesson.Question)]), $"/learn/lessons/{lesson.Id}", Told)),
        .. library.Faq.Select(faq => new Leaf(N("Question"), faq.Question, Words(faq.Answer), $"/learn/questions#{faq.Id}")),
        .. library.Myths.Select(myth => new Leaf(N("Myth"), myth.Saying, myth.Truth, $"/learn/myths#{myth.Id}", Quoted)),
        .. library.Therapies.Select(therapy => new Leaf(N("Treatment"), therapy.Name,
            Words([therapy.Summary, .. therapy.Evidence, therapy.Cost, .. therapy.Choose, therapy.Careful]), $"/learn/treatments/{therapy.Id}", Told)),
        .. library.Contributors.Select(one => new Leaf(N("May play a part"), one.Name, Words([one.Summary, .. one.About]), $"/why/{one.Id}")),
        .. library.Causes.Select(one => new Leaf(N("Cause"), one.Name, Words([one.Summary, .. one.About]), $"/why/{one.Id}")),
        .. library.Roads.Select(one => new Leaf(N("Road to lasting pain"), one.Name, Words([one.Summary, .. one.About]), $"/why/{one.Id}")),
        .. library.Claims.Select(claim => new Leaf(N("Claim"), claim.Statement, Words([claim.Says, claim.Effect]), ClaimPath(claim), Quoted)),
        .. library.Items.Select(item => new Leaf(N("Move"), item.Name, Words([item.Summary, .. item.Steps, item.Feel]), $"/moves/{item.Id}", Done)),
        .. library.Glossary.Select(term => new Leaf(N("Word"), term.Word, term.Meaning, $"/learn/words#{term.Id}")),
        .. library.Tips.Select(tip => new Leaf(N("Card"), tip.Title, Words(tip.Text), $"/learn/cards#{tip.Id}")),
        .. library.Quiz.Select(question => new Leaf(N("Quiz question"), question.Text, Words(Words(question)), $"/learn/quiz#{question.Id}", Quoted)),
        // Found by who wrote it and what it is called alone: what it was used for is found in the claims.
        .. library.Sources.Select(source => new Leaf(N("Source"), source.Citation, "", $"/learn/sources#{source.Id}", Rested)),
    ];

    public static string ClaimPath(Claim claim) => $"/learn/claims/{claim.Id}";

    static IEnumerable<string> Words(QuizQuestion question) => question.Options.SelectMany(option => new[] { option.Text, option.Answer });

    static string Words(IEnumerable<string> texts) => string.Join(' ', texts);
}
