using Mainstay.Knowledge;

namespace Mainstay.Care.Tests;

/// <summary>Cases made for one rule by solving its own condition: the fewest answers that make it fire, and those answers changed one by one.</summary>
sealed class RuleCases
{
    readonly Triage _triage;
    readonly Questionnaire _form;

    public RuleCases(Triage triage, string ruleId)
    {
        (_triage, _form) = (triage, triage.Questionnaire);
        Rule = _form.Library.Rules.Single(r => r.Id == ruleId);
        var solver = new Solver(_form);
        Minimal = Fewest(solver.Solve((Rule.When, true)) ?? throw new InvalidOperationException($"{ruleId}: nobody can make it fire."));
        WithDetail = Rule.Detail is { } detail ? solver.Solve((Rule.When, true), (detail, true)) : Minimal;
        WithoutDetail = Rule.Detail is { } d ? solver.Solve((Rule.When, true), (d, false)) : null;
        Excused = Rule.Unless is { } unless ? solver.Solve((Rule.When, true), (unless, true)) : null;
        NotExcused = Rule.Unless is { } u ? solver.Solve((Rule.When, true), (u, false)) : null;
    }

    public Rule Rule { get; }
    /// <summary>Only what the condition cannot do without.</summary>
    public Answers Minimal { get; }
    public Answers? WithDetail { get; }
    /// <summary>The detail is known to be absent. Null where the rule has none, or the condition already implies it.</summary>
    public Answers? WithoutDetail { get; }
    public Answers? Excused { get; }
    public Answers? NotExcused { get; }

    public IEnumerable<int> Given(Answers answers) => Enumerable.Range(0, _form.Count).Where(i => answers[i].IsGiven && _form[i].Id != Questionnaire.Bmi);

    public bool Fires(Answers answers) => _triage.Assess(answers).Fired.Any(f => f.Rule == Rule);

    /// <summary>The same answers with one of them turned: yes to no, an option to one that the condition does not want, a number past its bound.</summary>
    public IEnumerable<Answers> Misses(int input)
    {
        foreach (var turned in Turned(input)) yield return Minimal.With(input, turned).AssumeNo();
    }

    IEnumerable<Answer> Turned(int input)
    {
        var now = Minimal[input];
        switch (_form[input].Kind)
        {
            case InputKind.YesNo: yield return now == Answer.Yes ? Answer.No : Answer.Yes; break;
            case InputKind.Choice:
                for (var option = 0; option < _form[input].Options.Length; option++) if (now.Bits != 1ul << option) yield return Answer.OfBits(1ul << option);
                break;
            case InputKind.Set: yield return Answer.OfBits(0); break;
            case InputKind.Number:
                var step = _form[input].Whole ? 1 : 0.01;
                foreach (var next in (double[])[now.Number - step, now.Number + step, _form[input].Min ?? 0, _form[input].Max ?? 1e6])
                    if (next != now.Number && next >= (_form[input].Min ?? 0) && next <= (_form[input].Max ?? double.MaxValue)) yield return Answer.Of(next);
                break;
        }
    }

    Answers Fewest(Answers answers)
    {
        foreach (var input in Given(answers).ToList())
            if (answers.With(input, Answer.Unanswered) is var fewer && Expression.Compile(Rule.When, _form).Evaluate(fewer) == Truth.True) answers = fewer;
        return answers;
    }
}
