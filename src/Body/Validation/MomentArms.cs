using Mainstay.Body.Anatomy;
using Mainstay.Body.Kernels;
using Mainstay.Body.Model;
using static Mainstay.Body.Validation.DiscPressure;

namespace Mainstay.Body.Validation;

/// <summary>Sagittal arms, weighted by strength, in neutral standing, against MRI.</summary>
public static class MomentArms
{
    static readonly string[] Erector = ["longissimus-lumborum", "iliocostalis-lumborum", "longissimus-thoracis", "iliocostalis-thoracis"];
    /// <summary>Groups whose arms are held against measured ones here.</summary>
    internal static IEnumerable<string> Measured => Erector.Append(Rectus);
    const string Rectus = "rectus-abdominis";
    /// <summary>Women standing, L5/S1 up to L1/L2, mm (Jorgensen 2001 as quoted).</summary>
    static readonly double[] RectusWomen = [98, 85, 85, 91, 97];
    const double Tolerance = 0.10;

    internal static IEnumerable<ValidationRow> Rows(AnatomyData data)
    {
        var man = Arms(ModelBuilder.Build(data, Person.Wilke), Erector);
        var woman = Arms(ModelBuilder.Build(data, new Person(Sex.Female, 1.65, 60)), [Rectus]);
        for (var k = 0; k < RectusWomen.Length; k++)
        {
            var arm = -man.Mm[k];
            yield return new("moment arms", $"erector spinae {man.Levels[k]}, man", Text($"{arm:0} mm"), "50–60 mm ± 10 %", arm is >= 45 and <= 66);
        }
        for (var k = 0; k < RectusWomen.Length; k++)
            yield return new("moment arms", $"rectus abdominis {woman.Levels[k]}, woman", Text($"{woman.Mm[k]:0} mm"), Text($"{RectusWomen[k]:0} mm ± 10 %"),
                Math.Abs(woman.Mm[k] / RectusWomen[k] - 1) <= Tolerance);
    }

    /// <summary>Flexion arms in mm, positive bending forward.</summary>
    static (double[] Mm, string[] Levels) Arms(BodyModel model, string[] groups)
    {
        var work = new Workspace(model);
        Solver.Measure(work);
        var arms = model.LevelPairs.Select(pairs =>
        {
            var own = pairs.Where(pair => groups.Contains(model.GroupIds[model.GroupOf[pair.Line]])).ToArray();
            return -1000 * own.Sum(pair => model.Lines.Force[pair.Line] * work.PairArm[4 * pair.Pair]) / own.Sum(pair => model.Lines.Force[pair.Line]);
        });
        return ([.. arms], [.. model.LevelIds]);
    }
}
