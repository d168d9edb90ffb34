using Mainstay.Body.Kernels;
using Mainstay.Body.Model;
using Mainstay.Body.Postures;

namespace Mainstay.Body.Tests;

/// <summary>What the inverse computation says (moments, then loads) against what forces and energies say by themselves.</summary>
public class ForwardInverseTests
{
    [Theory]
    [InlineData(41)]
    [InlineData(43)]
    public void Passive_moments_are_the_slope_of_the_strain_energy(int seed)
    {
        const double h = 1e-5;
        var work = new Workspace(Shipped.Model);
        Randomly.Fill(work, new Random(seed), 0.8);
        // Sets the discs' stiffness, which measuring then leaves alone.
        Solver.Solve(work);
        for (var hinge = 0; hinge < work.Angles.Length; hinge++)
        {
            var at = work.Angles[hinge];
            double Energy(double step)
            {
                work.Angles[hinge] = at + step;
                Solver.Measure(work);
                return StrainEnergy.Of(work);
            }
            var slope = (Energy(h) - Energy(-h)) / (2 * h);
            work.Angles[hinge] = at;
            Solver.Measure(work);
            var passive = Flexibility.Passive(work, hinge);
            Assert.True(Math.Abs(slope + passive) <= 1e-5 * Math.Max(10, Math.Abs(passive)), $"{work.Model.AngleIds[hinge]}: {-slope} against {passive}");
        }
    }

    public static TheoryData<string> Postures => [.. Shipped.Data.Postures.Select(posture => posture.Id)];

    /// <summary>Forces of everything a level carries, summed from points of the world, leave exactly what the disc is said to carry; and about each of
    /// its hinges they leave what the joint resists with and what the level hands to the others.</summary>
    [Theory]
    [MemberData(nameof(Postures))]
    public void Forces_summed_from_points_of_the_world_give_the_same_loads_and_balance_every_level(string posture)
    {
        var work = new Workspace(Shipped.Model);
        BodyCondition.Tighten(work, "psoas", 0.1);
        BodyCondition.Tighten(work, "latissimus", 0.2);
        PostureSetter.Apply(Shipped.Data.Posture(posture), work);
        Solver.Solve(work);
        Check(work);
    }

    [Fact]
    public void The_same_in_crooked_postures_on_any_supports()
    {
        var work = new Workspace(Shipped.Model);
        for (var seed = 0; seed < 10; seed++)
        {
            Randomly.FillSupported(work, new Random(100 + seed), 0.6);
            Solver.Solve(work);
            Check(work);
        }
    }

    /// <summary>What is printed today, N. A change of the model shows here first: whoever means it changes these and docs/body.md with them.</summary>
    [Theory]
    [InlineData("standing", 551.7, 538.0, 428.0, 115.4)]
    [InlineData("standing-flexed", 1444.0, 1401.6, 1047.1, 331.7)]
    [InlineData("sitting-back-rest", 631.7, 615.2, 531.5, 98.9)]
    [InlineData("prone-on-elbows", 183.2, 185.9, 41.8, 105.3)]
    [InlineData("lifting-20-round", 2881.7, 2764.7, 1780.4, 758.1)]
    public void Loads_are_those_that_were_printed(string posture, double l5s1, double l4l5, double t12l1, double shear)
    {
        var work = Shipped.Solved(posture);
        Assert.Equal(l5s1, work.Compression[0], 0.1);
        Assert.Equal(l4l5, work.Compression[1], 0.1);
        Assert.Equal(t12l1, work.Compression[5], 0.1);
        Assert.Equal(shear, work.Shear[1], 0.1);
    }

    static void Check(Workspace work)
    {
        var model = work.Model;
        for (var k = 0; k < model.LevelIds.Length; k++)
        {
            var (all, outside) = (new FreeBody(work, k, lines: true), new FreeBody(work, k, lines: false));
            var size = Math.Max(100, Math.Abs(work.Compression[k]));
            Assert.Equal(all.Compression, work.Compression[k], 1e-9 * size);
            Assert.Equal(all.Shear, work.Shear[k], 1e-9 * size);
            for (var way = 0; way < 3; way++)
            {
                var row = model.RowStart[model.LevelBody[k]] + way;
                Assert.Equal(outside.Moment(way), work.LevelMoment[3 * k + way], 1e-9 * size);
                // The last solve ends at 1e-8, on supports of a body's weight.
                var left = all.Moment(way) + work.Elastic[row] + work.LevelGive[3 * k + way] + model.Anatomy.Tuning.Reserve * work.Multiplier[row];
                Assert.InRange(left, -2e-8 * model.Weight, 2e-8 * model.Weight);
            }
        }
        for (var way = 0; way < 3; way++) Assert.Equal(0, Enumerable.Range(0, 6).Sum(k => work.LevelGive[3 * k + way]), 1e-9 * Math.Max(1, work.LevelGive.Max(Math.Abs)));
    }
}
