using System.Text.Json;
using Mainstay.Body.Model;
using Mainstay.Body.Questions;
using Mainstay.Body.Validation;

namespace Mainstay.Cli;

/// <summary>One JSON object on standard output, and the parts that several commands write.</summary>
static class BodyJson
{
    public static void Write(Action<Utf8JsonWriter> fill)
    {
        using (var output = Standard.Output())
        using (var writer = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true, Encoder = JsonOutput.Readable }))
        {
            writer.WriteStartObject();
            fill(writer);
            writer.WriteEndObject();
        }
        Console.WriteLine();
    }

    /// <summary>Null where there is none.</summary>
    public static void Number(Utf8JsonWriter writer, string name, double? value, int digits)
    {
        if (value is { } number) writer.WriteNumber(name, Math.Round(number, digits));
        else writer.WriteNull(name);
    }

    /// <summary>Flexion, side and turn of one level.</summary>
    static void Moments(Utf8JsonWriter writer, string name, double[] of, int level)
    {
        writer.WriteStartObject(name);
        foreach (var (way, key) in ((string[])["flexion", "side", "turn"]).Index()) writer.WriteNumber(key, Math.Round(of[3 * level + way], 2));
        writer.WriteEndObject();
    }

    public static void Muscles(Utf8JsonWriter writer, Workspace work)
    {
        writer.WriteStartArray("muscles");
        foreach (var line in LineState.All(work))
        {
            writer.WriteStartObject();
            writer.WriteString("line", line.Line);
            writer.WriteString("group", line.Group);
            writer.WriteNumber("length_m", Math.Round(line.LengthM, 5));
            writer.WriteNumber("fibre", Math.Round(line.Fibre, 4));
            writer.WriteNumber("activation", Math.Round(line.Activation, 5));
            writer.WriteNumber("active_n", Math.Round(line.ActiveN, 2));
            writer.WriteNumber("passive_n", Math.Round(line.PassiveN, 2));
            writer.WriteStartObject("moment_arms_mm");
            foreach (var (angle, metres) in line.ArmsM) writer.WriteNumber(angle, Math.Round(1000 * metres, 2));
            writer.WriteEndObject();
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    public static void Loads(Utf8JsonWriter writer, Workspace work)
    {
        var model = work.Model;
        writer.WriteStartArray("levels");
        for (var k = 0; k < model.LevelIds.Length; k++)
        {
            writer.WriteStartObject();
            writer.WriteString("level", model.LevelIds[k]);
            writer.WriteNumber("compression_n", Math.Round(work.Compression[k], 1));
            writer.WriteNumber("shear_n", Math.Round(work.Shear[k], 1));
            writer.WriteNumber("disc_pressure_mpa", Math.Round(DiscPressure.Mpa(model, k, work.Compression[k]), 3));
            Moments(writer, "moment_nm", work.LevelMoment, k);
            Moments(writer, "from_other_levels_nm", work.LevelGive, k);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.WriteNumber("belly_pressure_kpa", Math.Round(work.BellyPressure / 1000, 2));
        writer.WriteStartArray("not_held");
        foreach (var missing in Shortfall.Of(work))
        {
            writer.WriteStartObject();
            writer.WriteString("where", missing.Where);
            writer.WriteNumber("amount", Math.Round(missing.Amount, 1));
            writer.WriteString("muscles", missing.Muscles);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }
}
