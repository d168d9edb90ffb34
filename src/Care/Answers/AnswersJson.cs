using System.Buffers;
using System.Text.Json;
using Mainstay.Knowledge;

namespace Mainstay.Care;

/// <summary>Answers as one JSON object, input id → value. yes_no: "yes", "no", "unsure" or "skip"; choice: an option or "unsure"; set: an array
/// of options; number: a number; body_map: an object region → 0 to 10, or null where how strong it is was not said; text: a string. null is
/// otherwise the same as absent.</summary>
public static class AnswersJson
{
    /// <summary>Reads a whole document. A byte order mark is allowed.</summary>
    /// <exception cref="AnswersException">Not JSON, not one object, or fields that are unknown, twice there, of a wrong type or out of range.</exception>
    public static Answers Read(ReadOnlySpan<byte> utf8, Questionnaire questionnaire)
    {
        if (utf8.StartsWith("\uFEFF"u8)) utf8 = utf8[3..];
        var reader = new Utf8JsonReader(utf8);
        var answers = Read(ref reader, questionnaire);
        try
        {
            if (reader.Read()) throw NotJson("there is more after the object");
        }
        catch (JsonException e)
        {
            throw NotJson(Where(e));
        }
        return answers;
    }

    /// <summary>Reads the object that comes next and leaves the reader on its end.</summary>
    /// <inheritdoc cref="Read(ReadOnlySpan{byte}, Questionnaire)" path="/exception"/>
    public static Answers Read(ref Utf8JsonReader reader, Questionnaire questionnaire)
    {
        ArgumentNullException.ThrowIfNull(questionnaire);
        try
        {
            return AnswersReader.Object(ref reader, questionnaire);
        }
        catch (JsonException e)
        {
            throw NotJson(Where(e));
        }
        catch (InvalidOperationException)
        {
            // The reader's word for a string that is not valid UTF-8.
            throw NotJson("a text holds bytes that are not UTF-8");
        }
    }

    public static void Write(Utf8JsonWriter writer, Answers answers)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(answers);
        var questionnaire = answers.Questionnaire;
        writer.WriteStartObject();
        for (var i = 0; i < questionnaire.Count; i++)
        {
            var answer = i == questionnaire.RegionsIndex ? answers.PickedRegions : answers[i];
            if (answer.State == AnswerState.Unanswered || i == questionnaire.BmiIndex) continue;
            writer.WritePropertyName(questionnaire[i].Id);
            WriteValue(writer, answers, i, answer);
        }
        writer.WriteEndObject();
    }

    public static string Write(Answers answers)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer)) Write(writer, answers);
        return System.Text.Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    static void WriteValue(Utf8JsonWriter writer, Answers answers, int index, Answer answer)
    {
        var input = answers.Questionnaire[index];
        switch (input.Kind, answer.State)
        {
            case (_, AnswerState.Unsure): writer.WriteStringValue("unsure"); break;
            case (_, AnswerState.Skipped): writer.WriteStringValue("skip"); break;
            case (InputKind.YesNo, _): writer.WriteStringValue((answer.Bits & Answer.YesBit) != 0 ? "yes" : "no"); break;
            case (InputKind.Number, _): writer.WriteNumberValue(answer.Number); break;
            case (InputKind.Text, _): writer.WriteStringValue(answers.Texts[index]); break;
            case (InputKind.BodyMap, _):
                writer.WriteStartObject();
                for (var i = 0; i < answers.Map!.Length; i++)
                    if (answers.Map[i] == Answers.NotSaid) writer.WriteNull(input.Options[i].Id);
                    else if (answers.Map[i] >= 0) writer.WriteNumber(input.Options[i].Id, answers.Map[i]);
                writer.WriteEndObject();
                break;
            case (InputKind.Choice, _):
                writer.WriteStringValue(input.Options[System.Numerics.BitOperations.TrailingZeroCount(answer.Bits)].Id);
                break;
            case (InputKind.Set, _):
                writer.WriteStartArray();
                for (var bits = answer.Bits; bits != 0; bits &= bits - 1)
                    writer.WriteStringValue(input.Options[System.Numerics.BitOperations.TrailingZeroCount(bits)].Id);
                writer.WriteEndArray();
                break;
        }
    }

    static AnswersException NotJson(string problem) => new([new("", $"not one JSON object: {problem}", "{\"age\": 40, \"fever\": \"no\", …}")]);

    static string Where(JsonException e) => e.LineNumber is { } line ? $"broken at line {line + 1}, byte {e.BytePositionInLine + 1}" : "it breaks off";
}
