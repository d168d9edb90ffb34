using Mainstay.Knowledge;

namespace Mainstay.Care.Tests;

public class PlannerTests
{
    static Plan Week(Answers answers, params PlanChoice[] choices) => RealCare.Plan(answers, choices).Plan ?? throw new InvalidOperationException("There is no plan.");

    static bool Has(Plan plan, int day, string item) => plan.Days[day].All.Any(i => i.Id == item);

    [Fact]
    public void A_desk_worker_gets_breaks_walks_and_strength()
    {
        var plan = Week(RealCare.DeskWorker);
        Assert.Equal(5, plan.Days.Count(d => !d.Free));
        Assert.Contains(plan.Anytime, i => i.Id == "micro-breaks");
        Assert.Contains(plan.Days, d => d.Items.Any(i => i.Item.Family == Family.Walking));
        Assert.InRange(plan.Days.Count(d => d.Items.Any(i => i.Item.Family == Family.Strength)), 2, 3);
    }

    [Fact]
    public void The_reason_names_the_contributor_only_where_it_was_named_to_the_person()
    {
        var named = Week(RealCare.DeskWorker).Anytime.First(i => i.Id == "micro-breaks");
        Assert.Equal("prolonged-sitting", named.Weights.Contributor);
        Assert.StartsWith("Long sitting. ", named.Why, StringComparison.Ordinal);
        var unclear = Week(RealCare.Person("""{"age": 38, "onset_days": 30, "nprs": 3, "regions": ["low_back"], "sitting_hours": 2}"""));
        Assert.All(unclear.Explain(), e => Assert.Null(e.Item.Contributor));
        Assert.Contains(RealCare.Model.Library.Plan.Words.Unclear, unclear.Notes);
    }

    [Theory]
    [InlineData("""{"age": 15, "onset_days": 30, "nprs": 3}""", Withheld.Under16)]
    [InlineData("""{"onset_days": 30, "nprs": 3}""", Withheld.AgeUnknown)]
    [InlineData("""{"age": 40, "onset_days": 3, "nprs": 8, "ces_saddle": "yes", "ces_time": "recent"}""", Withheld.Emergency)]
    public void No_programme_and_a_reason(string answers, Withheld reason)
    {
        var result = RealCare.Plan(RealCare.Person(answers));
        Assert.Null(result.Plan);
        Assert.Equal(reason, result.Withheld);
        Assert.NotEmpty(result.Says!);
    }

    [Fact]
    public void While_nobody_is_cleared_the_plan_keeps_to_walks_easy_positions_and_breathing_also_when_a_low_rule_fired()
    {
        Gentle("""{"age": 38, "onset_days": 30, "nprs": 4, "regions": ["low_back"], "minutes_per_day": 12, "places": ["home"]}""", Urgency.Open);
        Gentle("""{"age": 38, "onset_days": 30, "nprs": 4, "regions": ["low_back"], "minutes_per_day": 12, "places": ["home"], "no_gain_6w": "yes"}""", Urgency.Routine);
    }

    static void Gentle(string json, Urgency level)
    {
        var assessment = RealCare.Model.Assess(AnswersJson.Read(System.Text.Encoding.UTF8.GetBytes(json), RealCare.Model.Questionnaire), RealCare.Today);
        Assert.Equal(level, assessment.Triage.Urgency);
        var plan = assessment.Plan.Plan!;
        Assert.All(plan.Days.SelectMany(day => day.All).Concat(plan.Anytime), item => Assert.Contains(item.Item.Family, new[] { Family.Walking, Family.Rest, Family.Breathing }));
        Assert.Contains(RealCare.Model.Library.Plan.Words.Open, plan.Notes);
    }

    [Fact]
    public void The_programme_comes_back_only_when_exercise_was_allowed()
    {
        var answers = RealCare.Person("""{"age": 40, "onset_days": 3, "nprs": 5, "ces_saddle": "yes", "ces_time": "recent"}""");
        var model = RealCare.Model;
        Seen Record(FiredRule rule, bool allowed) => new(rule.Rule.Id, RealCare.Today, "a doctor", "all is well", allowed, model.Triage.Fingerprint(rule.Rule.Id, answers));
        var fired = model.Triage.Assess(answers).Fired;
        Assert.Null(model.Assess(answers, RealCare.Today, [.. fired.Select(r => Record(r, allowed: false))]).Plan.Plan);
        Assert.NotNull(model.Assess(answers, RealCare.Today, [.. fired.Select(r => Record(r, allowed: true))]).Plan.Plan);
    }

    [Fact]
    public void Numb_skin_blocks_warmth_and_says_so()
    {
        var answers = RealCare.DeskWorker.With("numb_skin_area", "yes");
        var plan = Week(answers);
        Assert.DoesNotContain(plan.Explain(), e => e.Item.Item.Family == Family.Heat);
        Assert.NotEmpty(Assert.Single(plan.Blocked, b => b.Item.Id == "heat-pack").Says);
        var standing = RealCare.Model.Contraindications.Of(answers, default);
        Assert.NotEmpty(standing.ReasonsOfCaution("heat"));
        Assert.Empty(RealCare.Model.Contraindications.Of(RealCare.DeskWorker, default).ReasonsOfCaution("heat"));
    }

    [Fact]
    public void Each_reason_says_what_it_serves_and_how_and_none_is_read_twice_on_a_day()
    {
        var plan = Week(RealCare.DeskWorker);
        Assert.All(plan.Days, day => Assert.Equal(day.All.Count(), day.All.Select(item => item.Why).Distinct().Count()));
        Assert.Contains(plan.Days.SelectMany(day => day.Items), item => item.Contributor == "prolonged-sitting" && item.How.Contains("your ", StringComparison.Ordinal));
        Assert.All(plan.Explain(), one => Assert.DoesNotContain("{0}", one.Item.Why, StringComparison.Ordinal));
    }

    [Fact]
    public void A_swap_puts_the_wanted_item_in_and_says_in_place_of_what()
    {
        var plan = Week(RealCare.DeskWorker);
        var walk = plan.Days[1].Items.First(i => i.Item.Family == Family.Walking);
        var swapped = Week(RealCare.DeskWorker, new PlanChoice.Swap(1, walk.Id, "open-book"));
        Assert.False(Has(swapped, 1, walk.Id));
        var open = swapped.Days[1].Items.First(i => i.Id == "open-book");
        Assert.Contains(walk.Item.Name, open.Why, StringComparison.Ordinal);
        Assert.Empty(swapped.Refused);
    }

    [Fact]
    public void A_blocked_wish_is_refused_with_a_reason()
    {
        var plan = Week(RealCare.DeskWorker.With("numb_skin_area", "yes"), new PlanChoice.Swap(0, "cat-cow", "heat-pack"));
        Assert.DoesNotContain(plan.Explain(), e => e.Item.Id == "heat-pack");
        Assert.Equal(RealCare.Model.Library.Plan.Words.RefusedBlocked, Assert.Single(plan.Refused).Says);
    }

    [Fact]
    public void Strength_on_the_day_after_strength_is_refused()
    {
        var plan = Week(RealCare.DeskWorker, new PlanChoice.Swap(1, "cat-cow", "sit-to-stand"));
        Assert.False(Has(plan, 1, "sit-to-stand"));
        Assert.Equal(RealCare.Model.Library.Plan.Words.RefusedDay, Assert.Single(plan.Refused).Says);
    }

    [Fact]
    public void What_is_too_long_for_the_day_is_refused()
    {
        var plan = Week(RealCare.DeskWorker, new PlanChoice.Minutes(1, 5), new PlanChoice.Swap(1, "cat-cow", "walking-plan"));
        Assert.Equal(RealCare.Model.Library.Plan.Words.RefusedNoRoom, Assert.Single(plan.Refused).Says);
    }

    [Fact]
    public void A_skipped_item_makes_room_for_others()
    {
        var plan = Week(RealCare.DeskWorker);
        var first = plan.Days[0].Items[0].Id;
        var without = Week(RealCare.DeskWorker, new PlanChoice.Skip(null, first));
        Assert.DoesNotContain(without.Explain(), e => e.Item.Id == first);
        Assert.True(without.Days[0].Items.Length > 0);
    }

    [Fact]
    public void Less_time_makes_one_day_shorter_and_leaves_the_others()
    {
        var plan = Week(RealCare.DeskWorker, new PlanChoice.Minutes(1, 4));
        Assert.InRange(plan.Days[1].Used, 0.5, 4);
        Assert.Equal(12, plan.Days[2].Minutes);
    }

    [Fact]
    public void Another_place_holds_only_what_can_be_done_there()
    {
        var plan = Week(RealCare.DeskWorker, new PlanChoice.Place(1, "work"));
        Assert.NotEmpty(plan.Days[1].Items);
        Assert.All(plan.Days[1].All, i => Assert.Equal("work", i.Place));
    }

    [Fact]
    public void A_moved_day_changes_place_with_a_free_one()
    {
        var plan = Week(RealCare.DeskWorker);
        Assert.True(plan.Days[3].Free);
        var moved = Week(RealCare.DeskWorker, new PlanChoice.Move(2, 3));
        Assert.True(moved.Days[2].Free);
        Assert.Equal(12, moved.Days[3].Minutes);
    }

    [Fact]
    public void A_flare_halves_the_minutes_and_keeps_walking_or_easy_moves()
    {
        var plan = RealCare.Model.Assess(RealCare.DeskWorker, RealCare.Today, choices: new PlanChoices { Flare = true }).Plan.Plan!;
        Assert.Equal(Phase.Flare, plan.Phase);
        Assert.All(plan.Days.Where(d => !d.Free), d => Assert.Equal(6, d.Minutes));
        Assert.Contains(RealCare.Model.Library.Plan.Words.Flare, plan.Notes);
    }

    [Theory]
    [InlineData(2, false)]
    [InlineData(3, true)]
    public void A_flare_in_the_first_days_opens_nothing_that_they_close(double onset, bool opens)
    {
        var plan = RealCare.Model.Assess(RealCare.DeskWorker.With("onset_days", onset), RealCare.Today, choices: new PlanChoices { Flare = true }).Plan.Plan!;
        Assert.Equal(opens, plan.Days.SelectMany(d => d.All).Any(i => i.Item.Family is Family.Stretch or Family.Strength or Family.Pressure));
    }

    [Fact]
    public void What_a_person_dislikes_gives_way_and_what_they_like_comes_forward()
    {
        static double Share(Answers answers, Family family)
        {
            var items = Week(answers).Days.SelectMany(d => d.Items).ToArray();
            return items.Where(i => i.Item.Family == family).Sum(i => i.Minutes) / items.Sum(i => i.Minutes);
        }

        var liked = Share(RealCare.DeskWorker.WithSet("liked", "stretch"), Family.Stretch);
        var usual = Share(RealCare.DeskWorker, Family.Stretch);
        Assert.True(liked >= usual);
        var walkers = Share(RealCare.DeskWorker, Family.Walking);
        Assert.True(Share(RealCare.DeskWorker.WithSet("disliked", "walking"), Family.Walking) < walkers);
    }

    [Fact]
    public void The_first_two_weeks_of_strength_begin_with_the_starting_dose()
    {
        PlannedItem? Strength(int weeks) => RealCare.Model.Assess(RealCare.DeskWorker, RealCare.Today, choices: new PlanChoices { Weeks = weeks, Level = 3 }).Plan.Plan!
            .Explain().Select(e => e.Item).FirstOrDefault(i => i.Item.Dose == "strength");
        if (Strength(0) is { } first) Assert.Equal("strength-start", first.Dose.Id);
        Assert.Equal("strength", Strength(2)!.Dose.Id);
    }

    [Fact]
    public void Over_seventy_the_effort_stays_light_to_middling()
    {
        var old = Week(RealCare.DeskWorker.With("age", 74));
        Assert.All(old.Explain().Select(e => e.Item).Where(i => i.Item.Family == Family.Strength), i => Assert.InRange(i.Rpe ?? 0, 1, 6));
    }

    [Fact]
    public void Choices_go_to_JSON_and_back()
    {
        PlanChoices choices = new()
        {
            Made = [new PlanChoice.Swap(1, "cat-cow", "open-book"), new PlanChoice.Skip(null, "clam"), new PlanChoice.Minutes(2, 5), new PlanChoice.Place(null, "work"),
                new PlanChoice.Move(2, 3)],
            Level = 3,
            Start = RealCare.Today,
        };
        var back = System.Text.Json.JsonSerializer.Deserialize<PlanChoices>(System.Text.Json.JsonSerializer.Serialize(choices))!;
        Assert.Equal(choices.Made.ToArray(), back.Made.ToArray());
        Assert.Equal(choices with { Made = [] }, back with { Made = [] });
    }

    [Fact]
    public void Weeks_repeat_from_their_start()
    {
        var plan = Week(RealCare.DeskWorker);
        Assert.Equal(0, plan.On(RealCare.Today).Index);
        Assert.Equal(6, plan.On(RealCare.Today.AddDays(13)).Index);
    }

    [Fact]
    public void The_parts_of_the_body_that_hurt_come_first()
    {
        var neck = Week(RealCare.DeskWorker.WithSet("regions", "neck"));
        Assert.Contains(neck.Days.SelectMany(d => d.Items), i => i.Item.Targets.Any(t => t is "deep-neck-flexors" or "trapezius-upper" or "levator" or "rhomboids"));
    }
}
