using Mainstay.Web.Figures;
using Mainstay.Web.Flow;
using Mainstay.Web.Pages;

namespace Mainstay.Web.Mast;

/// <summary>The mast and its ropes: what a posture, tight and weak muscles do to the low back in the model. Nothing is stored.</summary>
public static class MastPages
{
    public static void MapMast(this IEndpointRouteBuilder app)
    {
        app.MapGet("/body", async (HttpContext http, BodyDesk desk, RopeDesk ropes, InsideFigures figures) =>
        {
            var model = Of(http, desk, ropes, figures);
            if (model.First is null && http.Request.Query["first"] == "1") model = model with { First = await First(http, model, ropes) };
            return http.Show<BodyPage, MastModel>(model, Status(model));
        });
        // The same answer: for programs, and as the page shows it.
        app.MapGet("/api/body", (HttpContext http, BodyDesk desk) =>
        {
            var asked = Asked(http, desk);
            return asked.Choice.Wrong.IsEmpty ? Results.Json(MastJson.Of(desk.Ask(asked.Choice, asked.Whose))) : Results.Json(new { Wrong = asked.Choice.Wrong.Keys.Order() }, statusCode: StatusCodes.Status422UnprocessableEntity);
        });
        app.MapGet("/api/body/shown", (HttpContext http, BodyDesk desk, RopeDesk ropes, InsideFigures figures) => Of(http, desk, ropes, figures) is var model && model.Choice.Wrong.IsEmpty
            ? http.Show<BodyShown, MastModel>(model) : Results.StatusCode(StatusCodes.Status422UnprocessableEntity));
        app.MapGet("/api/body/first", async (HttpContext http, BodyDesk desk, RopeDesk ropes, InsideFigures figures) =>
        {
            var model = Of(http, desk, ropes, figures);
            return model.Choice.Wrong.IsEmpty ? http.Show<BodyFirstShown, MastModel>(model with { First = await First(http, model, ropes) }) : Results.StatusCode(StatusCodes.Status422UnprocessableEntity);
        });
    }

    static (MastChoice Choice, MastPerson Whose, OwnMuscles Own, Care.Answers? Answers) Asked(HttpContext http, BodyDesk desk)
    {
        var person = http.Person();
        var answers = person.HasAnswers ? person.Answers : null;
        var whose = BodyDesk.PersonOf(answers);
        var own = OwnMuscles.Of(person.Daily, answers, desk, whose, http.RequestServices.GetRequiredService<Knowledge.Library>());
        return (MastChoice.Read(http.Request.Query, desk.Scenes, own.Amounts), whose, own, answers);
    }

    internal static MastModel Of(HttpContext http, BodyDesk desk, RopeDesk ropes, InsideFigures figures)
    {
        var (choice, whose, own, answers) = Asked(http, desk);
        string? text = http.Request.Query[MastChoice.SavedField];
        var kept = MastChoice.Saved(text, desk.Scenes);
        var (now, beside) = (desk.Ask(choice, whose), kept is null ? null : desk.Ask(kept, whose));
        // The words call a body that is not known a man, so it is drawn as one.
        var build = whose.Known ? FigureFiles.BuildOf(whose.Person.Sex == Body.Model.Sex.Male ? "m" : "f", whose.Person.MassKg / (whose.Person.HeightM * whose.Person.HeightM)) : "man";
        return new(now, beside, kept is null && !string.IsNullOrEmpty(text), whose, own, desk.Scenes, figures.Of(now, build), beside is null ? null : figures.Of(beside, build),
            ropes.Known(choice, whose, MastDay.Of(answers))) { Course = figures.Course(now) };
    }

    static Task<RopesFirst> First(HttpContext http, MastModel model, RopeDesk ropes) =>
        ropes.Of(model.Choice, model.Person, MastDay.Of(http.Person() is { HasAnswers: true } person ? person.Answers : null), http.RequestAborted);

    static int Status(MastModel model) => model.Choice.Wrong.IsEmpty && !model.LostKept ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;
}
