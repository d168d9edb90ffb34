using System.CommandLine;
using Mainstay.Body;
using Mainstay.Body.Kernels;
using Mainstay.Body.Model;
using Mainstay.Body.Postures;

namespace Mainstay.Cli;

/// <summary>mainstay body sweep POSTURE --angle …: one angle through its range, everything else as the posture has it.</summary>
static class BodySweepCommand
{
    const int MostSteps = 100000;

    sealed record Row(double Degrees, double[] Compression, BodyVerdict Verdict);

    public static Command Create()
    {
        var (options, posed) = (new BodyOptions(), new BodyPostureOptions());
        var posture = new Argument<string>("posture") { Description = BodyPostureOptions.Described };
        var angle = new Option<string>("--angle") { Description = "lumbar_flexion, hip_r_flexion, …", Required = true };
        var from = new Option<double>("--from") { Description = "Degrees", Required = true };
        var to = new Option<double>("--to") { Description = "Degrees, not below --from", Required = true };
        var step = new Option<double>("--step") { Description = "Degrees, above 0", DefaultValueFactory = _ => 5 };
        var command = new Command("sweep", "Turn one angle step by step and print the loads as CSV or JSON") { posture, angle, from, to, step };
        posed.AddTo(command);
        options.AddTo(command);
        command.SetAction(parsed => BodyCommand.Guard(() =>
        {
            var model = options.Model(parsed, options.Data(parsed));
            // Wrong options are told here, before any thread begins.
            options.Pose(parsed, posed.One(parsed, model, parsed.GetValue(posture)!), options.Workspace(parsed, model));
            var (low, high, by, name) = (parsed.GetValue(from), parsed.GetValue(to), parsed.GetValue(step), parsed.GetValue(angle)!);
            AngleEdit.CheckRange(model, name, low);
            AngleEdit.CheckRange(model, name, high);
            if (high < low) throw new BodyException($"--to {high} is below --from {low}");
            if (!(by > 0 && (high - low) / by < MostSteps)) throw new BodyException($"--step {by} is outside {(high - low) / MostSteps:0.#####} to any size, degrees above 0");
            var start = posed.One(parsed, model, parsed.GetValue(posture)!);
            var rows = Turn(1 + (int)Math.Floor((high - low + 1e-9) / by), i => low + i * by, (degrees, work) => options.Pose(parsed, AngleEdit.With(model, start, [(name, Math.Min(degrees, high))]), work),
                () => options.Workspace(parsed, model));
            if (options.Json(parsed)) Json(name, rows, model);
            else Csv(name, rows, model);
            return rows.All(row => row.Verdict.Fine) ? Exit.Ok : Exit.TooMuch;
        }));
        return command;
    }

    /// <summary>On all cores; every step starts cold, so that the answer does not depend on who took which.</summary>
    static Row[] Turn(int steps, Func<int, double> degrees, Action<double, Workspace> pose, Func<Workspace> workspace)
    {
        var rows = new Row[steps];
        using var progress = new ProgressLine("sweep");
        var done = 0;
        Parallel.For(0, steps, workspace, (i, _, work) =>
        {
            pose(degrees(i), work);
            work.Cool();
            Solver.Solve(work);
            rows[i] = new Row(degrees(i), [.. work.Compression], BodyVerdict.Of(work));
            var now = Interlocked.Increment(ref done);
            lock (progress) progress.Tell((double)now / steps);
            return work;
        }, _ => { });
        return rows;
    }

    static void Csv(string name, Row[] rows, BodyModel model)
    {
        Console.WriteLine($"{name}_deg,{string.Join(",", model.LevelIds.Select(level => level + "_n"))},too_heavy,out_of_reach");
        foreach (var row in rows)
            Console.WriteLine($"{row.Degrees:0.###},{string.Join(",", row.Compression.Select(c => $"{row.Verdict.Only(c):0.0}"))},{Quoted(row.Verdict.NotSolved ?? row.Verdict.TooHeavy)},{Quoted(row.Verdict.OutOfReach)}");
    }

    /// <summary>A sentence may hold a comma.</summary>
    static string Quoted(string? text) => text is null ? "" : $"\"{text}\"";

    static void Json(string name, Row[] rows, BodyModel model) => BodyJson.Write(writer =>
    {
        writer.WriteString("angle", name);
        writer.WriteStartArray("levels");
        foreach (var level in model.LevelIds) writer.WriteStringValue(level);
        writer.WriteEndArray();
        writer.WriteStartArray("rows");
        foreach (var row in rows)
        {
            writer.WriteStartObject();
            writer.WriteNumber("degrees", Math.Round(row.Degrees, 6));
            writer.WriteStartArray("compression_n");
            foreach (var compression in row.Compression)
                if (row.Verdict.Only(compression) is { } newtons) writer.WriteNumberValue(Math.Round(newtons, 1));
                else writer.WriteNullValue();
            writer.WriteEndArray();
            row.Verdict.Write(writer);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    });
}
