using System.Collections.Immutable;
using System.Globalization;
using Mainstay.Care;
using Mainstay.Journal;
using Mainstay.Web.Flow;
using Mainstay.Web.Pages;
using Mainstay.Web.Pages.Coping;
using static Mainstay.Web.Texts.Marking;

namespace Mainstay.Web.Coping;

/// <summary>Back to a move that the person stays away from, one step at a time.</summary>
public static class ReturnPages
{
    public static void MapReturn(this IEndpointRouteBuilder app)
    {
        app.MapGet("/return", (HttpContext http, CareModels care, TimeProvider clock) => Show(http, care, clock));
        app.MapPost("/return/start", Start);
        app.MapPost("/return/try", Try);
        app.MapPost("/return/stop", Stop);
    }

    static IResult Show(HttpContext http, CareModels care, TimeProvider clock, ReturnForm? form = null, ImmutableDictionary<string, string>? errors = null)
    {
        var person = http.Person();
        if (!person.HasAnswers) return http.Show<NoResultPage, None>(None.Here);
        if (person.NewSince is not null) return http.Show<NewsFirstPage, None>(None.Here);
        var (library, today) = (care.Model.Library, care.Day(person));
        var ways = WayBack.Of(person.Daily, library, clock.GetLocalNow());
        var moves = library.Returns.Select(move => (Move: move, Why: Begun(move).Held(care.Model, person.Answers, today))).ToArray();
        return http.Show<ReturnPage, ReturnModel>(new(person.Answers.IsYes("fear_of_movement") switch { Truth.True => true, Truth.False => false, _ => null }, ways,
            ways is [var first, ..] ? first.Held(care.Model, person.Answers, today) : Own.Held(care.Model, person.Answers, today),
            [.. moves.Where(one => one.Why is not { Reason: HoldReason.Blocked or HoldReason.Closed }).Select(one => one.Move)],
            [.. moves.Where(one => one.Why is { Reason: HoldReason.Blocked or HoldReason.Closed }).Select(one => (one.Move, one.Why!))],
            form ?? new(), errors ?? ImmutableDictionary<string, string>.Empty), errors is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    static WayBack Begun(Knowledge.FearedMove move) => new("", move, move.Name, move.Steps, 0, 0, [], false);
    static readonly WayBack Own = new("", null, "", [], 0, 0, [], false);

    static async Task<IResult> Start(HttpContext http, CareModels care, PersonFile file, TimeProvider clock)
    {
        var form = await http.Request.ReadFormAsync();
        var person = http.Person();
        if (!person.HasAnswers || person.NewSince is not null) return Show(http, care, clock);
        var sent = new ReturnForm(form["move"].ToString(), form["name"].ToString().Trim(), [.. form["step"].Select(step => step?.Trim() ?? "").Where(step => step.Length > 0)]);
        var move = care.Model.Library.Returns.FirstOrDefault(one => one.Id == sent.Move);
        var start = new ReturnStart { Way = Guid.CreateVersion7().ToString("N"), Move = move?.Id, Name = move is null ? sent.Name : null, Steps = move is null ? ValueList.From(sent.Steps) : [] };
        var errors = ImmutableDictionary.CreateBuilder<string, string>();
        if (WayBack.Of(person.Daily, care.Model.Library, clock.GetLocalNow()).Any(way => !way.Done)) errors["move"] = N("One way back is enough at a time. Finish it, or put it away first.");
        else if (move is null && sent.Move != ReturnForm.Own) errors["move"] = N("Choose one of these.");
        else if ((move is null ? Own : Begun(move)).Held(care.Model, person.Answers, care.Day(person)) is not null) errors["move"] = N("Not today. Look at what stands above.");
        else if (move is null && sent.Name.Length == 0) errors["name"] = N("Say which move it is.");
        else if (move is null && sent.Steps.Length < ReturnStart.LeastSteps) errors["step"] = N("Write down two steps or more, the easiest first.");
        else if (start.Wrong() is not null) errors["step"] = N("That is more than fits. Make it shorter, please.");
        if (errors.Count > 0) return Show(http, care, clock, sent, errors.ToImmutable());
        return SeeOther.To("/return", "saved", file.Write(Noted.Of(start)));
    }

    static async Task<IResult> Try(HttpContext http, CareModels care, PersonFile file, TimeProvider clock)
    {
        var form = await http.Request.ReadFormAsync();
        var person = http.Person();
        if (!person.HasAnswers || person.NewSince is not null) return Show(http, care, clock);
        if (WayBack.Of(person.Daily, care.Model.Library, clock.GetLocalNow()).FirstOrDefault(one => one.Id == form["of"]) is not { } way) return Trouble.OldForm.Shown(http);
        var sent = new ReturnForm { Before = Scale(form["before"]), After = Scale(form["after"]), TooMuch = form["much"] == "yes" };
        // That a step was too much is always taken in, with or without numbers; a try while it waits is not.
        var held = way.Held(care.Model, person.Answers, care.Day(person)) is not null;
        if (held && sent.TooMuch) return Tried(sent.Before, sent.After);
        if (!sent.TooMuch && held) return Show(http, care, clock, sent, ImmutableDictionary<string, string>.Empty.Add("try", N("Not today. Look at what stands above.")));
        if (sent.Before is not { } before || sent.After is not { } after) return Show(http, care, clock, sent, ImmutableDictionary<string, string>.Empty.Add("try", N("Tap a number for both: just before, and just after.")));
        return Tried(before, after);

        IResult Tried(double? fear, double? then) =>
            SeeOther.To("/return", "saved", file.Write(Noted.Of(new ReturnTried { Way = way.Id, Step = way.Step, Before = fear, After = then, TooMuch = sent.TooMuch })));
    }

    static async Task<IResult> Stop(HttpContext http, CareModels care, PersonFile file, TimeProvider clock)
    {
        var form = await http.Request.ReadFormAsync();
        if (WayBack.Of(http.Person().Daily, care.Model.Library, clock.GetLocalNow()).FirstOrDefault(one => one.Id == form["of"]) is not { } way) return Trouble.OldForm.Shown(http);
        return SeeOther.To("/return", "saved", file.Write(Noted.Of(new ReturnStop { Way = way.Id })));
    }

    static int? Scale(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value <= 10 ? value : null;
}
