namespace Mainstay.Knowledge.Tests;

public class CheckTests
{
    [Theory]
    [InlineData("sources/all.yaml", "id: judgement", "id: Judge_ment", "'Judge_ment' is not well formed for a source")]
    [InlineData("questions/danger.yaml", "id: known_cause", "id: known-cause", "'known-cause' is not well formed for a input")]
    [InlineData("safety/rules.yaml", "id: RF-02", "id: RF-2", "'RF-2' is not well formed for a rule")]
    [InlineData("safety/rules.yaml", "id: RF-02", "id: RF-01", "the rule 'RF-01' stands twice")]
    [InlineData("claims/c-01.yaml", "ref: C-01", "ref: C-02", "the file is named 'c-01' but holds 'c-02'")]
    [InlineData("exercises/cat-cow.yaml", "id: cat-cow", "id: cow-cat", "the file is named 'cat-cow' but holds 'cow-cat'")]
    [InlineData("exercises/cat-cow.yaml", "S0-25", "row 25", "'row 25' is not a row of the scope")]
    [InlineData("services.yaml", "id: GB", "id: UK1", "'UK1' is not well formed for a country")]
    public void Ids_are_well_formed_and_unique(string file, string old, string by, string message) =>
        Expect(Mini.Good.Replace(file, old, by), file, message);

    [Theory]
    [InlineData("safety/harmless.yaml", "nice-ng59", "nice-ng95", "there is no source 'nice-ng95'; did you mean 'nice-ng59'?")]
    [InlineData("safety/harmless.yaml", "input: fever", "input: fewer", "there is no input 'fewer'; did you mean 'fever'?")]
    [InlineData("questions/danger.yaml", "ask_when: {yes: fever}", "ask_when: {yes: fevr}", "the input 'fevr' is never asked")]
    [InlineData("questions/gates.yaml", "covers: [fever]", "covers: [fever, chills]", "there is no input 'chills'")]
    [InlineData("therapies/massage.yaml", "claim: most-pain-eases", "claim: C-07", "there is no claim 'C-07'")]
    [InlineData("therapies/massage.yaml", "cautions: [heat]", "cautions: [cold]", "there is no caution 'cold'; allowed: heat")]
    [InlineData("exercises/cat-cow.yaml", "dose: moves", "dose: holds", "there is no dose 'holds'")]
    [InlineData("exercises/cat-cow.yaml", "[glutes, low_back]", "[glutes, low_bak]", "there is no muscle or region 'low_bak'")]
    [InlineData("exercises/cat-cow.yaml", "equipment: [chair]", "equipment: [rope]", "there is no piece of equipment 'rope'")]
    [InlineData("exercises/cat-cow.yaml", "{stress: 0.5}", "{strain: 0.5}", "there is no contributor 'strain'")]
    [InlineData("exercises/cat-cow.yaml", "harder: stroll", "harder: run", "there is no item 'run'")]
    [InlineData("contributors/facet.yaml", "tests: [reach]", "tests: [preach]", "there is no test 'preach'")]
    [InlineData("causes/posture.yaml", "[cat-cow, massage, hurt]", "[cat-cow, message]", "there is no item, therapy or lesson 'message'")]
    [InlineData("tests/reach.yaml", "informs: [low-strength]", "informs: [strength]", "there is no contributor 'strength'")]
    [InlineData("muscles.yaml", "regions: [low_back]", "regions: [lowback]", "there is no body-map region 'lowback'")]
    [InlineData("plan.yaml", "walk: {walking: 1.5}", "run: {walking: 1.5}", "there is no option of 'goals' 'run'")]
    [InlineData("plan.yaml", "walk: {walking: 1.5}", "walk: {running: 1.5}", "'running' is not a family")]
    [InlineData("cautions/heat.yaml", "suspects: cord", "suspects: chord", "contraindication of heat: no rule raises the suspicion 'chord'")]
    [InlineData("causes/posture.yaml", "{ge: [sitting_hours, 6]}", "{yes: sitting_hours}", "this condition is for yes_no inputs, and 'sitting_hours' is a number input")]
    [InlineData("causes/posture.yaml", "{ge: [sitting_hours, 6]}", "{eq: [leg_weak, a_lot]}", "'leg_weak' has no option 'a_lot'; allowed: none, mild, severe")]
    [InlineData("causes/posture.yaml", "{ge: [sitting_hours, 6]}", "{ge: [sitting_hours, 25]}", "can never be true: 'sitting_hours' is from 0 to 24")]
    [InlineData("causes/posture.yaml", "{ge: [sitting_hours, 6]}", "{suspects: cord}", "'suspects' is for contraindications only")]
    public void Every_reference_exists(string file, string old, string by, string message) =>
        Expect(Mini.Good.Replace(file, old, by), file, message);

    [Theory]
    [InlineData("contributors/stress.yaml", "prior: 0.2", "prior: 1.2", "'prior' is 1.2; it must be between 0 and 1")]
    [InlineData("contributors/stress.yaml", "points: 1.5", "points: 3", "'points' is 3; allowed: -2 to 2")]
    [InlineData("contributors/stress.yaml", "points: 1.5", "lr: 4, points: 1.5", "evidence has either points or likelihood ratios")]
    [InlineData("questions/about.yaml", "max: 120", "max: -1", "'min' 0 must be below 'max' -1")]
    [InlineData("questions/danger.yaml", "harmless: none", "harmless: nothing", "'harmless' is 'nothing'; allowed: none, mild, severe")]
    [InlineData("questions/danger.yaml", "  harmless: none\n", "", "a choice that is a danger sign needs 'harmless'")]
    [InlineData("exercises/cat-cow.yaml", "minutes: 3", "minutes: 0", "'minutes' is 0")]
    [InlineData("exercises/cat-cow.yaml", "places: [home]", "places: [beach]", "'beach' is not a place; allowed: home, work, travel")]
    [InlineData("exercises/cat-cow.yaml", "{recovering: 1}", "{recovering: 1.1}", "the fit to 'recovering' is 1.1; allowed: 0 to 1")]
    [InlineData("exercises/cat-cow.yaml", "{recovering: 1}", "{later: 1}", "'later' is not a phase; allowed: first-days, recovering, lasting, flare")]
    [InlineData("doses.yaml", "days_per_week: 5", "days_per_week: 8", "days per week must ascend within 0 to 7")]
    [InlineData("course.yaml", "week: 6", "week: 0", "the weeks of its points must ascend")]
    [InlineData("plan.yaml", "repeat: 0.6", "repeat: 6", "'repeat' is 6; it must be above 0 and at most 1")]
    [InlineData("plan.yaml", "weak: 0.4, ", "", "the verdict 'weak' has no weight")]
    [InlineData("challenge.yaml", "[One., Two., Three.]", "[One., Two.]", "the ladder has 2 steps; three are expected")]
    [InlineData("quiz.yaml", "right: true, ", "", "exactly one option must be right")]
    [InlineData("claims/c-01.yaml", "next_review: 2027", "next_review: 2025", "'next_review' must be after 'reviewed'")]
    [InlineData("claims/c-01.yaml", "sources: [nice-ng59]", "sources: [judgement]", "it is verified, but none of its sources is")]
    [InlineData("services.yaml", "\"999\"", "\"call us\"", "'call us' is not a telephone number")]
    [InlineData("tests/reach.yaml", "below: 20", "below: 90", "'below' must be from 0 to 80")]
    public void Numbers_and_choices_are_in_range(string file, string old, string by, string message) =>
        Expect(Mini.Good.Replace(file, old, by), file, message);

    [Fact]
    public void A_set_has_at_most_64_options()
    {
        var options = string.Concat(Enumerable.Range(1, 63).Select(n => $"\n    - {{id: o{n}, text: O}}"));

        Expect(Mini.Good.Replace("questions/about.yaml", "\n    - {id: sleep, text: Sleep}", "\n    - {id: sleep, text: Sleep}" + options),
            "questions/about.yaml",
            "65 options; at most 64 are allowed");
    }

    [Fact]
    public void There_are_exactly_the_thirteen_contributors()
    {
        Expect(Mini.Good.Without("contributors/facet.yaml"), "contributors/", "the contributor 'facet' is missing");
        Expect(Mini.Good.With("contributors/luck.yaml", Mini.Good.Files["contributors/facet.yaml"].Replace("id: facet", "id: luck",
            StringComparison.Ordinal)),
            "contributors/luck.yaml", "'luck' is not one of the 13 contributors");
    }

    [Theory]
    [InlineData("when: {eq: [leg_weak, severe]}", "when: {all: [{eq: [leg_weak, severe]}, {no: fever}]}", "'fever' is a danger sign, and its harmless answer would help to fire the rule")]
    [InlineData("when: {eq: [leg_weak, severe]}", "when: {not: {eq: [leg_weak, severe]}}", "'leg_weak' is a danger sign, and its harmless answer would help to fire")]
    [InlineData("when: {eq: [leg_weak, severe]}", "when: {in: [leg_weak, [none, severe]]}", "'leg_weak' is a danger sign, and its harmless answer would help to fire")]
    [InlineData("when: {eq: [leg_weak, severe]}", "when: {eq: [leg_weak, severe]}\n  detail: {no: fever}", "would help to fire the rule ('detail')")]
    [InlineData("unless: {yes: known_cause}", "unless: {any: [{yes: known_cause}, {eq: [leg_weak, mild]}]}", "'leg_weak' is a danger sign, and its dangerous answer would excuse the rule")]
    [InlineData("unless: {yes: known_cause}", "unless: {any: [{yes: known_cause}, {not: {eq: [leg_weak, none]}}]}", "its dangerous answer would excuse the rule")]
    [InlineData("do: [Call for help., Lie down.]", "do: [Call for help.]", "rule RF-01 is E and says in 1 line(s) what to do; two or more are needed")]
    [InlineData("avoid: [Do not drive.]", "avoid: []", "does not say what not to do ('avoid')")]
    [InlineData("  say: My leg gives way.\n", "", "rule RF-01 is E and has no words for the professional ('say')")]
    [InlineData("  say: I have a fever.\n", "", "rule RF-02 is U14 and has no words for the professional ('say')")]
    [InlineData("system: nerves", "system: wires", "'wires' is not a system")]
    [InlineData("level: U14", "level: open", "no rule has the level 'open'")]
    public void Rules_only_ever_raise_and_say_what_to_do(string old, string by, string message) =>
        Expect(Mini.Good.Replace("safety/rules.yaml", old, by), "safety/rules.yaml", message);

    [Fact]
    public void A_harmless_answer_may_excuse_and_a_dangerous_one_may_fire() =>
        Assert.Empty(Mini.Good.Replace("safety/rules.yaml", "unless: {yes: known_cause}",
            "unless: {any: [{yes: known_cause}, {all: [{no: fever}, {eq: [leg_weak, none]}]}]}").Check().Errors);

    const string Extra = "\n- {id: chills, kind: yes_no, text: Chills?, why: To know., label: Chills";

    [Fact]
    public void Every_danger_sign_is_behind_one_gate_line_or_on_a_screen()
    {
        var read = Mini.Good.Replace("safety/rules.yaml", "{any: [{yes: fever}", "{any: [{yes: chills}, {yes: fever}");

        Expect(read.Add("questions/danger.yaml", Extra + ", danger: true}"), "questions/danger.yaml",
            "the danger sign 'chills' is covered by no gate line");
        Assert.Empty(read.Add("questions/danger.yaml", Extra + ", danger: true, screen: you}").Check().Errors);
        Expect(Mini.Good.Replace("questions/gates.yaml", "covers: [leg_weak]", "covers: [leg_weak, fever]"), "questions/danger.yaml",
            "'fever' is covered by 2 gate lines (fever, leg); one is allowed");
    }

    [Fact]
    public void An_input_that_nothing_reads_is_an_error() =>
        Expect(Mini.Good.Add("questions/danger.yaml", Extra + ", screen: you}"), "questions/danger.yaml",
            "nothing uses the input 'chills'");

    [Fact]
    public void An_input_that_only_a_contraindication_reads_needs_a_place_where_it_is_asked()
    {
        var read = Mini.Good.Replace("cautions/heat.yaml", "{ge: [age, 75]}", "{any: [{yes: chills}, {ge: [age, 75]}]}");

        Expect(read.Add("questions/danger.yaml", Extra + "}"), "questions/danger.yaml", "'chills' is never asked");
        Assert.Empty(read.Add("questions/danger.yaml", Extra + ", screen: you}").Check().Errors);
    }

    [Fact]
    public void An_input_filled_in_elsewhere_needs_its_test_or_its_sum()
    {
        var read = Mini.Good.Replace("lasting.yaml", "{gt: [sitting_hours, 8]}", "{gt: [sitting_hours, 8]}\n") // keeps the file readable
            .Replace("causes/posture.yaml", "{ge: [sitting_hours, 6]}", "{ge: [reach_cm, 6]}")
            .Add("questions/about.yaml", "\n- {id: reach_cm, kind: number, text: Reach?, why: To know., label: Reach, min: 0, max: 80, "
                + "elsewhere: true}");

        Expect(read, "questions/about.yaml", "'reach_cm' is never asked: it is marked 'elsewhere'");
        Assert.Empty(read.Replace("tests/reach.yaml", "inputs: []", "inputs: [reach_cm]").Check().Errors);
    }

    [Fact]
    public void None_of_these_can_answer_what_a_gate_covers() =>
        Expect(Mini.Good.Replace("questions/gates.yaml", "covers: [leg_weak]", "covers: [leg_weak, sitting_hours]"), "questions/gates.yaml",
            "'none of these' cannot answer 'sitting_hours' harmlessly");

    [Theory]
    [InlineData("says: Most people feel better in weeks.", "says: Recuperation characteristically demonstrates considerable individual variability notwithstanding intervention.", "reads at grade")]
    [InlineData("says: Most people feel better in weeks.", "says: It is not a sign of damage.", "says 'damage'. It frightens. Instead: sore")]
    [InlineData("says: Most people feel better in weeks.", "says: A weak back.", "says 'weak'")]
    public void Prose_is_easy_and_does_not_frighten(string old, string by, string message) =>
        Expect(Mini.Good.Replace("claims/c-01.yaml", old, by), "claims/c-01.yaml", message);

    [Theory]
    [InlineData("About 30 % got better.", "30 %")]
    [InlineData("It helped 3 out of 10.", "3 out of 10")]
    public void A_figure_from_a_source_that_was_not_read_stays_out_of_the_text(string effect, string figure)
    {
        var with = Mini.Good.Replace("claims/c-01.yaml", "effect: Pain fell in most people.", $"effect: {effect}");

        Assert.Empty(with.Check().Errors);
        Expect(with.Replace("claims/c-01.yaml", "verified: true", "verified: false"), "claims/c-01.yaml", $"'effect' gives a figure ({figure})");
    }

    [Fact]
    public void Allowed_phrases_and_quoted_sayings_may_use_the_words() =>
        Assert.Empty(Mini.Good.Replace("claims/c-01.yaml", "says: Most people feel better in weeks.",
            "says: There is weak evidence for it.")
            .Replace("claims/c-01.yaml", "statement: Most back pain eases.", "statement: Weak backs are damaged.").Check().Errors);

    static void Expect(Mini spoiled, string file, string message)
    {
        var errors = spoiled.Check().Errors;
        Assert.Contains(errors, error => error.File == file && error.Message.Contains(message, StringComparison.Ordinal));
    }
}
