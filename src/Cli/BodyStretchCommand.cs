using System.CommandLine;
using System.Text.Json;
using Mainstay.Body.Kernels;
using Mainstay.Body.Questions;

namespace Mainstay.Cli;

/// <summary>mainstay body stretch POSTURE TARGET: does the pose, or the motion, stretch what it is meant to?</summary>
static class BodyStretchCommand
{
    public static Command Create()
    {
        var (options, posed) = (new BodyOptions(), new BodyPostureOptions());
        var posture = new Argument<string>("posture") { Description = BodyPostureOptions.Described + "; a file with a list is a motion" };
        var target = new Argument<string>("muscle") { Description = "What it is meant to stretch: hamstrings, psoas, …" };
        var age = BodyOptions.AgeOption();
        var command = new Command("stretch", "Does a pose or a motion lengthen its target, what stops it first, and what does it load?") { posture, target, age };
        posed.AddTo(command);
        options.AddTo(command);
        command.SetAction(parsed => BodyCommand.Guard(() =>
        {
            var model = options.Model(parsed, options.Data(parsed));
            var work = options.Workspace(parsed, model);
            var years = BodyOptions.Age(parsed, age);
            var motion = posed.Motion(parsed, model, parsed.GetValue(posture)!);
            if (motion.Length == 1)
            {
                options.Pose(parsed, motion[0], work);
                Solver.Solve(work);
                var report = StretchCheck.Of(work, parsed.GetValue(target)!, years);
                if (options.Json(parsed)) BodyJson.Write(writer => Json(writer, report));
                else Text(report);
                return report is { NotHeld: null, OutOfReach: null } ? Exit.Ok : Exit.TooMuch;
            }
            MotionReport whole;
            using (var progress = new ProgressLine("motion"))
                whole = MotionStretch.Of(work, motion.Length, frame => options.Pose(parsed, motion[frame], work), parsed.GetValue(target)!, years, progress.Tell);
            if (options.Json(parsed)) MotionJson(whole);
            else MotionText(whole);
            return whole is { NotHeld: null, OutOfReach: null } ? Exit.Ok : Exit.TooMuch;
        }));
        return command;
    }

    static void Text(StretchReport report)
    {
        Console.WriteLine(report.Lengthens ? $"{report.Target}: {report.LengthenedPercent:0} % of fibre length longer than in standing." : $"{report.Target}: not lengthened.");
        Console.WriteLine($"Fibre length {report.Fibre:0.00} of optimal; tension {100 * report.PassiveShare:0} % of what the muscle can pull.");
        Console.WriteLine(report.StoppedBy.IsEmpty ? "Nothing is taut." : $"Tautest: {string.Join(", ", report.StoppedBy)}.");
        Console.WriteLine($"Hardest working muscle {100 * report.MaxActivation:0} %. Load at L4/L5 {report.LoadOfStanding:0.0} times standing, {100 * report.LoadOfLimit:0} % of the limit for age and sex.");
        foreach (var way in report.Ways) Console.WriteLine($"More with {way.Angle} {way.ByDeg:+0;-0}°: {way.TensionN:+0} N");
        if (report.NotHeld is { } heavy) Console.WriteLine(heavy);
        if (report.OutOfReach is { } stop) Console.WriteLine(stop);
    }

    static void MotionText(MotionReport report)
    {
        Console.WriteLine($"{report.Frames} postures; the target is longest in posture {report.MostAt + 1}:");
        Text(report.Most);
        Console.WriteLine();
        Console.WriteLine(report.StoppedBy is null ? "Nothing holds the motion back."
            : $"First to hold back: {report.StoppedBy}, from posture {report.StoppedAt + 1} on.");
        Console.WriteLine($"Hardest working muscle {100 * report.MaxActivation:0} %. Highest load at L4/L5 {report.LoadOfStanding:0.0} times standing, {100 * report.LoadOfLimit:0} % of the limit for age and sex, in posture {report.LoadAt + 1}.");
        if (report.NotHeld is var (frame, sentence)) Console.WriteLine($"posture {frame + 1}: {sentence}");
        if (report.OutOfReach is var (at, stop)) Console.WriteLine($"posture {at + 1}: {stop}");
    }

    static void MotionJson(MotionReport report) => BodyJson.Write(writer =>
    {
        writer.WriteNumber("postures", report.Frames);
        writer.WriteNumber("longest_in", report.MostAt + 1);
        writer.WriteString("first_to_hold_back", report.StoppedBy);
        if (report.StoppedAt is { } at) writer.WriteNumber("holds_back_from", at + 1);
        else writer.WriteNull("holds_back_from");
        writer.WriteNumber("max_activation", Math.Round(report.MaxActivation, 3));
        writer.WriteNumber("load_of_standing", Math.Round(report.LoadOfStanding, 3));
        writer.WriteNumber("load_of_limit", Math.Round(report.LoadOfLimit, 3));
        writer.WriteNumber("most_load_in", report.LoadAt + 1);
        writer.WriteString("too_heavy", report.NotHeld is var (heavy, lacks) ? $"posture {heavy + 1}: {lacks}" : null);
        writer.WriteString("out_of_reach", report.OutOfReach is var (far, stops) ? $"posture {far + 1}: {stops}" : null);
        writer.WriteStartObject("longest");
        Json(writer, report.Most);
        writer.WriteEndObject();
    });

    static void Json(Utf8JsonWriter writer, StretchReport report)
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
        writer.WriteString("too_heavy", report.NotHeld);
        writer.WriteString("out_of_reach", report.OutOfReach);
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
    }
}
