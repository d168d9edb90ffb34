using Mainstay.Body.Kernels;
using Mainstay.Body.Model;
using Mainstay.Body.Tests;

namespace Mainstay.Body.Bench;

/// <summary>Random postures over the joints' whole ranges, with random tightness, weakness and loads: every one must be solved.</summary>
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
            Randomly.Fill(work, random, 0.4 + 0.6 * random.NextDouble());
            if (i % 2 == 0) work.Cool();
            Solver.Solve(work);
            var sound = work.Residual <= 1e-8 && work.Compression.All(double.IsFinite) && work.Shear.All(double.IsFinite);
            if (!sound) failed++;
            (worst, most) = (Math.Max(worst, work.Residual), Math.Max(most, work.Iterations));
            iterations += work.Iterations;
            if (i % 10000 == 9999) Console.Error.WriteLine($"{i + 1} of {postures}, {failed} failed");
        }
        Console.WriteLine($"{postures} random postures: {failed} not solved to 1e-8; worst residual {worst:e1}; iterations mean {(double)iterations / postures:0.0}, most {most}");
        return failed == 0 ? 0 : 1;
    }
}
