using System.Collections.Immutable;
using Mainstay.Body.Anatomy;
using Mainstay.Body.Model;
using Mainstay.Body.Postures;

namespace Mainstay.Body.Tests;

public class AngleEditTests
{
    static double[] Angles(Posture posture)
    {
        var work = new Workspace(Shipped.Model);
        PostureSetter.Apply(posture, work);
        return (double[])work.Angles.Clone();
    }

    [Fact]
    public void Changing_nothing_leaves_every_named_posture_as_it_was()
    {
        foreach (var posture in Shipped.Data.Postures)
        {
            var (before, after) = (Angles(posture), Angles(AngleEdit.With(Shipped.Model, posture, [])));
            for (var h = 0; h < before.Length; h++) Assert.Equal(before[h], after[h], 1e-12);
        }
    }

    [Theory]
    [InlineData("lumbar_flexion", 20)]
    [InlineData("thorax_turn", -10)]
    [InlineData("hip_flexion", 60)]
    [InlineData("hip_l_flexion", 60)]
    [InlineData("l4_flexion", 3)]
    [InlineData("shoulder_plane", 20)]
    [InlineData("shoulder_rotation", 20)]
    public void An_angle_becomes_what_was_asked_whatever_the_posture_had(string angle, double degrees)
    {
        foreach (var posture in Shipped.Data.Postures)
        {
            var set = Angles(AngleEdit.With(Shipped.Model, posture, [(angle, degrees)]));
            Assert.Equal(degrees, double.RadiansToDegrees(AngleEdit.Get(Shipped.Model, set, angle)), 1e-9);
        }
    }

    [Fact]
    public void One_side_is_set_without_the_other()
    {
        var model = Shipped.Model;
        var angles = Angles(AngleEdit.With(model, Shipped.Data.Posture("sitting"), [("hip_r_flexion", 30)]));
        Assert.Equal(30, double.RadiansToDegrees(angles[model.Angle("hip_r_flexion")]), 1e-9);
        Assert.Equal(68, double.RadiansToDegrees(angles[model.Angle("hip_l_flexion")]), 1e-9);
    }

    [Theory]
    [InlineData("lumbar_flexion", 100, "lumbar_flexion of 100° is outside the joint's -37.8° to 84.8°")]
    [InlineData("knee_flexion", 400, "knee_flexion of 400° is outside the joint's -8° to 160°")]
    [InlineData("knee_flexion", double.NaN, "is not an angle")]
    [InlineData("wing_flexion", 1, "there are: lumbar_flexion")]
    public void What_no_joint_reaches_is_refused_with_the_range(string angle, double degrees, string message)
    {
        var error = Assert.Throws<BodyException>(() => AngleEdit.With(Shipped.Model, Shipped.Data.Posture("standing"), [(angle, degrees)]));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_posture_with_an_angle_too_large_names_what_was_written()
    {
        var posture = new Posture { Angles = ImmutableDictionary<string, double>.Empty.Add("lumbar_flexion", 90) };
        Assert.StartsWith("lumbar_flexion of 90°", Assert.Throws<BodyException>(() => Angles(posture)).Message, StringComparison.Ordinal);
    }
}
