using System.Collections.Immutable;
using Mainstay.Care;
using Mainstay.Knowledge;
using Mainstay.Web.Flow;

namespace Mainstay.Web.Tests;

/// <summary>Somebody who answers: what is given here, and otherwise in the harmless way.</summary>
/// <param name="Said">Input id → yes, no, unsure or an option.</param>
/// <param name="Numbers">Input id → number.</param>
/// <param name="Places">Places of the body map.</param>
/// <param name="Left">Inputs that are left blank.</param>
public sealed record Persona(ImmutableDictionary<string, string> Said, ImmutableDictionary<string, double> Numbers, ImmutableArray<string> Places, ImmutableHashSet<string> Left)
{
    static readonly ImmutableDictionary<string, double> Usual = new Dictionary<string, double>
    {
        ["age"] = 38, ["onset_days"] = 21, ["nprs"] = 5, ["sitting_hours"] = 8, ["minutes_per_day"] = 12, ["days_per_week"] = 5, ["height_cm"] = 170, ["mass_kg"] = 68,
    }.ToImmutableDictionary();

    /// <summary>A healthy desk worker with a stiff low back.</summary>
    public static Persona Desk { get; } = new(
        new Dictionary<string, string> { ["sex"] = "f", ["onset_mode"] = "gradual", ["trend"] = "same", ["sit_builds"] = "yes" }.ToImmutableDictionary(),
        Usual, ["low_back_left", "low_back_right"], []);

    /// <summary>Numb between the legs, and trouble with the bladder: an emergency.</summary>
    public static Persona Emergency { get; } = Desk with { Said = Desk.Said.SetItem("ces_saddle", "yes").SetItem("ces_bladder", "yes").SetItem("ces_time", "recent") };

    /// <summary>Nobody is cleared while the questions about the legs and the bladder are not answered.</summary>
    /// <summary>Ticks a line and leaves what follows blank, where doubt does not count as yes.</summary>
    public static Persona Silent { get; } = Desk with { Left = ["leg_weak"] };

    /// <summary>Ticks the lines about the nerves between the legs, and leaves all that follows blank.</summary>
    public static Persona Frightened { get; } = Desk with { Left = ["ces_saddle", "ces_bladder", "ces_bowel", "ces_sexual", "ces_time"] };

    public Persona With(string input, string word) => this with { Said = Said.SetItem(input, word) };

    public Persona Aged(double age) => this with { Numbers = Numbers.SetItem("age", age) };

    /// <summary>Goes through the check as the app does, to its end.</summary>
    public void Check(CareModels care, PersonFile file)
    {
        for (var screens = 0; screens < 60; screens++)
        {
            var person = file.Read();
            if (care.Interview.Next(person.Answers, person.State) is not { } screen)
            {
                file.Write(new Journal.CheckFinished(Codes.Of(care.Triage.Assess(person.Answers).Urgency), [], person.State.Visits.Length));
                return;
            }
            var step = screen.Gate is null ? care.Interview.Record(person.State, screen, Answer(screen, person.Answers, care))
                : care.Interview.RecordGate(person.Answers, person.State, screen, [.. screen.Lines.Where(Ticks).Select(line => line.Id)]);
            file.Write(person, step, screen.Questions.Select(input => input.Id).ToHashSet());
        }
        throw new InvalidOperationException("The check has no end.");
    }

    bool Ticks(GateLine line) => line.Covers.Any(id => Left.Contains(id) || Said.TryGetValue(id, out var word) && word is not ("no" or "none"));

    Answers Answer(ScreenToAsk screen, Answers answers, CareModels care)
    {
        foreach (var input in screen.Questions.Where(input => !Left.Contains(input.Id)))
            answers = input.Kind switch
            {
                InputKind.BodyMap => answers.WithBodyMap(Places.ToDictionary(place => place, int? (_) => 5)),
                InputKind.Set => input.Id == "regions" ? answers : answers.WithSet(input.Id, input.Id is "places" ? ["home"] : []),
                InputKind.Number => answers.With(input.Id, Numbers.TryGetValue(input.Id, out var number) ? number : Math.Clamp(2, input.Min ?? 0, input.Max ?? 2)),
                InputKind.Text => answers,
                _ when Said.TryGetValue(input.Id, out var word) => answers.With(input.Id, word),
                InputKind.YesNo => answers.With(input.Id, "no"),
                _ => answers.With(input.Id, care.Questionnaire.HarmlessOf(care.Questionnaire.IndexOf(input.Id)) is { IsGiven: true } harmless ? harmless : Care.Answer.OfBits(1ul << (input.Options.Length - 1))),
            };
        return answers;
    }
}
