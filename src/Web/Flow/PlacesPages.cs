using System.Collections.Immutable;
using System.Globalization;
using Mainstay.Care;
using Mainstay.Knowledge;
using Mainstay.Web.Pages;

namespace Mainstay.Web.Flow;

/// <param name="Strength">0 to 10; null: nothing was said.</param>
/// <param name="Wrong">What is wrong with what was sent for it, in the person's words.</param>
public sealed record PlaceStrength(string Id, string Name, int? Strength, string? Wrong);

/// <param name="Progress">0 to 1, as on the step of the map.</param>
/// <param name="Step">The step of the map, from 1; null when the map was changed outside the order.</param>
/// <param name="Path">Where the form goes.</param>
/// <param name="Previous">Where "Previous" leads.</param>
public sealed record PlacesModel(IReadOnlyList<PlaceStrength> Places, double Progress, int? Step, string Path, string Previous);

/// <summary>How strong it is in each place of the body map. It follows the map where more than one place was chosen, and may be left out.</summary>
public static class PlacesPages
{
    const string Root = "/check/places";

    /// <summary>After a change of the map outside the order of the check.</summary>
    public const string Changed = Root + "?change=true";

    /// <summary>More than one place was chosen: otherwise the pain as a whole says it.</summary>
    public static bool Asks(Answers answers) => answers.BodyMap.Count > 1;

    /// <summary>A place is new, so nobody said how strong it is there.</summary>
    public static bool Lacks(Answers answers) => Asks(answers) && answers.BodyMap.Values.Any(strength => strength is null);

    public static void MapPlaces(this IEndpointRouteBuilder app)
    {
        app.MapGet(Root, (HttpContext http, CareModels care, bool change = false) => Show(http, care, change, http.Person().Answers.BodyMap, ImmutableHashSet<string>.Empty));
        app.MapPost(Root, Send);
    }

    /// <param name="chosen">Place id → how strong it is.</param>
    /// <param name="wrong">Places whose strength could not be read.</param>
    static IResult Show(HttpContext http, CareModels care, bool change, IReadOnlyDictionary<string, int?> chosen, IReadOnlySet<string> wrong)
    {
        var person = http.Person();
        if (chosen.Count == 0) return new SeeOther(change ? "/check/answers" : "/check");
        var map = Map(care);
        var says = http.Phrases().Say("Please choose a number from 0 to 10.");
        var (visits, step) = (person.State.Visits, StepOf(person, map));
        return http.Show<PlacesPage, PlacesModel>(new([.. map.Options.Where(option => chosen.ContainsKey(option.Id)).Select(option => new PlaceStrength(option.Id, option.Text, chosen[option.Id], wrong.Contains(option.Id) ? says : null))],
            change || step == 0 ? person.State.Progress : step > 1 ? visits[step - 2].Progress : 0, change || step == 0 ? null : step,
            change ? Changed : Root, change ? $"/check/change/{map.Id}" : $"/check/{Math.Max(1, step).ToString(CultureInfo.InvariantCulture)}"),
            wrong.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }

    static async Task<IResult> Send(HttpContext http, CareModels care, PersonFile file, bool change = false)
    {
        var form = await http.Request.ReadFormAsync();
        var person = http.Person();
        var (strength, wrong) = (new Dictionary<string, int?>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        foreach (var (place, before) in person.Answers.BodyMap)
        {
            strength[place] = before;
            if (!form.TryGetValue($"place.{place}", out var said)) continue;
            if (said.ToString() is not { Length: > 0 } sent) strength[place] = null;
            else if (int.TryParse(sent, NumberStyles.None, CultureInfo.InvariantCulture, out var much) && much <= 10) strength[place] = much;
            else wrong.Add(place);
        }
        if (wrong.Count > 0) return Show(http, care, change, strength, wrong);
        var undo = file.Write(person, new InterviewStep(person.Answers.WithBodyMap(strength), person.State), new HashSet<string>());
        if (change) return SeeOther.To("/check/answers", undo.IsNone ? "same" : "saved", undo);
        var next = StepOf(person, Map(care)) + 1;
        return new SeeOther(next <= person.State.Visits.Length ? $"/check/{next.ToString(CultureInfo.InvariantCulture)}" : "/check");
    }

    static Input Map(CareModels care) => care.Questionnaire.Inputs.First(input => input.Kind == InputKind.BodyMap);

    /// <summary>From 1; 0 where the map was not asked.</summary>
    static int StepOf(Person person, Input map) => person.State.Visits.ToList().FindIndex(visit => visit.Asked.Contains(map.Id)) + 1;
}
