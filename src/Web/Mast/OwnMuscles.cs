using System.Collections.Immutable;
using Mainstay.Body;
using Mainstay.Body.Kernels;
using Mainstay.Body.Postures;
using Mainstay.Care;

namespace Mainstay.Web.Mast;

/// <summary>What self-tests say of a person's muscles in the model's terms.</summary>
/// <param name="Amounts">By field of the form, percent.</param>
/// <param name="KneeDegrees">How far from straight the knee stopped, in the test that they come from; null where there is none.</param>
/// <param name="On">The day of that test; null where it is an answer of the check.</param>
public sealed record OwnMuscles(ImmutableDictionary<string, double> Amounts, double? KneeDegrees, DateOnly? On)
{
    public const string KneeTest = "knee-extension", KneeInput = "test_knee_extension_lack_deg", Hamstrings = "tight-hamstrings";

    /// <summary>The knee of a sitting person usually stops about here; beyond it the check counts it as stiff. Not measured with this model.</summary>
    public const double UsualKneeDegrees = 30;

    public static OwnMuscles None { get; } = new(ImmutableDictionary<string, double>.Empty, null, null);

    /// <summary>Only the seated knee test says by how much a muscle is short: the same pull is felt with the muscle so much shorter. The others tell
    /// that something is stiff, or how long somebody can hold, which is no strength.</summary>
    /// <param name="answers">Null for a stranger.</param>
    public static OwnMuscles Of(History daily, Answers? answers, BodyDesk desk, MastPerson person)
    {
        DateOnly? on = null;
        double? knee = answers?[KneeInput] is { IsGiven: true } given ? given.Number : null;
        if (daily.Tests.LastOrDefault(test => test.What.Test == KneeTest) is { } test && Worst(test.What) is { } measured) (knee, on) = (measured, test.Day);
        if (knee is not { } lack) return None;
        var shorter = lack <= UsualKneeDegrees ? 0 : desk.Answers.Use(person.Person, work =>
        {
            double Longest(double degrees)
            {
                var model = work.Model;
                Array.Clear(work.Angles);
                AngleEdit.Set(model, work.Angles, "hip_flexion", double.DegreesToRadians(90));
                AngleEdit.Set(model, work.Angles, "knee_flexion", double.DegreesToRadians(degrees));
                Solver.Measure(work);
                return BodyCondition.LinesOf(model, "hamstrings").Average(line => work.Stretch[line]);
            }
            return Longest(UsualKneeDegrees) - Longest(lack);
        });
        var muscle = MastMuscle.All.First(one => one.Field == Hamstrings);
        return new(ImmutableDictionary<string, double>.Empty.Add(Hamstrings, Math.Min(muscle.Most, Math.Round(100 * shorter))), lack, on);
    }

    static double? Worst(TestTaken test) => new[] { test.Left, test.Right, test.Value }.Max();
}
