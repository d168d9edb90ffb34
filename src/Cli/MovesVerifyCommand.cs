using System.CommandLine;
using System.Text.Json;
using Mainstay.Body.Model;
using Mainstay.Knowledge;
using Mainstay.Knowledge.Anatomy;
using Mainstay.Moves;
using Mainstay.Moves.Verify;

namespace Mainstay.Cli;

/// <summary>mainstay moves verify [MOTION…]: can a body do it, and does it do what it says? Fails when one does not.</summary>
static class MovesVerifyCommand
{
    public static Command Create()
    {
        var knowledge = KnowledgeOption.Create();
        var names = new Argument<string[]>("motion") { Description = "Ids of motions, or their files (default: all)", Arity = ArgumentArity.ZeroOrMore };
        var json = new Option<bool>("--json") { Description = "Print one JSON object" };
        var command = new Command("verify", "Check every motion with the mechanical body, and print what it stretches, works and loads") { names, json, knowledge };
        command.SetAction(parsed => BodyCommand.Guard(() =>
        {
            var files = KnowledgeFolder.Read(KnowledgeOption.Folder(parsed.GetValue(knowledge)));
            var (library, errors) = LibraryLoader.Check(files);
            var wanted = (parsed.GetValue(names) ?? []).Select(name => Path.GetFileNameWithoutExtension(name)).ToHashSet();
            var own = errors.Where(error => error.File.StartsWith("motions/", StringComparison.Ordinal) && (wanted.Count == 0 || wanted.Contains(Path.GetFileNameWithoutExtension(error.File)))).ToArray();
            if (own.Length > 0) throw new KnowledgeException([.. own]);
            var motions = (library?.Motions ?? []).Where(motion => wanted.Count == 0 || wanted.Contains(motion.Id)).ToArray();
            if (wanted.Except(motions.Select(motion => motion.Id)).FirstOrDefault() is { } unknown) throw new StopException(Exit.Usage, $"there is no motion '{unknown}'");
            var reports = new MotionModel(library!, () => AnatomyLoader.Load(files)).All(motions);
            if (parsed.GetValue(json)) Json(reports);
            else Text(reports);
            return reports.All(report => report.Passed) ? Exit.Ok : Exit.Invalid;
        }));
        return command;
    }

    static void Text(IReadOnlyList<MotionReport> reports)
    {
        Console.WriteLine($"{"motion",-34} {"target",-24} {"longer",7} {"tension",8} {"works",6}  {"most tensed",-46} {"hardest working",-46} {"load",6} {"limit",6} {"gap mm",7}");
        foreach (var report in reports)
        {
            var target = report.Targets.FirstOrDefault();
            var name = report.Id + (report.Variant is null ? "" : $" ({report.Variant})");
            Console.WriteLine($"{name,-34} {target?.Name ?? "–",-24} {(target is null ? "–" : $"{target.LongerPercent:+0;-0;0} %"),7} {(target is null ? "–" : $"{100 * target.Tension:0} %"),8} "
                + $"{(target is null ? "–" : $"{100 * target.Activation:0} %"),6}  {Names(report.Stretched),-46} {Names(report.Working),-46} {report.PeakOfStanding,5:0.0}× {100 * report.PeakOfLimit,4:0} % {report.SupportMm,6:0}");
            foreach (var fault in report.Faults) Console.WriteLine($"    FAILED  {fault.Check}: {fault.Message}{(fault.Seconds is { } at ? $" (at {at:0.0} s)" : "")}");
        }
        Console.WriteLine();
        Console.WriteLine($"{reports.Count(report => report.Passed)} of {reports.Count} passed.");
    }

    static string Names(IEnumerable<MuscleValue> values) => string.Join(", ", values.Take(3).Select(value => $"{value.Name} {100 * value.Value:0}"));

    static void Json(IReadOnlyList<MotionReport> reports) => BodyJson.Write(writer =>
    {
        writer.WriteBoolean("passed", reports.All(report => report.Passed));
        writer.WriteStartArray("motions");
        foreach (var report in reports) Json(writer, report);
        writer.WriteEndArray();
    });

    static void Json(Utf8JsonWriter writer, MotionReport report)
    {
        writer.WriteStartObject();
        writer.WriteString("id", report.Id);
        if (report.Variant is not null) writer.WriteString("variant", report.Variant);
        writer.WriteBoolean("passed", report.Passed);
        writer.WriteStartArray("targets");
        foreach (var target in report.Targets)
        {
            writer.WriteStartObject();
            writer.WriteString("name", target.Name);
            writer.WriteNumber("longer_percent", Math.Round(target.LongerPercent, 1));
            writer.WriteNumber("tension", Math.Round(target.Tension, 4));
            writer.WriteNumber("activation", Math.Round(target.Activation, 3));
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        Values(writer, "most_tensed", report.Stretched);
        Values(writer, "hardest_working", report.Working);
        writer.WriteNumber("peak_of_standing", Math.Round(report.PeakOfStanding, 2));
        writer.WriteString("peak_level", report.PeakLevel);
        writer.WriteNumber("peak_of_limit", Math.Round(report.PeakOfLimit, 3));
        writer.WriteNumber("support_mm", Math.Round(report.SupportMm, 1));
        writer.WriteStartArray("faults");
        foreach (var fault in report.Faults)
        {
            writer.WriteStartObject();
            writer.WriteString("check", fault.Check);
            if (fault.Seconds is { } at) writer.WriteNumber("seconds", at);
            writer.WriteString("message", fault.Message);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    static void Values(Utf8JsonWriter writer, string key, IEnumerable<MuscleValue> values)
    {
        writer.WriteStartArray(key);
        foreach (var value in values)
        {
            writer.WriteStartObject();
            writer.WriteString("name", value.Name);
            writer.WriteNumber("value", Math.Round(value.Value, 3));
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }
}
