using Mainstay.Knowledge;

namespace Mainstay.Care.Tests;

public class TriagePropertyTests
{
    static readonly People People = new(RealKnowledge.Form);

    [Fact]
    public void Five_thousand_people_keep_every_property_of_safety()
    {
        var broken = Enumerable.Range(1, 5000).AsParallel()
            .Select(seed => (seed, why: TriageProperties.Broken(RealKnowledge.Triage, People, (ulong)seed))).Where(b => b.why is not null)
            .Select(b => $"person {b.seed}: {b.why}").Order(StringComparer.Ordinal).Take(20).ToList();
        Assert.True(broken.Count == 0, string.Join(Environment.NewLine, broken));
    }

    [Fact]
    public void The_order_of_the_rules_does_not_matter()
    {
        var turned = RealKnowledge.With(RealKnowledge.Library.Rules.Reverse());
        for (var seed = 1ul; seed <= 1000; seed++)
        {
            var answers = People.Make(seed);
            // Each triage reads answers of its own questionnaire; the inputs are the same.
            var other = AnswersJson.Read(System.Text.Encoding.UTF8.GetBytes(AnswersJson.Write(answers)), turned.Questionnaire);
            Assert.Equal(Told(RealKnowledge.Triage.Assess(answers)), Told(turned.Assess(other)));
        }

        static string Told(TriageResult r) => $"{r.Urgency} {string.Join(" ", r.Fired.Select(f => f.Rule.Id))} {string.Join(" ", r.Open)} {string.Join(" ", r.Suspicions.Ids)}";
    }

    [Fact]
    public void An_assessment_of_a_person_without_signs_allocates_less_than_half_a_kilobyte()
    {
        var answers = Answers.Empty(RealKnowledge.Form).With("age", 40).With("sex", "f").AssumeNo();
        RealKnowledge.Triage.Assess(answers);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++) RealKnowledge.Triage.Assess(answers);
        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / 100, 0, 512);
    }

    /// <summary>Danger signs may only raise: no rule wants one absent, and no excuse wants one present.</summary>
    [Fact]
    public void No_rule_turns_on_the_absence_of_a_sign_and_no_excuse_on_its_presence()
    {
        var wrong = new List<string>();
        foreach (var rule in RealKnowledge.Library.Rules)
        {
            Walk(rule.When, true, rule.Id);
            if (rule.Detail is { } detail) Walk(detail, true, rule.Id);
            if (rule.Unless is { } unless) Walk(unless, false, rule.Id);
        }
        Assert.True(wrong.Count == 0, string.Join(Environment.NewLine, wrong));

        void Walk(Condition condition, bool raises, string rule)
        {
            switch (condition)
            {
                case Condition.All all: foreach (var part in all.Parts) Walk(part, raises, rule); break;
                case Condition.Any any: foreach (var part in any.Parts) Walk(part, raises, rule); break;
                case Condition.Count count: foreach (var part in count.Parts) Walk(part, raises, rule); break;
                case Condition.Not not: Walk(not.Part, !raises, rule); break;
                case Condition.No no: Walk(new Condition.Yes(no.Input), !raises, rule); break;
                case Condition.Yes yes when !raises && Input(yes.Input).Danger: wrong.Add($"{rule}: {yes.Input} lowers"); break;
                case Condition.Has has when !raises && Input(has.Input).Danger: wrong.Add($"{rule}: {has.Input} lowers"); break;
            }
        }

        static Input Input(string id) => RealKnowledge.Form[RealKnowledge.Form.IndexOf(id)];
    }
}
