using System.Collections.Immutable;
using System.Globalization;
using Mainstay.Care;
using Mainstay.Journal;
using Mainstay.Knowledge;
using Mainstay.Web.Diary;
using Mainstay.Web.Flow;
using Mainstay.Web.Pages.Own;
using Mainstay.Web.Texts;

namespace Mainstay.Web.Own;

/// <param name="Hold">Why none is to be looked for now; null: nothing holds.</param>
/// <param name="Against">Why this person leaves out pressing.</param>
public sealed record SpotsModel(ImmutableArray<TenderSpot> Spots, ImmutableArray<Option> Places, Hold? Hold, ImmutableArray<string> Against, int Gone);

/// <summary>The form of a new spot.</summary>
/// <param name="Point">Where in the region it was tapped, 0 to 1 each way of the drawing; null: the region alone was named.</param>
public sealed record SpotFormModel(ImmutableArray<Option> Places, string? Region, (double X, double Y)? Point, string? Pain, string? Mine, IReadOnlyList<string> Errors);

/// <param name="Moves">Ways to press there, with how this person does them otherwise.</param>
/// <param name="Blocked">Why the others are left out.</param>
/// <param name="Pressing">Whether it may be pressed again already.</param>
/// <param name="Errors">Field → what is wrong.</param>
public sealed record SpotModel(TenderSpot Spot, string Name, ImmutableArray<Option> Places, Hold? Hold, ImmutableArray<string> Against, ImmutableArray<(Item Item, ImmutableArray<Limit> Changes)> Moves, ImmutableArray<string> Blocked,
    PressingState Pressing, IReadOnlyDictionary<string, string> Errors)
{
    /// <summary>Pressing is out of the question for now.</summary>
    public bool Stays => Hold is not null || !Against.IsEmpty;

    /// <summary>The longest that one pressing may be.</summary>
    public int MostSeconds => (int)Moves.SelectMany(move => move.Changes).Select(change => change.MaxHoldS).OfType<double>().DefaultIfEmpty(SpotPages.Times[^1]).Min();
}

/// <summary>Sore spots: a map, how much each hurts when it is pressed, whether that is the person's own pain, and pressing it for relief.</summary>
public static class SpotPages
{
    /// <summary>The test that the limits of pressing around are taken from.</summary>
    const string MapTest = "tender-spot-map";

    /// <summary>Seconds that one pressing is offered for.</summary>
    public static readonly ImmutableArray<int> Times = [20, 30, 60, 90];

    public static void MapSpots(this IEndpointRouteBuilder app)
    {
        app.MapGet("/spots", (HttpContext http, CareModels care) =>
        {
            var person = http.Person();
            var spots = person.Daily.SpotsNow();
            return http.Show<SpotsPage, SpotsModel>(new(spots, DiaryPages.PlacesOf(care), Hold.For(person, care), Against(person, care), person.Daily.Spots.Select(one => one.What.Spot).Distinct().Count() - spots.Length));
        });
        app.MapGet("/spots/new", (HttpContext http, CareModels care) => ShowForm(http, care, null, null, null, null, []));
        app.MapPost("/spots/new", Add);
        app.MapGet("/spots/{id}", (HttpContext http, CareModels care, string id) => Find(http, id) is { } spot ? ShowSpot(http, care, spot, ImmutableDictionary<string, string>.Empty) : Trouble.NotFound.Shown(http));
        app.MapPost("/spots/{id}", Change);
    }

    static IResult ShowForm(HttpContext http, CareModels care, string? region, (double X, double Y)? point, string? pain, string? mine, List<string> errors)
    {
        var person = http.Person();
        if (Hold.For(person, care) is not null || !Against(person, care).IsEmpty) return new SeeOther("/spots");
        return http.Show<SpotFormPage, SpotFormModel>(new(DiaryPages.PlacesOf(care), region, point, pain, mine, errors), errors.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }

    static IResult ShowSpot(HttpContext http, CareModels care, TenderSpot spot, IReadOnlyDictionary<string, string> errors) =>
        http.Show<SpotPage, SpotModel>(ModelOf(http, care, spot) with { Errors = errors }, errors.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);

    static SpotModel ModelOf(HttpContext http, CareModels care, TenderSpot spot)
    {
        var person = http.Person();
        var (library, now) = (care.Model.Library, http.RequestServices.GetRequiredService<TimeProvider>().GetLocalNow());
        var own = care.Own(person);
        var fitting = library.Items.Where(item => item.Family == Family.Pressure && PressingState.Reaches(library, item, spot.Region)).Select(item => own.Of(item.Id, bySpot: true)!).ToList();
        var places = DiaryPages.PlacesOf(care);
        return new(spot, NameOf(places, spot.Region), places, Hold.For(person, care), Against(person, care),
            [.. fitting.Where(move => move.Today is not null).Select(move => (move.Item, move.Today!.Planned.Adjustments))], [.. fitting.SelectMany(move => move.WhyNot).Distinct()],
            PressingState.Of(person.Daily, library, spot.Id, spot.Region, now), ImmutableDictionary<string, string>.Empty);
    }

    static async Task<IResult> Add(HttpContext http, CareModels care, PersonFile file, TimeProvider clock)
    {
        var form = await http.Request.ReadFormAsync();
        var (say, region) = (http.Phrases(), form["region"].ToString());
        (double X, double Y)? point = Thousandths(form["x"]) is { } x && Thousandths(form["y"]) is { } y ? (x, y) : null;
        var errors = new List<string>();
        if (DiaryPages.PlacesOf(care).All(place => place.Id != region)) errors.Add(say.Say("Please tap the place first."));
        if (Scale(form["pain"]) is not { } pain) errors.Add(say.Say("Please tap how much it hurts when you press."));
        else if (errors.Count == 0)
        {
            var person = http.Person();
            if (Hold.For(person, care) is not null || !Against(person, care).IsEmpty) return new SeeOther("/spots");
            var id = Guid.CreateVersion7(clock.GetUtcNow()).ToString("N");
            return SeeOther.To($"/spots/{id}", "saved", file.Write([Noted.Of(new SpotFelt { Spot = id, Region = region, X = point?.X, Y = point?.Y, Pain = pain, Mine = Mine(form["mine"]) }), .. Tells(form["mine"], person)]));
        }
        return ShowForm(http, care, region, point, form["pain"], form["mine"], errors);
    }

    /// <summary>Felt again, where it spreads, pressed, or gone.</summary>
    static async Task<IResult> Change(HttpContext http, CareModels care, PersonFile file, string id)
    {
        var form = await http.Request.ReadFormAsync();
        if (Find(http, id) is not { } spot) return Trouble.OldForm.Shown(http);
        var (say, last, model) = (http.Phrases(), spot.Felt[^1], ModelOf(http, care, spot));
        IResult Wrong(string field, string says) => ShowSpot(http, care, spot, new Dictionary<string, string> { [field] = says });
        switch (form["do"].ToString())
        {
            case "felt" when !model.Stays:
                if (Scale(form["pain"]) is not { } pain) return Wrong("pain", say.Say("Please tap how much it hurts when you press."));
                return Saved(file.Write([Noted.Of(new SpotFelt { Spot = id, Region = spot.Region, X = last.What.X, Y = last.What.Y, Pain = pain, Mine = Mine(form["mine"]) ?? last.What.Mine, Spread = last.What.Spread }), .. Tells(form["mine"], http.Person())]));
            case "spread":
                var places = DiaryPages.PlacesOf(care).Select(place => place.Id).ToHashSet();
                var spread = ValueList.From(form["spread"].OfType<string>().Where(place => places.Contains(place) && place != spot.Region).Distinct());
                // It says more about the same moment, so the old entry gives way.
                return spread.Equals(last.What.Spread) ? SeeOther.To($"/spots/{id}", "same") : Saved(file.Write(new TakenBack([last.Id]), Noted.Of(last.What with { Spread = spread })));
            case "pressed" when !model.Stays && !model.Moves.IsEmpty && model.Pressing.Rest is not null:
                // Sent from a page that was open before: the page as it is now says why.
                return new SeeOther($"/spots/{id}");
            case "pressed" when !model.Stays && !model.Moves.IsEmpty:
                var (before, after) = (Scale(form["before"]), Scale(form["after"]));
                if (before is null || after is null) return Wrong("pressed", say.Say("Please tap a number before and after."));
                if (!double.TryParse(form["seconds"], NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) || seconds < 1 || seconds > model.MostSeconds) return Wrong("pressed", say.Say("Please choose one of the times."));
                return Saved(file.Write(Noted.Of(new SpotPressed { Spot = id, Seconds = seconds, Before = before, After = after })));
            case "gone":
                return SeeOther.To("/spots", "gone", file.Write(Noted.Of(last.What with { Gone = true, Pain = null })));
            default:
                return Trouble.BadForm.Shown(http);
        }

        SeeOther Saved(UndoToken undo) => SeeOther.To($"/spots/{id}", "saved", undo);
    }

    /// <summary>A spot that brings on just this pain answers the question of the check. One that does not says nothing of other spots.
    /// Each says it for itself: taken back, it takes only its own answer with it.</summary>
    static IEnumerable<Entry> Tells(string? mine, Person person) => Mine(mine) == true && person.HasAnswers ? [AnswerGiven.Word(Reproduces, "yes")] : [];

    public const string Reproduces = "tender_spot_reproduces";

    static TenderSpot? Find(HttpContext http, string id) => http.Person().Daily.SpotsNow().FirstOrDefault(spot => spot.Id == id);

    static ImmutableArray<string> Against(Person person, CareModels care) => person.HasAnswers ? care.Tests.Reasons(MapTest, care.Day(person).Answers, care.Assess(person).Triage.Suspicions) : [];

    public static string NameOf(ImmutableArray<Option> places, string region) => places.FirstOrDefault(place => place.Id == region)?.Text ?? region;

    static double? Scale(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value <= 10 ? value : null;

    static double? Thousandths(string? text) => double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value <= 1000 ? value / 1000 : null;

    /// <summary>Where spots were tapped, of those that are known to the point.</summary>
    public static IReadOnlyCollection<(string Region, double X, double Y)> Points(IEnumerable<TenderSpot> spots) =>
        [.. spots.Where(spot => spot.Now is { X: not null, Y: not null }).Select(spot => (spot.Region, spot.Now.X!.Value, spot.Now.Y!.Value))];

    static bool? Mine(string? text) => text switch { "yes" => true, "no" => false, _ => null };
}
