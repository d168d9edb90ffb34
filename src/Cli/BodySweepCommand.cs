using System.CommandLine;
using Mainstay.Body;
using Mainstay.Body.Kernels;

namespace Mainstay.Cli;

/// <summary>mainstay body sweep POSTURE --angle …: one angle through its range, everything else as the posture has it.</summary>
static class BodySweepCommand
{
    const int MostSteps = 100000;

    public static Command Create()
    {
        var options = new BodyOptions();
        var posture = new Argument<string>("posture") { Description = "A named posture" };
        var angle = new Option<string>("--angle") { Description = "lumbar_flexion, hip_r_flexion, …", Required = true };
        var from = new Option<double>("--from") { Description = "Degrees", Required = true };
        var to = new Option<double>("--to") { Description = "Degrees", Required = true };
        var step = new Option<double>("--step") { Description = "Degrees", DefaultValueFactory = _ => 5 };
        var command = new Command("sweep", "Turn one angle step by step and print the loads as CSV") { posture, angle, from, to, step };
        options.AddTo(command);
        command.SetAction(parsed => BodyCommand.Guard(() =>
        {
            var data = options.Data(parsed);
            var work = options.Workspace(parsed, options.Model(parsed, data));
            var (low, high, by, name) = (parsed.GetValue(from), parsed.GetValue(to), parsed.GetValue(step), parsed.GetValue(angle)!);
            if (!(by > 0 && high >= low && (high - low) / by < MostSteps)) throw new BodyException($"from {low}° to {high}° in steps of {by}° is no sweep");
            Console.WriteLine(name + "_deg," + string.Join(",", work.Model.LevelIds.Select(level => level + "_n")));
            for (var degrees = low; degrees <= high + 1e-9; degrees += by)
            {
                var pose = data.Posture(parsed.GetValue(posture)!);
                options.Pose(parsed, pose with { Angles = pose.Angles.SetItem(name, degrees) }, work);
                Solver.Solve(work);
                Console.WriteLine(FormattableString.Invariant($"{degrees:0.###},") + string.Join(",", work.Compression.Select(c => FormattableString.Invariant($"{c:0.0}"))));
            }
            return Exit.Ok;
        }));
        return command;
    }
}
