using System.Collections.Frozen;
using Mainstay.Care;
using Mainstay.Knowledge;
using Mainstay.Web.Pages;
using static Mainstay.Web.Texts.Marking;

namespace Mainstay.Web.Flow;

/// <summary>Who the person is, and what they live with: the same answers as in the check, changed in Me.</summary>
public static class HealthPages
{
    /// <summary>Inputs of the profile.</summary>
    public static readonly string[] Profile = ["age", "sex", "height_cm", "mass_kg"];

    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapGet("/me/health", (HttpContext http, HealthList list) => Show(http, list, AnswerForm.Of(http.Person().Answers)));
        app.MapPost("/me/health", async (HttpContext http, HealthList list, CareModels care, PersonFile file) =>
            await Save(http, list.Inputs, care, file, "/me/health") is var (read, saved) && read.Errors.Count > 0 ? Show(http, list, read) : saved!);
        app.MapPost("/me/profile", async (HttpContext http, CareModels care, PersonFile file) =>
            await Save(http, Profile.Select(id => care.Questionnaire[care.Questionnaire.IndexOf(id)]), care, file, "/me") is var (read, saved) && read.Errors.Count > 0
                ? MePages.Show(http, null, read) : saved!);
    }

    static async Task<(AnswerForm Read, SeeOther? Saved)> Save(HttpContext http, IEnumerable<Input> inputs, CareModels care, PersonFile file, string page)
    {
        var form = await http.Request.ReadFormAsync();
        var person = http.Person();
        var read = AnswerForm.Read(form, inputs, person.Answers, http.Phrases(), (with, without) => care.Leans(person, with, without));
        if (read.Errors.Count > 0) return (read, null);
        // What was sent unchanged stays as it was, with its day.
        var undo = file.Write(person, new InterviewStep(read.Answers, person.State), FrozenSet<string>.Empty);
        if (undo.IsNone) return (read, SeeOther.To(page, "same"));
        // As the answers stand now, a record of a professional may count no more.
        var now = file.Read();
        return (read, SeeOther.To(care.Triage.Assess(now.Answers, now.Seen).Unseen >= Urgency.SameDay ? "/result" : page, "saved", undo));
    }

    static IResult Show(HttpContext http, HealthList list, AnswerForm sent) =>
        http.Show<HealthPage, HealthModel>(new(list.Of(sent.Answers, http.Phrases().Say(N("More about these"))), sent),
            sent.Errors.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
}
