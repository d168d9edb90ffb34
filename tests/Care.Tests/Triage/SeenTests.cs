using System.Collections.Immutable;
using Mainstay.Knowledge;
using static Mainstay.Care.Tests.SmallLibrary;

namespace Mainstay.Care.Tests;

public class SeenTests
{
    static readonly Questionnaire Form = new(Empty with
    {
        Inputs =
        [
            YesNo("bladder") with { Danger = true }, YesNo("fever") with { Danger = true }, YesNo("chills") with { Danger = true },
            Number("onset_days", 0, 9999) with { Since = "days" }, Number("nprs", 0, 10),
        ],
        Rules =
        [
            Rule("RF-1", Urgency.Emergency, Yes("bladder")) with { Suspects = ["cauda-equina"] },
            Rule("RF-2", Urgency.SameDay, All(Yes("fever"), new Condition.Range("onset_days", 0, true, 42, true))) with { Suspects = ["infection"] },
            Rule("RF-3", Urgency.Routine, Ge("nprs", 7)),
        ],
    });
    static readonly Triage Triage = new(Form);
    static readonly DateOnly Day = new(2026, 3, 1);

    static readonly Answers Fever = Answers.Empty(Form).With("fever", "yes").With("onset_days", 10).With("nprs", 8);

    static Seen Record(string rule, Answers answers, bool allowed) => new(rule, Day, "the surgery", "a virus", allowed, Triage.Fingerprint(rule, answers));

    [Fact]
    public void Being_seen_marks_the_rule_and_never_lowers_the_urgency()
    {
        var record = Record("RF-2", Fever, allowed: false);
        var result = Triage.Assess(Fever, [record]);
        Assert.Equal((Urgency.SameDay, Urgency.Routine, Urgency.SameDay), (result.Urgency, result.Unseen, result.Holding));
        Assert.Equal((true, record), (result.Fired[0].Seen, result.Fired[0].Record));
        Assert.True(result.Suspicions.Contains("infection"));
    }

    [Fact]
    public void The_programme_waits_until_exercise_was_allowed()
    {
        var result = Triage.Assess(Fever, [Record("RF-2", Fever, allowed: true)]);
        Assert.Equal((Urgency.SameDay, Urgency.Routine, Urgency.Routine), (result.Urgency, result.Unseen, result.Holding));
        Assert.True(result.Suspicions.IsEmpty);
    }

    [Fact]
    public void A_record_counts_for_its_own_rule_only()
    {
        var both = Fever.With("bladder", "yes");
        var result = Triage.Assess(both, [Record("RF-2", both, allowed: true)]);
        Assert.Equal((Urgency.Emergency, Urgency.Emergency), (result.Unseen, result.Holding));
        Assert.False(result.Fired[0].Seen);
    }

    [Fact]
    public void A_changed_answer_fires_the_rule_again_at_once()
    {
        var record = Record("RF-3", Fever, allowed: true);
        Assert.False(Triage.Assess(Fever.With("nprs", 9), [record]).Fired[1].Seen);
        Assert.False(Triage.Assess(Fever.With("nprs", 7), [record]).Fired[1].Seen);
        Assert.True(Triage.Assess(Fever.With("chills", "yes"), [record]).Fired[1].Seen);
    }

    [Fact]
    public void A_new_day_alone_changes_nothing()
    {
        var record = Record("RF-2", Fever, allowed: true);
        Assert.True(Triage.Assess(Fever.With("onset_days", 11), [record]).Fired[0].Seen);
        Assert.Equal(record, Assert.Single(Triage.Keep([record], Fever, Fever.With("onset_days", 11), new HashSet<string>())));
    }

    [Fact]
    public void A_new_start_ends_the_record()
        => Assert.Empty(Triage.Keep([Record("RF-2", Fever, allowed: true)], Fever, Fever.With("onset_days", 2), new HashSet<string>()));

    [Fact]
    public void An_emergency_sign_answered_again_as_present_fires_again_whatever_was_recorded()
    {
        var answers = Fever.With("bladder", "yes");
        ImmutableArray<Seen> seen = [Record("RF-1", answers, allowed: true), Record("RF-2", answers, allowed: true)];
        var again = new HashSet<string> { "bladder", "fever" };
        Assert.Equal("RF-2", Assert.Single(Triage.Keep(seen, answers, answers, again)).RuleId);
        Assert.Equal(2, Triage.Keep(seen, answers, answers, new HashSet<string> { "nprs" }).Length);
    }

    [Fact]
    public void Of_two_records_the_later_one_counts()
    {
        var later = Record("RF-2", Fever, allowed: false) with { On = Day.AddDays(5) };
        Assert.Equal(later, Triage.Assess(Fever, [later, Record("RF-2", Fever, allowed: true)]).Fired[0].Record);
    }

    [Fact]
    public void A_record_of_a_rule_that_is_gone_is_dropped()
        => Assert.Empty(Triage.Keep([Record("RF-2", Fever, true) with { RuleId = "RF-99" }], Fever, Fever, new HashSet<string>()));
}
