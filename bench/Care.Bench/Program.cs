using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Mainstay.Care.Bench;

// dotnet run -c Release --project bench/Care.Bench -- measure | properties [people] | screens [people] | lives [lives] | truths [people] | today | (nothing: BenchmarkDotNet)
return args switch
{
    ["measure"] => Measuring.Run(),
    ["properties", .. var rest] => PropertyRun.Run(rest is [var n, ..] ? int.Parse(n, System.Globalization.CultureInfo.InvariantCulture) : 100_000),
    ["screens", .. var rest] => ScreenRun.Run(rest is [var n, ..] ? int.Parse(n, System.Globalization.CultureInfo.InvariantCulture) : 2_000),
    ["lives", .. var rest] => LivesRun.Run(rest is [var n, ..] ? int.Parse(n, System.Globalization.CultureInfo.InvariantCulture) : 10_000),
    ["truths", .. var rest] => TruthRun.Run(rest is [var n, ..] ? int.Parse(n, System.Globalization.CultureInfo.InvariantCulture) : 10_000),
    ["today"] => TodayRun.Run(),
    // In this process: BenchmarkDotNet builds no project whose assembly is named otherwise than its file.
    _ => BenchmarkSwitcher.FromAssembly(typeof(TriageBenchmarks).Assembly)
        .Run(args, DefaultConfig.Instance.AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance))).Any() ? 0 : 1,
};
