using System.Collections.Immutable;
using Mainstay.Body.Motions;
using Mainstay.Knowledge;
using Mainstay.Moves.Verify;

namespace Mainstay.Moves;

/// <summary>The mechanical body's muscle groups by the names readers know: those of knowledge/muscles.yaml.</summary>
public static class PlainMuscles
{
    static readonly ImmutableDictionary<string, string> Known = new Dictionary<string, string[]>
    {
        ["erector-spinae"] = ["longissimus-lumborum", "longissimus-thoracis", "iliocostalis-lumborum", "iliocostalis-thoracis"],
        ["hamstrings"] = ["biceps-femoris-long", "biceps-femoris-short", "semimembranosus", "semitendinosus"],
        ["quadriceps"] = ["vasti"],
        ["calves"] = ["gastrocnemius", "soleus", "deep-calf"],
        ["adductors"] = ["adductors", "gracilis"],
        ["psoas"] = ["psoas", "iliacus"],
        ["gluteus-medius"] = ["gluteus-medius", "gluteus-minimus", "tensor-fasciae-latae"],
        ["obliques"] = ["external-oblique", "internal-oblique"],
        ["pectorals"] = ["pectoralis-major", "pectoralis-minor"],
        ["trapezius-mid"] = ["trapezius"],
        ["levator"] = ["levator-scapulae"],
    }.SelectMany(pair => pair.Value.Select(group => (group, pair.Key))).ToImmutableDictionary(pair => pair.group, pair => pair.Key);

    /// <summary>The id of the reader's muscle that a group of the body is part of; the group's own where it has none.</summary>
    public static string IdOf(string group) => Known.GetValueOrDefault(group, group);

    /// <summary>The reader's muscles among these, each once, first come first; groups no reader knows are left out.</summary>
    public static ImmutableArray<Named> Of(Library library, IEnumerable<MuscleValue> values) =>
        [.. values.Select(value => BodyPoints.Split(value.Name).Name).Select(IdOf)
            .Select(id => library.Muscles.FirstOrDefault(muscle => muscle.Id == id)).OfType<Named>().Distinct()];
}
