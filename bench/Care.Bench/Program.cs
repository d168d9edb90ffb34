using BenchmarkDotNet.Running;
using Mainstay.Care.Bench;

// dotnet run -c Release --project bench/Care.Bench -- measure | properties [people] | screens [people] | (nothing: BenchmarkDotNet)
return args switch
{
    ["measure"] => Measuring.Run(),
    ["properties", .. var rest] => PropertyRun.Run(rest is [var n, ..] ? int.Parse(n, System.Globalization.CultureInfo.InvariantCulture) : 100_000),
    ["screens", .. var rest] => ScreenRun.Run(rest is [var n, ..] ? int.Parse(n, System.Globalization.CultureInfo.InvariantCulture) : 2_000),
    _ => BenchmarkSwitcher.FromAssembly(typeof(TriageBenchmarks).Assembly).Run(args).Any() ? 0 : 1,
};
