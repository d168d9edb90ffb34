using System.Collections.Immutable;
using Mainstay.Body.Anatomy;
using Mainstay.Body.Kernels;
using Mainstay.Body.Model;
using Mainstay.Body.Postures;
using Mainstay.Body.Questions;

namespace Mainstay.Body.Tests;

public class BadInputTests
{
    static NamedPosture With(string angle, double degrees) =>
        Shipped.Data.Posture("standing") with { Angles = ImmutableDictionary.CreateRange([KeyValuePair.Create(angle, degrees)]) };

    [Theory]
    [InlineData("knee_r_flexion", 400, "knee_r_flexion of 400° is outside")]
    [InlineData("lumbar_flexion", 200, "is outside the joint's")]
    [InlineData("elbow_r_bend", 10, "'elbow_r_bend' is not an angle")]
    [InlineData("hip_r_flexion", double.NaN, "is not an angle")]
    public void An_impossible_angle_is_refused_by_name(string angle, double degrees, string message)
    {
        var error = Assert.Throws<BodyException>(() => PostureSetter.Apply(With(angle, degrees), new Workspace(Shipped.Model)));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1.7, -3)]
    [InlineData(1.7, double.NaN)]
    [InlineData(0.4, 70)]
    public void An_impossible_person_is_refused(double height, double mass) => Assert.Throws<BodyException>(() => new Person(Sex.Female, height, mass));

    [Theory]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void An_impossible_load_is_refused(double mass) =>
        Assert.Throws<BodyException>(() => PostureSetter.ApplyLoads([new HeldLoad { At = "hand", MassKg = mass }], new Workspace(Shipped.Model)));

    [Fact]
    public void An_unknown_posture_names_those_there_are() =>
        Assert.Contains("standing", Assert.Throws<BodyException>(() => Shipped.Data.Posture("flying")).Message, StringComparison.Ordinal);

    [Fact]
    public void A_load_nobody_could_hold_is_said_to_be_too_heavy()
    {
        var work = new Workspace(Shipped.Model);
        PostureSetter.Apply(Shipped.Data.Posture("holding-20-far") with { Supports = [], Loads = [new HeldLoad { At = "hand", MassKg = 120 }] }, work);
        Solver.Solve(work);
        Assert.StartsWith("too heavy: the trunk extensors lack", Shortfall.Sentence(work), StringComparison.Ordinal);
    }

    [Fact]
    public void Standing_lacks_nothing() => Assert.Null(Shortfall.Sentence(Shipped.Solved("standing")));
}
