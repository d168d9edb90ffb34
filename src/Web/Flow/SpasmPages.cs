using Mainstay.Care;
using Mainstay.Journal;
using Mainstay.Knowledge;
using Mainstay.Web.Pages;

namespace Mainstay.Web.Flow;

/// <param name="Asked">Questions that a ticked sign opened; empty on the first page.</param>
/// <param name="Answered">The signs were sent, and nothing in them needs help today.</param>
/// <param name="Open">Something is not known yet, so it is said that it is not.</param>
/// <param name="Urgency">Of all that is known.</param>
/// <param name="Nothing">The form was sent empty.</param>
/// <param name="NoHeat">Why this person leaves out warmth, in words; empty where nothing speaks against it. The same for cold.</param>
/// <param name="HeatRules">Everything that would speak against it.</param>
public sealed record SpasmModel(IReadOnlyList<SpasmSign> Signs, string AskedSigns, IReadOnlyList<Input> Asked, Answers Answers, bool Answered, bool Open,
    Urgency Urgency, bool Nothing, IReadOnlyList<string> NoHeat, IReadOnlyList<string> HeatRules, IReadOnlyList<string> NoCold, IReadOnlyList<string> ColdRules);

/// <summary>Help within a minute: six signs, which are inputs of the same triage, and what eases meanwhile.</summary>
public static class SpasmPages
{
    public static void MapSpasm(this IEndpointRouteBuilder app)
    {
        app.MapGet("/spasm", (HttpContext http, CareModels care, string? asked, bool done = false, bool nothing = false) =>
            http.Show<SpasmPage, SpasmModel>(Model(http, care, asked ?? "", done, nothing)));
        app.MapPost("/spasm", SendSigns);
        app.MapPost("/spasm/questions", SendQuestions);
    }

    static async Task<IResult> SendSigns(HttpContext http, CareModels care, PersonFile file)
    {
        var form = await http.Request.ReadFormAsync();
        var person = http.Person();
        var signs = care.Model.Library.SpasmSigns;
        var ticked = signs.Where(sign => form["sign"].Contains(sign.Id)).ToArray();
        var none = form.ContainsKey("none");
        var unsure = form["sign"].Contains("unsure");
        if (ticked.Length == 0 && !none && !unsure) return new SeeOther("/spasm?nothing=true");
        // Signs that were not ticked are answered with no, but a sign of danger that stands in the answers already is never taken back here.
        var answers = person.Answers.ToBuilder();
        var given = new HashSet<string>();
        foreach (var id in signs.Except(ticked).SelectMany(sign => sign.Covers))
        {
            var index = care.Questionnaire.IndexOf(id);
            if (person.Answers[index].IsGiven && person.Answers[index] != care.Questionnaire.HarmlessOf(index)) continue;
            answers.Set(index, unsure && care.Questionnaire[index].Kind == InputKind.YesNo ? Answer.Unsure : care.Questionnaire.HarmlessOf(index));
            given.Add(id);
        }
        foreach (var only in ticked.Where(sign => sign.Covers.Length == 1).Select(sign => sign.Covers[0]))
            if (care.Questionnaire.IndexOf(only) is var index && care.Questionnaire[index].Kind == InputKind.YesNo)
            {
                answers.Set(index, Answer.Yes);
                given.Add(only);
            }
        file.Write(new SpasmStarted());
        file.Write(person, new InterviewStep(answers.Build(), person.State), given);
        var open = unsure ? signs.Select(sign => sign.Id) : ticked.Select(sign => sign.Id);
        return After(care, answers.Build(), person, [.. open]);
    }

    static async Task<IResult> SendQuestions(HttpContext http, CareModels care, PersonFile file)
    {
        var form = await http.Request.ReadFormAsync();
        var person = http.Person();
        var read = AnswerForm.Read(form, Opened(care, form["asked"]), person.Answers);
        if (read.Errors.Count > 0) return Trouble.BadForm.Shown(http);
        file.Write(person, new InterviewStep(read.Answers, person.State), read.Changed);
        return After(care, read.Answers, person, []);
    }

    /// <summary>An emergency or a same-day matter is told at once; otherwise the opened questions come, then the help.</summary>
    static SeeOther After(CareModels care, Answers answers, Person person, string[] signs)
    {
        if (care.Triage.Assess(answers, person.Seen).Unseen >= Urgency.SameDay) return new SeeOther("/result");
        return new SeeOther(signs.Length > 0 ? $"/spasm?asked={string.Join(',', signs)}" : "/spasm?done=true");
    }

    static SpasmModel Model(HttpContext http, CareModels care, string asked, bool done, bool nothing)
    {
        var person = http.Person();
        var triage = care.Triage.Assess(person.Answers, person.Seen);
        var signs = care.Model.Library.SpasmSigns;
        var known = signs.SelectMany(sign => sign.Covers).All(id => person.Answers[id].State is AnswerState.Given);
        return new SpasmModel(signs, asked, [.. Opened(care, asked)], person.Answers, done, !known, triage.Urgency, nothing,
            Blocks(care, "heat", person.Answers, triage), Rules(care, "heat"), Blocks(care, "cold", person.Answers, triage), Rules(care, "cold"));
    }

    static IEnumerable<Input> Opened(CareModels care, string? asked)
    {
        var ids = (asked ?? "").Split(',');
        return care.Model.Library.SpasmSigns.Where(sign => ids.Contains(sign.Id)).SelectMany(sign => sign.Covers).Distinct()
            .Select(id => care.Questionnaire[care.Questionnaire.IndexOf(id)]);
    }

    static IReadOnlyList<string> Blocks(CareModels care, string caution, Answers answers, TriageResult triage) =>
        [.. Caution(care, caution).Block.Where(limit => Expression.Compile(limit.When, care.Questionnaire).Evaluate(answers, triage.Suspicions) == Truth.True)
            .Select(limit => limit.Says).Distinct()];

    static IReadOnlyList<string> Rules(CareModels care, string caution) => [.. Caution(care, caution).Block.Concat(Caution(care, caution).Modify).Select(limit => limit.Says).Distinct()];

    static Caution Caution(CareModels care, string id) => care.Model.Library.Cautions.First(one => one.Id == id);
}
