using System.Collections.Immutable;
using Mainstay.Body.Anatomy;
using Mainstay.Body.Kernels;
using Mainstay.Body.Model;
using Mainstay.Body.Postures;
using Mainstay.Body.Questions;

namespace Mainstay.Body.Tests;

public class StretchTests
{
    static Workspace Person(string muscle, double tightness)
    {
        var work = new Workspace(Shipped.Model);
        if (tightness > 0) BodyCondition.Tighten(work, muscle, tightness);
        return work;
    }

    static string? Stops(Workspace work, string posture)
    {
        PostureSetter.Apply(Shipped.Data.Posture(posture), work);
        Solver.Solve(work);
        return OutOfReach.Sentence(work);
    }

    [Fact]
    public void Every_posture_of_the_library_is_within_reach_of_a_body_as_supple_as_most()
    {
        foreach (var posture in Shipped.Data.Postures) Assert.Null(Stops(Person("", 0), posture.Id));
    }

    [Fact]
    public void A_raised_leg_that_tight_hamstrings_stop_is_said_to_be_out_of_reach()
    {
        var work = Person("hamstrings", 0.15);
        Assert.Matches("^out of reach: with hamstrings this tight the right hip stops at (4[5-9]|5[0-5])°, not 58°$", Stops(work, "lying-leg-raised"));
        var hinge = Shipped.Model.Angle("hip_r_flexion");
        work.Angles[hinge] = double.DegreesToRadians(OutOfReach.Of(work)[0].StopDeg);
        Solver.Measure(work);
        Assert.Equal(-OutOfReach.StopNm, Flexibility.Passive(work, hinge), 1e-3);
    }

    [Fact]
    public void Looking_for_stops_leaves_the_workspace_as_it_was()
    {
        var work = Person("hamstrings", 0.15);
        Stops(work, "lying-leg-raised");
        var (length, angles) = ((double[])work.Length.Clone(), (double[])work.Angles.Clone());
        OutOfReach.Of(work);
        Assert.Equal(length, work.Length);
        Assert.Equal(angles, work.Angles);
    }

    [Fact]
    public void Knees_drawn_to_the_chest_bend_the_low_back()
    {
        var work = Person("", 0);
        PostureSetter.Apply(Shipped.Data.Posture("lying-knees-to-chest"), work);
        Assert.InRange(AngleEdit.Get(Shipped.Model, work.Angles, "lumbar_flexion"), double.DegreesToRadians(15), double.DegreesToRadians(50));
    }

    static ImmutableArray<Posture> Raise(double to) =>
        [.. Enumerable.Range(0, 11).Select(i => AngleEdit.With(Shipped.Model, Shipped.Data.Posture("lying-leg-raised"), [("hip_r_flexion", to * i / 10)]))];

    [Fact]
    public void A_leg_raised_little_by_little_is_held_back_by_the_hamstrings_and_sooner_when_they_are_tight()
    {
        var usual = MotionStretch.Of(Person("", 0), Raise(58), "hamstrings", 45);
        Assert.Contains(usual.StoppedBy, BodyCondition.Families["hamstrings"]);
        Assert.Equal(10, usual.MostAt);
        Assert.True(usual.Most.Lengthens);
        Assert.Null(usual.OutOfReach);
        var tight = MotionStretch.Of(Person("hamstrings", 0.15), Raise(58), "hamstrings", 45);
        Assert.True(tight.StoppedAt < usual.StoppedAt, $"{tight.StoppedAt} against {usual.StoppedAt}");
        Assert.NotNull(tight.OutOfReach);
        Assert.True(tight.OutOfReach.Value.Frame > tight.StoppedAt);
    }

    [Fact]
    public void A_motion_that_never_gets_taut_is_held_back_by_nothing()
    {
        var report = MotionStretch.Of(Person("", 0), Raise(5), "hamstrings", 45);
        Assert.Null(report.StoppedBy);
        Assert.Null(report.StoppedAt);
    }

    [Fact]
    public void A_motion_of_one_posture_says_of_it_what_the_pose_check_says()
    {
        var posture = Shipped.Data.Posture("standing-hanging-bend");
        var motion = MotionStretch.Of(Person("", 0), [posture], "hamstrings", 45);
        var work = Person("", 0);
        PostureSetter.Apply(posture, work);
        var pose = StretchCheck.Of(work, "hamstrings", 45);
        Assert.Equal(pose.LengthenedPercent, motion.Most.LengthenedPercent, 1e-9);
        Assert.Equal(pose.LoadOfStanding, motion.LoadOfStanding, 1e-6);
        Assert.Equal(pose.LoadOfLimit, motion.LoadOfLimit, 1e-6);
    }

    [Fact]
    public void The_highest_load_of_a_motion_is_held_against_the_limit_and_progress_is_told()
    {
        var told = new List<double>();
        var report = MotionStretch.Of(Person("", 0), [Shipped.Data.Posture("standing"), Shipped.Data.Posture("standing-flexed"), Shipped.Data.Posture("standing")], "hamstrings", 60, told.Add);
        Assert.Equal(1, report.LoadAt);
        Assert.Equal(Shipped.Solved("standing-flexed").Compression[1] / DortmundLimits.Compression(Sex.Male, 60), report.LoadOfLimit, 1e-6);
        Assert.Equal([1 / 3.0, 2 / 3.0, 1], told);
    }
}
