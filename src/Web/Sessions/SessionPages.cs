using System.Collections.Immutable;
using System.Globalization;
using Mainstay.Care;
using Mainstay.Journal;
using Mainstay.Web.Flow;
using Mainstay.Web.Moves;
using Mainstay.Web.Pages.Sessions;

namespace Mainstay.Web.Sessions;

/// <summary>Sessions, server-rendered: start, one move after the other, end, and how it turned out. The player of the page does the same by the
/// clock, and records through <see cref="SessionApi"/>.</summary>
public static class SessionPages
{
    const string Root = "/session";

    public static void MapSessions(this IEndpointRouteBuilder app)
    {
        app.MapGet(Root, Open);
        app.MapGet(Root + "/own", Choose);
        app.MapGet(Root + "/few", Few);
        app.MapPost(Root + "/start", Start);
        app.MapGet(Root + "/{id:guid}", Show);
        app.MapPost(Root + "/{id:guid}/item", Report);
        app.MapPost(Root + "/{id:guid}/end", End);
        app.MapPost(Root + "/{id:guid}/after", After);
        app.MapGet("/plan/handout", Handout);
        app.MapSessionApi();
        app.MapSessionTakeBack();
    }

    static IResult Open(HttpContext http, CareModels care, SessionDesk desk)
    {
        var person = http.Person();
        var hold = desk.HoldOf(person);
        if (hold != Hold.None) return Held(http, hold, care.Day(person));
        var ids = Ids(http.Request.Query["move"]);
        if (ids.Length > 0) return desk.Chosen(person, ids) is { Moves.IsEmpty: false } own ? http.Show<StartPage, SessionModel>(own) : new SeeOther(Root + "/own");
        if (desk.Unfinished(person) is { } left) return new SeeOther($"{Root}/{left.Id:D}");
        var model = desk.Today(person);
        return model.Moves.IsEmpty ? http.Show<NothingPage, NothingModel>(new(model.Day, person.Daily.Sessions.LastOrDefault(session => session.Day == person.Today)))
            : http.Show<StartPage, SessionModel>(model);
    }

    static IResult Few(HttpContext http, CareModels care, SessionDesk desk)
    {
        var person = http.Person();
        var hold = desk.HoldOf(person);
        if (hold != Hold.None) return Held(http, hold, care.Day(person));
        return desk.Few(person) is { Moves.IsEmpty: false } few ? http.Show<StartPage, SessionModel>(few) : new SeeOther(Root + "/own");
    }

    static IResult Choose(HttpContext http, CareModels care, SessionDesk desk)
    {
        var person = http.Person();
        var hold = desk.HoldOf(person);
        if (hold != Hold.None) return Held(http, hold, care.Day(person));
        var own = desk.Own(person);
        var moves = care.Model.Library.Items.Select(item => own.Of(item.Id)!).Where(move => move.Today is { NotBefore: null }).ToArray();
        return http.Show<ChoosePage, ChooseModel>(new([.. Shelf.All.Select(shelf => (shelf, moves.Where(move => shelf.Holds(move.Item)).ToImmutableArray())).Where(both => !both.Item2.IsEmpty)],
            Ids(http.Request.Query["move"]), http.Request.Query.ContainsKey("nothing")));
    }

    static async Task<IResult> Start(HttpContext http, CareModels care, PersonFile file, SessionDesk desk)
    {
        var form = await http.Request.ReadFormAsync();
        var person = http.Person();
        var hold = desk.HoldOf(person);
        if (hold != Hold.None) return Held(http, hold, care.Day(person));
        var ids = Ids(form["move"]);
        if (!Guid.TryParse(form["session"], out var id) || !Guid.TryParse(form["entry"], out var entry) || id == Guid.Empty || entry == Guid.Empty) return Trouble.BadForm.Shown(http);
        if (person.Daily.SessionsById.TryGetValue(id, out var there))
        {
            // It began, and nobody heard so: what is new counts all the same.
            if (form["new"] == "yes" && there.Started is { What: { AnyNew: not true } start }) return SeeOther.To("/new", "new", file.Write(Noted.Of(start with { AnyNew = true })));
            return new SeeOther($"{Root}/{id:D}");
        }
        var model = (ids.Length > 0 ? desk.Chosen(person, ids) : desk.Today(person)) with { Id = id, Entry = entry };
        var isNew = form["new"] == "yes";
        var pain = Scale(form["pain"]);
        if (!isNew && model.Moves.All(move => !move.IsOpen)) return new SeeOther(ids.Length > 0 ? Root + "/own" : Root);
        if (pain is null && !isNew) return http.Show<StartPage, SessionModel>(model with { Wrong = true }, StatusCodes.Status422UnprocessableEntity);
        var undo = file.Write(entry, Noted.Of(new SessionStart
        {
            Session = id, Items = ValueList.From(model.Moves.Where(move => move.IsOpen).Select(move => move.Id)), Pain = pain, AnyNew = isNew, Programme = model.Programme,
        }));
        return isNew ? SeeOther.To("/new", "new", undo) : new SeeOther($"{Root}/{id:D}");
    }

    static IResult Show(HttpContext http, CareModels care, SessionDesk desk, Guid id, string? at = null, string? easier = null, bool end = false)
    {
        var person = http.Person();
        if (desk.Running(person, id, at, easier) is not { } model) return Results.NotFound();
        if (desk.IsOver(model.Run!, person.Today)) return http.Show<EndPage, SessionModel>(model);
        if (model.Hold != Hold.None) return Held(http, model.Hold, care.Day(person), model);
        return end || model.At is null ? http.Show<EndPage, SessionModel>(model) : http.Show<GuidePage, SessionModel>(model);
    }

    static async Task<IResult> Report(HttpContext http, PersonFile file, SessionDesk desk, Guid id)
    {
        var form = await http.Request.ReadFormAsync();
        var person = http.Person();
        var item = form["item"].ToString();
        if (desk.Running(person, id, item) is not { } model || model.Moves.FirstOrDefault(move => move.Id == item) is not { } move || !Guid.TryParse(form["entry"], out var entry) || entry == Guid.Empty)
            return Trouble.BadForm.Shown(http);
        ItemOutcome? said = form["outcome"].ToString() switch { "done" => ItemOutcome.Done, "partly" => ItemOutcome.Partly, "skipped" => ItemOutcome.Skipped, "too_much" => ItemOutcome.TooMuch, _ => null };
        if (said is not { } outcome) return Trouble.BadForm.Shown(http);
        var share = outcome switch { ItemOutcome.Done => 1, ItemOutcome.Skipped => 0, _ => form["share"].ToString() switch { "less" => .25, "most" => .75, _ => .5 } };
        var report = new ItemReport
        {
            Session = id, Item = item, Outcome = outcome, Worst = outcome == ItemOutcome.Skipped ? null : Scale(form["worst"]), Asked = move.Asked,
            Done = move.Asked is { } asked ? Math.Floor(asked * share) : null, Moved = form["moved"] == "down" ? PainMoved.Down : form["moved"] == "up" ? PainMoved.Up : null,
            NewLegSign = form["leg"] == "yes" ? true : null,
        };
        var undo = file.Write(entry, Noted.Of(report));
        // What stops the session is not undone by a tap: the questions come first.
        if (desk.HoldOf(file.Read()) != Hold.None) return new SeeOther($"{Root}/{id:D}");
        return SeeOther.To(outcome == ItemOutcome.TooMuch && move.Today?.Easier is { } easier ? $"{Root}/{id:D}?easier={easier}" : $"{Root}/{id:D}", "saved", undo);
    }

    static async Task<IResult> End(HttpContext http, PersonFile file, SessionDesk desk, Guid id)
    {
        var form = await http.Request.ReadFormAsync();
        var person = http.Person();
        if (desk.Running(person, id) is not { Run: { } run } || !Guid.TryParse(form["entry"], out var entry) || entry == Guid.Empty) return Trouble.BadForm.Shown(http);
        var minutes = Math.Clamp(Math.Round((desk.Now - run.At).TotalMinutes, 1), 0, 1440);
        var undo = file.Write(entry, Noted.Of(new SessionEnd { Session = id, Pain = Scale(form["pain"]), Rpe = Scale(form["rpe"]), Minutes = run.Tried ? minutes : null }));
        return SeeOther.To($"{Root}/{id:D}", "saved", undo);
    }

    static async Task<IResult> After(HttpContext http, CareModels care, PersonFile file, SessionDesk desk, TimeProvider clock, Guid id)
    {
        var form = await http.Request.ReadFormAsync();
        if (desk.Running(http.Person(), id) is null || !Guid.TryParse(form["entry"], out var entry) || entry == Guid.Empty) return Trouble.BadForm.Shown(http);
        var after = new SessionAfter
        {
            Session = id, Settled = form["settled"].ToString() switch { "hour" => Settling.WithinHour, "day" => Settling.WithinDay, "longer" => Settling.Longer, "not_yet" => Settling.NotYet, _ => null },
            Morning = Scale(form["morning"]), Moved = form["moved"] == "down" ? PainMoved.Down : null, NewLegSign = form["leg"] == "yes" ? true : null,
        };
        if (after is { Settled: null, Morning: null, Moved: null, NewLegSign: null }) return TodayPages.Show(http, care, file, clock, empty: true);
        return SeeOther.To("/", "saved", file.Write(entry, Noted.Of(after)));
    }

    static IResult Handout(HttpContext http, CareModels care, SessionDesk desk)
    {
        var person = http.Person();
        var hold = desk.HoldOf(person);
        return hold != Hold.None ? Held(http, hold, care.Day(person)) : http.Show<HandoutPage, SessionModel>(desk.Whole(person));
    }

    static IResult Held(HttpContext http, Hold hold, Today day, SessionModel? run = null) => http.Show<HeldPage, HeldModel>(new(hold, day, run));

    static ImmutableArray<string> Ids(Microsoft.Extensions.Primitives.StringValues ids) => [.. ids.OfType<string>().Where(id => id.Length is > 0 and <= 80).Distinct().Take(SessionDesk.MostMoves)];

    static double? Scale(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value <= 10 ? value : null;
}
