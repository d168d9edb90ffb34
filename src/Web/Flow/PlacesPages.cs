using System.Collections.Immutable;
using System.Globalization;
using Mainstay.Care;
using Mainstay.Knowledge;
using Mainstay.Web.Pages;

namespace Mainstay.Web.Flow;

/// <param name="Places">Place id, its name, and how strong it was said to be; 0 where nothing was said.</param>
public sealed record PlacesModel(IReadOnlyList<(string Id, string Name, int Strength)> Places, double Progress, int Step);

/// <summary>How strong it is in each place of the body map. It follows the map where more than one place was chosen, and may be left out.</summary>
public static class PlacesPages
{
    public static void MapPlaces(this IEndpointRouteBuilder app)
    {
        app.MapGet("/check/places", (HttpContext http, CareModels care) =>
        {
            var person = http.Person();
            var chosen = person.Answers.BodyMap;
            return http.Show<PlacesPage, PlacesModel>(new PlacesModel([.. Options(care).Where(option => chosen.ContainsKey(option.Id)).Select(option => (option.Id, option.Text, chosen[option.Id]))],
                person.State.Progress, StepOf(person, care)));
        });
        app.MapPost("/check/places", Send);
    }

    static async Task<IResult> Send(HttpContext http, CareModels care, PersonFile file)
    {
        var form = await http.Request.ReadFormAsync();
        var person = http.Person();
        var strength = person.Answers.BodyMap.ToDictionary(place => place.Key, place =>
            int.TryParse(form[$"place.{place.Key}"], NumberStyles.None, CultureInfo.InvariantCulture, out var much) && much <= 10 ? much : place.Value);
        file.Write(person, new InterviewStep(person.Answers.WithBodyMap(strength), person.State), new HashSet<string>());
        var next = StepOf(person, care) + 1;
        return new SeeOther(next <= person.State.Visits.Length ? $"/check/{next}" : "/check");
    }

    static ImmutableArray<Option> Options(CareModels care) => care.Questionnaire.Inputs.First(input => input.Kind == InputKind.BodyMap).Options;

    /// <summary>The step of the map, from 1.</summary>
    static int StepOf(Person person, CareModels care)
    {
        var map = care.Questionnaire.Inputs.First(input => input.Kind == InputKind.BodyMap).Id;
        return person.State.Visits.ToList().FindIndex(visit => visit.Asked.Contains(map)) + 1;
    }
}
