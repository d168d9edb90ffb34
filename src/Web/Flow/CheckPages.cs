using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Mainstay.Care;
using Mainstay.Journal;
using Mainstay.Knowledge;
using Mainstay.Web.Pages;
using Mainstay.Web.Texts;
using static Mainstay.Web.Texts.Marking;

namespace Mainstay.Web.Flow;

/// <param name="GoesOn">The check is not finished.</param>
public sealed record AnswersModel(Person Person, bool GoesOn);

/// <summary>The check, one screen at a time. Each step has an address of its own, so that the back button, a reload and a second tab are
/// harmless; what was answered is in the journal.</summary>
public static class CheckPages
{
    static readonly FrozenDictionary<string, IReadOnlyCollection<string>> NothingSent = FrozenDictionary<string, IReadOnlyCollection<string>>.Empty;
    static readonly FrozenDictionary<string, string> NoErrors = FrozenDictionary<string, string>.Empty;

    /// <summary>What is true of the person and not of this spell of pain: it stays when the check begins again. Everything else is asked anew, the
    /// health story too, so that nothing old stands in for a sign of danger.</summary>
    static readonly FrozenSet<string> KeptAnew = FrozenSet.ToFrozenSet<string>(["age", "sex", "height_cm", "mass_kg", "minutes_per_day", "days_per_week", "places", "equipment", "liked", "disliked"]);

    public static void MapCheck(this IEndpointRouteBuilder app)
    {
        app.MapGet("/check", Resume);
        app.MapGet("/check/{step:int}", (HttpContext http, int step) => ShowStep(http, step));
        app.MapPost("/check/{step:int}", SendStep);
        app.MapGet("/check/answers", (HttpContext http, CareModels care) => http.Show<AnswersPage, AnswersModel>(new(http.Person(), GoesOn: care.Next(http.Person()) is not null)));
        app.MapGet("/check/change/{id}", (HttpContext http, string id) => Changing(http, id) is { } screen
            ? http.Show<CheckPage, CheckModel>(Change(http, screen, id, http.Person().Answers, NoErrors, NothingSent, null)) : Results.NotFound());
        app.MapPost("/check/change/{id}", SendChange);
        app.MapPost("/check/anew", (HttpContext http, CareModels care, PersonFile file) =>
        {
            var answers = http.Person().Answers;
            var undo = file.Write([new CheckStarted(Anew: true), .. care.Questionnaire.Inputs.Where((input, at) => !KeptAnew.Contains(input.Id) && AnswerForm.Values(input, answers).Count > 0)
                .Select(input => new AnswerCleared(input.Id))]);
            return SeeOther.To("/check", "anew", undo);
        });
    }

    /// <summary>To the first question that is not answered yet, or to the result, with what was to be said.</summary>
    static SeeOther Resume(HttpContext http, CareModels care)
    {
        var person = http.Person();
        return new SeeOther((care.Next(person) is null ? "/result" : Path(person.State.Visits.Length + 1)) + http.Request.QueryString);
    }

    static IResult ShowStep(HttpContext http, int step) => http.Person() is var person && ScreenAt(http, person, step) is { } screen
        ? http.Show<CheckPage, CheckModel>(Step(person, screen, step, NoErrors, NothingSent, null)) : new SeeOther("/check");

    static async Task<IResult> SendStep(HttpContext http, int step, CareModels care, PersonFile file)
    {
        var form = await http.Request.ReadFormAsync();
        var person = http.Person();
        // Another tab may have gone on meanwhile: then this form belongs to another step, and the person is led to where the check is.
        if (ScreenAt(http, person, step) is not { } screen || form["screen"] != Signature(screen)) return new SeeOther("/check?said=moved");
        if (step == 1) SetCountry(form, person, file, http.RequestServices.GetRequiredService<Library>());
        if (Taken(form, screen, person, care, http.Phrases(), out var given, out var errors, out var ticked) is { } after)
        {
            file.Write(person, after, given);
            if (screen.Questions.Any(input => input.Kind == InputKind.BodyMap) && PlacesPages.Asks(after.Answers)) return new SeeOther("/check/places");
            return Forward(http, step, after, care, file);
        }
        return http.Show<CheckPage, CheckModel>(Step(person, screen, step, errors, Sent(form, screen), ticked), StatusCodes.Status422UnprocessableEntity);
    }

    static SeeOther Forward(HttpContext http, int step, InterviewStep after, CareModels care, PersonFile file)
    {
        if (step < after.State.Visits.Length) return new SeeOther(Path(step + 1));
        if (care.Interview.Next(after.Answers, after.State) is not null) return new SeeOther(Path(after.State.Visits.Length + 1));
        var triage = care.Triage.Assess(after.Answers);
        file.Write(new CheckFinished(Codes.Of(triage.Urgency), [.. triage.Fired.Select(fired => fired.Rule.Id)], after.State.Visits.Length));
        return new SeeOther("/result");
    }

    static async Task<IResult> SendChange(HttpContext http, string id, CareModels care, PersonFile file)
    {
        if (Changing(http, id) is not { } screen) return Results.NotFound();
        var form = await http.Request.ReadFormAsync();
        var person = http.Person();
        if (Taken(form, screen, person, care, http.Phrases(), out var given, out var errors, out var ticked) is not { } after)
            return http.Show<CheckPage, CheckModel>(Change(http, screen, id, person.Answers, errors, Sent(form, screen), ticked), StatusCodes.Status422UnprocessableEntity);
        var undo = file.Write(person, after, given);
        var now = file.Read();
        var next = care.Triage.Assess(now.Answers, now.Seen).Unseen >= Urgency.SameDay ? "/result"
            : screen.Questions.Any(input => input.Kind == InputKind.BodyMap) && PlacesPages.Lacks(after.Answers) ? PlacesPages.Changed : "/check/answers";
        // That the question was shown and left empty is noted too; nothing of the person was.
        return given.Count == 0 && after.Answers.Equals(person.Answers) ? SeeOther.To(next, "same") : SeeOther.To(next, "saved", undo);
    }

    /// <summary>The step after this form, or null with what is wrong.</summary>
    static InterviewStep? Taken(IFormCollection form, ScreenToAsk screen, Person person, CareModels care, Phrases say, out IReadOnlySet<string> given,
        out IReadOnlyDictionary<string, string> errors, out IReadOnlySet<string> ticked)
    {
        (errors, given, ticked) = (NoErrors, FrozenSet<string>.Empty, FrozenSet<string>.Empty);
        if (screen.Gate is null)
        {
            var read = AnswerForm.Read(form, screen.Questions, person.Answers, say, (with, without) => care.Leans(person, with, without));
            (errors, given) = (read.Errors, read.Changed);
            return errors.Count > 0 ? null : care.Interview.Record(person.State, screen, read.Answers);
        }
        var lines = form["gate"].OfType<string>().ToHashSet(StringComparer.Ordinal);
        ticked = lines;
        ImmutableArray<string> known = [.. screen.Lines.Select(line => line.Id).Where(lines.Contains)];
        var (none, unsure) = (lines.Contains("none"), lines.Contains("unsure"));
        var wrong = none && (unsure || known.Length > 0) ? N("You ticked “None of these” and something else. Which is right?")
            : !none && !unsure && known.Length == 0 ? N("Please tick what fits, or “None of these”.") : null;
        if (wrong is null) return care.Interview.RecordGate(person.Answers, person.State, screen, known, unsure);
        errors = new Dictionary<string, string> { [""] = wrong };
        return null;
    }

    /// <summary>The screen of a step: one that was answered, as it is now, or the next one. Null beyond that.</summary>
    static ScreenToAsk? ScreenAt(HttpContext http, Person person, int step)
    {
        var care = http.RequestServices.GetRequiredService<CareModels>();
        if (step == person.State.Visits.Length + 1) return care.Next(person);
        if (step < 1 || step > person.State.Visits.Length) return null;
        var visit = person.State.Visits[step - 1];
        return visit.IsGate ? care.Interview.Change(person.Answers, visit.Screen)
            : care.Interview.Change(person.Answers, visit.Asked[0]) with { Questions = [.. visit.Asked.Select(id => care.Questionnaire[care.Questionnaire.IndexOf(id)])] };
    }

    static ScreenToAsk? Changing(HttpContext http, string id)
    {
        var care = http.RequestServices.GetRequiredService<CareModels>();
        var asked = care.Questionnaire.TryIndexOf(id, out var input) && !care.Questionnaire[input].Elsewhere;
        return asked ? care.Interview.Change(http.Person().Answers, id) : null;
    }

    static CheckModel Step(Person person, ScreenToAsk screen, int step, IReadOnlyDictionary<string, string> errors,
        IReadOnlyDictionary<string, IReadOnlyCollection<string>> sent, IReadOnlySet<string>? ticked)
    {
        var visits = person.State.Visits;
        return new(screen, Path(step), Signature(screen), person.Answers, step > 1 ? visits[Math.Min(step, visits.Length + 1) - 2].Progress : 0, step,
            step > 1 ? Path(step - 1) : "/", errors, sent, ticked ?? Ticked(step <= visits.Length ? visits[step - 1] : null), First: step == 1);
    }

    static CheckModel Change(HttpContext http, ScreenToAsk screen, string id, Answers answers, IReadOnlyDictionary<string, string> errors,
        IReadOnlyDictionary<string, IReadOnlyCollection<string>> sent, IReadOnlySet<string>? ticked) =>
        new(screen, $"/check/change/{id}", Signature(screen), answers, http.Person().State.Progress, null, "/check/answers", errors, sent, ticked ?? FrozenSet<string>.Empty, First: false);

    static FrozenSet<string> Ticked(Visit? visit) => visit is not { IsGate: true } ? FrozenSet<string>.Empty
        : visit.Ticked.Append(visit.NotSure ? "unsure" : visit.Ticked.IsEmpty ? "none" : "").Where(id => id.Length > 0).ToFrozenSet();

    static Dictionary<string, IReadOnlyCollection<string>> Sent(IFormCollection form, ScreenToAsk screen) =>
        screen.Questions.ToDictionary(input => input.Id, IReadOnlyCollection<string> (input) => [.. form[$"q.{input.Id}"].OfType<string>()]);

    /// <summary>Tells two screens apart, so that a form of one never answers the other.</summary>
    static string Signature(ScreenToAsk screen) => screen.Gate is not null ? screen.Id : $"{screen.Id}({string.Join(' ', screen.Questions.Select(input => input.Id))})";

    static void SetCountry(IFormCollection form, Person person, PersonFile file, Library library)
    {
        var country = form["country"].ToString() is { Length: > 0 } id && library.Countries.Any(one => one.Id == id) ? id : null;
        if (form.ContainsKey("country") && country != person.Country) file.Write(new SettingChanged("country", country));
    }

    static string Path(int step) => "/check/" + step.ToString(CultureInfo.InvariantCulture);
}
