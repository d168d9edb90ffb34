using Mainstay.Body.Kernels;
using Mainstay.Body.Model;

namespace Mainstay.Body.Tests;

public class LoadSharingTests
{
    [Fact]
    public void Two_thousand_random_postures_all_meet_the_optimality_conditions()
    {
        var work = new Workspace(Shipped.Model);
        var random = new Random(11);
        for (var i = 0; i < 2000; i++)
        {
            Randomly.Fill(work, random, i % 2 == 0 ? 0.6 : 1);
            if (i % 5 == 0) work.Cool();
            Solver.Solve(work);
            Assert.True(work.Residual <= 1e-8, $"posture {i}: {work.Residual:e1} after {work.Iterations} iterations");
            Assert.All(work.Compression, c => Assert.True(double.IsFinite(c)));
        }
    }

    [Fact]
    public void Two_thousand_random_postures_on_random_supports_all_meet_the_optimality_conditions()
    {
        var work = new Workspace(Shipped.Model);
        var random = new Random(13);
        for (var i = 0; i < 2000; i++)
        {
            Randomly.FillSupported(work, random, i % 2 == 0 ? 0.6 : 1);
            if (i % 5 == 0) work.Cool();
            Solver.Solve(work);
            Assert.True(work.Residual <= 1e-8 * Shipped.Model.Weight, $"posture {i}: {work.Residual:e1} after {work.Iterations} iterations");
            Assert.All(work.Compression, c => Assert.True(double.IsFinite(c)));
        }
    }

    [Fact]
    public void Named_postures_with_their_supports_meet_the_optimality_conditions()
    {
        foreach (var posture in Shipped.Data.Postures)
        {
            var work = Shipped.Solved(posture.Id);
            Assert.True(work.Residual <= 1e-8, $"{posture.Id}: {work.Residual:e1}");
        }
    }

    /// <summary>Everything written out as matrices and checked without the solver's own products.</summary>
    [Fact]
    public void The_conditions_hold_when_they_are_written_out_in_full()
    {
        var work = new Workspace(Shipped.Model);
        var random = new Random(17);
        for (var i = 0; i < 20; i++)
        {
            Randomly.Fill(work, random, 0.6);
            Solver.Solve(work);
            var problem = new DenseProblem(work);
            for (var j = 0; j < problem.Rows; j++) Assert.InRange(problem.Unbalanced(work.Activation, work.Multiplier, j), -1e-8, 1e-8);
            for (var k = 0; k < problem.Columns; k++)
                Assert.Equal(Math.Clamp(problem.Pull(work.Multiplier, k) * work.InverseEffort[k], work.Low[k], work.High[k]), work.Activation[k], 1e-8);
        }
    }

    [Fact]
    public void The_conditions_hold_in_full_on_supports_too()
    {
        foreach (var posture in Shipped.Data.Postures)
        {
            var work = Shipped.Solved(posture.Id);
            var problem = new DenseProblem(work);
            for (var j = 0; j < problem.Rows; j++) Assert.InRange(problem.Unbalanced(work.Activation, work.Multiplier, j), -1e-8, 1e-8);
            for (var k = 0; k < problem.Columns; k++)
                Assert.Equal(Math.Clamp(problem.Pull(work.Multiplier, k) * work.InverseEffort[k], work.Low[k], work.High[k]), work.Activation[k], 1e-8);
        }
    }

    [Theory]
    [InlineData("standing-flexed")]
    [InlineData("sitting")]
    public void The_optimum_on_supports_is_that_of_a_slow_and_simple_solver(string posture)
    {
        var work = Shipped.Solved(posture);
        var slow = new DenseProblem(work).SolveSlowly();
        for (var k = 0; k < slow.Length; k++) Assert.Equal(slow[k], work.Activation[k], 1e-8);
    }

    [Fact]
    public void The_optimum_is_that_of_a_slow_and_simple_solver()
    {
        var work = new Workspace(Shipped.Model);
        var random = new Random(23);
        for (var i = 0; i < 2; i++)
        {
            Randomly.Fill(work, random, 0.5);
            work.Cool();
            Solver.Solve(work);
            var slow = new DenseProblem(work).SolveSlowly();
            for (var k = 0; k < slow.Length; k++) Assert.Equal(slow[k], work.Activation[k], 1e-8);
        }
    }

    [Fact]
    public void A_warm_start_changes_nothing_but_the_time()
    {
        var work = new Workspace(Shipped.Model);
        var random = new Random(29);
        Randomly.Fill(work, random, 0.5);
        Solver.Solve(work);
        var saved = (double[])work.Angles.Clone();
        work.Cool();
        Solver.Solve(work);
        var cold = (double[])work.Compression.Clone();
        work.Angles[0] += 0.1;
        Solver.Solve(work);
        saved.CopyTo(work.Angles, 0);
        Solver.Solve(work);
        for (var k = 0; k < cold.Length; k++) Assert.Equal(cold[k], work.Compression[k], 1e-6);
    }

    [Theory]
    [InlineData("standing-flexed")]
    [InlineData("sitting-back-rest")]
    public void A_posture_allocates_nothing(string posture)
    {
        var work = Shipped.Solved(posture);
        Assert.Equal(posture == "sitting-back-rest", work.TrunkSupported);
        for (var i = 0; i < 50; i++)
        {
            Solver.Solve(work);
            Sensitivity.AllLevels(work);
        }
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 50; i++)
        {
            work.Angles[0] += 1e-4;
            Solver.Solve(work);
            Sensitivity.AllLevels(work);
        }
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }
}
