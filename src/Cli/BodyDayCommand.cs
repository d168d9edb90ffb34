using System.CommandLine;
using System.Globalization;
using Mainstay.Body;
using Mainstay.Body.Kernels;
using Mainstay.Body.Model;
using Mainstay.Body.Postures;
using Mainstay.Body.Questions;

namespace Mainstay.Cli;

/// <summary>mainstay body day FILE.csv: a day as rows of minutes and postures; loads per row and over the day.</summary>
static class BodyDayCommand
{
    sealed record Row(int Line, double Minutes, string Posture, double CarryKg);

    public static Command Create()
    {
        var options = new BodyOptions();
        var file = new Argument<FileInfo>("file") { Description = "CSV with the header minutes,posture or minutes,posture,carry_kg" };
        var age = BodyOptions.AgeOption();
        var command = new Command("day", "Load per level over a day of postures") { file, age };
        options.AddTo(command);
        command.SetAction(parsed => BodyCommand.Guard(() =>
        {
            var model = options.Model(parsed, options.Data(parsed));
            var limit = DortmundLimits.Compression(model.Person.Sex, BodyOptions.Age(parsed, age));
            // Wrong options are told here, before any thread begins.
            options.Workspace(parsed, model);
            var carry = options.Carry(parsed);
            Row[] rows = [];
            var (loads, tooHeavy) = (Array.Empty<double[]>(), Array.Empty<string?>());
            var input = parsed.GetValue(file)!;
            var lines = File.ReadAllLines(input.FullName);
            BodyFiles.Check(input.Name, () =>
            {
                rows = Read(lines);
                (loads, tooHeavy) = Solve(rows, carry, model, () => options.Workspace(parsed, model));
            });
            if (options.Json(parsed)) Json(rows, loads, tooHeavy, model, limit);
            else Text(rows, loads, tooHeavy, model, limit);
            return tooHeavy.All(sentence => sentence is null) ? Exit.Ok : Exit.TooMuch;
        }));
        return command;
    }

    static Row[] Read(string[] lines)
    {
        if (lines is not [var head, ..] || head.Trim() is not ("minutes,posture" or "minutes,posture,carry_kg")) throw new BodyException("the first line must be minutes,posture or minutes,posture,carry_kg");
        if (lines.Skip(1).All(line => line.Trim().Length == 0)) throw new BodyException("there is no row below the first line");
        return [.. lines.Skip(1).Select((text, i) => (Parts: text.Split(','), Line: i + 2)).Where(line => line.Parts is not [""]).Select(line =>
            line.Parts.Length is 2 or 3 && Number(line.Parts[0]) is > 0 and < double.PositiveInfinity and var minutes && (line.Parts.Length == 2 ? 0 : Number(line.Parts[2])) is >= 0 and <= HeldWeight.MostKg and var carry
                ? new Row(line.Line, minutes, line.Parts[1].Trim(), carry)
                : throw new BodyException($"line {line.Line} is not minutes above 0, a posture and a load of 0 to {HeldWeight.MostKg} kg"))];
    }

    static double? Number(string text) => double.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var n) ? n : null;

    /// <summary>The loads of each row, and where the muscles cannot hold it, the sentence that says so.</summary>
    /// <exception cref="BodyException">The first row that cannot be computed, by its line.</exception>
    static (double[][] Loads, string?[] TooHeavy) Solve(Row[] rows, (double Kg, double? ReachM)? carry, BodyModel model, Func<Workspace> workspace)
    {
        var loads = new double[rows.Length][];
        var (tooHeavy, faults) = (new string?[rows.Length], new BodyException?[rows.Length]);
        using var progress = new ProgressLine("loads");
        var done = 0;
        Parallel.For(0, rows.Length, workspace, (i, _, work) =>
        {
            // A fault of one row must not end the others' threads unseen: it is told below, with its line.
            try
            {
                PostureSetter.Apply(model.Anatomy.Posture(rows[i].Posture), work);
                if (rows[i].CarryKg > 0) HeldWeight.Add(work, rows[i].CarryKg, null);
                if (carry is { } load) HeldWeight.Add(work, load.Kg, load.ReachM);
                work.Cool();
                Solver.Solve(work);
                Unsolved.Refuse(work);
                var verdict = BodyVerdict.Of(work);
                (loads[i], tooHeavy[i]) = ([.. work.Compression], verdict.Fine ? null : verdict.ToString());
            }
            catch (BodyException fault)
            {
                faults[i] = fault;
            }
            var now = Interlocked.Increment(ref done);
            if (now % 256 == 0) lock (progress) progress.Tell((double)now / rows.Length);
            return work;
        }, _ => { });
        var first = Array.FindIndex(faults, fault => fault is not null);
        if (first < 0) return (loads, tooHeavy);
        var told = $"line {rows[first].Line}: {faults[first]!.Message}";
        throw faults[first] is UnsolvedException ? new UnsolvedException(told) : new BodyException(told);
    }

    static (double Mean, double Most, double MinutesOver) Over(Row[] rows, double[][] loads, int level, double limit)
    {
        var minutes = rows.Sum(row => row.Minutes);
        return (rows.Select((row, i) => row.Minutes * loads[i][level]).Sum() / minutes, loads.Max(load => load[level]), rows.Where((_, i) => loads[i][level] > limit).Sum(row => row.Minutes));
    }

    static void Text(Row[] rows, double[][] loads, string?[] tooHeavy, BodyModel model, double limit)
    {
        for (var i = 0; i < rows.Length && rows.Length <= 50; i++) Console.WriteLine($"{rows[i].Minutes,6:0} min  {rows[i].Posture,-28} L4/L5 {loads[i][1],6:0} N");
        Console.WriteLine($"{Environment.NewLine}level       mean     most   minutes above {limit:0} N");
        for (var k = model.LevelIds.Length - 1; k >= 0; k--)
        {
            var (mean, most, over) = Over(rows, loads, k, limit);
            Console.WriteLine($"{model.LevelIds[k],-8}{mean,6:0} N{most,7:0} N{over,10:0}");
        }
        foreach (var (row, sentence) in rows.Zip(tooHeavy).Where(one => one.Second is not null)) Console.WriteLine($"line {row.Line}: {sentence}");
    }

    static void Json(Row[] rows, double[][] loads, string?[] tooHeavy, BodyModel model, double limit) => BodyJson.Write(writer =>
    {
        writer.WriteNumber("limit_n", Math.Round(limit));
        writer.WriteStartArray("levels");
        for (var k = 0; k < model.LevelIds.Length; k++)
        {
            var (mean, most, over) = Over(rows, loads, k, limit);
            writer.WriteStartObject();
            writer.WriteString("level", model.LevelIds[k]);
            writer.WriteNumber("mean_n", Math.Round(mean, 1));
            writer.WriteNumber("most_n", Math.Round(most, 1));
            writer.WriteNumber("minutes_above_limit", over);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.WriteStartArray("rows");
        for (var i = 0; i < rows.Length; i++)
        {
            writer.WriteStartObject();
            writer.WriteNumber("minutes", rows[i].Minutes);
            writer.WriteString("posture", rows[i].Posture);
            writer.WriteString("too_heavy", tooHeavy[i]);
            writer.WriteStartArray("compression_n");
            foreach (var load in loads[i]) writer.WriteNumberValue(Math.Round(load, 1));
            writer.WriteEndArray();
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    });
}
