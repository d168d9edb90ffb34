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

    /// <summary>Posture, the posture it is compared with, the ratio measured, and what was fitted to this very row: then meeting it shows nothing.</summary>
    static readonly (string Posture, string Against, double Ratio, string? Fitted)[] Ratios =
    [
        ("sitting-back-rest", "sitting", 0.64, null), ("sitting-elbows-on-thighs", "sitting", 0.81, "effort of the elbows"), ("sitting-bent-15", "sitting", 1.20, null),
        ("standing-basin-hand", "standing-basin", 0.70, "effort of the hand"),
    ];

    const double OneHandN = 190;
    /// <summary>Degrees of inclination; the implants' load stops rising at 33, and nobody bent further than 53.</summary>
    static readonly double[] Plateau = [33, 38, 43, 48, 53];

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
        var (errors, untouched) = (new List<double>(), new List<double>());
        foreach (var (posture, against, measured, fitted) in Ratios)
        {
            var ratio = Load(posture) / Load(against);
            errors.Add(Math.Abs(ratio / measured - 1));
            if (fitted is null) untouched.Add(errors[^1]);
            yield return Row($"{model.Anatomy.Posture(posture).Name}, over: {model.Anatomy.Posture(against).Name}{(fitted is null ? "" : $" (fitted: {fitted})")}", Text($"× {ratio:0.00}"),
                Text($"× {measured:0.00} ± 15 %"), errors[^1] <= MostMedian);
        }
        var more = Load("holding-3-one-hand") - Load("standing");
        errors.Add(Math.Abs(more / OneHandN - 1));
        untouched.Add(errors[^1]);
        yield return Row("Holding 30 N out in one hand, more than standing", Text($"{more:0} N"), Text($"{OneHandN:0} N ± 15 %"), errors[^1] <= MostMedian);
        yield return Row("the five: median error", Text($"{100 * Median(errors):0} %"), "≤ 15 %", Median(errors) <= MostMedian);
        yield return Row("the three that nothing was fitted to: median error", Text($"{100 * Median(untouched):0} %"), "≤ 15 %", Median(untouched) <= MostMedian);

        // The rhythm of bending as measured, so that this row tests the load and not the choice of posture.
        double Bent(double inclination)
        {
            Equilibrium.BendByRhythm(work, inclination);
            Solver.Solve(work);
            return work.Compression[L1L2];
        }
        var plateau = Plateau.Select(Bent).ToArray();
        // From any sample to any later one: a dip in between must not hide a rise.
        var rise = Enumerable.Range(0, plateau.Length).Max(i => plateau[i..].Max() / plateau[i] - 1);
        yield return Row("bending from 33° to 53° in steps of 5°: flat or falling", Text($"{string.Join(", ", plateau.Select(load => Text($"{load:0}")))} N (largest rise {100 * rise:0} %)"), "rise ≤ 5 %", rise <= MostRise);
    }

    /// <summary>Of an odd number of figures.</summary>
    static double Median(List<double> figures) => figures.Order().ElementAt(figures.Count / 2);

    static ValidationRow Row(string what, string reached, string target, bool met) => new("implants (relative)", what, reached, target, met);
}
