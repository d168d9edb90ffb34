using Mainstay.Body.Anatomy;
using Mainstay.Body.Kernels;
using Mainstay.Body.Model;
using Mainstay.Body.Postures;
using static Mainstay.Body.Validation.DiscPressure;

namespace Mainstay.Body.Validation;

/// <summary>The largest moment about L4/L5 that the trunk's muscles hold, pelvis held, against a push on the chest.</summary>
public static class Strength
{
    internal static IEnumerable<ValidationRow> Rows(AnatomyData data)
    {
        var man = new Workspace(ModelBuilder.Build(data, new Person(Sex.Male, 1.75, 76)));
        var woman = new Workspace(ModelBuilder.Build(data, new Person(Sex.Female, 1.63, 62)));
        var pull = Most(man, 0, extend: true);
        // The search ends within a newton of the limit, and leaves that posture solved.
        var most = Enumerable.Range(0, man.Model.LevelIds.Length).MaxBy(k => Math.Abs(man.LevelGive[3 * k]));
        var (handed, of) = (Math.Abs(man.LevelGive[3 * most]), Math.Abs(man.LevelMoment[3 * most]));
        var (push, her) = (Most(man, 0, extend: false), Most(woman, 0, extend: true));
        yield return Row("extension, man", Text($"{pull:0} Nm"), "200–300 Nm", pull is >= 200 and <= 300);
        yield return Row("extension, woman", Text($"{her:0} Nm"), "120–180 Nm", her is >= 120 and <= 180);
        yield return Row("flexion over extension, man", Text($"{push / pull:0.00}"), "0.55–0.75", push / pull is >= 0.55 and <= 0.75);
        double Ratio(double flexion) => Most(man, flexion, extend: true) / Most(man, flexion, extend: false);
        var (back, ahead) = (Ratio(-20), Ratio(50));
        yield return Row("extension over flexion rises from −20° to 50° of flexion", Text($"{back:0.00} to {ahead:0.00} (× {ahead / back:0.00})"), "more than doubles", ahead > 2 * back);
        var alone = new Workspace(ModelBuilder.Build(data with { Tuning = data.Tuning with { Give = 0 } }, man.Model.Person));
        // Nothing is handed over here: each level holds by what crosses it, and the weakest ends it.
        var unhelped = Most(alone, 0, extend: true);
        yield return Row($"extension, man: most bending moment one level hands to the others ({man.Model.LevelIds[most]})", Text($"{handed:0} of {of:0} Nm"), "reported, not bounded", null);
        yield return Row("extension, man, no level handing moment to another", Text($"{unhelped:0} Nm"), "200–300 Nm", unhelped is >= 200 and <= 300);
    }

    /// <summary>Nm about L4/L5; gravity's part is counted.</summary>
    /// <param name="extend">True: the push tips the trunk forward and the back holds it.</param>
    public static double Most(Workspace work, double flexionDeg, bool extend)
    {
        var model = work.Model;
        double low = 0, high = 3000;
        for (var i = 0; i < 24; i++)
        {
            var force = (low + high) / 2;
            Equilibrium.SetTrunk(work, 0, double.DegreesToRadians(flexionDeg), 0);
            SupportSetter.Apply([], work);
            PostureSetter.ApplyLoads([new HeldLoad { At = "chest", MassKg = 0 }], work);
            for (var load = 0; load < work.Loads; load++) work.LoadForce[3 * load] = (extend ? 1 : -1) * force / work.Loads;
            for (var load = 0; load < work.Loads; load++) work.LoadForce[3 * load + 2] = 0;
            work.Cool();
            Solver.Solve(work);
            if (Holds(work)) low = force;
            else high = force;
        }
        return Math.Abs(work.External[model.RowOfHinge[model.Angle("l4_flexion")]]);
    }

    /// <summary>All levels together hold it: what one hands to the others is not counted as missing.</summary>
    static bool Holds(Workspace work)
    {
        var model = work.Model;
        foreach (var b in model.LevelBody)
            for (var j = 0; j < 3; j++)
                if (Math.Abs(model.Anatomy.Tuning.Reserve * work.Multiplier[model.RowStart[b] + j]) > 0.5) return false;
        return true;
    }

    static ValidationRow Row(string what, string reached, string target, bool? met) => new("strength", what, reached, target, met);
}
