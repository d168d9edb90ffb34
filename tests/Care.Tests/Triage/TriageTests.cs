using System.Collections.Immutable;
using Mainstay.Knowledge;
using static Mainstay.Care.Tests.SmallLibrary;

namespace Mainstay.Care.Tests;

public class TriageTests
{
    static readonly ImmutableArray<Input> Inputs =
    [
        Number("age", 0, 120), Choice("sex", "f", "m", "other") with { Harmless = null },
        Sign("saddle") with { UnsureIsYes = true }, Sign("bladder") with { UnsureIsYes = true },
        Sign("sexual") with { UnsureIsYes = true, Skippable = true }, Choice("ces_time", "recent", "old_stable") with { AskWhen = Any(Yes("saddle"), Yes("bladder")) },
        Sign("fever"), Sign("thoughts") with { Skippable = true, Mandatory = false }, Sign("testis") with { AskWhen = new Condition.Not(Eq("sex", "f")) },
        YesNo("chills") with { Danger = true }, Sign("rest_pain") with { Mandatory = false, AskWhen = Ge("age", 60) },
        Number("height_cm", 50, 250), Number("mass_kg", 10, 400),
    ];

    static readonly ImmutableArray<Rule> Rules =
    [
        Rule("RF-7", Urgency.Routine, Ge("bmi", 40)),
        Rule("RF-10", Urgency.SameDay, Yes("fever")),
        Rule("RF-9", Urgency.SameDay, All(Yes("chills"), Ge("age", 50))) with { Suspects = ["infection"] },
        Rule("RF-1", Urgency.Emergency, Any(Yes("saddle"), Yes("bladder"), Yes("sexual"))) with
        {
            Unless = Eq("ces_time", "old_stable"), Suspects = ["cauda-equina"],
        },
        Rule("RF-1b", Urgency.SameDay, Any(Yes("saddle"), Yes("bladder"), Yes("sexual"))) with { Suspects = ["cauda-equina"] },
        Rule("RF-2", Urgency.Emergency, Yes("fever")) with { Detail = Yes("chills") },
        Rule("RF-3", Urgency.Emergency, Yes("testis")),
        Rule("RF-4", Urgency.WithinTwoWeeks, Yes("rest_pain")),
    ];

    static readonly Questionnaire Form = new(Empty with { Inputs = Inputs, Rules = Rules });
    static readonly Triage Triage = new(Form);

    static Input Sign(string id) => YesNo(id) with { Danger = true, Mandatory = true };

    static Answers With(params (string Id, string Word)[] answers) => answers.Aggregate(Answers.Empty(Form), (a, x) => a.With(x.Id, x.Word));

    static Answers Clear => With(("saddle", "no"), ("bladder", "no"), ("sexual", "no"), ("fever", "no"), ("testis", "no"), ("chills", "no"), ("thoughts", "no"))
        .With("age", 40).With("height_cm", 180).With("mass_kg", 75);

    static string Fired(TriageResult result) => string.Join(" ", result.Fired.Select(f => f.Rule.Id));
    static string Open(TriageResult result) => string.Join(" ", result.Open);

    [Fact]
    public void Somebody_without_signs_is_cleared_when_all_that_must_be_asked_was_answered()
    {
        var result = Triage.Assess(Clear);
        Assert.Equal((Urgency.SelfCare, 0, ""), (result.Urgency, result.Fired.Length, Open(result)));
        Assert.True(result.Suspicions.IsEmpty);
    }

    [Fact]
    public void Nobody_is_cleared_while_a_question_that_must_be_asked_is_unanswered()
    {
        var result = Triage.Assess(Clear.With("fever", Answer.Unanswered));
        Assert.Equal((Urgency.Open, "fever"), (result.Urgency, Open(result)));
    }

    [Fact]
    public void Unsure_is_no_answer_to_a_question_that_must_be_asked() => Assert.Equal(Urgency.Open, Triage.Assess(Clear.With("fever", "unsure")).Urgency);

    [Fact]
    public void Unsure_counts_as_yes_where_the_question_says_so() => Assert.Equal(Urgency.Emergency, Triage.Assess(Clear.With("saddle", "unsure")).Urgency);

    [Fact]
    public void The_highest_level_wins_and_every_rule_is_told_in_order_of_level_and_number()
    {
        var result = Triage.Assess(Clear.With("fever", "yes").With("chills", "yes").With("age", 60).With("mass_kg", 180));
        Assert.Equal((Urgency.Emergency, "RF-2 RF-9 RF-10 RF-7"), (result.Urgency, Fired(result)));
    }

    [Fact]
    public void An_open_detail_keeps_the_level_up_and_says_what_would_settle_it()
    {
        var result = Triage.Assess(Clear.With("fever", "yes").With("chills", Answer.Unanswered));
        Assert.Equal(Urgency.Emergency, result.Urgency);
        Assert.True(result.Provisional);
        Assert.Equal(("RF-2", true, "chills"), (result.Fired[0].Rule.Id, result.Fired[0].Provisional, string.Join(" ", result.Fired[0].Asks)));
    }

    [Fact]
    public void A_detail_that_is_known_to_be_absent_lets_the_lower_rule_stand()
    {
        var result = Triage.Assess(Clear.With("fever", "yes"));
        Assert.Equal((Urgency.SameDay, "RF-10", false), (result.Urgency, Fired(result), result.Provisional));
    }

    [Fact]
    public void An_excuse_counts_only_when_it_is_known_to_be_true()
    {
        Assert.Equal(Urgency.Emergency, Triage.Assess(Clear.With("saddle", "yes")).Urgency);
        Assert.Equal(Urgency.Emergency, Triage.Assess(Clear.With("saddle", "yes").With("ces_time", "unsure")).Urgency);
        Assert.Equal(Urgency.SameDay, Triage.Assess(Clear.With("saddle", "yes").With("ces_time", "old_stable")).Urgency);
    }

    [Fact]
    public void Rather_not_say_is_an_answer_when_the_other_signs_are_no()
    {
        var skipped = Clear.With("sexual", "skip");
        Assert.Equal(Urgency.SelfCare, Triage.Assess(skipped).Urgency);
        Assert.Equal(Urgency.Open, Triage.Assess(skipped.With("bladder", Answer.Unanswered)).Urgency);
        Assert.Contains("sexual", Triage.Assess(skipped.With("bladder", Answer.Unanswered)).Open);
        Assert.Equal("RF-1 RF-1b", Fired(Triage.Assess(skipped.With("bladder", "yes"))));
    }

    [Fact]
    public void Rather_not_say_elsewhere_is_no_answer()
    {
        var strict = new Questionnaire(Empty with { Inputs = [Sign("thoughts") with { Skippable = true }] });
        Assert.Equal(Urgency.Open, new Triage(strict).Assess(Answers.Empty(strict).With("thoughts", "skip")).Urgency);
    }

    [Fact]
    public void A_question_that_is_known_not_to_apply_is_not_open()
    {
        var blank = Clear.With("testis", Answer.Unanswered);
        Assert.Equal(Urgency.SelfCare, Triage.Assess(blank.With("sex", "f")).Urgency);
        Assert.Equal(Urgency.Open, Triage.Assess(blank.With("sex", "m")).Urgency);
        Assert.Equal(Urgency.Open, Triage.Assess(blank.With("sex", "other")).Urgency);
        Assert.Equal(Urgency.Open, Triage.Assess(blank).Urgency);
        Assert.DoesNotContain("rest_pain", Triage.Assess(Clear).Open);
        Assert.Contains("rest_pain", Triage.Assess(Clear.With("age", Answer.Unanswered)).Open);
    }

    [Fact]
    public void Open_lists_only_what_could_raise_the_level_further()
    {
        var result = Triage.Assess(With(("fever", "yes"), ("chills", "no")));
        Assert.Equal(Urgency.SameDay, result.Urgency);
        Assert.Equal("saddle bladder sexual testis", Open(result));
        Assert.Empty(Triage.Assess(With(("saddle", "yes"))).Open);
    }

    [Fact]
    public void A_question_that_can_no_longer_matter_is_not_open()
        => Assert.Equal("fever", Open(Triage.Assess(Clear.With("age", Answer.Unanswered).With("fever", Answer.Unanswered).With("rest_pain", "no"))));

    [Fact]
    public void Body_mass_index_is_open_by_height_and_weight()
        => Assert.Equal("mass_kg", Open(Triage.Assess(Clear.With("mass_kg", Answer.Unanswered))));

    [Fact]
    public void Assuming_no_settles_what_was_left_out_and_no_doubt_that_was_told()
    {
        Assert.Equal(Urgency.SelfCare, Triage.Assess(Answers.Empty(Form).AssumeNo()).Urgency);
        Assert.Equal(Urgency.Open, Triage.Assess(With(("fever", "unsure")).AssumeNo()).Urgency);
        Assert.Equal(Urgency.Emergency, Triage.Assess(With(("testis", "yes")).AssumeNo()).Urgency);
    }

    [Fact]
    public void Fired_rules_raise_their_suspicions()
        => Assert.Equal("cauda-equina infection", string.Join(" ", Triage.Assess(Clear.With("bladder", "yes").With("chills", "yes").With("age", 50)).Suspicions.Ids));

    [Fact]
    public void The_order_of_the_files_does_not_matter()
    {
        var turned = new Triage(new(Empty with { Inputs = Inputs, Rules = [.. Rules.Reverse()] }));
        var answers = Clear.With("fever", "yes").With("chills", "yes").With("age", 60);
        Assert.Equal(Fired(Triage.Assess(answers)), Fired(turned.Assess(answers)));
    }

    [Fact]
    public void Two_rules_with_one_id_are_refused()
        => Assert.Throws<ArgumentException>(() => new Triage(new(Empty with { Inputs = Inputs, Rules = [Rules[0], Rules[0]] })));

    [Fact]
    public void A_rule_that_reads_what_is_never_asked_is_refused_by_name()
        => Assert.Contains("RF-5", Assert.Throws<ArgumentException>(
            () => new Triage(new(Empty with { Inputs = Inputs, Rules = [Rule("RF-5", Urgency.Routine, Yes("moon"))] }))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_rule_may_not_read_a_suspicion()
        => Assert.Throws<ArgumentException>(
            () => new Triage(new(Empty with { Inputs = Inputs, Rules = [Rule("RF-5", Urgency.Routine, new Condition.Suspects("dvt"))] })));
}
