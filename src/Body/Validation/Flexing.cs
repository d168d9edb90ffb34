using Mainstay.Body.Model;
using Mainstay.Body.Postures;
using static Mainstay.Body.Validation.DiscPressure;

namespace Mainstay.Body.Validation;

/// <summary>Who bends, and what tightness does and does not do.</summary>
public static class Flexing
{
    /// <summary>Tightness that stands for Gajdosik's short hamstrings.</summary>
    const double Short = 0.19;
    const int L4L5 = 1;
    /// <summary>Of Christophy 2012, L5/S1 up to L1/L2.</summary>
    static readonly double[] Christophy = [.125, .185, .204, .231, .255];

    internal static IEnumerable<ValidationRow> Rows(BodyModel model)
    {
        var work = new Workspace(model);
        var raise = Flexibility.StraightLegRaise(work);
        yield return Row("straight-leg raise to 60 Nm", Text($"{raise:0.0}°"), "61 ± 3°", Math.Abs(raise - 61) <= 3);
        var less = With(work, ["hamstrings"], Short, () => Flexibility.StraightLegRaise(work)) - raise;
        yield return Row("the same, hamstrings 19 % tight", Signed(less) + "°", "−20 ± 4°", Math.Abs(less + 20) <= 4);

        var touch = Flexibility.ToeTouch(work);
        var tight = With(work, ["hamstrings"], Short, () => Flexibility.ToeTouch(work));
        yield return Row("hanging bend, pelvis on thigh: usual less tight (positive control)", Text($"{touch.HipDeg:0} − {tight.HipDeg:0} = {touch.HipDeg - tight.HipDeg:0.0}°"),
            "72 − 52 = 20 ± 5°", Math.Abs(touch.HipDeg - tight.HipDeg - 20) <= 5);
        yield return Row("the same, lumbar flexion", Signed(tight.LumbarDeg - touch.LumbarDeg) + "°", "about 0 (± 5°)", Math.Abs(tight.LumbarDeg - touch.LumbarDeg) <= 5);

        var stand = Equilibrium.Stand(work);
        var load = work.Compression[L4L5];
        (double Pelvis, double Load) Changed(params string[] muscles) =>
            With(work, muscles, 0.10, () => (Equilibrium.Stand(work).PelvisDeg - stand.PelvisDeg, 100 * (work.Compression[L4L5] / load - 1)));
        var hamstrings = Changed("hamstrings");
        var flexors = Changed("psoas", "iliacus");
        yield return Row("standing, hamstrings 10 % tight: pelvis (negative control)", Signed(hamstrings.Pelvis) + "°", "< 2°", Math.Abs(hamstrings.Pelvis) < 2);
        yield return Row("the same, load at L4/L5", Signed(hamstrings.Load) + " %", "< 3 %", Math.Abs(hamstrings.Load) < 3);
        yield return Row("standing, psoas and iliacus 10 % tight: pelvis (negative control)", Signed(flexors.Pelvis) + "°", "< 2°", Math.Abs(flexors.Pelvis) < 2);
        yield return Row("the same, load at L4/L5", Signed(flexors.Load) + " %", "reported, not bounded", null);
        foreach (var row in WithoutHabit(model)) yield return row;

        var levels = model.Anatomy.Skeleton.Levels;
        double[] shares = [.. levels.Where(l => l.FlexionShare > 0).Select(l => l.FlexionShare)];
        static string List(double[] of) => string.Join(" ", of.Select(share => Text($"{share:.000}")));
        yield return Row("rhythm: shares of flexion L5/S1 up", List(shares), List(Christophy) + " (an input)", shares.Length == Christophy.Length && shares.Zip(Christophy).All(pair => Math.Abs(pair.First - pair.Second) < 5e-4));
        foreach (var (at, ratio) in new[] { (30.0, 2.51), (100.0, 1.34) })
        {
            var bend = Equilibrium.Bend(work, at);
            var found = (at - bend.PelvisDeg) / bend.PelvisDeg;
            yield return Row($"bend to {at:0}°: back over pelvis (rhythm is an input)", Text($"{found:0.00}"), Text($"{ratio:0.00} ± 0.3"), Math.Abs(found - ratio) <= 0.3);
        }
    }

    /// <summary>The controls hold the pelvis by a price on leaving the usual pitch. Without it they show what muscles and tissue alone would do.</summary>
    static IEnumerable<ValidationRow> WithoutHabit(BodyModel model)
    {
        var free = new Workspace(ModelBuilder.Build(model.Anatomy with { Tuning = model.Anatomy.Tuning with { Habit = 0 } }, model.Person));
        var stand = Equilibrium.Stand(free).PelvisDeg;
        foreach (var (name, muscles) in new[] { ("hamstrings", (string[])["hamstrings"]), ("psoas and iliacus", ["psoas", "iliacus"]) })
        {
            var moved = With(free, muscles, 0.10, () => Equilibrium.Stand(free).PelvisDeg) - stand;
            yield return Row($"standing, {name} 10 % tight: pelvis with no price on leaving the usual pitch", Signed(moved) + "°", "< 2°", Math.Abs(moved) < 2);
        }
    }

    static T With<T>(Workspace work, string[] muscles, double tightness, Func<T> ask)
    {
        foreach (var muscle in muscles) BodyCondition.Tighten(work, muscle, tightness);
        var answer = ask();
        BodyCondition.Clear(work);
        return answer;
    }

    /// <summary>One decimal; what rounds to nothing has no sign.</summary>
    static string Signed(double value) => Text($"{Math.Round(value, 1) + 0.0:+0.0;-0.0;0.0}");

    static ValidationRow Row(string what, string reached, string target, bool? met) => new("bending and tightness", what, reached, target, met);
}
