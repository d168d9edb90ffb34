using System.Collections.Immutable;
using System.Diagnostics;
using System.Runtime.InteropServices;
using Mainstay.Body.Kernels;
using Mainstay.Body.Model;
using Mainstay.Body.Postures;
using Mainstay.Body.Questions;
using Mainstay.Body.Tests;

namespace Mainstay.Body.Bench;

/// <summary>Plain timing of every posture by itself, for percentiles; under a minute.</summary>
/// <remarks>Every posture is solved several times over, rounds apart, and its best time counts: what another program takes away in one round it
/// rarely takes in all. The distribution over postures is then that of the work itself. The percentile of single runs stands beside it, with
/// all that the machine adds.</remarks>
static class Measuring
{
    const int Frames = 1024;
    const int Rounds = 9;

    public static int Run()
    {
        var model = Shipped.Model;
        Console.WriteLine($"{model.MuscleCount} lines, {model.BalancedRows} equations, {Environment.ProcessorCount} processors, {RuntimeInformation.FrameworkDescription}; load average {Load()}");
        Console.WriteLine($"{"best of " + Rounds + " runs of each of " + Frames + " postures, µs",-48}{"median",8}{"90th",8}{"99th",8}{"most",8}   {"single runs: median",20}{"99th",8}");
        var work = new Workspace(model);
        var motion = Motion.Bend(model, Frames);
        SupportSetter.Apply([], work);
        Time("paths and all moment arms", i => Pose(work, motion, i), () => Paths.Measure(model, work));
        Time("kinematics, paths and muscle states", i => Pose(work, motion, i), () => Solver.Measure(work));
        Time("angles to compression, warm along a bend", i => Pose(work, motion, i), () => Solver.Solve(work));
        Time("all sensitivities of six levels, in addition", i => { Pose(work, motion, i); Solver.Solve(work); }, () => Sensitivity.AllLevels(work));
        Time("cold along the same bend", i => { Pose(work, motion, i); work.Cool(); }, () => Solver.Solve(work));
        Time("cold, random postures, 60 % of every range", i => { Randomly.Fill(work, new Random(i), 0.6); work.Cool(); }, () => Solver.Solve(work));
        Time("cold, random postures on random supports", i => { Randomly.FillSupported(work, new Random(i), 0.6); work.Cool(); }, () => Solver.Solve(work));
        var named = model.Anatomy.Postures;
        Time("cold, the named postures on their supports", i => { PostureSetter.Apply(named[i % named.Length], work); BodyCondition.Clear(work); work.Cool(); }, () => Solver.Solve(work));
        PostureSetter.Apply(model.Anatomy.Posture("sitting-back-rest"), work);
        Time("all sensitivities against a back rest, in addition", i => { work.Angles[0] = 1e-5 * (i & 255); Solver.Solve(work); }, () => Sensitivity.AllLevels(work));
        work = new Workspace(model);
        PostureSetter.Apply(model.Anatomy.Posture("standing-flexed"), work);
        Time("warm, standing on both feet", i => work.Angles[0] = 0.05 + 1e-5 * (i & 255), () => Solver.Solve(work));
        var answers = new BodyAnswers(model.Anatomy);
        var question = new BodyQuestion { Person = Person.Wilke, Posture = model.Anatomy.Posture("standing"), Tightness = ImmutableDictionary<string, double>.Empty.Add("hip-flexors", 0.05) };
        Time("a whole answer for a page (two solves)", i => question = question with { Posture = model.Anatomy.Postures[i % model.Anatomy.Postures.Length] }, () => answers.Ask(question));
        Allocation(work);
        Batch(model);
        Console.WriteLine($"load average at the end {Load()}");
        return 0;
    }

    /// <summary>How many programs want a core, over the last minute; a busy machine's percentiles of single runs say little.</summary>
    static string Load() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";

    static void Pose(Workspace work, double[][] motion, int i) => motion[i % Frames].CopyTo(work.Angles, 0);

    static void Time(string what, Action<int> prepare, Action run)
    {
        for (var i = 0; i < 3000; i++)
        {
            prepare(i % Frames);
            run();
        }
        Thread.Sleep(300);
        var (best, every) = (new double[Frames], new double[Rounds * Frames]);
        Array.Fill(best, double.PositiveInfinity);
        for (var round = 0; round < Rounds; round++)
            for (var i = 0; i < Frames; i++)
            {
                prepare(i);
                var start = Stopwatch.GetTimestamp();
                run();
                var micros = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
                (best[i], every[round * Frames + i]) = (Math.Min(best[i], micros), micros);
            }
        Array.Sort(best);
        Array.Sort(every);
        double At(double[] sorted, double share) => sorted[(int)(share * (sorted.Length - 1))];
        Console.WriteLine($"{what,-48}{At(best, 0.5),8:0.0}{At(best, 0.9),8:0.0}{At(best, 0.99),8:0.0}{best[^1],8:0.0}   {At(every, 0.5),20:0.0}{At(every, 0.99),8:0.0}");
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
        const int many = 40000;
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
