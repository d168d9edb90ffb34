using System.CommandLine;
using Mainstay.Body.Kernels;

namespace Mainstay.Cli;

/// <summary>mainstay body compare A B …: the same body in several postures.</summary>
static class BodyCompareCommand
{
    sealed record Row(string Posture, double? L5S1, double? L4L5, BodyVerdict Verdict);

    public static Command Create()
    {
        var (options, posed) = (new BodyOptions(), new BodyPostureOptions());
        var postures = new Argument<string[]>("postures") { Description = "Two to twenty named postures, or YAML files of one each", Arity = new ArgumentArity(2, 20) };
        var command = new Command("compare", "Load at L4/L5 and L5/S1 in several postures, against the first") { postures };
        posed.AddTo(command);
        options.AddTo(command);
        command.SetAction(parsed => BodyCommand.Guard(() =>
        {
            var model = options.Model(parsed, options.Data(parsed));
            var work = options.Workspace(parsed, model);
            var rows = parsed.GetValue(postures)!.Select(id =>
            {
                options.Pose(parsed, posed.One(parsed, model, id), work);
                work.Cool();
                Solver.Solve(work);
                var verdict = BodyVerdict.Of(work);
                return new Row(id, verdict.Only(work.Compression[0]), verdict.Only(work.Compression[1]), verdict);
            }).ToArray();
            if (options.Json(parsed)) Json(rows);
            else foreach (var row in rows)
                    Console.WriteLine(row.L4L5 is null ? $"{row.Posture,-28} {row.Verdict}"
                        : $"{row.Posture,-28} L5/S1 {row.L5S1,6:0} N   L4/L5 {row.L4L5,6:0} N   × {row.L4L5 / rows[0].L4L5:0.00}{(row.Verdict.Fine ? "" : "   ")}{row.Verdict}");
            return rows.All(row => row.Verdict.Fine) ? Exit.Ok : Exit.TooMuch;
        }));
        return command;
    }

    static void Json(Row[] rows) => BodyJson.Write(writer =>
    {
        writer.WriteStartArray("postures");
        foreach (var row in rows)
        {
            writer.WriteStartObject();
            writer.WriteString("posture", row.Posture);
            BodyJson.Number(writer, "l5_s1_n", row.L5S1, 1);
            BodyJson.Number(writer, "l4_l5_n", row.L4L5, 1);
            BodyJson.Number(writer, "of_first", row.L4L5 / rows[0].L4L5, 3);
            row.Verdict.Write(writer);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    });
}
