using System.Collections.Immutable;
using Mainstay.Body;
using Mainstay.Body.Kernels;
using Mainstay.Body.Postures;
using Mainstay.Care;
using Mainstay.Knowledge;

namespace Mainstay.Web.Mast;

/// <summary>How the result of one self-test reads as a muscle of the form: by how much it is shorter or weaker than usual, at least. All of it is
/// judgement (docs/body.md says how each figure comes about); none was measured on people with this model.</summary>
/// <param name="Field">Of the form.</param>
/// <param name="High">A higher result is a shorter or weaker muscle; else a lower one is. Of two sides, the one further from usual counts.</param>
/// <param name="Share">From the result to a fraction, 0 where it is usual or better; null where this test says nothing of this person.</param>
public sealed record OwnReading(string Test, string Field, bool High, Func<double, SelfTest, OwnReading.Whose, double?> Share)
{
    /// <summary>The knee of a sitting person usually stops about here, degrees; beyond it the check counts it as stiff.</summary>
    public const double UsualKneeDegrees = 30;

    /// <summary>At the edge of a bed the thigh usually hangs about so far below level, degrees.</summary>
    public const double UsualThighDegrees = 10;

    /// <summary>A hold of this many seconds, and this many bridges, are the most that the tests ask for; they count as usual.</summary>
    public const double UsualHoldSeconds = 60, UsualBridges = 20;

    /// <summary>The time for which a trunk can hold falls with the share of its strength that is asked, to this power (Frey Law and Avin 2010;
    /// the figure was not checked against the paper).</summary>
    public const double HoldPower = 2.27;

    /// <summary>So many repetitions halve, roughly, what can be lifted but once (Epley 1985; not checked).</summary>
    public const double RepsOfOneMore = 30;

    public static readonly ImmutableArray<OwnReading> All =
    [
        new("knee-extension", "tight-hamstrings", true, (degrees, _, of) =>
            Shorter(of.Desk, of.Person, "hamstrings", UsualKneeDegrees, degrees, (model, angles, knee) => { AngleEdit.Set(model, angles, "hip_flexion", double.DegreesToRadians(90)); AngleEdit.Set(model, angles, "knee_flexion", double.DegreesToRadians(knee)); })),
        // A thigh that stays up is level or higher: level is the least that it says.
        new("modified-thomas", "tight-hips", true, (up, _, of) => up < 1 ? 0 :
            Shorter(of.Desk, of.Person, "hip-flexors", -UsualThighDegrees, 0, (model, angles, hip) => { AngleEdit.Set(model, angles, "hip_flexion", double.DegreesToRadians(hip)); AngleEdit.Set(model, angles, "knee_flexion", double.DegreesToRadians(80)); })),
        new("trunk-hold", "weak-back", false, (seconds, _, _) => Held(seconds)),
        new("side-bridge", "weak-belly", false, (seconds, _, _) => Held(seconds)),
        new("single-leg-bridge", "weak-buttocks", false, (count, _, _) => Math.Max(0, 1 - (1 + count / RepsOfOneMore) / (1 + UsualBridges / RepsOfOneMore))),
        // Where the test has values for somebody's age; half as many stands are half the work of the thighs.
        new("sit-to-stand", "weak-thighs", false, (stands, test, of) =>
            test.Norms.FirstOrDefault(norm => (norm.Sex == "any" || norm.Sex == of.Sex) && of.Age >= norm.AgeFrom && of.Age < norm.AgeTo + 1) is { } norm ? Math.Max(0, 1 - stands / norm.Below) : null),
    ];

    /// <param name="Age">Years; null where it is not known. So with the sex, which is m or f.</param>
    public sealed record Whose(BodyDesk Desk, MastPerson Person, double? Age, string? Sex);

    static double Held(double seconds) => Math.Max(0, 1 - Math.Pow(seconds / UsualHoldSeconds, 1 / HoldPower));

    /// <summary>The same pull is felt with the muscle so much shorter, as a fraction of its fibre's length.</summary>
    static double Shorter(BodyDesk desk, MastPerson person, string family, double usual, double found, Action<Body.Model.BodyModel, double[], double> pose) => desk.Answers.Use(person.Person, work =>
    {
        double Longest(double degrees)
        {
            Array.Clear(work.Angles);
            pose(work.Model, work.Angles, degrees);
            Solver.Measure(work);
            return BodyCondition.LinesOf(work.Model, family).Average(line => work.Stretch[line]);
        }
        return Math.Max(0, Longest(usual) - Longest(found));
    });
}
