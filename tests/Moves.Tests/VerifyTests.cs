using Mainstay.Body.Motions;
using Mainstay.Knowledge.Motions;
using Mainstay.Moves.Verify;

namespace Mainstay.Moves.Tests;

public class VerifyTests
{
    /// <summary>The shipped file with its text changed in one place, read and verified; never solved again.</summary>
    static MotionReport Spoilt(string id, Func<Motion, Motion> change) => new MotionVerifier(Shipped.Anatomy, Reference.Skin(Shipped.Anatomy)).Verify(change(Shipped.Motion(id)), null, null);

    static Motion With(Motion motion, string pose, params (string, double)[] angles) => motion with
    {
        Solved = [.. motion.Solved.Select(solved => solved with
        {
            Poses = [.. solved.Poses.Select(p => p.Id == pose ? p with { Angles = new Angles([.. p.Angles.Where(known => angles.All(own => own.Item1 != known.Name)), .. angles]) } : p)],
        })],
    };

    [Fact]
    public void Every_shipped_motion_can_be_done_and_does_what_it_says()
    {
        var failed = Shipped.Model.All(Shipped.Library.Motions).Where(report => !report.Passed)
            .Select(report => $"{report.Id} {report.Variant}: {string.Join("; ", report.Faults.Select(fault => $"{fault.Check}: {fault.Message}"))}").ToArray();
        Assert.True(failed.Length == 0, string.Join(Environment.NewLine, failed));
    }

    [Fact]
    public void A_foot_off_the_floor_is_noticed() =>
        Assert.Contains(Spoilt("stand-tall", motion => With(motion, "end", ("root_z", 0.93))).Faults, fault => fault.Check == "support" && fault.Message.Contains("floats", StringComparison.Ordinal));

    [Theory]
    [InlineData("cat-cow", "palm_r floats")]
    [InlineData("bird-dog", "palm_l floats")]
    public void A_hand_off_the_floor_is_noticed(string id, string says) =>
        Assert.Contains(Spoilt(id, motion => With(motion, "start", ("elbow_r_flexion", 30), ("elbow_l_flexion", 30))).Faults,
            fault => fault.Check == "support" && fault.Message.Contains(says, StringComparison.Ordinal));

    [Fact]
    public void A_foot_in_the_floor_is_noticed() =>
        Assert.Contains(Spoilt("stand-tall", motion => With(motion, "end", ("root_z", 0.84))).Faults, fault => fault.Check == "support" && fault.Message.Contains("sinks", StringComparison.Ordinal));

    [Fact]
    public void Legs_through_the_edge_of_a_seat_are_noticed() =>
        Assert.Contains(Spoilt("legs-on-chair-rest", motion => motion with { Props = [.. motion.Props.Select(prop => prop.Is == PropKind.Stool ? prop with { At = [0.3, 0] } : prop)] }).Faults,
            fault => fault.Check == "support" && fault.Message.Contains("inside stool", StringComparison.Ordinal));

    [Fact]
    public void Hands_through_a_seat_are_noticed() =>
        Assert.Contains(Spoilt("side-reach", motion => With(motion, "end", ("shoulder_l_elevation", 26))).Faults, fault => fault.Message.Contains("inside chair", StringComparison.Ordinal));

    [Fact]
    public void A_pillow_pushed_into_the_leg_below_it_is_noticed() =>
        Assert.Contains(Spoilt("side-lying-pillow-rest", motion => motion with { Props = [.. motion.Props.Select(prop => prop.Name == "knee-pillow" ? prop with { Base = 0.07 } : prop)] }).Faults,
            fault => fault.Message.Contains("inside knee-pillow", StringComparison.Ordinal));

    [Fact]
    public void A_body_that_leans_too_far_would_fall() =>
        Assert.Contains(Spoilt("stand-tall", motion => With(motion, "end", ("ankle_dorsiflexion", 25), ("root_pitch", 25))).Faults, fault => fault.Check == "balance");

    [Fact]
    public void A_joint_that_bends_further_than_it_can_is_noticed() =>
        Assert.Contains(Spoilt("stand-tall", motion => With(motion, "end", ("knee_r_flexion", -25))).Faults, fault => fault.Check == "range" && fault.Message.Contains("knee_r_flexion", StringComparison.Ordinal));

    [Fact]
    public void A_weight_that_no_muscle_could_hold_is_noticed() =>
        Assert.Contains(Spoilt("hold-near-and-far", motion => motion with { Loads = [new() { At = "hand", MassKg = 100 }] }).Faults,
            fault => fault.Check == "balance" && fault.Message.StartsWith("too hard: the trunk extensors lack", StringComparison.Ordinal));

    [Fact]
    public void A_pull_that_no_support_holds_against_is_noticed() =>
        Assert.Contains(Spoilt("stand-tall", motion => motion with { Pulls = [new() { At = "hand", Newtons = 900, Towards = [3, 0, 1] }] }).Faults,
            fault => fault.Check == "balance" && fault.Message.StartsWith("the supports cannot hold", StringComparison.Ordinal));

    [Fact]
    public void An_arm_through_the_trunk_is_noticed() =>
        Assert.Contains(Spoilt("stand-tall", motion => With(motion, "end", ("shoulder_r_plane", 0), ("shoulder_r_elevation", 0), ("shoulder_r_rotation", 90), ("elbow_r_flexion", 90))).Faults, fault => fault.Check == "trunk");

    [Fact]
    public void A_step_without_time_jumps() =>
        Assert.Contains(Spoilt("half-kneel-hip-flexor", motion => motion with { Steps = [.. motion.Steps.Select(step => step with { Seconds = step.Phase == Phase.Move ? 0.02 : step.Seconds })] }).Faults, fault => fault.Check == "jump");

    [Fact]
    public void A_stretch_of_another_muscle_is_not_this_stretch() =>
        Assert.Contains(Spoilt("half-kneel-hip-flexor", motion => motion with { Targets = ["hamstrings_r"] }).Faults, fault => fault.Check == "stretch");

    [Fact]
    public void Strength_of_an_idle_muscle_is_no_strength() =>
        Assert.Contains(Spoilt("pelvic-bridge", motion => motion with { Targets = ["pectoralis-minor"] }).Faults, fault => fault.Check == "strength");

    [Fact]
    public void A_back_that_moves_is_not_still() =>
        Assert.Contains(Spoilt("cat-cow", motion => motion with { Still = ["lumbar"] }).Faults, fault => fault.Check == "still");

    [Fact]
    public void The_load_is_held_against_the_level_it_is_offered_at()
    {
        var heavy = Shipped.Motion("standing-hamstring-hinge") with { Loads = [new() { At = "hand", MassKg = 40 }] };
        var item = Shipped.Library.Items.First(item => item.Id == "standing-hamstring-hinge");
        Assert.Contains(new MotionVerifier(Shipped.Anatomy, Reference.Skin(Shipped.Anatomy)).Verify(heavy, null, item with { Level = 1 }).Faults, fault => fault.Check == "load");
    }
}
