using Mainstay.Knowledge;
using Mainstay.Web.Find;
using Mainstay.Web.Flow;
using Mainstay.Web.Pages.Learn;

namespace Mainstay.Web.Learn;

/// <summary>Lessons, questions, myths, words, treatments, cards and claims, and the search over all of them.</summary>
public static class LearnPages
{
    public static void MapLearn(this IEndpointRouteBuilder app)
    {
        var learn = app.MapGroup("/learn");
        learn.MapGet("", (HttpContext http, Library library) => http.Show<LearnPage, Library>(library));
        learn.MapGet("/search", (HttpContext http, Hosting.Spoken spoken, string? q, string? @as) =>
            http.Show<SearchPage, SearchModel>(new(Short(q), spoken.Search.Find(Short(q), @as == Understanding.AsTyped), MovesHeld.For(http.Person(), spoken.Care))));
        learn.MapGet("/lessons/{id}", (HttpContext http, Library library, string id) =>
            library.Lessons.FirstOrDefault(lesson => lesson.Id == id) is { } lesson
                ? http.Show<LessonPage, LessonModel>(new(lesson, Next(library, lesson), Chosen(http, lesson.Question)))
                : Results.NotFound());
        learn.MapGet("/questions", (HttpContext http, Library library) => http.Show<QuestionsPage, Library>(library));
        learn.MapGet("/myths", (HttpContext http, Library library) => http.Show<MythsPage, Library>(library));
        learn.MapGet("/words", (HttpContext http, Library library) => http.Show<WordsPage, Library>(library));
        learn.MapGet("/sources", (HttpContext http, Library library) => http.Show<SourcesPage, Library>(library));
        learn.MapGet("/cards", (HttpContext http, Library library) => http.Show<CardsPage, Library>(library));
        learn.MapGet("/quiz", (HttpContext http, Library library) =>
            http.Show<QuizPage, QuizModel>(new([.. library.Quiz.Select(question => (question, Chosen(http, question)))])));
        learn.MapGet("/treatments", (HttpContext http, Library library) => http.Show<TreatmentsPage, Library>(library));
        learn.MapGet("/treatments/{id}", (HttpContext http, Library library, string id) =>
            library.Therapies.FirstOrDefault(therapy => therapy.Id == id) is { } therapy ? http.Show<TreatmentPage, Therapy>(therapy) : Results.NotFound());
        learn.MapGet("/claims", (HttpContext http, Library library) => http.Show<ClaimsPage, Library>(library));
        learn.MapGet("/claims/{id}", (HttpContext http, Library library, string id) =>
            library.Claims.FirstOrDefault(claim => claim.Id == id || claim.Ref == id) is { } claim
                ? http.Show<ClaimPage, ClaimModel>(ClaimModel.Of(library, claim))
                : Results.NotFound());
    }

    const int LongestSearch = 120;

    static string Short(string? text) => text is null ? "" : text.Length > LongestSearch ? text[..LongestSearch] : text;

    static Lesson? Next(Library library, Lesson lesson) => library.Lessons.Where(other => other.Order > lesson.Order).MinBy(other => other.Order);

    /// <summary>The option that the address names, so that an answer needs no script and a link to it can be kept.</summary>
    static QuizOption? Chosen(HttpContext http, QuizQuestion question) =>
        int.TryParse(http.Request.Query[question.Id], out var at) && at >= 0 && at < question.Options.Length ? question.Options[at] : null;
}

/// <param name="Held">Moves that were found are to read now, not to do; null where nothing holds.</param>
public sealed record SearchModel(string Asked, Found Found, MovesHeld? Held);

public sealed record LessonModel(Lesson Lesson, Lesson? Next, QuizOption? Chosen);

public sealed record QuizModel(IReadOnlyList<(QuizQuestion Question, QuizOption? Chosen)> Questions);

/// <param name="Moves">What of the programme rests on this claim.</param>
/// <param name="Lessons">Where it is told in two minutes.</param>
public sealed record ClaimModel(Claim Claim, IReadOnlyList<Source> Sources, IReadOnlyList<Item> Moves, IReadOnlyList<Lesson> Lessons, IReadOnlyList<Therapy> Therapies)
{
    const int MostMoves = 6;

    public static ClaimModel Of(Library library, Claim claim)
    {
        bool Names(string reference) => reference == claim.Id || reference == claim.Ref;
        return new(claim, [.. library.Sources.Where(source => claim.Sources.Contains(source.Id))], [.. library.Items.Where(item => Names(item.Claim)).Take(MostMoves)],
            [.. library.Lessons.Where(lesson => lesson.Claims.Any(Names))], [.. library.Therapies.Where(therapy => Names(therapy.Claim))]);
    }
}
