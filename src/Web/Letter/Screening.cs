using System.Collections.Frozen;
using System.Collections.Immutable;
using Mainstay.Care;
using Mainstay.Knowledge;
using static Mainstay.Web.Texts.Marking;

namespace Mainstay.Web.Letter;

/// <summary>The danger questions of one system of the body, by how they were answered. A question that was never asked is in none of them.</summary>
/// <param name="Present">With the answer, where it is more than yes.</param>
public sealed record ScreenedSystem(string System, string Name, ImmutableArray<(Input Input, string? Answer)> Present, ImmutableArray<Input> Unsure,
    ImmutableArray<Input> Absent);

/// <summary>Sorts the danger questions for a professional. A question belongs to the system whose rules read it most; a rule that reads
/// several shares itself among them. Rules for children and for the course only count where no other reads it. Compiled once.</summary>
public sealed class Screening
{
    public const string Mind = "mind";

    static readonly ImmutableArray<(string System, string Name)> Systems =
    [
        ("nerves", N("Cauda equina, cord, roots")), ("bones", N("Fracture, bone")), ("cancer", N("Malignancy")), ("infection", N("Infection")), ("vessels", N("Vascular, stroke")),
        ("heart-lung", N("Cardiac, pulmonary")), ("kidney", N("Renal, urinary")), ("abdomen", N("Abdominal")), ("pelvis", N("Pelvic, genital")), ("pregnancy", N("Pregnancy, birth")),
        ("metabolic", N("Metabolic, muscle")), ("blood", N("Haematological")), ("inflammation", N("Inflammatory")), ("medicines", N("Medicines")), ("skin-eye", N("Skin, eye")),
        ("children", N("Under 18")), ("course", N("Course")), (Mind, N("Mental state, safety at home")), ("", N("Other")),
    ];

    const double Least = 1e-6;

    readonly Questionnaire _questionnaire;
    readonly FrozenDictionary<int, string> _systems;

    public Screening(Questionnaire questionnaire)
    {
        _questionnaire = questionnaire;
        var share = new Dictionary<int, Dictionary<string, double>>();
        foreach (var rule in questionnaire.Library.Rules)
        {
            var signs = Expression.Compile(rule.When, questionnaire).Inputs.Where(input => questionnaire[input].Danger).ToArray();
            foreach (var sign in signs)
            {
                var systems = share.TryGetValue(sign, out var known) ? known : share[sign] = [];
                systems[rule.System] = systems.GetValueOrDefault(rule.System) + (rule.System is "children" or "course" ? Least : 1.0) / signs.Length;
            }
        }
        _systems = Enumerable.Range(0, questionnaire.Count).Where(input => questionnaire[input].Danger)
            .ToFrozenDictionary(input => input, input => share.TryGetValue(input, out var systems) ? systems.MaxBy(one => one.Value).Key : "");
    }

    public ImmutableArray<ScreenedSystem> Of(Answers answers)
    {
        var asked = _systems.Where(one => answers[one.Key].State != AnswerState.Unanswered).OrderBy(one => one.Key).ToLookup(one => one.Value, one => one.Key);
        return
        [
            .. Systems.Where(system => asked.Contains(system.System)).Select(system => new ScreenedSystem(system.System, system.Name,
                [.. asked[system.System].Where(input => IsPresent(answers, input)).Select(input => (_questionnaire[input], Value(answers, input)))],
                [.. asked[system.System].Where(input => !answers[input].IsGiven).Select(input => _questionnaire[input])],
                [.. asked[system.System].Where(input => answers[input].IsGiven && !IsPresent(answers, input)).Select(input => _questionnaire[input])])),
        ];
    }

    bool IsPresent(Answers answers, int input)
    {
        var given = answers[input];
        if (!given.IsGiven) return false;
        return _questionnaire[input].Kind switch
        {
            InputKind.YesNo => given == Answer.Yes,
            InputKind.Choice or InputKind.Set => (given.Bits & ~_questionnaire.HarmlessOf(input).Bits) != 0,
            _ => true,
        };
    }

    string? Value(Answers answers, int input) => _questionnaire[input] switch
    {
        { Kind: InputKind.YesNo } => null,
        { Kind: InputKind.Number } number => $"{answers[input].Number:0.##} {number.Unit}".TrimEnd(),
        var choice => string.Join(", ", answers.OptionsOf(choice.Id).Select(id => choice.Options.First(option => option.Id == id).Text)),
    };
}
