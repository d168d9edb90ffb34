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
        using (var output = Console.OpenStandardOutput())
        using (var writer = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true, Encoder = JsonOutput.Readable }))
        {
            writer.WriteStartObject();
            fill(writer);
            writer.WriteEndObject();
        }
        Console.WriteLine();
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
