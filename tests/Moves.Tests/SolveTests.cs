using Mainstay.Body.Motions;
using Mainstay.Knowledge.Motions;
using Mainstay.Moves.Solving;
using Mainstay.Moves.Verify;

namespace Mainstay.Moves.Tests;

public class SolveTests
{
    static readonly MotionSolver Solver = new(Reference.Skin(Shipped.Anatomy));

    [Theory]
    [InlineData("half-kneel-hip-flexor")]
    [InlineData("standing-hamstring-hinge")]
    [InlineData("legs-on-chair-rest")]
    public void Rough_angles_come_to_rest_on_their_supports(string id) => Assert.True(Solver.Solve(Shipped.Motion(id)).WorstMetres < 0.003);

    [Fact]
    public void Solving_again_gives_the_same_angles()
    {
        var motion = Shipped.Motion("half-kneel-hip-flexor");
        var solved = Solver.Solve(motion).Solved;
        Assert.Equal(motion.Solved[0].Stamp, solved.Stamp);
        foreach (var (known, fresh) in motion.Solved[0].Poses.Zip(solved.Poses))
            foreach (var (name, value) in fresh.Angles) Assert.Equal(known.Angles.First(angle => angle.Name == name).Value, value, 0.05);
    }

    [Fact]
    public void A_variant_is_the_motion_with_its_changes_solved_and_verified_on_its_own()
    {
        var motion = Shipped.Motion("half-kneel-hip-flexor");
        var variant = new MotionVariant { Id = "gentle", Title = "Less far", Poses = [new MotionPose { Id = "end", Angles = new Angles([("root_x", 0.1), ("root_z", 0.49)]) }], Tempo = 1.5 };
        var solved = Solver.Solve(motion, variant);
        Assert.True(solved.WorstMetres < 0.005);
        var with = motion with { Variants = [variant], Solved = [.. motion.Solved, solved.Solved with { Variant = "gentle" }] };
        var (own, plain) = (new MotionPoses(with, variant), new MotionPoses(with));
        Assert.Equal(0.1, own.Terms[own.Index("end")][0], 1e-9);
        Assert.Equal(1.5 * plain.Timeline().Seconds, own.Timeline().Seconds, 1e-9);
        var report = new MotionVerifier(Shipped.Anatomy, Reference.Skin(Shipped.Anatomy)).Verify(with, variant, null);
        Assert.DoesNotContain(report.Faults, fault => fault.Check is "support" or "range" or "jump");
    }

    [Fact]
    public void What_the_author_wrote_stays_as_it_is()
    {
        const string Own = "id: x # mine\nbase: {root_z: 0.9}   # so\n";
        var solved = Shipped.Motion("half-kneel-hip-flexor").Solved[0];
        var once = SolvedText.Replace(Own, [(null, solved)]);
        Assert.StartsWith(Own, once, StringComparison.Ordinal);
        Assert.Equal(once, SolvedText.Replace(once, [(null, solved)]));
    }

    [Fact]
    public void Every_shipped_motion_was_solved_as_it_stands() =>
        Assert.All(Shipped.Library.Motions, motion => Assert.Equal(MotionStamp.Of(motion, null), motion.Solved.FirstOrDefault(solved => solved.Variant is null)?.Stamp ?? MotionStamp.Of(motion, null)));
}
