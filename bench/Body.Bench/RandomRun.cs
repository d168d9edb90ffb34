using Mainstay.Body.Kernels;
using Mainstay.Body.Model;
using Mainstay.Body.Tests;

namespace Mainstay.Body.Bench;

/// <summary>Random postures over the joints' whole ranges, with random tightness, weakness and loads, half of them with the pelvis held and half
/// on random supports: every one must be solved.</summary>
static class RandomRun
{
    public static int Run(int postures)
    {
        var work = new Workspace(Shipped.Model);
        var random = new Random(20260101);
        var (failed, worst, most) = (0, 0.0, 0);
        long iterations = 0;
        for (var i = 0; i < postures; i++)
        {
            var supported = i % 2 == 1;
            if (supported) Randomly.FillSupported(work, random, 0.4 + 0.6 * random.NextDouble());
            else Randomly.Fill(work, random, 0.4 + 0.6 * random.NextDouble());
            if (i % 4 < 2) work.Cool();
            Solver.Solve(work);
            var unit = supported ? work.Model.Weight : 1;
            var sound = work.Residual <= 1e-8 * unit && work.Compression.All(double.IsFinite) && work.Shear.All(double.IsFinite);
            if (!sound) failed++;
            (worst, most) = (Math.Max(worst, work.Residual / unit), Math.Max(most, work.Iterations));
            iterations += work.Iterations;
            if (i % 10000 == 9999) Console.Error.WriteLine($"{i + 1} of {postures}, {failed} failed");
        }
        Console.WriteLine($"{postures} random postures: {failed} not solved to 1e-8 (Nm; with supports of the body's weight); worst residual {worst:e1}; iterations mean {(double)iterations / postures:0.0}, most {most}");
        return failed == 0 ? 0 : 1;
    }
}
