using System.Globalization;
using Mainstay.Journal;
using Mainstay.Web.Pages;
using Mainstay.Web.Parts;

namespace Mainstay.Web.Flow;

/// <summary>The week, and every change of it. A change is an entry; the week is made anew from all of them at once.</summary>
public static class PlanPages
{
    public static void MapPlan(this IEndpointRouteBuilder app)
    {
        app.MapGet("/plan", Show);
        app.MapPost("/plan/change", Change);
        app.MapPost("/plan/frame", Frame);
        app.MapPost("/plan/reset", (PersonFile file) =>
        {
            file.Write(new PlanReset());
            return new SeeOther("/plan?said=changed");
        });
    }

    static IResult Show(HttpContext http, CareModels care, PersonFile file, int? day)
    {
        var person = http.Person();
        if (!person.HasAnswers) return http.Show<NoResultPage, None>(None.Here);
        var result = care.Model.Assess(person.Answers, file.Today, person.Seen, person.Choices).Plan;
        if (result.Plan is not { } plan) return http.Show<NoPlanPage, PlanModel>(new PlanModel(result, 0, person.Answers));
        return http.Show<PlanPage, PlanModel>(new PlanModel(result, day is >= 0 and < 7 ? day.Value : plan.On(file.Today).Index, person.Answers));
    }

    static async Task<IResult> Change(HttpContext http, PersonFile file, Knowledge.Library library)
    {
        var form = await http.Request.ReadFormAsync();
        bool IsItem(string id) => library.Items.Any(item => item.Id == id);
        var (item, to) = (form["item"].ToString(), form["to"].ToString());
        if (!Day(form["day"], out var day)) return Trouble.BadForm.Shown(http);
        Entry? entry = form["do"].ToString() switch
        {
            "swap" when IsItem(item) && IsItem(to) => new ItemSwapped(day, item, to),
            "skip" when IsItem(item) => new ItemSkipped(day, item),
            "minutes" when int.TryParse(form["minutes"], CultureInfo.InvariantCulture, out var minutes) && minutes is >= 0 and <= 180 => new MinutesChanged(day, minutes),
            "place" when form["place"].ToString() is "home" or "work" or "travel" => new PlaceChanged(day, form["place"].ToString()),
            "move" when Day(to, out var other) => new DayMoved(day, other),
            _ => null,
        };
        if (entry is null) return Trouble.BadForm.Shown(http);
        file.Write(entry);
        return new SeeOther($"/plan?day={day.ToString(CultureInfo.InvariantCulture)}&said=changed");
    }

    static bool Day(string? text, out int day) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out day) && day < 7;

    static async Task<IResult> Frame(HttpContext http, CareModels care, PersonFile file)
    {
        var form = await http.Request.ReadFormAsync();
        var person = http.Person();
        var inputs = PlanFrameForm.Asked.Where(id => care.Questionnaire.TryIndexOf(id, out _)).Select(id => care.Questionnaire[care.Questionnaire.IndexOf(id)]);
        var read = AnswerForm.Read(form, inputs, person.Answers);
        if (read.Errors.Count > 0) return Trouble.BadForm.Shown(http);
        file.Write(person, new Care.InterviewStep(read.Answers, person.State), read.Changed);
        return new SeeOther("/plan?said=changed");
    }
}
