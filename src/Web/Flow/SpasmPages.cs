using System.Collections.Immutable;
using Mainstay.Care;
using Mainstay.Journal;
using Mainstay.Knowledge;
using Mainstay.Web.Pages;

namespace Mainstay.Web.Flow;

/// <param name="Screen">Follow-ups of a sign; null on the first page and on the last.</param>
/// <param name="Path">Where the form of the follow-ups goes.</param>
/// <param name="Answered">The signs and their follow-ups were answered, and nothing in them needs help today.</param>
/// <param name="InDoubt">A sign was ticked or doubted and its questions left open, so nobody says that there was none.</param>
/// <param name="Nothing">The form was sent empty.</param>
public sealed record SpasmModel(ImmutableArray<SpasmSign> Signs, ScreenToAsk? Screen, string Path, Answers Answers, SpasmResult Result, bool Answered, bool InDoubt, bool Nothing,
    IReadOnlyDictionary<string, string> Errors);

/// <summary>Help within a minute: six signs, which are inputs of the same triage, and what eases meanwhile. What was said to the signs travels in
/// the address, so that a reload or a second tab is harmless; the answers are in the journal.</summary>
public static class SpasmPages
{
    static readonly ImmutableDictionary<string, string> NoErrors = ImmutableDictionary<string, string>.Empty;

    public static void MapSpasm(this IEndpointRouteBuilder app)
    {
        app.MapGet("/spasm", (HttpContext http, CareModels care, bool done = false, bool doubt = false, bool nothing = false) =>
            http.Show<SpasmPage, SpasmModel>(Model(http, care, null, "", done, doubt, nothing, NoErrors)));
        app.MapPost("/spasm", SendSigns);
        app.MapGet("/spasm/more", ShowMore);
        app.MapPost("/spasm/more", SendMore);
    }

    static async Task<IResult> SendSigns(HttpContext http, CareModels care, PersonFile file)
    {
        var form = await http.Request.ReadFormAsync();
        var ticked = form["sign"].OfType<string>().ToHashSet(StringComparer.Ordinal);
        if (ticked.Count == 0 && !form.ContainsKey("none")) return new SeeOther("/spasm?nothing=true");
        var others = ticked.Contains("unsure") ? SignAnswer.NotSure : SignAnswer.No;
        var person = http.Person();
        var (answers, state) = care.Spasm.RecordSigns(person.Answers, care.Spasm.Signs.ToDictionary(sign => sign.Id, sign => ticked.Contains(sign.Id) ? SignAnswer.Yes : others));
        file.Write(new SpasmStarted());
        file.Write(person, new InterviewStep(answers, person.State),
            care.Spasm.Signs.SelectMany(sign => sign.Covers).Where(id => answers[id].State == AnswerState.Given && answers[id] != person.Answers[id]).ToHashSet());
        return Forward(care, person, answers, state);
    }

    static IResult ShowMore(HttpContext http, CareModels care)
    {
        var person = http.Person();
        var state = StateOf(http.Request.Query, care);
        return care.Spasm.Next(person.Answers, state) is { } screen
            ? http.Show<SpasmPage, SpasmModel>(Model(http, care, screen, Path(state), false, false, false, NoErrors)) : Forward(care, person, person.Answers, state);
    }

    static async Task<IResult> SendMore(HttpContext http, CareModels care, PersonFile file)
    {
        var form = await http.Request.ReadFormAsync();
        var person = http.Person();
        var state = StateOf(http.Request.Query, care);
        // Another tab may have answered it meanwhile: then the next question comes.
        if (care.Spasm.Next(person.Answers, state) is not { } screen || form["screen"] != screen.Id) return Forward(care, person, person.Answers, state);
        var read = AnswerForm.Read(form, screen.Questions, person.Answers);
        if (read.Errors.Count > 0)
            return http.Show<SpasmPage, SpasmModel>(Model(http, care, screen, Path(state), false, false, false, read.Errors), StatusCodes.Status422UnprocessableEntity);
        var (answers, after) = care.Spasm.Record(state, screen, read.Answers);
        file.Write(person, new InterviewStep(answers, person.State), read.Changed);
        return Forward(care, person, answers, after);
    }

    /// <summary>More questions, the result where help is needed today, or what eases.</summary>
    static SeeOther Forward(CareModels care, Person person, Answers answers, SpasmState state) =>
        care.Spasm.Next(answers, state) is not null ? new SeeOther(Path(state))
        : care.Spasm.Assess(answers, person.Seen).Triage.Unseen >= Urgency.SameDay ? new SeeOther("/result")
        : new SeeOther(care.Spasm.IsInDoubt(answers, state) ? "/spasm?done=true&doubt=true" : "/spasm?done=true");

    static SpasmModel Model(HttpContext http, CareModels care, ScreenToAsk? screen, string path, bool done, bool doubt, bool nothing, IReadOnlyDictionary<string, string> errors)
    {
        var person = http.Person();
        return new(care.Spasm.Signs, screen, path, person.Answers, care.Spasm.Assess(person.Answers, person.Seen), done, doubt, nothing, errors);
    }

    static string Path(SpasmState state)
    {
        string Signs(SignAnswer said) => string.Join(',', state.Said.Where(sign => sign.Value == said).Select(sign => sign.Key).Order(StringComparer.Ordinal));
        return $"/spasm/more?yes={Signs(SignAnswer.Yes)}&unsure={Signs(SignAnswer.NotSure)}&asked={string.Join(',', state.Asked)}";
    }

    static SpasmState StateOf(IQueryCollection query, CareModels care)
    {
        string[] Ids(string name) => query[name].ToString().Split(',', StringSplitOptions.RemoveEmptyEntries);
        var (yes, unsure) = (Ids("yes"), Ids("unsure"));
        return new(care.Spasm.Signs.ToImmutableDictionary(sign => sign.Id, sign =>
                yes.Contains(sign.Id) ? SignAnswer.Yes : unsure.Contains(sign.Id) ? SignAnswer.NotSure : SignAnswer.No),
            [.. Ids("asked").Where(id => care.Questionnaire.TryIndexOf(id, out _))]);
    }
}
