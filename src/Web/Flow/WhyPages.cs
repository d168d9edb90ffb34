using Mainstay.Care;
using Mainstay.Knowledge;
using Mainstay.Web.Pages;
using static Mainstay.Web.Texts.Marking;

namespace Mainstay.Web.Flow;

/// <summary>The pages of what may play a part, the causes people name, and the roads to lasting pain.</summary>
public static class WhyPages
{
    public static void MapWhy(this IEndpointRouteBuilder app)
    {
        app.MapGet("/why", (HttpContext http) => http.Show<WhyListPage, Library>(http.RequestServices.GetRequiredService<Library>()));
        app.MapGet("/why/{id}", (HttpContext http, string id, Library library, CareModels care) =>
        {
            var person = http.Person();
            var answers = person.HasAnswers ? person.Answers : null;
            if (library.Contributors.FirstOrDefault(one => one.Id == id) is { } contributor) return Show(Of(contributor, answers, library, care));
            if (library.Causes.FirstOrDefault(one => one.Id == id) is { } cause) return Show(Of(N("A cause that people name"), cause, answers, library));
            if (library.Roads.FirstOrDefault(one => one.Id == id) is { } road) return Show(Of(N("A road to lasting pain"), road, answers, library));
            return Results.NotFound();

            IResult Show(WhyModel why) => http.Show<WhyPage, WhyModel>(why with
            {
                Held = Learn.MovesHeld.For(person, care) is { } held && why.Helps.Any(help => help.Move is { } move && held.Holds(move)) ? held : null,
            });
        });
    }

    static WhyModel Of(Contributor contributor, Answers? answers, Library library, CareModels care)
    {
        var known = answers is null ? null : contributor.Evidence
            .Select(evidence => (evidence, truth: Expression.Compile(evidence.When, care.Questionnaire).Evaluate(answers))).ToArray();
        return new(N("What may play a part"), contributor.Name, contributor.Summary, contributor.About,
            known is null ? null : [.. known.Where(one => one.truth == Truth.True && one.evidence.For is not null).Select(one => one.evidence.For!)],
            known is null ? [] : [.. known.Where(one => one.evidence.Against is not null && SpeaksAgainst(one.evidence, one.truth)).Select(one => one.evidence.Against!)],
            contributor.FindOut, Claims(library, [contributor.Claim]),
            [.. library.Items.Where(item => item.Helps.ContainsKey(contributor.Id)).OrderByDescending(item => item.Helps[contributor.Id]).Take(8).Select(item => (item.Name, (string?)item.Id))]) { InBody = Mast.MastStories.Of(contributor.Id, Mast.MastScene.All(library))?.Url };
    }

    static bool SpeaksAgainst(Evidence evidence, Truth truth) => truth switch
    {
        Truth.True => evidence.Points < 0 || evidence.Lr < 1,
        Truth.False => evidence.PointsIfNot < 0 || evidence.LrIfNot < 1,
        _ => false,
    };

    static WhyModel Of(string kind, Cause cause, Answers? answers, Library library) => new(kind, cause.Name, cause.Summary, cause.About,
        answers is null ? null : [.. cause.Pointers.Where(pointer => Expression.Compile(pointer.When, answers.Questionnaire).Evaluate(answers) == Truth.True).Select(pointer => pointer.Says)],
        [], null, Claims(library, cause.Claims), [.. cause.Helps.Select(id => HelpOf(library, id)).Where(help => help.Name is not null).Select(help => (help.Name!, help.Move))]);

    static IReadOnlyList<Claim> Claims(Library library, IEnumerable<string> references) =>
        [.. references.Select(reference => library.Claims.FirstOrDefault(claim => claim.Id == reference || claim.Ref == reference)).OfType<Claim>()];

    static (string? Name, string? Move) HelpOf(Library library, string id) =>
        library.Items.FirstOrDefault(item => item.Id == id) is { } move ? (move.Name, move.Id)
        : (library.Therapies.FirstOrDefault(therapy => therapy.Id == id)?.Name ?? library.Lessons.FirstOrDefault(lesson => lesson.Id == id)?.Title, null);
}
