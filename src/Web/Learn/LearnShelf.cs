using static Mainstay.Web.Texts.Marking;

namespace Mainstay.Web.Learn;

/// <summary>A page of Learn that holds many things of one kind.</summary>
public sealed record LearnShelf(string Path, string Icon, string Name, string Says)
{
    public static readonly LearnShelf[] All =
    [
        new("/learn/questions", "question", N("Questions people ask"), N("With straight answers.")),
        new("/learn/myths", "close", N("Things people say"), N("And what we say to them.")),
        new("/learn/treatments", "person", N("Treatments"), N("What they can do, and what they cost.")),
        new("/why", "ring", N("Causes"), N("What may play a part, and what points to it for you.")),
        new("/learn/claims", "search", N("Every claim"), N("With its verdict, its source and its date.")),
        new("/learn/cards", "learn", N("Cards"), N("One thought each: posture, stress, sleep, people, food.")),
        new("/learn/quiz", "tick", N("A small quiz"), N("Does your posture change?")),
        new("/learn/sources", "note", N("Sources"), N("The papers and guides we rest on.")),
        new("/learn/words", "info", N("Words"), N("What the doctor's words mean.")),
    ];
}
