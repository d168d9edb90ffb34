using Mainstay.Knowledge;

namespace Mainstay.Care.Tests;

/// <summary>Every rule of the knowledge folder gets a firing, a near-miss, an unknown and an unsure case, made from its own condition.</summary>
public class RuleCaseTests
{
    public static TheoryData<string> Rules => [.. RealKnowledge.Library.Rules.Select(r => r.Id)];

    static RuleCases Cases(string rule) => new(RealKnowledge.Triage, rule);
    static Questionnaire Form => RealKnowledge.Form;

    [Theory, MemberData(nameof(Rules))]
    public void A_rule_fires_at_its_level_when_its_condition_holds(string rule)
    {
        var cases = Cases(rule);
        Assert.NotNull(cases.WithDetail);
        Assert.True(cases.Fires(cases.WithDetail));
        Assert.True(RealKnowledge.Triage.Assess(cases.WithDetail).Urgency >= cases.Rule.Level);
        if (cases.WithoutDetail is { } absent) Assert.False(cases.Fires(absent));
    }

    [Theory, MemberData(nameof(Rules))]
    public void A_rule_stays_quiet_at_a_near_miss_of_each_of_its_signs(string rule)
    {
        var cases = Cases(rule);
        foreach (var input in cases.Given(cases.Minimal))
            Assert.True(cases.Misses(input).Any(m => !cases.Fires(m)), $"{rule} fires whatever {Form[input].Id} is");
    }

    [Theory, MemberData(nameof(Rules))]
    public void A_rule_stays_quiet_while_one_of_its_signs_is_unknown_and_fires_while_only_detail_or_excuse_are(string rule)
    {
        var cases = Cases(rule);
        var result = RealKnowledge.Triage.Assess(cases.Minimal).Fired.SingleOrDefault(f => f.Rule.Id == rule);
        // The condition itself may settle the detail or the excuse; then that decides.
        var detail = cases.Rule.Detail is { } d ? Expression.Compile(d, Form).Evaluate(cases.Minimal) : Truth.True;
        var excuse = cases.Rule.Unless is { } u ? Expression.Compile(u, Form).Evaluate(cases.Minimal) : Truth.False;
        Assert.Equal(detail != Truth.False && excuse != Truth.True, result is not null);
        Assert.Equal(result is not null && (detail == Truth.Unknown || excuse == Truth.Unknown), result is { Provisional: true });
        foreach (var input in cases.Given(cases.Minimal))
            Assert.False(cases.Fires(cases.Minimal.With(input, Answer.Unanswered)), $"{rule} fires without {Form[input].Id}");
    }

    [Theory, MemberData(nameof(Rules))]
    public void Unsure_is_unknown_to_a_rule_unless_the_question_says_that_it_counts_as_yes(string rule)
    {
        var cases = Cases(rule);
        foreach (var input in cases.Given(cases.Minimal).Where(i => Form[i].Kind is InputKind.YesNo or InputKind.Choice))
            Assert.Equal(Form[input].UnsureIsYes && cases.Minimal[input] == Answer.Yes && cases.Fires(cases.Minimal),
                cases.Fires(cases.Minimal.With(input, Answer.Unsure)));
    }

    [Theory, MemberData(nameof(Rules))]
    public void An_excuse_silences_a_rule_only_when_it_is_known_to_hold(string rule)
    {
        var cases = Cases(rule);
        if (cases.Rule.Unless is null) return;
        Assert.NotNull(cases.Excused);
        Assert.False(cases.Fires(cases.Excused));
        Assert.NotNull(cases.NotExcused);
        Assert.True(cases.Fires(cases.NotExcused) || cases.Rule.Detail is not null);
    }

    [Theory, MemberData(nameof(Rules))]
    public void Dropping_or_weakening_a_rule_is_noticed_by_its_own_case(string rule)
    {
        var cases = Cases(rule);
        var without = RealKnowledge.With(RealKnowledge.Library.Rules.Where(r => r.Id != rule));
        Assert.NotEqual(Told(RealKnowledge.Triage, cases.WithDetail!), Told(without, cases.WithDetail!));
        if (cases.Excused is { } excused)
            Assert.NotEqual(Told(RealKnowledge.Triage, excused), Told(Changed(r => r with { Unless = null, Detail = null }), excused));
        if (cases.WithoutDetail is { } absent)
            Assert.NotEqual(Told(RealKnowledge.Triage, absent), Told(Changed(r => r with { Detail = null, Unless = null }), absent));

        Triage Changed(Func<Rule, Rule> change) => RealKnowledge.With(RealKnowledge.Library.Rules.Select(r => r.Id == rule ? change(r) : r));
        static string Told(Triage triage, Answers answers)
            => string.Join(" ", triage.Assess(AnswersJson.Read(System.Text.Encoding.UTF8.GetBytes(AnswersJson.Write(answers)), triage.Questionnaire)).Fired.Select(f => f.Rule.Id));
    }
}
