using System.Globalization;
using Mainstay.Body.Kernels;
using Mainstay.Body.Model;
using Mainstay.Body.Postures;

namespace Mainstay.Body.Validation;

/// <summary>Pressure in the disc L4/L5 of one man, 45 years, 70 kg (Wilke 1999, 2001), fourteen static tasks.</summary>
public static class DiscPressure
{
    /// <summary>Posture, and MPa measured.</summary>
    public static readonly (string Posture, double Mpa)[] Wilke =
    [
        ("lying-supine", 0.10), ("lying-prone", 0.105), ("prone-on-elbows", 0.25), ("standing", 0.50), ("standing-flexed", 1.10), ("sitting", 0.46),
        ("sitting-straight", 0.55), ("sitting-flexed", 0.83), ("sitting-elbows-on-thighs", 0.43), ("sitting-slouched", 0.285), ("lifting-20-round", 2.30),
        ("lifting-20-knees", 1.70), ("holding-20-close", 1.10), ("holding-20-far", 1.80),
    ];

    const double MostRmse = 0.10;
    const double LeastCorrelation = 0.97;
    const double Near = 0.15;
    const int L4L5 = 1;
    /// <summary>Of Dreischarf 2013, as the design quotes it. The model's own is fitted.</summary>
    const double QuotedFactor = 0.66;

    /// <summary>MPa from newtons at a level: p = F / (factor · area).</summary>
    public static double Mpa(BodyModel model, int level, double compression) => compression / (model.Anatomy.Tuning.DiscFactor * model.DiscAreaM2[level]) * 1e-6;

    public static (double Rmse, double Correlation) Fit(IReadOnlyList<(double Model, double Measured)> pairs)
    {
        var (mean, meanMeasured) = (pairs.Average(p => p.Model), pairs.Average(p => p.Measured));
        var together = pairs.Sum(p => (p.Model - mean) * (p.Measured - meanMeasured));
        var apart = Math.Sqrt(pairs.Sum(p => (p.Model - mean) * (p.Model - mean)) * pairs.Sum(p => (p.Measured - meanMeasured) * (p.Measured - meanMeasured)));
        return (Math.Sqrt(pairs.Average(p => (p.Model - p.Measured) * (p.Model - p.Measured))), together / apart);
    }

    internal static IEnumerable<ValidationRow> Rows(BodyModel model)
    {
        var work = new Workspace(model);
        var pairs = new List<(double Model, double Measured)>();
        var handed = (Nm: 0.0, Of: 0.0, Level: "", Posture: "");
        foreach (var (posture, measured) in Wilke)
        {
            work.Cool();
            PostureSetter.Apply(model.Anatomy.Posture(posture), work);
            Solver.Solve(work);
            var mpa = Mpa(model, L4L5, work.Compression[L4L5]);
            pairs.Add((mpa, measured));
            for (var k = 0; k < model.LevelIds.Length; k++)
                if (Math.Abs(work.LevelGive[3 * k]) > handed.Nm)
                    handed = (Math.Abs(work.LevelGive[3 * k]), Math.Abs(work.LevelMoment[3 * k]), model.LevelIds[k], model.Anatomy.Posture(posture).Name);
            yield return Row(model.Anatomy.Posture(posture).Name, Text($"{mpa:0.00} MPa"), Text($"{measured:0.00} ± {Near:0.00} MPa"), Math.Abs(mpa - measured) <= Near);
        }
        var (rmse, correlation) = Fit(pairs);
        yield return Row("all fourteen: root mean square error", Text($"{rmse:0.000} MPa"), Text($"≤ {MostRmse:0.00} MPa"), rmse <= MostRmse);
        yield return Row("all fourteen: correlation", Text($"{correlation:0.000}"), Text($"≥ {LeastCorrelation:0.00}"), correlation >= LeastCorrelation);
        var scale = model.Anatomy.Tuning.DiscFactor / QuotedFactor;
        var (quoted, _) = Fit([.. pairs.Select(pair => (pair.Model * scale, pair.Measured))]);
        yield return Row(Text($"RMSE with the quoted factor ({QuotedFactor} in place of the fitted {model.Anatomy.Tuning.DiscFactor})"), Text($"{quoted:0.000} MPa"), Text($"≤ {MostRmse:0.00} MPa"), quoted <= MostRmse);
        yield return Row(Text($"most bending moment one level hands to the others ({handed.Level}, {handed.Posture.ToLowerInvariant()})"), Text($"{handed.Nm:0.0} of {handed.Of:0} Nm"), "reported, not bounded", null);
    }

    static ValidationRow Row(string what, string reached, string target, bool? met) => new("disc pressure L4/L5 (Wilke)", what, reached, target, met);

    internal static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
