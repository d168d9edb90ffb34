using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Mainstay.Knowledge;

namespace Mainstay.Care;

/// <summary>One pass over a JSON object that keeps going after a bad field, so that all of them are told at once.</summary>
static class AnswersReader
{
    const int MaxErrors = 100, MaxId = 100, MaxText = 2000;

    ref struct State(Questionnaire questionnaire)
    {
        public readonly Questionnaire Questionnaire = questionnaire;
        public readonly AnswersBuilder Builder = new(questionnaire);
        readonly ImmutableArray<FieldError>.Builder _errors = ImmutableArray.CreateBuilder<FieldError>();
        int _more;

        public readonly bool Failed => _errors.Count > 0;
        public readonly AnswersException Error() => new(_errors.ToImmutable(), _more);

        public void Add(string field, string problem, string allowed)
        {
            if (_errors.Count < MaxErrors) _errors.Add(new(field, problem, allowed));
            else _more++;
        }

        public void Add(Input input, string problem) => Add(input.Id, problem, Allowed(input));
    }

    public static Answers Object(ref Utf8JsonReader reader, Questionnaire questionnaire)
    {
        var state = new State(questionnaire);
        if (reader.TokenType != JsonTokenType.StartObject && !reader.Read()) throw new JsonException("empty");
        if (reader.TokenType != JsonTokenType.StartObject) throw new JsonException("not an object");
        Span<bool> seen = questionnaire.Count <= 1024 ? stackalloc bool[questionnaire.Count] : new bool[questionnaire.Count];
        seen.Clear();
        while (Next(ref reader) && reader.TokenType == JsonTokenType.PropertyName)
        {
            var known = TryField(ref reader, questionnaire, out var index);
            var name = known ? "" : Shown(ref reader);
            Next(ref reader);
            if (!known) state.Add(name, "there is no such question", "the ids that `mainstay questions` lists");
            else if (index == questionnaire.BmiIndex) state.Add(Questionnaire.Bmi, "it is worked out", "height_cm and mass_kg instead");
            else if (seen[index]) state.Add(questionnaire[index], "it is there twice");
            else if (reader.TokenType != JsonTokenType.Null)
            {
                seen[index] = true;
                Value(ref reader, ref state, index);
                continue;
            }
            else seen[index] = true;
            reader.Skip();
        }
        return state.Failed ? throw state.Error() : state.Builder.Build();
    }

    static bool Next(ref Utf8JsonReader reader) => reader.Read() ? true : throw new JsonException("it breaks off");

    static bool TryField(ref Utf8JsonReader reader, Questionnaire questionnaire, out int index)
    {
        index = -1;
        if (reader.ValueSpan.Length > MaxId) return false;
        Span<char> id = stackalloc char[MaxId];
        return questionnaire.TryIndexOf(id[..reader.CopyString(id)], out index);
    }

    static void Value(ref Utf8JsonReader reader, ref State state, int index)
    {
        var input = state.Questionnaire[index];
        switch (input.Kind, reader.TokenType)
        {
            case (InputKind.YesNo or InputKind.Choice, JsonTokenType.String): Word(ref reader, ref state, index, input); break;
            case (InputKind.Number, JsonTokenType.Number): Number(ref reader, ref state, index, input); break;
            case (InputKind.Set, JsonTokenType.StartArray): Set(ref reader, ref state, index, input); break;
            case (InputKind.BodyMap, JsonTokenType.StartObject): Map(ref reader, ref state, input); break;
            case (InputKind.Text, JsonTokenType.String): Text(ref reader, ref state, index, input); break;
            default:
                state.Add(input, $"{Name(reader.TokenType)} is not what belongs here");
                reader.Skip();
                break;
        }
    }

    static void Word(ref Utf8JsonReader reader, ref State state, int index, Input input)
    {
        Span<char> word = stackalloc char[MaxId];
        var fits = reader.ValueSpan.Length <= MaxId;
        if (!fits || !state.Builder.TrySetWord(index, word[..reader.CopyString(word)])) state.Add(input, $"\"{Shown(ref reader)}\" is no answer to it");
    }

    static void Number(ref Utf8JsonReader reader, ref State state, int index, Input input)
    {
        if (!reader.TryGetDouble(out var number) || !double.IsFinite(number)) state.Add(input, "the number is too large");
        else if (number < input.Min || number > input.Max) state.Add(input, $"{Text(number)} is out of range");
        else if (input.Whole && number != Math.Floor(number)) state.Add(input, $"{Text(number)} is not a whole number");
        else state.Builder.Set(index, Answer.Of(number));
    }

    static void Set(ref Utf8JsonReader reader, ref State state, int index, Input input)
    {
        Span<char> word = stackalloc char[MaxId];
        var bits = 0ul;
        while (Next(ref reader) && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.String)
            {
                state.Add(input, $"{Name(reader.TokenType)} is no option");
                reader.Skip();
            }
            else if (reader.ValueSpan.Length <= MaxId && state.Questionnaire.TryOption(index, word[..reader.CopyString(word)], out var option))
                bits |= 1ul << option;
            else state.Add(input, $"\"{Shown(ref reader)}\" is no option");
        }
        state.Builder.Set(index, Answer.OfBits(bits));
    }

    static void Map(ref Utf8JsonReader reader, ref State state, Input input)
    {
        var map = state.Builder.NewMap();
        while (Next(ref reader) && reader.TokenType == JsonTokenType.PropertyName)
        {
            var region = Shown(ref reader);
            var option = state.Questionnaire.OptionIndex(state.Questionnaire.BodyMapIndex, region);
            Next(ref reader);
            var field = $"{input.Id}.{region}";
            if (option < 0) state.Add(field, "there is no such region", Allowed(input));
            else if (map[option] >= 0) state.Add(field, "it is there twice", "each region once");
            else if (reader.TokenType == JsonTokenType.Null) map[option] = Answers.NotSaid;
            else if (reader.TokenType != JsonTokenType.Number || !reader.TryGetInt32(out var pain) || pain is < 0 or > 10)
                state.Add(field, "it is not an intensity", "a whole number from 0 to 10, or null where it is not said");
            else map[option] = (sbyte)pain;
            reader.Skip();
        }
        state.Builder.SetPains(map);
    }

    static void Text(ref Utf8JsonReader reader, ref State state, int index, Input input)
    {
        var text = reader.GetString()!;
        if (text.Length > MaxText) state.Add(input, "the text is too long");
        else state.Builder.SetText(index, text);
    }

    static string Allowed(Input input) => input.Kind switch
    {
        InputKind.YesNo => input.Skippable ? "yes, no, unsure, skip" : "yes, no, unsure",
        InputKind.Choice => $"{Options(input)}, unsure",
        InputKind.Set => $"an array of {Options(input)}",
        InputKind.BodyMap => $"an object region → 0 to 10 or null, with the regions {Options(input)}",
        InputKind.Text => $"a text of at most {MaxText} characters",
        _ => (input.Whole ? "a whole number" : "a number") + (input.Min, input.Max) switch
        {
            ({ } min, { } max) => $" from {Text(min)} to {Text(max)}",
            ({ } min, null) => $" of {Text(min)} or more",
            (null, { } max) => $" of {Text(max)} or less",
            _ => "",
        },
    };

    static string Options(Input input) => string.Join(", ", input.Options.Select(o => o.Id));

    static string Text(double number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>A word of the file as an error may repeat it: never more than a line.</summary>
    static string Shown(ref Utf8JsonReader reader)
    {
        var text = reader.GetString()!;
        return text.Length <= 60 ? text : text[..60] + "…";
    }

    static string Name(JsonTokenType token) => token switch
    {
        JsonTokenType.String => "a text",
        JsonTokenType.Number => "a number",
        JsonTokenType.True or JsonTokenType.False => "true or false",
        JsonTokenType.StartArray => "a list",
        JsonTokenType.StartObject => "an object",
        _ => "this",
    };
}
