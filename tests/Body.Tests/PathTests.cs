using Mainstay.Body.Kernels;
using Mainstay.Body.Model;
using Mainstay.Body.Postures;

namespace Mainstay.Body.Tests;

public class PathTests
{
    [Fact]
    public void Moment_arms_are_the_derivatives_of_length_to_a_billionth_of_a_metre()
    {
        var model = Shipped.Model;
        var work = new Workspace(model);
        var random = new Random(3);
        for (var posture = 0; posture < 2; posture++)
        {
            Randomly.Fill(work, random, 0.6);
            Solver.Measure(work);
            var arms = (double[])work.PairArm.Clone();
            for (var hinge = 0; hinge < work.Angles.Length; hinge++)
            {
                var slope = LengthSlope(work, hinge);
                for (var i = 0; i < model.MuscleCount; i++)
                    Assert.InRange(Arm(model, arms, i, model.RowOfHinge[hinge]) - slope[i], -1e-9, 1e-9);
            }
        }
    }

    /// <summary>The only lines of the trunk whose path was taken over unchanged: the others were moved, re-routed or carried on (docs/body.md), and the
    /// reference's lengths are no measure of them. In the reference person's size; the reference prints tenths of a millimetre.</summary>
    [Theory]
    [InlineData("post-i-1-l3", 0.0937)]
    [InlineData("post-i-2-l4", 0.0683)]
    [InlineData("post-i-2-l3", 0.0873)]
    [InlineData("post-i-2-l2", 0.1122)]
    [InlineData("post-i-3-l1", 0.1367)]
    [InlineData("post-i-3-l2", 0.1115)]
    [InlineData("post-i-3-l3", 0.0874)]
    [InlineData("mid-l3-12-3", 0.0737)]
    [InlineData("mid-l3-12-2", 0.0784)]
    [InlineData("mid-l3-12-1", 0.0859)]
    [InlineData("mid-l2-12-1", 0.0578)]
    [InlineData("mid-l4-12-3", 0.0923)]
    [InlineData("ant-i-2-t12", 0.1742)]
    [InlineData("ant-i-3-t12", 0.1715)]
    [InlineData("ant-i-2-12-1", 0.1679)]
    [InlineData("ant-i-3-12-1", 0.1651)]
    [InlineData("ant-i-3-12-2", 0.1574)]
    [InlineData("ant-i-3-12-3", 0.1496)]
    public void Quadratus_lumborum_is_as_long_as_in_the_reference_model(string line, double metres)
    {
        var model = ModelBuilder.Build(Shipped.Data, new Person(Sex.Male, Shipped.Data.Skeleton.HeightM, Shipped.Data.Skeleton.MassKg));
        var work = new Workspace(model);
        Solver.Measure(work);
        foreach (var side in (ReadOnlySpan<string>)["-r", "-l"]) Assert.Equal(metres, work.Length[model.MuscleIds.IndexOf("ql-" + line + side)], 1e-4);
    }

    /// <summary>Fourth-order central differences: error h⁴, rounding 1e-16/h.</summary>
    static double[] LengthSlope(Workspace work, int hinge)
    {
        const double h = 1e-3;
        var at = work.Angles[hinge];
        double[] Lengths(double step)
        {
            work.Angles[hinge] = at + step;
            Solver.Measure(work);
            return [.. work.Length];
        }
        var (a, b, c, d) = (Lengths(-2 * h), Lengths(-h), Lengths(h), Lengths(2 * h));
        work.Angles[hinge] = at;
        return [.. a.Select((_, i) => (a[i] - 8 * b[i] + 8 * c[i] - d[i]) / (12 * h))];
    }

    static double Arm(BodyModel model, double[] arms, int line, int row)
    {
        var lines = model.Lines;
        for (var p = lines.PairStart[line]; p < lines.PairStart[line + 1]; p++)
            if (row >= lines.PairRow[p] && row < lines.PairRow[p] + model.HingeCount[lines.PairBody[p]]) return arms[4 * p + row - lines.PairRow[p]];
        return 0;
    }

    [Fact]
    public void Gravity_and_held_loads_are_the_slope_of_potential_energy()
    {
        var model = Shipped.Model;
        var work = new Workspace(model);
        Randomly.Fill(work, new Random(5), 0.6);
        PostureSetter.ApplyLoads([new() { At = "hand", MassKg = 12 }], work);
        Kinematics.Place(model, work);
        Loads.Gather(model, work);
        Loads.Project(model, work);
        var external = (double[])work.External.Clone();
        for (var hinge = 0; hinge < work.Angles.Length; hinge++)
        {
            const double h = 1e-5;
            var at = work.Angles[hinge];
            work.Angles[hinge] = at + h;
            var up = Energy(model, work);
            work.Angles[hinge] = at - h;
            var down = Energy(model, work);
            work.Angles[hinge] = at;
            Assert.Equal(-(up - down) / (2 * h), external[model.RowOfHinge[hinge]], 1e-5);
        }
    }

    static double Energy(BodyModel model, Workspace work)
    {
        Kinematics.Place(model, work);
        var energy = 0.0;
        for (var b = 0; b < model.Mass.Length; b++)
            energy += model.Mass[b] * BodyModel.Gravity * Loads.PointOf(work.Rotation, work.Origin, b, model.Com[3 * b], model.Com[3 * b + 1], model.Com[3 * b + 2]).Z;
        for (var i = 0; i < work.Loads; i++)
            energy -= work.LoadForce[3 * i + 2] * Loads.PointOf(work.Rotation, work.Origin, work.LoadBody[i], work.LoadLocal[3 * i], work.LoadLocal[3 * i + 1], work.LoadLocal[3 * i + 2]).Z;
        return energy;
    }

    [Theory]
    [InlineData("lumbar_flexion", "head", 1, 0)]
    [InlineData("lumbar_side", "head", 0, -1)]
    [InlineData("hip_r_flexion", "foot_r", 1, 0)]
    [InlineData("hip_r_abduction", "foot_r", 0, -1)]
    [InlineData("hip_l_abduction", "foot_l", 0, 1)]
    [InlineData("knee_r_flexion", "foot_r", -1, 0)]
    [InlineData("shoulder_r_elevation", "forearm_r", 0, -1)]
    public void A_positive_angle_moves_the_part_the_way_its_name_says(string angle, string body, int forward, int left)
    {
        var model = Shipped.Model;
        var work = new Workspace(model);
        Kinematics.Place(model, work);
        var b = model.Body(body);
        var (x, y) = (work.Origin[3 * b], work.Origin[3 * b + 1]);
        AngleNames.Add(model, work.Angles, angle, 0.3);
        Kinematics.Place(model, work);
        if (forward != 0) Assert.Equal(forward, Math.Sign(work.Origin[3 * b] - x));
        if (left != 0) Assert.Equal(left, Math.Sign(work.Origin[3 * b + 1] - y));
    }

    [Fact]
    public void Turning_to_the_right_takes_the_right_shoulder_back()
    {
        var model = Shipped.Model;
        var work = new Workspace(model);
        AngleNames.Add(model, work.Angles, "lumbar_turn", 0.3);
        Kinematics.Place(model, work);
        Assert.True(work.Origin[3 * model.Body("humerus_r")] < work.Origin[3 * model.Body("humerus_l")]);
    }

    [Fact]
    public void Net_lumbar_flexion_is_shared_by_christophys_coefficients()
    {
        var model = Shipped.Model;
        var angles = new double[model.AngleIds.Length];
        AngleNames.Add(model, angles, "lumbar_flexion", 1);
        var shares = new[] { .125, .185, .204, .231, .255 };
        for (var k = 0; k < shares.Length; k++) Assert.Equal(shares[k], angles[model.Angle($"l{5 - k}_flexion")], 1e-12);
    }
}
