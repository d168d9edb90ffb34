namespace Mainstay.Care.Tests;

/// <summary>The shipped contributors on pictures that every clinician knows.</summary>
public class RealContributorTests
{
    static ContributorResult Weigh(string json) => RealCare.Model.Contributors.Weigh(RealCare.Person(json));

    [Theory]
    [InlineData("acute-strain", """{"age": 40, "onset_days": 2, "onset_mode": "event", "trigger_event": ["lift"], "moves_worse": "yes", "eases_in_position": "yes", "one_sided_local": "yes"}""")]
    [InlineData("prolonged-sitting", """{"age": 38, "onset_days": 30, "onset_mode": "gradual", "sit_builds": "yes", "sitting_hours": 9, "sitting_breaks": "rarely", "better_active_days": "yes"}""")]
    [InlineData("over-exercise", """{"age": 25, "onset_days": 3, "onset_mode": "gradual", "load_jump": "yes", "soreness_symmetric": "yes", "soreness_peak_day2": "yes", "sleep_hours": 5, "rest_days": 0}""")]
    [InlineData("stress", """{"age": 45, "onset_days": 60, "stress_level": 8, "stress_days_link": "yes", "low_mood_days": 5, "jaw_shoulder_tension": "yes"}""")]
    [InlineData("tender-points", """{"age": 45, "onset_days": 60, "tender_spot_reproduces": "yes", "tender_deep_ache": "yes", "held_posture": "yes"}""")]
    [InlineData("low-strength", """{"age": 66, "onset_days": 60, "inactivity_weeks": 20, "carry_pain": "yes", "fatigue_late_day": "yes", "test_sit_to_stand_reps": 8}""")]
    [InlineData("nerve-root", """{"age": 45, "onset_days": 30, "leg_pain": "one", "below_knee": "yes", "leg_worse": "yes", "leg_numb": "one", "cough_leg": "yes"}""")]
    [InlineData("stenosis", """{"age": 74, "onset_days": 300, "onset_age": 70, "leg_pain": "both", "none_when_seated": "yes", "bends_forward_better": "yes", "both_legs_buttocks": "yes", "claud_sit_relief": "yes"}""")]
    [InlineData("sacroiliac", """{"age": 31, "sex": "f", "onset_days": 60, "regions": ["buttock"], "finger_dimple": "yes", "worse_rolling": "yes", "one_leg_stairs": "yes", "weeks_pp": 12}""")]
    [InlineData("inflammatory", """{"age": 28, "onset_days": 400, "onset_age": 24, "onset_mode": "gradual", "ib_night2": "yes", "ib_move": "yes", "ib_buttock": "yes", "morning_stiff_min": 60, "ib_nsaid": "yes", "ib_family": "yes"}""")]
    [InlineData("sensitised", """{"age": 45, "onset_days": 400, "onset_age": 30, "other_sites": 5, "touch_hurts": "yes", "exercise_after_pain": "yes", "fatigue": "yes", "brain_fog": "yes"}""")]
    [InlineData("tight-hamstrings-hip-flexors", """{"age": 30, "onset_days": 60, "test_fingertip_floor_cm": 30, "test_thomas_positive": "yes", "hinge_pain": "yes"}""")]
    public void The_classic_picture_is_named_with_its_reasons(string id, string json)
    {
        var named = Weigh(json).Named;
        var it = Assert.Single(named, n => n.Id == id);
        Assert.Equal(id, named[0].Id);
        Assert.True(it.For.Length >= 2);
        Assert.InRange(it.Weight, it.Low, it.High);
    }

    [Fact]
    public void Somebody_without_a_pattern_is_told_that_it_is_unclear()
        => Assert.True(Weigh("""{"age": 40, "onset_days": 50, "onset_mode": "gradual", "sitting_hours": 4, "stress_level": 2, "low_mood_days": 0}""").Unclear);

    [Fact]
    public void The_facet_joints_are_explained_and_never_named()
    {
        var result = Weigh("""{"age": 60, "onset_days": 200}""");
        Assert.Equal("facet", Assert.Single(result.Explained).Id);
        Assert.DoesNotContain("facet", result.Weights.Keys);
    }

    [Fact]
    public void Pain_above_the_knee_speaks_against_a_nerve()
    {
        var above = Weigh("""{"age": 45, "onset_days": 30, "leg_pain": "one", "below_knee": "no", "leg_worse": "no", "leg_numb": "none"}""").Weights["nerve-root"];
        var below = Weigh("""{"age": 45, "onset_days": 30, "leg_pain": "one", "below_knee": "yes", "leg_worse": "no", "leg_numb": "none"}""").Weights["nerve-root"];
        Assert.True(above < 0.08 && below > 0.08);
    }

    [Fact]
    public void A_strain_is_not_considered_after_six_weeks()
        => Assert.DoesNotContain("acute-strain", Weigh("""{"age": 40, "onset_days": 60, "onset_mode": "event", "trigger_event": ["lift"]}""").Weights.Keys);
}
