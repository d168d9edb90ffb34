using Mainstay.Body.Kernels;
using Mainstay.Body.Model;
using Mainstay.Body.Postures;
using static Mainstay.Body.Validation.DiscPressure;

namespace Mainstay.Body.Validation;

/// <summary>Forces on telemetered vertebral-body replacements (Rohlmann, Dreischarf, Bergmann), as changes against another posture. An
/// implant carries an unknown part of the load, so only ratios are compared, at L1/L2.</summary>
public static class Implants
{
    const int L1L2 = 4;
    const double MostMedian = 0.15;
    const double MostRise = 0.05;

    /// <summary>Posture, the posture it is compared with, and the ratio measured.</summary>
    static readonly (string Posture, string Against, double Ratio)[] Ratios =
    [
        ("sitting-back-rest", "sitting", 0.64), ("sitting-elbows-on-thighs", "sitting", 0.81), ("sitting-bent-15", "sitting", 1.20),
        ("standing-basin-hand", "standing-basin", 0.70),
    ];

    const double OneHandN = 190;

    internal static IEnumerable<ValidationRow> Rows(BodyModel model)
    {
        var work = new Workspace(model);
        double Load(string posture)
        {
            work.Cool();
            PostureSetter.Apply(model.Anatomy.Posture(posture), work);
            Solver.Solve(work);
            return work.Compression[L1L2];
        }
        var errors = new List<double>();
        foreach (var (posture, against, measured) in Ratios)
        {
            var ratio = Load(posture) / Load(against);
            errors.Add(Math.Abs(ratio / measured - 1));
            yield return Row($"{model.Anatomy.Posture(posture).Name}, over: {model.Anatomy.Posture(against).Name}", Text($"× {ratio:0.00}"), Text($"× {measured:0.00} ± 15 %"), errors[^1] <= MostMedian);
        }
        var more = Load("holding-3-one-hand") - Load("standing");
        errors.Add(Math.Abs(more / OneHandN - 1));
        yield return Row("Holding 30 N out in one hand, more than standing", Text($"{more:0} N"), Text($"{OneHandN:0} N ± 15 %"), errors[^1] <= MostMedian);
        errors.Sort();
        yield return Row("the five: median error", Text($"{100 * errors[errors.Count / 2]:0} %"), "≤ 15 %", errors[errors.Count / 2] <= MostMedian);

        // The rhythm of bending as measured, so that this row tests the load and not the choice of posture.
        double Bent(double inclination)
        {
            Equilibrium.BendByRhythm(work, inclination);
            Solver.Solve(work);
            return work.Compression[L1L2];
        }
        var (at33, at53) = (Bent(33), Bent(53));
        yield return Row("bending from 33° to 53°: flat or falling", Text($"{at33:0} N, then {at53:0} N ({100 * (at53 / at33 - 1):+0;-0} %)"), "rise ≤ 5 %", at53 <= at33 * (1 + MostRise));
    }

    static ValidationRow Row(string what, string reached, string target, bool met) => new("implants (relative)", what, reached, target, met);
}
