using System.CommandLine;
using System.Text.Json;
using Mainstay.Body.Kernels;
using Mainstay.Body.Model;
using Mainstay.Body.Questions;
using Mainstay.Body.Validation;

namespace Mainstay.Cli;

/// <summary>mainstay body load POSTURE: compression, shear and disc pressure at six levels, and what works or is taut.</summary>
static class BodyLoadCommand
{
    const int Shown = 8;

    public static Command Create()
    {
        var (options, postures) = (new BodyOptions(), new BodyPostureOptions());
        var posture = new Argument<string>("posture") { Description = BodyPostureOptions.Described };
        var command = new Command("load", "Load on the low back in one posture") { posture };
        var why = new Option<string?>("--why") { Description = "Also: which muscle groups change the compression of a level, L5/S1 to T12/L1", HelpName = "LEVEL" };
        command.Add(why);
        postures.AddTo(command);
        options.AddTo(command);
        command.SetAction(parsed => BodyCommand.Guard(() =>
        {
            var model = options.Model(parsed, options.Data(parsed));
            int? level = parsed.GetValue(why) is { } named ? model.Level(named) : null;
            var work = options.Workspace(parsed, model);
            options.Pose(parsed, postures.One(parsed, model, parsed.GetValue(posture)!), work);
            Solver.Solve(work);
            Unsolved.Refuse(work);
            var verdict = BodyVerdict.Of(work);
            if (options.Json(parsed)) BodyJson.Write(writer =>
            {
                BodyJson.Loads(writer, work);
                BodyJson.Muscles(writer, work);
                if (level is { } at) WhyJson(writer, model.LevelIds[at], Why.Of(work, at));
                verdict.Write(writer);
            });
            else
            {
                Print(work);
                if (level is { } at) WhyText(model.LevelIds[at], Why.Of(work, at));
                if (!verdict.Fine) Console.WriteLine($"{Environment.NewLine}{verdict}");
            }
            return verdict.Exit;
        }));
        return command;
    }

    static void Print(Workspace work)
    {
        var model = work.Model;
        Levels(work);
        Console.WriteLine($"pressure in the belly {work.BellyPressure / 1000:0.0} kPa");
        Console.WriteLine();
        var groups = Enumerable.Range(0, model.MuscleCount).GroupBy(model.Group)
            .Select(group => (Group: group.Key, Active: group.Sum(i => work.Tension[i] - work.Passive[i]), Passive: group.Sum(i => work.Passive[i]), Most: group.Max(i => work.Activation[i])))
            .OrderByDescending(group => group.Most * 1000 + group.Passive).Take(Shown);
        Console.WriteLine("muscles, both sides        works   is stretched   hardest");
        foreach (var group in groups) Console.WriteLine($"{group.Group,-24}{group.Active,6:0} N{group.Passive,11:0} N{100 * group.Most,9:0} %");
    }

    static void WhyText(string level, IReadOnlyList<Why> all)
    {
        Console.WriteLine($"{Environment.NewLine}what changes the compression of {level}, by slope   {Why.Tighter:0.00} tighter   a tenth stronger");
        foreach (var one in all.Take(Shown)) Console.WriteLine($"{one.Group,-48}{one.TighterN,11:+0.0;-0.0;0.0} N{one.StrongerN,15:+0.0;-0.0;0.0} N");
    }

    static void WhyJson(Utf8JsonWriter writer, string level, IReadOnlyList<Why> all)
    {
        writer.WriteStartObject("why");
        writer.WriteString("level", level);
        writer.WriteStartArray("groups");
        foreach (var one in all)
        {
            writer.WriteStartObject();
            writer.WriteString("group", one.Group);
            writer.WriteNumber("hundredth_tighter_n", Math.Round(one.TighterN, 3));
            writer.WriteNumber("tenth_stronger_n", Math.Round(one.StrongerN, 3));
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    internal static void Levels(Workspace work)
    {
        var model = work.Model;
        Console.WriteLine("level     compression    shear   disc pressure   bending moment   of it left to other levels");
        for (var k = model.LevelIds.Length - 1; k >= 0; k--)
            Console.WriteLine($"{model.LevelIds[k],-9}{work.Compression[k],9:0} N{work.Shear[k],9:0} N{DiscPressure.Mpa(model, k, work.Compression[k]),12:0.00} MPa{work.LevelMoment[3 * k],14:0.0} Nm{Math.Round(-work.LevelGive[3 * k] * Math.Sign(work.LevelMoment[3 * k]), 1) + 0.0,20:0.0} Nm");
    }
}
