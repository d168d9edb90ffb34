using System.Collections.Immutable;
using Mainstay.Knowledge;
using static Mainstay.Care.Tests.SmallLibrary;

namespace Mainstay.Care.Tests;

/// <summary>The logic of asking on a library of a few lines.</summary>
public class InterviewStepTests
{
    static readonly Library Small = Empty with
    {
        Inputs =
        [
            Number("age", 0, 120) with { Screen = "you", Mandatory = true },
            Set("regions", "low_back", "calf") with { Screen = "where" },
            Sign("saddle") with { UnsureIsYes = true, Mandatory = true, Screen = "nerves" }, Sign("sexual") with { UnsureIsYes = true, Skippable = true, Screen = "nerves" },
            Choice("saddle_time", "recent", "old") with { Harmless = null, AskWhen = Any(Yes("saddle"), Yes("sexual")), Screen = "nerves" },
            Sign("fever") with { Mandatory = true }, Sign("chills"), Sign("calf_swollen"), Sign("collapse"), Sign("testis") with { AskWhen = new Condition.Not(Ge("age", 90)) },
            Choice("cancer", "none", "past", "now") with { Danger = true, Mandatory = true }, YesNo("cancer_pain") with { AskWhen = Eq("cancer", "now"), Danger = true },
            YesNo("heart") with { Harmless = "no" }, YesNo("pacemaker"), Number("minutes", 1, 90) with { Screen = "day" }, Number("arm_test", 0, 9) with { Elsewhere = true },
            Number("smoking", 0, 99) with { Screen = "more" },
        ],
        Screens = [Screen("you", 10), Screen("where", 20), Screen("nerves", 50), Screen("day", 300), Screen("more", 310)],
        Gates =
        [
            Gate("first", 10, ("numb", ["saddle", "sexual"]), ("hot", ["fever", "chills"])),
            Gate("second", 20, ("leg", ["calf_swollen"]), ("faint", ["collapse"]), ("cancer", ["cancer"])),
            Gate("health", 120, ("heart", ["heart", "pacemaker"])),
        ],
        Rules =
        [
            Rule("RF-1", Urgency.Emergency, Any(Yes("saddle"), Yes("sexual"))) with { Unless = Eq("saddle_time", "old") },
            Rule("RF-1b", Urgency.WithinTwoWeeks, Any(Yes("saddle"), Yes("sexual"))),
            Rule("RF-2", Urgency.SameDay, Yes("fever")), Rule("RF-3", Urgency.Emergency, All(Yes("fever"), Yes("chills"))),
            Rule("RF-4", Urgency.SameDay, Yes("calf_swollen")), Rule("RF-5", Urgency.Emergency, Yes("collapse")),
            Rule("RF-6", Urgency.WithinTwoWeeks, Eq("cancer", "now")), Rule("RF-7", Urgency.SameDay, All(Eq("cancer", "now"), Yes("cancer_pain"))),
            Rule("RF-8", Urgency.Routine, Yes("testis")),
        ],
        Cautions =
        [
            new()
            {
                Id = "warmth", Name = "", Sources = [], Block = [new() { When = Any(Yes("heart"), Yes("pacemaker")), Says = "no" }],
            },
        ],
    };

    static readonly Questionnaire Form = new(Small);
    static readonly Triage Triage = new(Form);
    static readonly Interview Interview = new(Form, Triage, new ContributorModel(Form));

    static Input Sign(string id) => YesNo(id) with { Danger = true };
    static Screen Screen(string id, int order) => new() { Id = id, Title = id, Order = order };
    static Gate Gate(string id, int order, params (string Id, ImmutableArray<string> Covers)[] lines) => new()
    {
        Id = id, Text = id, Why = $"Why {id}.", Order = order, Lines = [.. lines.Select(l => new GateLine { Id = l.Id, Text = l.Id, Covers = l.Covers })],
    };

    static readonly InterviewStep Start = new(Answers.Empty(Form), InterviewState.Start);

    static ScreenToAsk? Next(InterviewStep step) => Interview.Next(step.Answers, step.State);
    static string Told(ScreenToAsk? screen) => screen is null ? "end" : $"{screen.Id} {string.Join(" ", screen.Questions.Select(q => q.Id).Concat(screen.Lines.Select(l => l.Id)))}";

    static InterviewStep Give(InterviewStep step, params (string Id, string Word)[] words)
        => Interview.Record(step.State, Next(step)!, words.Aggregate(step.Answers, (a, w) => a.With(w.Id, w.Word)));

    static InterviewStep Tick(InterviewStep step, params ImmutableArray<string> lines) => Interview.RecordGate(step.Answers, step.State, Next(step)!, lines);

    static InterviewStep Unsure(InterviewStep step) => Interview.RecordGate(step.Answers, step.State, Next(step)!, [], notSure: true);

    static InterviewStep AtGates()
    {
        var step = Interview.Record(Start.State, Next(Start)!, Start.Answers.With("age", 40));
        return Interview.Record(step.State, Next(step)!, step.Answers.WithSet("regions", "low_back"));
    }

    [Fact]
    public void It_opens_with_the_person_and_the_place_and_goes_through_the_gates_to_the_plan()
    {
        Assert.Equal("you age", Told(Next(Start)));
        var step = AtGates();
        Assert.Equal("gate:first numb hot", Told(Next(step)));
        step = Tick(step);
        Assert.Equal("gate:second leg faint cancer", Told(Next(step)));
        step = Tick(step);
        Assert.Equal("testis testis", Told(Next(step)));
        step = Give(step, ("testis", "no"));
        Assert.Equal("gate:health heart", Told(Next(step)));
        step = Tick(step);
        Assert.Equal("day minutes", Told(Next(step)));
        step = Interview.Record(step.State, Next(step)!, step.Answers.With("minutes", 10));
        Assert.Null(Next(step));
        Assert.Equal((1.0, Urgency.SelfCare), (step.State.Progress, Triage.Assess(step.Answers).Urgency));
    }

    [Fact]
    public void None_at_a_gate_answers_all_it_covers_harmlessly()
    {
        var answers = Tick(Tick(AtGates())).Answers;
        Assert.All((string[])["saddle", "sexual", "fever", "chills", "calf_swollen", "collapse"], id => Assert.Equal(Truth.False, answers.IsYes(id)));
        Assert.Equal("none", answers.OptionOf("cancer"));
    }

    [Fact]
    public void A_ticked_line_of_one_question_is_its_answer() => Assert.Equal(Truth.True, Tick(Tick(AtGates()), "leg").Answers.IsYes("calf_swollen"));

    [Fact]
    public void A_ticked_line_of_several_opens_them_at_once_on_one_screen()
        => Assert.Equal("line:hot fever chills", Told(Next(Tick(AtGates(), "hot"))));

    [Fact]
    public void An_emergency_that_nothing_can_lower_ends_the_questions_at_once()
        => Assert.Null(Next(Give(Tick(AtGates(), "hot"), ("fever", "yes"), ("chills", "yes"))));

    [Fact]
    public void An_emergency_with_an_open_excuse_asks_for_it_and_nothing_else()
    {
        var step = Give(Tick(AtGates(), "numb"), ("saddle", "yes"), ("sexual", "no"));
        Assert.Equal((AskPurpose.Detail, "nerves saddle_time"), (Next(step)!.Purpose, Told(Next(step))));
        Assert.Null(Next(Give(step, ("saddle_time", "recent"))));
        Assert.Null(Next(Give(step, ("saddle_time", "unsure"))));
        Assert.Equal("gate:second leg faint cancer", Told(Next(Give(step, ("saddle_time", "old")))));
    }

    [Fact]
    public void The_same_day_asks_on_only_for_what_could_make_it_an_emergency()
    {
        var step = Give(Tick(AtGates(), "hot"), ("fever", "yes"), ("chills", "no"));
        Assert.Equal("gate:second faint", Told(Next(step)));
        Assert.Null(Next(Tick(step)));
    }

    [Fact]
    public void A_follow_up_that_can_no_longer_matter_is_not_asked()
    {
        var step = Tick(Tick(AtGates()), "leg", "cancer");
        Assert.Equal(Urgency.SameDay, Triage.Assess(step.Answers).Urgency);
        Assert.Null(Next(step));
    }

    [Fact]
    public void What_an_answer_opens_is_asked_while_it_can_raise_the_urgency()
    {
        var step = Give(Tick(Tick(AtGates()), "cancer"), ("cancer", "now"));
        Assert.Equal("line:cancer cancer_pain", Told(Next(step)));
        Assert.Equal(Urgency.SameDay, Triage.Assess(Give(step, ("cancer_pain", "yes")).Answers).Urgency);
    }

    [Fact]
    public void Not_sure_at_a_gate_records_doubt_and_asks_each_question_before_it_ends_anything()
    {
        var step = Unsure(AtGates());
        Assert.Equal(AnswerState.Unsure, step.Answers["saddle"].State);
        Assert.Equal(Urgency.Emergency, Triage.Assess(step.Answers).Urgency);
        Assert.Equal("nerves saddle sexual", Told(Next(step)));
        step = Give(step, ("saddle", "no"), ("sexual", "no"));
        Assert.Equal("line:hot fever chills", Told(Next(step)));
        step = Give(step, ("fever", "no"), ("chills", "no"));
        Assert.Equal("gate:second leg faint cancer", Told(Next(step)));
    }

    [Fact]
    public void A_question_left_blank_is_not_asked_twice()
    {
        var step = Give(Tick(AtGates(), "hot"));
        Assert.Equal("gate:second leg faint cancer", Told(Next(step)));
        Assert.Equal(Urgency.Open, Triage.Assess(step.Answers).Urgency);
    }

    [Fact]
    public void Back_takes_the_last_screen_back_and_shows_it_again()
    {
        var before = Tick(AtGates(), "hot");
        var screen = Next(before);
        var back = Interview.Back(Give(before, ("fever", "yes"), ("chills", "no")).Answers, Give(before, ("fever", "yes"), ("chills", "no")).State);
        Assert.Equal(before, back);
        Assert.Equal(screen, Next(back));
        Assert.Equal(AtGates(), Interview.Back(before.Answers, before.State));
        Assert.Equal(Start, Interview.Back(Start.Answers, Start.State));
    }

    [Fact]
    public void Back_restores_the_doubt_of_a_gate()
    {
        var before = Unsure(AtGates());
        var after = Give(before, ("saddle", "no"), ("sexual", "no"));
        Assert.Equal(before, Interview.Back(after.Answers, after.State));
    }

    [Fact]
    public void A_gate_answered_anew_opens_what_is_new_and_closes_what_is_gone()
    {
        var step = Tick(Give(Tick(AtGates(), "hot"), ("fever", "no"), ("chills", "yes")), "cancer");
        var gate = Interview.Change(step.Answers, "gate:first");
        var changed = Interview.RecordGate(step.Answers, step.State, gate, ["numb"]);
        Assert.Equal(Truth.False, changed.Answers.IsYes("chills"));
        Assert.Equal("nerves saddle sexual", Told(Next(changed)));
        Assert.Equal(step.State.Visits.Length, changed.State.Visits.Length);
    }

    [Fact]
    public void One_question_can_be_asked_anew_without_counting_as_a_screen()
    {
        var step = AtGates();
        var again = Interview.Change(step.Answers, "age");
        var changed = Interview.Record(step.State, again, step.Answers.With("age", 41));
        Assert.Equal("you age", Told(again));
        Assert.Equal((41, step.State), (changed.Answers.NumberOf("age"), changed.State));
        Assert.Throws<ArgumentException>(() => Interview.Change(step.Answers, "arm_test"));
    }

    [Fact]
    public void What_is_already_known_is_not_asked()
    {
        var known = new InterviewStep(Start.Answers.With("age", 40).With("fever", "no").With("chills", "no"), InterviewState.Start);
        Assert.Equal("where regions", Told(Next(known)));
        var gates = Interview.Record(known.State, Next(known)!, known.Answers.WithSet("regions"));
        Assert.Equal("gate:first numb", Told(Next(gates)));
    }

    [Fact]
    public void Under_sixteen_there_are_no_questions_for_a_plan()
    {
        var step = Interview.Record(Start.State, Next(Start)!, Start.Answers.With("age", 12));
        step = Tick(Tick(Interview.Record(step.State, Next(step)!, step.Answers.WithSet("regions"))));
        Assert.Null(Next(Give(step, ("testis", "no"))));
    }

    [Fact]
    public void A_person_with_a_health_condition_is_asked_which()
    {
        var step = Tick(Give(Tick(Tick(AtGates())), ("testis", "no")), "heart");
        Assert.Equal((AskPurpose.Plan, "line:heart heart pacemaker"), (Next(step)!.Purpose, Told(Next(step))));
    }

    [Fact]
    public void A_screen_says_why_it_is_asked()
    {
        Assert.Equal("Why first.", Assert.Single(Next(AtGates())!.Describe()));
        Assert.Equal("Because of age.", Assert.Single(Next(Start)!.Describe()));
    }

    [Fact]
    public void Screens_that_are_never_asked_are_there_for_pages_of_their_own()
        => Assert.Equal("more smoking", Told(Assert.Single(Interview.Optional(Start.Answers))));

    [Fact]
    public void A_line_that_was_not_shown_cannot_be_ticked()
        => Assert.Throws<ArgumentException>(() => Interview.RecordGate(AtGates().Answers, AtGates().State, Next(AtGates())!, ["leg"]));
}
