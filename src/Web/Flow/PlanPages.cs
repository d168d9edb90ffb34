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
        app.MapPost("/plan/off", Off);
        app.MapPost("/plan/reset", (PersonFile file) =>
        {
            return SeeOther.To("/plan", "changed", file.Write(new PlanReset()));
        });
    }

    static IResult Show(HttpContext http, CareModels care, PersonFile file, int? day)
    {
        var person = http.Person();
        if (!person.HasAnswers) return http.Show<NoResultPage, None>(None.Here);
        if (person.NewSince is not null) return http.Show<NewsFirstPage, None>(None.Here);
        var today = care.Day(person);
        if (today.Plan.Plan is not { } plan) return http.Show<NoPlanPage, PlanModel>(new PlanModel(today.Plan, 0, person.Answers));
        if (today.Rescreen is { Holds: true }) return http.Show<PlanWaitsPage, Care.Today>(today);
        return http.Show<PlanPage, PlanModel>(Model(http, today, day is >= 0 and < 7 ? day.Value : plan.On(file.Today).Index));
    }

    static PlanModel Model(HttpContext http, Care.Today today, int day)
    {
        var (person, services) = (http.Person(), http.RequestServices);
        return new(today.Plan, day, person.Answers)
        {
            Now = today, Off = DayOff.Of(person.Daily, person.Today),
            More = Trends.PlanMore.Of(person, services.GetRequiredService<CareModels>(), services.GetRequiredService<TimeProvider>().GetLocalNow()),
        };
    }

    /// <summary>A free day, a holiday, or one of them taken back.</summary>
    static async Task<IResult> Off(HttpContext http, CareModels care, PersonFile file)
    {
        var form = await http.Request.ReadFormAsync();
        var person = http.Person();
        var (from, to) = (form["from"].ToString(), form["to"].ToString());
        bool Is(string text, out DateOnly date) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date);
        switch (form["do"].ToString())
        {
            case "free" when Is(from, out var on) && on >= person.Today && on < person.Today.AddDays(14):
                return SeeOther.To(Back(), "off", file.Write(Noted.Of(new Care.FreeDay { On = on })));
            case "remove" when Guid.TryParse(form["entry"], out var entry) && DayOff.Of(person.Daily, person.Today).Any(off => off.Entry == entry) && file.TakeBack(new(entry, entry)) is { } undo:
                return SeeOther.To(Back(), "changed", undo);
            case "holiday" when care.Day(person) is { Plan.Plan: { } plan } today:
                var say = http.Phrases();
                var first = Is(from, out var begin);
                var wrong = !first || !Is(to, out var end) ? say.Say("Please give both days.") : end < begin ? say.Say("The last day is before the first one.")
                    : end < person.Today ? say.Say("These days are over already.") : begin > person.Today.AddYears(1) || end > begin.AddDays(120) ? say.Say("Please give days within a year, and four months at most.") : null;
                if (wrong is null && Is(to, out var last)) return SeeOther.To(Back(), "off", file.Write(Noted.Of(new Care.Holiday { From = begin, To = last })));
                if (person.NewSince is not null || today.Rescreen is { Holds: true }) return Trouble.BadForm.Shown(http);
                return http.Show<PlanPage, PlanModel>(Model(http, today, plan.On(file.Today).Index) with { Wrong = new(from, to, wrong!) }, StatusCodes.Status422UnprocessableEntity);
            default:
                return Trouble.BadForm.Shown(http);
        }

        string Back() => int.TryParse(form["day"], NumberStyles.None, CultureInfo.InvariantCulture, out var day) && day < 7 ? $"/plan?day={day.ToString(CultureInfo.InvariantCulture)}" : "/plan";
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
        return SeeOther.To($"/plan?day={day.ToString(CultureInfo.InvariantCulture)}", "changed", file.Write(entry));
    }

    static bool Day(string? text, out int day) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out day) && day < 7;

    static async Task<IResult> Frame(HttpContext http, CareModels care, PersonFile file)
    {
        var form = await http.Request.ReadFormAsync();
        var person = http.Person();
        var inputs = PlanFrameForm.Asked.Where(id => care.Questionnaire.TryIndexOf(id, out _)).Select(id => care.Questionnaire[care.Questionnaire.IndexOf(id)]);
        var read = AnswerForm.Read(form, inputs, person.Answers, http.Phrases(), (with, without) => care.Leans(person, with, without));
        if (read.Errors.Count > 0)
        {
            if (person.NewSince is not null || care.Day(person) is not { Plan.Plan: { } plan, Rescreen: not { Holds: true } } today) return Trouble.BadForm.Shown(http);
            return http.Show<PlanPage, PlanModel>(Model(http, today, plan.On(file.Today).Index) with { Sent = read }, StatusCodes.Status422UnprocessableEntity);
        }
        var undo = file.Write(person, new Care.InterviewStep(read.Answers, person.State), read.Changed);
        return SeeOther.To("/plan", undo.IsNone ? "same" : "changed", undo);
    }
}
