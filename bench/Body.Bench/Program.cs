using System.Globalization;
using BenchmarkDotNet.Running;
using Mainstay.Body.Bench;

// dotnet run -c Release --project bench/Body.Bench -- measure | random [postures] | (nothing: BenchmarkDotNet)
return args switch
{
    ["measure"] => Measuring.Run(),
    ["random", .. var rest] => RandomRun.Run(rest is [var n, ..] ? int.Parse(n, CultureInfo.InvariantCulture) : 100_000),
    _ => BenchmarkSwitcher.FromAssembly(typeof(PostureBenchmarks).Assembly).Run(args).Any() ? 0 : 1,
};
