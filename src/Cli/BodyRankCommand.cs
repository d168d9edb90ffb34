using System.CommandLine;
using Mainstay.Body.Questions;
using Mainstay.Knowledge;
using Mainstay.Knowledge.Anatomy;

namespace Mainstay.Cli;

/// <summary>mainstay body rank DAY.yaml: which muscle to loosen first, over a day.</summary>
static class BodyRankCommand
{
    public static Command Create()
    {
        var options = new BodyOptions();
        var day = new Argument<FileInfo>("day") { Description = "A YAML list: '- posture: sitting' and '  hours: 6' for each part" };
        var samples = new Option<int>("--samples") { Description = "Draws of the uncertain parameters", DefaultValueFactory = _ => 200 };
        var seed = new Option<int>("--seed") { Description = "Where chance begins", DefaultValueFactory = _ => 1 };
        var level = new Option<string>("--level") { Description = "L5/S1 to T12/L1", DefaultValueFactory = _ => "L4/L5" };
        var command = new Command("rank", "Which muscle first: where loosening takes most load off over a day") { day, samples, seed, level };
        options.AddTo(command);
        command.SetAction(parsed => BodyCommand.Guard(() =>
        {
            var file = parsed.GetValue(day)!;
            var parts = DayLoader.Load(new KnowledgeFile(file.Name, File.ReadAllText(file.FullName)));
            var model = options.Model(parsed, options.Data(parsed));
            using var progress = new ProgressLine("ranking");
            var ropes = Ranking.Rank(options.Workspace(parsed, model), parts, model.Level(parsed.GetValue(level)!), Math.Clamp(parsed.GetValue(samples), 0, 100000), parsed.GetValue(seed), progress.Tell);
            progress.Dispose();
            if (options.Json(parsed)) Json(ropes);
            else Text(ropes);
            return Exit.Ok;
        }));
        return command;
    }

    static void Text(IReadOnlyList<Rope> ropes)
    {
        Console.WriteLine("muscle                    looser by 3 %        5–95 %        among the first three   a tenth stronger");
        foreach (var rope in ropes.Where(rope => Math.Abs(rope.LooserN) >= 0.05 || rope.FirstThree > 0 || Math.Abs(rope.StrongerN) >= 0.5))
            Console.WriteLine($"{rope.Group,-26}{rope.LooserN,9:+0.0;-0.0;0.0} N   {rope.LowN,8:+0.0;-0.0;0.0} to {rope.HighN,5:+0.0;-0.0;0.0} N{100 * rope.FirstThree,15:0} %{rope.StrongerN,18:+0.0;-0.0;0.0} N");
        Console.WriteLine();
        Console.WriteLine("Mean load at the level over the day. Plus means that loosening adds load. This says nothing about pain.");
    }

    static void Json(IReadOnlyList<Rope> ropes) => BodyJson.Write(writer =>
    {
        writer.WriteStartArray("ropes");
        foreach (var rope in ropes)
        {
            writer.WriteStartObject();
            writer.WriteString("group", rope.Group);
            writer.WriteNumber("looser_n", Math.Round(rope.LooserN, 2));
            writer.WriteNumber("low_n", Math.Round(rope.LowN, 2));
            writer.WriteNumber("high_n", Math.Round(rope.HighN, 2));
            writer.WriteNumber("first_three", Math.Round(rope.FirstThree, 3));
            writer.WriteNumber("stronger_n", Math.Round(rope.StrongerN, 2));
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    });
}
