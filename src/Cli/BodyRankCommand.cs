using System.Collections.Immutable;
using System.CommandLine;
using Mainstay.Body;
using Mainstay.Body.Questions;
using Mainstay.Knowledge.Anatomy;

namespace Mainstay.Cli;

/// <summary>mainstay body rank DAY.yaml: which muscle to loosen first, over a day.</summary>
static class BodyRankCommand
{
    public static Command Create()
    {
        var options = new BodyOptions();
        var day = new Argument<FileInfo>("day") { Description = "A YAML list: '- posture: sitting' and '  hours: 6' for each part" };
        var samples = new Option<int>("--samples") { Description = "Draws of the uncertain parameters, 0 to 100000", DefaultValueFactory = _ => 200 };
        var seed = new Option<int>("--seed") { Description = "Where chance begins", DefaultValueFactory = _ => 1 };
        var level = new Option<string>("--level") { Description = "L5/S1 to T12/L1", DefaultValueFactory = _ => "L4/L5" };
        var command = new Command("rank", "Which muscle first: where loosening takes most load off over a day") { day, samples, seed, level };
        options.AddTo(command);
        command.SetAction(parsed => BodyCommand.Guard(() =>
        {
            var file = parsed.GetValue(day)!;
            var draws = parsed.GetValue(samples);
            if (draws is < 0 or > Ranking.MostSamples) throw new BodyException($"--samples {draws} is outside 0 to {Ranking.MostSamples}");
            var model = options.Model(parsed, options.Data(parsed));
            var at = model.Level(parsed.GetValue(level)!);
            var (work, carry) = (options.Workspace(parsed, model), options.Carry(parsed));
            var parts = BodyFiles.Read(file.FullName, DayLoader.Load);
            BodyFiles.Check(file.Name, () => Ranking.Check(model, parts));
            ImmutableArray<Rope> ropes;
            using (var progress = new ProgressLine("ranking"))
                ropes = Ranking.Rank(work, parts, at, draws, parsed.GetValue(seed), progress.Tell, carry, threads: Environment.ProcessorCount);
            var tooMuch = Ranking.TooMuch(work, parts, carry);
            if (options.Json(parsed)) Json(ropes, tooMuch);
            else Text(ropes, tooMuch.Select(one => $"part {one.Part}, {parts[one.Part - 1].Posture}: {one.Sentence}"));
            return tooMuch.IsEmpty ? Exit.Ok : Exit.TooMuch;
        }));
        return command;
    }

    static void Text(IReadOnlyList<Rope> ropes, IEnumerable<string> tooMuch)
    {
        Console.WriteLine("muscle                    looser by 3 %        5–95 %        among the first three   a tenth stronger");
        foreach (var rope in ropes.Where(rope => Math.Abs(rope.LooserN) >= 0.05 || rope.FirstThree > 0 || Math.Abs(rope.StrongerN) >= 0.5))
            Console.WriteLine($"{rope.Group,-26}{rope.LooserN,9:+0.0;-0.0;0.0} N   {rope.LowN,8:+0.0;-0.0;0.0} to {rope.HighN,5:+0.0;-0.0;0.0} N{100 * rope.FirstThree,15:0} %{rope.StrongerN,18:+0.0;-0.0;0.0} N");
        Console.WriteLine();
        Console.WriteLine("Mean load at the level over the day. Plus means that loosening adds load. This says nothing about pain.");
        foreach (var sentence in tooMuch) Console.WriteLine(sentence);
    }

    static void Json(IReadOnlyList<Rope> ropes, IReadOnlyList<(int Part, string Sentence)> tooMuch) => BodyJson.Write(writer =>
    {
        writer.WriteStartArray("too_much");
        foreach (var (part, sentence) in tooMuch)
        {
            writer.WriteStartObject();
            writer.WriteNumber("part", part);
            writer.WriteString("says", sentence);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
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
