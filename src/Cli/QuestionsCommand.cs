using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Mainstay.Care;
using Mainstay.Knowledge;
using Spectre.Console;

namespace Mainstay.Cli;

/// <summary>mainstay questions: every input that answers may hold, with type, options and wording.</summary>
static class QuestionsCommand
{
    public static Command Create()
    {
        var json = new Option<bool>("--json") { Description = "Print one JSON array" };
        var knowledge = KnowledgeOption.Create();
        var command = new Command("questions", "List every question with its id, type, options and wording") { json, knowledge };
        command.SetSafeAction(parsed =>
        {
            var questionnaire = Models.Load(parsed.GetValue(knowledge)).Questionnaire;
            // What is worked out cannot be answered.
            var inputs = questionnaire.Inputs.Where(input => input.Id != Questionnaire.Bmi);
            if (parsed.GetValue(json)) PrintJson(inputs);
            else
                foreach (var input in inputs) Print(input);
            return Exit.Ok;
        });
        return command;
    }

    static void Print(Input input)
    {
        AnsiConsole.MarkupLine($"[bold]{Markup.Escape(input.Id)}[/] [dim]{Markup.Escape(Kind(input))}[/]");
        Console.WriteLine($"  {input.Text}");
        foreach (var option in input.Options) Console.WriteLine($"    {option.Id,-22} {option.Text}");
    }

    static string Kind(Input input) => input.Kind switch
    {
        InputKind.YesNo => input.Skippable ? "yes | no | unsure | skip" : "yes | no | unsure",
        InputKind.Choice => "one of:",
        InputKind.Set => "array of:",
        InputKind.BodyMap => "object of region: 0 to 10 or null, regions:",
        InputKind.Number => string.Create(CultureInfo.InvariantCulture,
            $"{(input.Whole ? "whole number" : "number")}, {input.Min} to {input.Max} {input.Unit}").TrimEnd(),
        _ => "text",
    };

    static void PrintJson(IEnumerable<Input> inputs)
    {
        using var output = Standard.Output();
        using var writer = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true, Encoder = JsonOutput.Readable });
        writer.WriteStartArray();
        foreach (var input in inputs)
        {
            writer.WriteStartObject();
            writer.WriteString("id", input.Id);
            writer.WriteString("type", input.Kind switch
            {
                InputKind.YesNo => "yes_no",
                InputKind.Choice => "choice",
                InputKind.Set => "set",
                InputKind.Number => "number",
                InputKind.BodyMap => "body_map",
                _ => "text",
            });
            writer.WriteString("text", input.Text);
            if (input.Help is { } help) writer.WriteString("help", help);
            writer.WriteString("why", input.Why);
            writer.WriteString("label", input.Label);
            if (input.Kind == InputKind.YesNo)
                ResultJson.WriteTexts(writer, "values", input.Skippable ? ["yes", "no", "unsure", "skip"] : ["yes", "no", "unsure"]);
            if (!input.Options.IsEmpty) Options(writer, input);
            if (input.Min is { } min) writer.WriteNumber("min", min);
            if (input.Max is { } max) writer.WriteNumber("max", max);
            if (input.Unit is { } unit) writer.WriteString("unit", unit);
            if (input.Kind == InputKind.Number) writer.WriteBoolean("whole", input.Whole);
            if (input.Harmless is { } harmless) writer.WriteString("harmless", harmless);
            if (input.UnsureIsYes) writer.WriteBoolean("unsure_is_yes", true);
            writer.WriteBoolean("mandatory", input.Mandatory);
            writer.WriteBoolean("danger", input.Danger);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.Flush();
        output.Write("\n"u8);
    }

    static void Options(Utf8JsonWriter writer, Input input)
    {
        writer.WriteStartArray("options");
        foreach (var option in input.Options)
        {
            writer.WriteStartObject();
            writer.WriteString("id", option.Id);
            writer.WriteString("text", option.Text);
            if (option.Group is { } group) writer.WriteString("group", group);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }
}
