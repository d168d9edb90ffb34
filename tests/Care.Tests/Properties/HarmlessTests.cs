using Mainstay.Knowledge;

namespace Mainstay.Care.Tests;

/// <summary>Each danger sign alone, everything else harmless, at four ages and both sexes: what then fires no rule must be on the list of
/// knowledge/safety/harmless.yaml with its reason, and nothing else may be.</summary>
public class HarmlessTests
{
    static IEnumerable<string> Quiet()
    {
        var form = RealKnowledge.Form;
        foreach (var input in form.Inputs.Where(i => i.Danger))
            foreach (var age in (double[])[10, 30, 50, 75])
                foreach (var sex in (string[])["f", "m"])
                {
                    var person = Answers.Empty(form).With("age", age).With("sex", sex);
                    // Asked elsewhere means never answered: a question that cannot apply to this person is no silence.
                    if (input.AskWhen is { } when && !Reachable(when, person)) continue;
                    // Nobody of this age and sex stays at self-care anyway; children are always for a clinician, so there only a further rule counts.
                    if (RealKnowledge.Triage.Assess(person.AssumeNo()).Urgency > Urgency.Routine) continue;
                    var ground = Fired(person.AssumeNo());
                    foreach (var answer in Harmful(form, input))
                        if (Fired(person.With(input.Id, answer).AssumeNo()).SetEquals(ground)) yield return input.Id;
                }
    }

    static bool Reachable(Condition when, Answers person) => Expression.Compile(when, person.Questionnaire).Evaluate(person) != Truth.False;

    static IEnumerable<Answer> Harmful(Questionnaire form, Input input) => input.Kind switch
    {
        InputKind.YesNo => [Answer.Yes],
        InputKind.Choice => input.Options.Select((o, i) => (o.Id, i)).Where(o => o.Id != input.Harmless).Select(o => Answer.OfBits(1ul << o.i)),
        InputKind.Set => input.Options.Select((_, i) => Answer.OfBits(1ul << i)),
        InputKind.Number => new[] { input.Min ?? 0, ((input.Min ?? 0) + (input.Max ?? 100)) / 2, input.Max ?? 100 }.Select(Answer.Of),
        _ => [],
    };

    static HashSet<string> Fired(Answers answers) => [.. RealKnowledge.Triage.Assess(answers).Fired.Select(f => f.Rule.Id)];

    [Fact]
    public void Every_danger_sign_that_alone_raises_nothing_is_listed_with_its_reason_and_source()
    {
        var listed = RealKnowledge.Library.Harmless.ToDictionary(h => h.Input);
        var missing = Quiet().Distinct().Where(i => !listed.ContainsKey(i)).ToList();
        Assert.True(missing.Count == 0, $"not listed: {string.Join(" ", missing)}");
        Assert.All(listed.Values, h => Assert.True(h.Reason.Length > 10 && !h.Sources.IsEmpty, h.Input));
    }

    [Fact]
    public void Nothing_is_listed_as_harmless_that_raises_the_urgency_at_every_age()
    {
        var extra = RealKnowledge.Library.Harmless.Select(h => h.Input).Except(Quiet()).ToList();
        Assert.True(extra.Count == 0, $"listed in vain: {string.Join(" ", extra)}");
    }
}
