using System.Collections.Immutable;
using Mainstay.Care;
using Mainstay.Knowledge;
using Mainstay.Web.Texts;
using static Mainstay.Web.Texts.Marking;

namespace Mainstay.Web.Letter;

/// <summary>The marked places in words: left and right of the same place together, the strongest first.</summary>
public static class PainPlaces
{
    /// <summary>"Low back, right (6 of 10) and left (3 of 10)". Left and right are the person's own.</summary>
    public static IReadOnlyList<string> Of(Phrases say, Answers answers)
    {
        var map = answers.BodyMap;
        if (map.IsEmpty) return answers.OptionsOf("regions") is var regions ? [.. regions.Select(id => Options(answers, "regions").First(option => option.Id == id).Text)] : [];
        return
        [
            .. Options(answers, "body_map").Where(option => map.ContainsKey(option.Id)).GroupBy(Base)
                .OrderByDescending(places => places.Max(place => map[place.Id] ?? 0))
                .Select(places => Sided(say, places.Key, [.. places.OrderByDescending(place => map[place.Id] ?? 0)], map)),
        ];
    }

    static string Sided(Phrases say, string name, Option[] places, ImmutableDictionary<string, int?> map)
    {
        string Much(Option place) => map[place.Id] is { } much ? " " + say.Say("({strength} of 10)", much) : "";
        if (Side(places[0]) is null) return name + Much(places[0]);
        if (places.Length == 2 && map[places[0].Id] == map[places[1].Id]) return say.Say("{place}, both sides{strength}", name, Much(places[0]));
        return $"{name}, {say.List([.. places.Select(place => say.Say(Side(place)!) + Much(place))])}";
    }

    static string? Side(Option place) => place.Id.EndsWith("_left", StringComparison.Ordinal) ? N("left") : place.Id.EndsWith("_right", StringComparison.Ordinal) ? N("right") : null;

    static string Base(Option place) => Side(place) is null || place.Text.LastIndexOf(',') is not (> 0 and var end) ? place.Text : place.Text[..end];

    static ImmutableArray<Option> Options(Answers answers, string input) => answers.Questionnaire[answers.Questionnaire.IndexOf(input)].Options;
}
