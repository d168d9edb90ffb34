using System.CommandLine;
using Mainstay.Body.Kernels;

namespace Mainstay.Cli;

/// <summary>mainstay body compare A B …: the same body in several postures.</summary>
static class BodyCompareCommand
{
    public static Command Create()
    {
        var options = new BodyOptions();
        var postures = new Argument<string[]>("postures") { Description = "Two or more named postures", Arity = new ArgumentArity(2, 20) };
        var command = new Command("compare", "Load at L4/L5 and L5/S1 in several postures, against the first") { postures };
        options.AddTo(command);
        command.SetAction(parsed => BodyCommand.Guard(() =>
        {
            var data = options.Data(parsed);
            var work = options.Workspace(parsed, options.Model(parsed, data));
            var rows = parsed.GetValue(postures)!.Select(id =>
            {
                options.Pose(parsed, data.Posture(id), work);
                work.Cool();
                Solver.Solve(work);
                return (Id: id, L5S1: work.Compression[0], L4L5: work.Compression[1]);
            }).ToArray();
            if (options.Json(parsed)) BodyJson.Write(writer =>
            {
                writer.WriteStartArray("postures");
                foreach (var row in rows)
                {
                    writer.WriteStartObject();
                    writer.WriteString("posture", row.Id);
                    writer.WriteNumber("l5_s1_n", Math.Round(row.L5S1, 1));
                    writer.WriteNumber("l4_l5_n", Math.Round(row.L4L5, 1));
                    writer.WriteNumber("of_first", Math.Round(row.L4L5 / rows[0].L4L5, 3));
                    writer.WriteEndObject();
                }
                writer.WriteEndArray();
            });
            else foreach (var row in rows) Console.WriteLine($"{row.Id,-28} L5/S1 {row.L5S1,6:0} N   L4/L5 {row.L4L5,6:0} N   × {row.L4L5 / rows[0].L4L5:0.00}");
            return Exit.Ok;
        }));
        return command;
    }
}
