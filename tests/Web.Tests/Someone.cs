using System.Text.Json;
using Mainstay.Journal;
using Mainstay.Knowledge;
using Mainstay.Web.Flow;

namespace Mainstay.Web.Tests;

/// <summary>People whose answers are in the data file.</summary>
static class Someone
{
    /// <summary>Answers to every gate are harmless, but for the ones given.</summary>
    /// <param name="answers">JSON object as in a file of answers.</param>
    public static void Answers(this TestApp app, string answers)
    {
        var own = JsonDocument.Parse(answers).RootElement.EnumerateObject().ToDictionary(one => one.Name, one => one.Value);
        var inputs = TestApp.Library.Inputs.ToDictionary(input => input.Id);
        var harmless = TestApp.Library.Gates.SelectMany(gate => gate.Lines).SelectMany(line => line.Covers).Distinct().Where(id => !own.ContainsKey(id))
            .Select(id => inputs[id]).Where(input => input is { Harmless: not null, Kind: InputKind.YesNo or InputKind.Choice })
            .Select(Entry (input) => AnswerGiven.Word(input.Id, input.Harmless!));
        app.Get<PersonFile>().Write([new CheckStarted(), .. harmless, .. own.Select(Entry (one) => new AnswerGiven(one.Key, one.Value.Clone())), new ScreenAnswered(0, "you", ["age"], 0.9)]);
    }

    public const string AtADesk = """
        {"age": 42, "sex": "f", "onset_days": 35, "onset_mode": "gradual", "trend": "better", "nprs": 4, "work_kind": "desk", "sitting_hours": 8,
         "sit_builds": "yes", "sitting_breaks": "rarely", "better_active_days": "yes", "body_map": {"low_back_right": 5, "low_back_left": 3, "neck_left": 2},
         "minutes_per_day": 12, "days_per_week": 5, "places": ["home"], "equipment": [], "medicine_patch": "yes"}
        """;

    public const string WithCaudaEquina = """{"age": 58, "sex": "m", "onset_days": 4, "ces_saddle": "yes", "ces_bladder": "unsure", "body_map": {"low_back_right": 8}}""";

    public const string InDarkThoughts = """{"age": 30, "sex": "m", "onset_days": 90, "self_harm": "yes", "body_map": {"low_back_right": 4}}""";
}
