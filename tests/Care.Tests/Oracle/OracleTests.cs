using Mainstay.Knowledge;

namespace Mainstay.Care.Tests;

public class OracleTests
{
    static readonly PlainTriage Plain = new(RealKnowledge.Folder);
    static readonly People People = new(RealKnowledge.Form);

    [Fact]
    public void The_oracle_reads_the_same_rules() => Assert.Equal(RealKnowledge.Library.Rules.Length, Plain.RuleCount);

    [Fact]
    public void Five_thousand_people_get_the_same_urgency_and_rules_from_a_triage_written_apart()
    {
        var levels = new HashSet<Urgency>();
        for (var seed = 1ul; seed <= 5000; seed++)
        {
            var answers = People.Make(seed);
            var result = RealKnowledge.Triage.Assess(answers);
            var (urgency, fired, provisional) = Plain.Assess(PlainPerson.Of(answers));
            levels.Add(result.Urgency);
            Assert.Equal((seed, urgency, string.Join(" ", fired), string.Join(" ", provisional)),
                (seed, Code(result.Urgency), Ids(result.Fired.Select(f => f.Rule)), Ids(result.Fired.Where(f => f.Provisional).Select(f => f.Rule))));
        }
        Assert.Equal(6, levels.Count);
    }

    static string Ids(IEnumerable<Rule> rules) => string.Join(" ", new SortedSet<string>(rules.Select(r => r.Id)));

    static string Code(Urgency urgency) => urgency switch
    {
        Urgency.SelfCare => "S",
        Urgency.Open => "open",
        Urgency.Routine => "R",
        Urgency.WithinTwoWeeks => "U14",
        Urgency.SameDay => "U24",
        _ => "E",
    };
}
