using System.CommandLine;
using Mainstay.Body.Questions;

namespace Mainstay.Cli;

/// <summary>mainstay body stretch POSTURE TARGET: does the pose stretch what it is meant to?</summary>
static class BodyStretchCommand
{
    public static Command Create()
    {
        var options = new BodyOptions();
        var posture = new Argument<string>("posture") { Description = "A named posture" };
        var target = new Argument<string>("muscle") { Description = "What it is meant to stretch" };
        var age = new Option<double>("--age") { Description = "Years, for the load limit", DefaultValueFactory = _ => 45 };
        var command = new Command("stretch", "Does a pose lengthen its target, what stops it, and what does it load?") { posture, target, age };
        options.AddTo(command);
        command.SetAction(parsed => BodyCommand.Guard(() =>
        {
            var data = options.Data(parsed);
            var work = options.Workspace(parsed, options.Model(parsed, data));
            options.Pose(parsed, data.Posture(parsed.GetValue(posture)!), work);
            var report = StretchCheck.Of(work, parsed.GetValue(target)!, parsed.GetValue(age));
            if (options.Json(parsed)) Json(report);
            else Text(report);
            return Exit.Ok;
        }));
        return command;
    }

    static void Text(StretchReport report)
    {
        Console.WriteLine(report.Lengthens ? $"{report.Target} is {report.LengthenedPercent:0} % of fibre length longer than in standing." : $"{report.Target} is not lengthened.");
        Console.WriteLine($"Fibre length {report.Fibre:0.00} of optimal; tension {100 * report.PassiveShare:0} % of what the muscle can pull.");
        Console.WriteLine(report.StoppedBy.IsEmpty ? "Nothing is taut." : $"Tautest: {string.Join(", ", report.StoppedBy)}.");
        Console.WriteLine($"Hardest working muscle {100 * report.MaxActivation:0} %. Load at L4/L5 {report.LoadOfStanding:0.0} times standing, {100 * report.LoadOfLimit:0} % of the limit for age and sex.");
        foreach (var way in report.Ways) Console.WriteLine($"More with {way.Angle} {way.ByDeg:+0;-0}°: {way.TensionN:+0} N");
        if (report.NotHeld is { } sentence) Console.WriteLine(sentence);
    }

    static void Json(StretchReport report) => BodyJson.Write(writer =>
    {
        writer.WriteString("target", report.Target);
        writer.WriteBoolean("lengthens", report.Lengthens);
        writer.WriteNumber("lengthened_percent", Math.Round(report.LengthenedPercent, 1));
        writer.WriteNumber("fibre", Math.Round(report.Fibre, 3));
        writer.WriteNumber("passive_share", Math.Round(report.PassiveShare, 4));
        writer.WriteStartArray("stopped_by");
        foreach (var group in report.StoppedBy) writer.WriteStringValue(group);
        writer.WriteEndArray();
        writer.WriteNumber("max_activation", Math.Round(report.MaxActivation, 3));
        writer.WriteNumber("load_of_standing", Math.Round(report.LoadOfStanding, 3));
        writer.WriteNumber("load_of_limit", Math.Round(report.LoadOfLimit, 3));
        writer.WriteString("not_held", report.NotHeld);
        writer.WriteStartArray("better");
        foreach (var way in report.Ways)
        {
            writer.WriteStartObject();
            writer.WriteString("angle", way.Angle);
            writer.WriteNumber("by_deg", way.ByDeg);
            writer.WriteNumber("tension_n", Math.Round(way.TensionN, 1));
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    });
}
