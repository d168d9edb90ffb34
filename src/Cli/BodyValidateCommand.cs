using System.CommandLine;
using System.Text.Json;
using Mainstay.Body.Validation;

namespace Mainstay.Cli;

/// <summary>mainstay body validate: the model against measurements, from the current anatomy.</summary>
static class BodyValidateCommand
{
    public static Command Create()
    {
        var options = new BodyOptions();
        var markdown = new Option<bool>("--markdown") { Description = "Print a table for docs/body.md" };
        var command = new Command("validate", "Hold the model against measurements and print every target, met or missed") { markdown };
        options.AddReading(command);
        command.SetAction(parsed => BodyCommand.Guard(() =>
        {
            var rows = ValidationTable.Compute(options.Data(parsed));
            if (options.Json(parsed)) Json(rows);
            else if (parsed.GetValue(markdown))
                foreach (var line in ValidationTable.Markdown(rows)) Console.WriteLine(line);
            else Text(rows);
            return Exit.Ok;
        }));
        return command;
    }

    static void Text(IReadOnlyCollection<ValidationRow> rows)
    {
        foreach (var group in rows.GroupBy(row => row.Group))
        {
            Console.WriteLine(group.Key);
            foreach (var row in group) Console.WriteLine($"  {(row.Met is false ? "MISSED" : row.Outcome),-10}{row.What}: {row.Reached}  (target {row.Target})");
        }
        Console.WriteLine();
        Console.WriteLine($"{rows.Count(row => row.Met is true)} of {rows.Count(row => row.Met is not null)} met.");
        Console.WriteLine(ValidationTable.NotInTheTable);
    }

    static void Json(IReadOnlyCollection<ValidationRow> rows) => BodyJson.Write(writer =>
    {
        writer.WriteNumber("met", rows.Count(row => row.Met is true));
        writer.WriteNumber("bounded", rows.Count(row => row.Met is not null));
        writer.WriteStartArray("rows");
        foreach (var row in rows)
        {
            writer.WriteStartObject();
            writer.WriteString("group", row.Group);
            writer.WriteString("what", row.What);
            writer.WriteString("reached", row.Reached);
            writer.WriteString("target", row.Target);
            if (row.Met is { } met) writer.WriteBoolean("met", met);
            else writer.WriteNull("met");
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    });
}
