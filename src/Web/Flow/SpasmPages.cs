using System.Collections.Immutable;
using Mainstay.Care;
using Mainstay.Journal;
using Mainstay.Knowledge;
using Mainstay.Web.Pages;

namespace Mainstay.Web.Flow;

/// <param name="Screen">Follow-ups of a sign; null on the first page and on the last.</param>
/// <param name="Path">Where the form of the follow-ups goes.</param>
/// <param name="Sent">The answers as they stand, or what was sent and could not be read.</param>
/// <param name="Answered">The signs and their follow-ups were answered just now, with nothing said to be new since.</param>
/// <param name="InDoubt">A sign was ticked or doubted and its questions left open, so nobody says that there was none.</param>
/// <param name="Nothing">The form was sent empty.</param>
public sealed record SpasmModel(ImmutableArray<SpasmSign> Signs, ScreenToAsk? Screen, string Path, AnswerForm Sent, SpasmResult Result, bool Answered, bool InDoubt, bool Nothing)
{
    /// <summary>What the form of the signs answers, as in <see cref="SignRound"/>.</summary>
    public string News { get; init; } = "";

    /// <summary>Where more is asked; null: nothing is left to ask.</summary>
    public string? WayOn { get; init; }

    /// <summary>Help is needed today, and nobody has seen the person for it: that stands first, and no words that it passes.</summary>
    public bool IsUrgent => Result.Triage.Unseen >= Urgency.SameDay;

    /// <summary>Nothing that the signs could add would make it more urgent.</summary>
    public bool Asks => Result.Triage.Unseen < Urgency.Emergency;
}

/// <summary>Help within a minute: six signs, which are inputs of the same triage, and what eases meanwhile. What was said to the signs travels in
/// the address, so that a reload or a second tab is harmless; the answers are in the journal.</summary>
public static class SpasmPages
{
    const string Root = "/spasm", Done = Root + "?done=true";

    /// <summary>What the signs said holds for so long.</summary>
    static readonly TimeSpan Holds = TimeSpan.FromHours(1);

    public static void MapSpasm(this IEndpointRouteBuilder app)
    {
        app.MapGet(Root, (HttpContext http, CareModels care, bool done = false, bool doubt = false, bool nothing = false) =>
            http.Show<SpasmPage, SpasmModel>(Model(http, care, done, doubt) with { Nothing = nothing }));
        app.MapPost(Root, SendSigns);
        app.MapGet(Root + "/more", ShowMore);
        app.MapPost(Root + "/more", SendMore);
    }

    static async Task<IResult> SendSigns(HttpContext http, CareModels care, PersonFile file)
    {
        var form = await http.Request.ReadFormAsync();
        if (Said(form, care) is not { } said) return new SeeOther(Root + "?nothing=true");
        var person = http.Person();
        var (answers, state) = care.Spasm.RecordSigns(person.Answers, said);
        var (round, given) = (SignRound.Of(form), Given(care, person.Answers, answers, said));
        if (round.IsOld(person, file)) (answers, given) = SignRound.Raising(care, person.Answers, answers, given);
        round = round.With(file.Write(person, new InterviewStep(answers, person.State), given, [new SpasmStarted(), .. Settled(care, answers, state, person, round, file)]));
        return Forward(care, file.Read(), state, round);
    }

    /// <summary>After an undo the round begins anew: what its address says was said does not count any more. Null: nothing was undone.</summary>
    public static SeeOther? Undone(HttpContext http, string root) => http.Request.Query["said"] == "undone"
        ? SeeOther.To(root, "undone", UndoToken.Parse(http.Request.Query["undo"]) ?? UndoToken.None) : null;

    /// <summary>What was said to each sign; null where the form was sent empty.</summary>
    public static Dictionary<string, SignAnswer>? Said(IFormCollection form, CareModels care)
    {
        var ticked = form["sign"].OfType<string>().ToHashSet(StringComparer.Ordinal);
        if (ticked.Count == 0 && !form.ContainsKey("none")) return null;
        var others = ticked.Contains("unsure") ? SignAnswer.NotSure : SignAnswer.No;
        return care.Spasm.Signs.ToDictionary(sign => sign.Id, sign => ticked.Contains(sign.Id) ? SignAnswer.Yes : others);
    }

    /// <summary>Inputs that the signs answered otherwise than before, and those that were told once more.</summary>
    public static IReadOnlySet<string> Given(CareModels care, Answers before, Answers after, IReadOnlyDictionary<string, SignAnswer> said) => care.Spasm.Signs.SelectMany(sign => sign.Covers)
        .Where(id => after[id].State == AnswerState.Given && after[id] != before[id]).Concat(care.Spasm.ToldAgain(before, said)).ToHashSet(StringComparer.Ordinal);

    /// <summary>Those, and the ones that the signs said to be harmless as before: they were answered anew.</summary>
    public static IReadOnlySet<string> Told(CareModels care, Answers before, Answers after, IReadOnlyDictionary<string, SignAnswer> said) => care.Spasm.Signs.SelectMany(sign => sign.Covers)
        .Where(id => care.Questionnaire.IndexOf(id) is var at && after[at].State == AnswerState.Given && after[at] == care.Questionnaire.HarmlessOf(at))
        .Concat(Given(care, before, after, said)).ToHashSet(StringComparer.Ordinal);

    static IResult ShowMore(HttpContext http, CareModels care)
    {
        if (Undone(http, Root) is { } begin) return begin;
        var person = http.Person();
        var (state, round) = (StateOf(http.Request.Query, care), SignRound.Of(http.Request.Query));
        return care.Spasm.Next(person.Answers, state) is { } screen
            ? http.Show<SpasmPage, SpasmModel>(Model(http, care, screen, state, round)) : Forward(care, person, state, round with { Undo = UndoToken.None });
    }

    static async Task<IResult> SendMore(HttpContext http, CareModels care, PersonFile file)
    {
        var form = await http.Request.ReadFormAsync();
        var person = http.Person();
        var (state, round) = (StateOf(http.Request.Query, care), SignRound.Of(http.Request.Query));
        // Another tab may have answered it meanwhile: then the next question comes.
        if (care.Spasm.Next(person.Answers, state) is not { } screen || form["screen"] != screen.Id) return Forward(care, person, state, round with { Undo = UndoToken.None });
        var read = AnswerForm.Read(form, screen.Questions, person.Answers, http.Phrases());
        if (read.Errors.Count > 0)
            return http.Show<SpasmPage, SpasmModel>(Model(http, care, screen, state, round) with { Sent = read }, StatusCodes.Status422UnprocessableEntity);
        var (answers, after) = care.Spasm.Record(state, screen, read.Answers);
        IReadOnlySet<string> given = read.Changed;
        if (round.IsOld(person, file)) (answers, given) = SignRound.Raising(care, person.Answers, answers, given);
        round = round.With(file.Write(person, new InterviewStep(answers, person.State), given, Settled(care, answers, after, person, round, file)));
        return Forward(care, file.Read(), after, round);
    }

    /// <summary>What the person had said to be new was asked about, too; what was said after the round began was not.</summary>
    static Entry[] Settled(CareModels care, Answers answers, SpasmState state, Person person, SignRound round, PersonFile file) =>
        care.Spasm.Next(answers, state) is null && !round.IsOld(person, file) ? [new SignsAnswered()] : [];

    /// <summary>More questions, the result where help is needed today, or what eases.</summary>
    /// <param name="round">Its undo takes back what was written in it; none: nothing was.</param>
    static SeeOther Forward(CareModels care, Person person, SpasmState state, SignRound round)
    {
        var undo = round.Undo;
        var to = care.Spasm.Next(person.Answers, state) is not null ? round.PathOf(Root, state)
            : care.Spasm.Assess(person.Answers, person.Seen).Triage.Unseen >= Urgency.SameDay ? "/result"
            : care.Spasm.IsInDoubt(person.Answers, state) ? Done + "&doubt=true" : Done;
        return undo.IsNone ? new SeeOther(to) : SeeOther.To(to, "saved", undo);
    }

    /// <summary>The signs, or what was said to them: an address alone never says that they were answered.</summary>
    static SpasmModel Model(HttpContext http, CareModels care, bool done, bool doubt)
    {
        var person = http.Person();
        var now = http.RequestServices.GetRequiredService<TimeProvider>().GetLocalNow();
        var answered = done && person is { Signs: { } at, NewSince: null } && now - at is { Ticks: >= 0 } age && age <= Holds;
        var result = care.Spasm.Assess(person.Answers, person.Seen);
        return new(care.Spasm.Signs, null, "", AnswerForm.Of(person.Answers), result, answered, doubt || care.Spasm.IsOpen(person.Answers), Nothing: false)
        {
            WayOn = WayOn.Of(person, care, result.Triage), News = SignRound.Of(person).News,
        };
    }

    /// <summary>The follow-ups of a sign.</summary>
    static SpasmModel Model(HttpContext http, CareModels care, ScreenToAsk screen, SpasmState state, SignRound round)
    {
        var person = http.Person();
        return new(care.Spasm.Signs, screen, round.PathOf(Root, state), AnswerForm.Of(person.Answers), care.Spasm.Assess(person.Answers, state, person.Seen), Answered: false, InDoubt: false, Nothing: false);
    }

    public static SpasmState StateOf(IQueryCollection query, CareModels care)
    {
        string[] Ids(string name) => query[name].ToString().Split(',', StringSplitOptions.RemoveEmptyEntries);
        var (yes, unsure) = (Ids("yes"), Ids("unsure"));
        return new(care.Spasm.Signs.ToImmutableDictionary(sign => sign.Id, sign =>
                yes.Contains(sign.Id) ? SignAnswer.Yes : unsure.Contains(sign.Id) ? SignAnswer.NotSure : SignAnswer.No),
            [.. Ids("asked").Where(id => care.Questionnaire.TryIndexOf(id, out _))]);
    }
}
