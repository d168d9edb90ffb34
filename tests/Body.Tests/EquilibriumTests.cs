using Mainstay.Body.Model;
using Mainstay.Body.Postures;
using Mainstay.Body.Questions;

namespace Mainstay.Body.Tests;

public class EquilibriumTests
{
    static Workspace Person(string muscle, double tightness)
    {
        var work = new Workspace(Shipped.Model);
        if (tightness > 0) BodyCondition.Tighten(work, muscle, tightness);
        return work;
    }

    [Fact]
    public void Tight_hamstrings_shift_a_reach_from_the_hips_to_the_low_back()
    {
        var (usual, tight) = (Equilibrium.Reach(Person("", 0), 0.4, 0.5), Equilibrium.Reach(Person("hamstrings", 0.19), 0.4, 0.5));
        Assert.InRange(usual.HipDeg - tight.HipDeg, 2, 10);
        Assert.InRange(tight.LumbarDeg - usual.LumbarDeg, 3, 10);
        Assert.True(tight.LumbarDeg / tight.HipDeg > 1.1 * usual.LumbarDeg / usual.HipDeg);
    }

    [Fact]
    public void Tight_hamstrings_leave_the_low_back_a_larger_part_of_a_toe_touch()
    {
        var (usual, tight) = (Flexibility.StandHanging(Person("", 0)), Flexibility.StandHanging(Person("hamstrings", 0.19)));
        Assert.InRange(usual.HipDeg - tight.HipDeg, 15, 25);
        Assert.True(tight.LumbarDeg > usual.LumbarDeg);
        Assert.True(tight.LumbarDeg / tight.HipDeg > 1.3 * usual.LumbarDeg / usual.HipDeg);
    }

    [Fact]
    public void A_hanging_bend_on_its_feet_is_the_passive_one_and_stands()
    {
        var work = Person("", 0);
        var passive = Flexibility.ToeTouch(work);
        var standing = Flexibility.StandHanging(work);
        Assert.Equal(passive.HipDeg, standing.HipDeg, 1e-3);
        Assert.Equal(passive.LumbarDeg, standing.LumbarDeg, 1e-3);
        Assert.Null(Shortfall.Sentence(work));
    }

    [Theory]
    [InlineData(0.3, 1.2)]
    [InlineData(0.5, 0.6)]
    [InlineData(0.4, 0.5)]
    [InlineData(0.5, 1.6)]
    public void The_hands_end_where_they_were_sent_and_the_feet_stay_under(double ahead, double above)
    {
        var work = Person("", 0);
        Equilibrium.Reach(work, ahead, above);
        var (hand, heel) = (Reach.Point(work, "hand_r"), Reach.Point(work, "heel_r"));
        Assert.Equal(ahead, hand.X - Stance.AnklesX(work.Model, work), 2e-3);
        Assert.Equal(above, hand.Z - heel.Z, 2e-3);
        Assert.Null(Shortfall.Sentence(work));
        Assert.Null(OutOfReach.Sentence(work));
    }

    [Fact]
    public void What_upright_arms_reach_needs_no_bend() => Assert.Equal(0, Equilibrium.Reach(Person("", 0), 0.3, 1.2).ChestDeg, 0.01);

    [Fact]
    public void A_lower_point_takes_more_bending_and_bent_knees_take_less()
    {
        var (high, low) = (Equilibrium.Reach(Person("", 0), 0.4, 0.7), Equilibrium.Reach(Person("", 0), 0.4, 0.5));
        Assert.True(low.ChestDeg > high.ChestDeg + 5);
        Assert.True(Equilibrium.Reach(Person("", 0), 0.4, 0.5, 60).LumbarDeg < low.LumbarDeg);
    }

    [Fact]
    public void A_reach_that_very_tight_hamstrings_do_not_allow_is_said_to_be_out_of_reach()
    {
        var work = Person("hamstrings", 0.19);
        Equilibrium.Reach(work, 0.3, 0.3);
        Assert.StartsWith("out of reach: with hamstrings this tight the right hip stops at", OutOfReach.Sentence(work), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1.2, 1.2, 0, "the hands stay 38 cm away")]
    [InlineData(2, 0.5, 0, "outside -0.2 to 1.5 m")]
    [InlineData(0.4, double.NaN, 0, "outside 0 to 2.5 m")]
    [InlineData(0.4, 0.5, 130, "outside 0 to 120")]
    public void A_point_nobody_gets_to_is_refused(double ahead, double above, double knee, string message) =>
        Assert.Contains(message, Assert.Throws<BodyException>(() => Equilibrium.Reach(Person("", 0), ahead, above, knee)).Message, StringComparison.Ordinal);

    [Fact]
    public void Sitting_with_shins_upright_tight_hamstrings_change_nothing_and_with_straight_knees_they_roll_the_pelvis_back()
    {
        Assert.Equal(Equilibrium.Sit(Person("", 0), 0.43).PelvisDeg, Equilibrium.Sit(Person("hamstrings", 0.1), 0.43).PelvisDeg, 0.5);
        var (usual, tight) = (Equilibrium.Sit(Person("", 0), 0.43, 0), Equilibrium.Sit(Person("hamstrings", 0.1), 0.43, 0));
        Assert.InRange(usual.PelvisDeg - tight.PelvisDeg, 4, 12);
        Assert.InRange(tight.LumbarDeg - usual.LumbarDeg, 4, 12);
    }

    [Theory]
    [InlineData(0.35)]
    [InlineData(0.43)]
    [InlineData(0.6)]
    public void A_found_seat_posture_sits_upright_and_lacks_nothing(double seat)
    {
        var work = Person("", 0);
        var found = Equilibrium.Sit(work, seat);
        Assert.Equal(0, found.ChestDeg, 0.1);
        Assert.InRange(found.PelvisDeg, -35, -5);
        Assert.Null(Shortfall.Sentence(work));
    }

    [Fact]
    public void A_higher_seat_opens_the_hips_and_the_knees()
    {
        var (low, high) = (Equilibrium.Sit(Person("", 0), 0.35), Equilibrium.Sit(Person("", 0), 0.6));
        Assert.True(high.HipDeg < low.HipDeg - 20);
        Assert.True(high.KneeDeg < low.KneeDeg - 20);
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(0.9)]
    [InlineData(double.NaN)]
    public void An_impossible_seat_is_refused(double seat) => Assert.Throws<BodyException>(() => Equilibrium.Sit(Person("", 0), seat));

    [Fact]
    public void A_leg_held_up_by_somebody_lacks_nothing_and_loads_the_back_little()
    {
        var work = Person("", 0);
        PostureSetter.Apply(Flexibility.LyingLegRaised(Shipped.Model, 60), work);
        Kernels.Solver.Solve(work);
        Assert.Null(Shortfall.Sentence(work));
        Assert.True(work.Compression[1] < Shipped.Solved("standing").Compression[1]);
    }
}
