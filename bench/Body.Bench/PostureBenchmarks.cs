using BenchmarkDotNet.Attributes;
using Mainstay.Body.Kernels;
using Mainstay.Body.Model;
using Mainstay.Body.Postures;
using Mainstay.Body.Tests;

namespace Mainstay.Body.Bench;

/// <summary>One posture from joint angles to compression, and all sensitivities of six levels.</summary>
[MemoryDiagnoser]
public class PostureBenchmarks
{
    readonly Workspace work = new(Shipped.Model);
    readonly double[][] motion = Motion.Bend(Shipped.Model, 256);
    int at;

    readonly Workspace random = new(Shipped.Model);
    readonly (double[] Angles, double[] Tightness, double[] Strength)[] drawn = new (double[], double[], double[])[256];

    [GlobalSetup]
    public void SetUp()
    {
        SupportSetter.Apply([], work);
        for (var i = 0; i < drawn.Length; i++)
        {
            Randomly.Fill(random, new Random(i), 0.6);
            drawn[i] = ((double[])random.Angles.Clone(), (double[])random.Tightness.Clone(), (double[])random.Strength.Clone());
        }
        PostureSetter.ApplyLoads([], random);
    }

    [Benchmark]
    public double Warm_along_a_bend()
    {
        motion[at = (at + 1) & 255].CopyTo(work.Angles, 0);
        Solver.Solve(work);
        return work.Compression[0];
    }

    [Benchmark]
    public double Cold()
    {
        motion[at = (at + 1) & 255].CopyTo(work.Angles, 0);
        work.Cool();
        Solver.Solve(work);
        return work.Compression[0];
    }

    [Benchmark]
    public double Cold_random()
    {
        var (angles, tightness, strength) = drawn[at = (at + 1) & 255];
        angles.CopyTo(random.Angles, 0);
        tightness.CopyTo(random.Tightness, 0);
        strength.CopyTo(random.Strength, 0);
        random.Cool();
        Solver.Solve(random);
        return random.Compression[0];
    }

    [Benchmark]
    public double Paths_alone()
    {
        motion[at = (at + 1) & 255].CopyTo(work.Angles, 0);
        Solver.Measure(work);
        return work.Length[0];
    }

    [Benchmark]
    public double Warm_with_all_sensitivities()
    {
        motion[at = (at + 1) & 255].CopyTo(work.Angles, 0);
        Solver.Solve(work);
        Sensitivity.AllLevels(work);
        return work.TightnessSensitivity[0];
    }
}

/// <summary>A bend to 60° and back by the usual rhythm, pelvis held, arms hanging.</summary>
static class Motion
{
    public static double[][] Bend(BodyModel model, int frames)
    {
        var work = new Workspace(model);
        return [.. Enumerable.Range(0, frames).Select(i =>
        {
            Equilibrium.BendByRhythm(work, 60 * (0.5 - 0.5 * Math.Cos(2 * Math.PI * i / frames)));
            return (double[])work.Angles.Clone();
        })];
    }
}
