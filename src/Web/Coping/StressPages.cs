using System.Collections.Immutable;
using System.Globalization;
using Mainstay.Care;
using Mainstay.Journal;
using Mainstay.Knowledge;
using Mainstay.Web.Flow;
using Mainstay.Web.Pages.Coping;
using static Mainstay.Web.Texts.Marking;

namespace Mainstay.Web.Coping;

/// <summary>What weighs on the person, seven small changes, and a sheet for one problem at a time.</summary>
public static class StressPages
{
    static readonly ImmutableArray<string> Inputs = ["stress_level", "low_mood_days", "bad_nights", "sleep_hours", "unrefreshed_sleep", "jaw_shoulder_tension", "sleep_onset_problem", "rest_days"];

    public static void MapStress(this IEndpointRouteBuilder app)
    {
        app.MapGet("/stress", (HttpContext http, CareModels care) => Show(http, care));
        app.MapPost("/stress", Look);
        app.MapGet("/stress/sheet", (HttpContext http) => http.Show<ProblemPage, ProblemModel>(ProblemModel.New));
        app.MapGet("/stress/sheet/{id}", (HttpContext http, string id) => Sheet(http, id) is { } sheet ? http.Show<ProblemPage, ProblemModel>(ProblemModel.Of(sheet)) : Results.NotFound());
        app.MapPost("/stress/sheet", Write);
        app.MapPost("/stress/let-go", LetGo);
    }

    static ProblemSheet? Sheet(HttpContext http, string id) => ProblemNow.Of(http.Person().Daily).FirstOrDefault(one => one.Sheet.Sheet == id)?.Sheet;

    static IResult Show(HttpContext http, CareModels care, StressLook? sent = null, string? error = null)
    {
        var person = http.Person();
        var (library, look) = (care.Model.Library, person.Daily.StressLooks.LastOrDefault());
        if (library.Stress is not { } guide) return Results.NotFound();
        return http.Show<StressPage, StressModel>(new(guide, Said(care, person.Answers), sent ?? look?.What, look?.Day, Calming(care, person, guide),
            [.. guide.Lessons.Select(id => library.Lessons.First(lesson => lesson.Id == id))], ProblemNow.Of(person.Daily), error),
            error is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    /// <summary>What is left out for the person's safety is not offered; without a programme, or while questions wait, nothing but reading is.</summary>
    static ImmutableArray<Item> Calming(CareModels care, Person person, StressGuide guide)
    {
        if (!person.HasAnswers || person.NewSince is not null) return [];
        var today = care.Day(person);
        if (today.Rescreen is not null || today.Underlying is DayMode.Withheld or DayMode.Guarded) return [];
        var standing = care.Model.Contraindications.Of(today.Answers, today.Assessment.Triage.Suspicions);
        var items = care.Model.Library.Items;
        return [.. guide.Items.Select(id => items.IndexOf(items.First(item => item.Id == id))).Where(at => !standing.IsBlocked(at)).Select(at => items[at])];
    }

    /// <summary>Sentences of the risks and contributors that read the questions about strain and rest, and hold.</summary>
    static ImmutableArray<string> Said(CareModels care, Answers answers)
    {
        var library = care.Model.Library;
        var road = library.Roads.FirstOrDefault(one => one.Id == "too-little-recovery");
        if (road is null) return [];
        return [.. road.Pointers.Where(pointer => Expression.Compile(pointer.When, care.Questionnaire) is var when
            && when.Inputs.ToArray().Any(input => Inputs.Contains(care.Questionnaire[input].Id)) && when.Evaluate(answers) == Truth.True).Select(pointer => pointer.Says)];
    }

    static async Task<IResult> Look(HttpContext http, CareModels care, PersonFile file)
    {
        var form = await http.Request.ReadFormAsync();
        if (care.Model.Library.Stress is not { } guide) return Results.NotFound();
        var (weighs, can) = (Known(form["weighs"]), Known(form["can"]));
        var own = form["own"].ToString().Trim();
        var change = guide.Changes.FirstOrDefault(one => one.Id == form["change"])?.Id;
        var look = new StressLook { Weighs = weighs, CanChange = ValueList.From(can.Where(weighs.Contains)), Own = own.Length > 0 ? own : null, Change = change };
        if (look.Wrong() is not null) return Show(http, care, look, N("That is more than fits. Make it shorter, please."));
        if (weighs.Count == 0 && own.Length == 0 && change is null) return Show(http, care, look, N("Tick what weighs on you, or choose a change. Nothing at all is fine too: then there is nothing to save."));
        return SeeOther.To("/stress#changes", "saved", file.Write(Noted.Of(look)));

        ValueList<string> Known(IEnumerable<string?> sent) => ValueList.From(guide.Burdens.Select(one => one.Id).Where(id => sent.Contains(id)));
    }

    /// <summary>What Today asked about is put away, or goes on for another week.</summary>
    static async Task<IResult> LetGo(HttpContext http, PersonFile file)
    {
        var form = await http.Request.ReadFormAsync();
        var (of, keep) = (form["of"].ToString(), form["do"] == "keep");
        if (!keep && form["do"] != "go") return Trouble.BadForm.Shown(http);
        if (of == CopingToday.Change)
            return http.Person().Daily.StressLooks is [.., { What: { Change: not null } look }]
                ? SeeOther.To("/", "saved", file.Write(Noted.Of(keep ? look : look with { Change = null }))) : Trouble.OldForm.Shown(http);
        return !keep && Sheet(http, of) is { Done: false } sheet ? SeeOther.To("/", "saved", file.Write(Noted.Of(sheet with { Done = true }))) : Trouble.OldForm.Shown(http);
    }

    static async Task<IResult> Write(HttpContext http, PersonFile file)
    {
        var form = await http.Request.ReadFormAsync();
        var id = form["of"].ToString();
        if (id.Length > 0 && Sheet(http, id) is null) return Trouble.OldForm.Shown(http);
        var ideas = form["idea"].Select(idea => idea?.Trim() ?? "").Where(idea => idea.Length > 0).Distinct(StringComparer.Ordinal).Take(ProblemSheet.MostIdeas).ToImmutableArray();
        var model = new ProblemModel(id, form["what"].ToString().Trim(), ideas, form["choice"].ToString().Trim(), form["when"].ToString().Trim(), form["outcome"].ToString().Trim(), form["done"] == "yes",
            ImmutableDictionary<string, string>.Empty);
        var errors = ImmutableDictionary.CreateBuilder<string, string>();
        if (model.What.Length == 0) errors["what"] = N("Say in a few words what it is.");
        foreach (var (field, texts) in new (string, IEnumerable<string>)[] { ("what", [model.What]), ("idea", ideas), ("choice", [model.Choice]), ("outcome", [model.Outcome]) })
            if (texts.Any(text => text.Length > Daily.MostText)) errors[field] = N("That is more than fits. Make it shorter, please.");
        DateOnly? when = null;
        if (model.When.Length > 0)
        {
            if (DateOnly.TryParseExact(model.When, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) when = day;
            else errors["when"] = N("Write the day as year, month and day: 2026-03-24.");
        }
        if (errors.Count > 0) return http.Show<ProblemPage, ProblemModel>(model with { Errors = errors.ToImmutable() }, StatusCodes.Status422UnprocessableEntity);
        var sheet = new ProblemSheet
        {
            Sheet = id.Length > 0 ? id : Guid.CreateVersion7().ToString("N"), What = model.What, Ideas = ValueList.From(ideas), Choice = Text(model.Choice), When = when, Outcome = Text(model.Outcome), Done = model.Done,
        };
        return SeeOther.To("/stress#problems", "saved", file.Write(Noted.Of(sheet)));

        static string? Text(string text) => text.Length > 0 ? text : null;
    }
}
