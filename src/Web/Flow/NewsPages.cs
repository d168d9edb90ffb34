using System.Collections.Immutable;
using Mainstay.Care;
using Mainstay.Journal;
using Mainstay.Knowledge;
using Mainstay.Web.Pages;

namespace Mainstay.Web.Flow;

/// <param name="Screen">Follow-ups of a sign; null on the first page.</param>
/// <param name="Path">Where the form goes.</param>
/// <param name="Sent">The answers as they stand, or what was sent and could not be read.</param>
/// <param name="Nothing">The form was sent empty.</param>
/// <param name="News">What it answers, as in <see cref="SignRound"/>.</param>
public sealed record NewsModel(ImmutableArray<SpasmSign> Signs, ScreenToAsk? Screen, string Path, AnswerForm Sent, bool Nothing, string News);

/// <param name="Inputs">The next few that are due.</param>
/// <param name="Left">How many are due, these among them.</param>
/// <param name="Given">Answered in the form that was sent; all others start blank, so that each is answered anew.</param>
public sealed record AgainModel(Rescreen Due, ImmutableArray<Input> Inputs, int Left, Answers Answers, IReadOnlySet<string> Given, IReadOnlyDictionary<string, string> Errors);

/// <summary>"Something is new": the six signs of danger with what they open, as in "Spasm now", and then the result, judged with the new answers.
/// What was said to the signs travels in the address.</summary>
public static class NewsPages
{
    /// <summary>The six signs.</summary>
    public const string Root = "/new";

    /// <summary>The danger questions that are due again.</summary>
    public const string Again = Root + "/again";

    /// <summary>A phone shows no more than some of them without a long way down. What was answered counts at once, whatever is still due.</summary>
    public const int AtOnce = 4;

    static readonly ImmutableDictionary<string, string> NoErrors = ImmutableDictionary<string, string>.Empty;

    public static void MapNews(this IEndpointRouteBuilder app)
    {
        app.MapGet(Root, (HttpContext http, CareModels care, bool nothing = false) => Show(http, care, null, Root, nothing: nothing));
        app.MapPost(Root, SendSigns);
        app.MapGet(Root + "/more", (HttpContext http, CareModels care) =>
        {
            if (SpasmPages.Undone(http, Root) is { } begin) return begin;
            var state = SpasmPages.StateOf(http.Request.Query, care);
            return care.Spasm.Next(http.Person().Answers, state) is { } screen
                ? Show(http, care, screen, SignRound.Of(http.Request.Query).PathOf(Root, state)) : new SeeOther(Root);
        });
        app.MapPost(Root + "/more", SendMore);
        app.MapGet(Again, ShowAgain);
        app.MapPost(Again, SendAgain);
    }

    static async Task<IResult> SendSigns(HttpContext http, CareModels care, PersonFile file)
    {
        var form = await http.Request.ReadFormAsync();
        if (SpasmPages.Said(form, care) is not { } said) return new SeeOther(Root + "?nothing=true");
        var person = http.Person();
        var (answers, state) = care.Spasm.RecordSigns(person.Answers, said);
        return Forward(care, person, answers, state, SignRound.Of(form), file, SpasmPages.Told(care, person.Answers, answers, said));
    }

    static async Task<IResult> SendMore(HttpContext http, CareModels care, PersonFile file)
    {
        var form = await http.Request.ReadFormAsync();
        var person = http.Person();
        var (state, round) = (SpasmPages.StateOf(http.Request.Query, care), SignRound.Of(http.Request.Query));
        // A form that belongs to nothing that is asked now, from another tab or another day: it settles nothing, and the signs are asked.
        if (care.Spasm.Next(person.Answers, state) is not { } screen || form["screen"] != screen.Id) return new SeeOther(Root);
        var read = AnswerForm.Read(form, screen.Questions, person.Answers, http.Phrases());
        if (read.Errors.Count > 0) return Show(http, care, screen, round.PathOf(Root, state), read);
        var (answers, after) = care.Spasm.Record(state, screen, read.Answers);
        return Forward(care, person, answers, after, round, file, read.Changed);
    }

    /// <summary>Stores the answers, and leads to more questions or to the result. What was new is settled only when none is left. A form from before
    /// something was said to be new, or of a round that was taken back, settles nothing: what it says to be there is kept, and the signs are asked.</summary>
    static SeeOther Forward(CareModels care, Person person, Answers answers, SpasmState state, SignRound round, PersonFile file, IReadOnlySet<string> given)
    {
        if (round.IsOld(person, file))
        {
            (answers, given) = SignRound.Raising(care, person.Answers, answers, given);
            return SeeOther.To(Root, "news", file.Write(person, new InterviewStep(answers, person.State), given));
        }
        var more = care.Spasm.Next(answers, state) is not null;
        round = round.With(file.Write(person, new InterviewStep(answers, person.State), given, more ? [] : [new SignsAnswered()]));
        return more ? SeeOther.To(round.PathOf(Root, state), "saved", round.Undo) : Onward(care, file, round.Undo);
    }

    /// <summary>To what is still due; where something needs help today, and where nothing is due, to the result.</summary>
    static SeeOther Onward(CareModels care, PersonFile file, UndoToken undo)
    {
        var day = care.Day(file.Read());
        return day.Rescreen is { Holds: true } && day.Assessment.Triage.Unseen < Urgency.SameDay ? SeeOther.To(Again, "saved", undo) : SeeOther.To("/result", "looked", undo);
    }

    static IResult ShowAgain(HttpContext http, CareModels care)
    {
        var person = http.Person();
        if (person.NewSince is not null) return new SeeOther(Root);
        return care.Day(person).Rescreen is { } due ? AgainPage(http, care, due, person.Answers, NoErrors) : new SeeOther("/");
    }

    /// <summary>What was answered counts at once; what was left blank stays due.</summary>
    static async Task<IResult> SendAgain(HttpContext http, CareModels care, PersonFile file)
    {
        var form = await http.Request.ReadFormAsync();
        var person = http.Person();
        if (care.Day(person).Rescreen is not { } due) return new SeeOther("/");
        var read = AnswerForm.Read(form, InputsOf(care, due), person.Answers, http.Phrases());
        if (read.Errors.Count > 0 || read.Changed.Count == 0)
            return AgainPage(http, care, due, read.Answers, read.Errors.Count > 0 ? read.Errors : Shown(care, due).ToDictionary(input => input.Id, _ => http.Phrases().Say("Please choose one of the answers below.")), read.Changed);
        var undo = file.Write(person, new InterviewStep(read.Answers, person.State), read.Changed);
        var day = care.Day(file.Read());
        return day.Rescreen is not null && day.Assessment.Triage.Unseen < Urgency.SameDay ? SeeOther.To(Again, "saved", undo) : SeeOther.To("/result", "looked", undo);
    }

    static IEnumerable<Input> InputsOf(CareModels care, Rescreen due) => due.Inputs.Select(id => care.Questionnaire[care.Questionnaire.IndexOf(id)]);

    static ImmutableArray<Input> Shown(CareModels care, Rescreen due) => [.. InputsOf(care, due).Take(AtOnce)];

    static IResult AgainPage(HttpContext http, CareModels care, Rescreen due, Answers answers, IReadOnlyDictionary<string, string> errors, IReadOnlySet<string>? given = null) =>
        http.Show<AgainPage, AgainModel>(new(due, Shown(care, due), due.Inputs.Length, answers, given ?? ImmutableHashSet<string>.Empty, errors),
            errors.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);

    static IResult Show(HttpContext http, CareModels care, ScreenToAsk? screen, string path, AnswerForm? sent = null, bool nothing = false) =>
        http.Show<NewsPage, NewsModel>(new(care.Spasm.Signs, screen, path, sent ?? AnswerForm.Of(http.Person().Answers), nothing, SignRound.Of(http.Person()).News),
            sent is not null ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
}
