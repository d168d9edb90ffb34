using System.Diagnostics;
using Mainstay.Body.Kernels;
using Mainstay.Body.Model;
using Mainstay.Body.Postures;
using Mainstay.Body.Tests;

namespace Mainstay.Body.Bench;

/// <summary>Plain timing of every posture by itself, for percentiles; a few seconds.</summary>
static class Measuring
{
    const int Frames = 1024;

    public static int Run()
    {
        var model = Shipped.Model;
        Console.WriteLine($"{model.MuscleCount} lines, {model.BalancedRows} equations, {Environment.ProcessorCount} processors, {System.Runtime.InteropServices.RuntimeInformation.FrameworkDescription}");
        var work = new Workspace(model);
        var motion = Motion.Bend(model, Frames);
        SupportSetter.Apply([], work);
        Time("paths and moment arms alone", 20, i => Pose(work, motion, i), () => Solver.Measure(work));
        Time("warm along a bend", 20, i => Pose(work, motion, i), () => Solver.Solve(work));
        Console.WriteLine($"  iterations at the last {work.Iterations}, residual {work.Residual:e1}");
        Time("  all sensitivities of six levels", 20, i => { Pose(work, motion, i); Solver.Solve(work); }, () => Sensitivity.AllLevels(work));
        Time("cold along the same bend", 20, i => { Pose(work, motion, i); work.Cool(); }, () => Solver.Solve(work));
        var random = new Random(1);
        Time("cold, random postures, 60 % of range", 10, _ => { Randomly.Fill(work, random, 0.6); work.Cool(); }, () => Solver.Solve(work));
        PostureSetter.Apply(model.Anatomy.Posture("standing-flexed"), work);
        Time("warm, standing on both feet", 10, i => work.Angles[0] = 0.05 + 1e-5 * (i & 255), () => Solver.Solve(work));
        Allocation(work);
        Batch(model);
        return 0;
    }

    static void Pose(Workspace work, double[][] motion, int i) => motion[i % Frames].CopyTo(work.Angles, 0);

    static void Time(string what, int rounds, Action<int> prepare, Action run)
    {
        for (var i = 0; i < 3000; i++)
        {
            prepare(i);
            run();
        }
        Thread.Sleep(300);
        var micros = new double[rounds * Frames];
        for (var i = 0; i < micros.Length; i++)
        {
            prepare(i);
            var start = Stopwatch.GetTimestamp();
            run();
            micros[i] = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
        }
        Array.Sort(micros);
        Console.WriteLine($"{what,-40} median {micros[micros.Length / 2],7:0.0} µs   10th percentile {micros[micros.Length / 10],7:0.0} µs   99th {micros[micros.Length * 99 / 100],7:0.0} µs");
    }

    static void Allocation(Workspace work)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
        {
            work.Angles[0] = 0.05 + 1e-5 * (i & 255);
            Solver.Solve(work);
            Sensitivity.AllLevels(work);
        }
        Console.WriteLine($"allocated in 1,000 postures with sensitivities: {GC.GetAllocatedBytesForCurrentThread() - before} bytes");
    }

    static void Batch(BodyModel model)
    {
        const int many = 20000;
        var motion = Motion.Bend(model, Frames);
        var watch = Stopwatch.StartNew();
        Parallel.For(0, many / 250, () => new Workspace(model), (chunk, _, work) =>
        {
            for (var i = 0; i < 250; i++)
            {
                Pose(work, motion, 250 * chunk + i);
                Solver.Solve(work);
            }
            return work;
        }, _ => { });
        Console.WriteLine($"batch on all cores: {many / watch.Elapsed.TotalSeconds:0} postures a second");
    }
}
