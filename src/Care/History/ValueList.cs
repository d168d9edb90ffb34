using System.Collections;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Mainstay.Care;

/// <summary>An immutable list that equals another with the same items, so that records holding one compare by what they say.</summary>
[CollectionBuilder(typeof(ValueList), nameof(ValueList.Create)), JsonConverter(typeof(ValueListConverters))]
public sealed class ValueList<T>(ImmutableArray<T> items) : IReadOnlyList<T>, IEquatable<ValueList<T>>
{
    public int Count => items.Length;
    public T this[int index] => items[index];
    public IEnumerator<T> GetEnumerator() => items.AsEnumerable().GetEnumerator();
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    public bool Equals(ValueList<T>? other) => other is not null && items.AsEnumerable().SequenceEqual(other);
    public override bool Equals(object? obj) => Equals(obj as ValueList<T>);
    public override int GetHashCode() => items.Length == 0 ? 0 : HashCode.Combine(items.Length, items[0]);
    public override string ToString() => $"[{string.Join(", ", items)}]";
}

public static class ValueList
{
    public static ValueList<T> Create<T>(ReadOnlySpan<T> items) => new([.. items]);
    public static ValueList<T> From<T>(IEnumerable<T> items) => new([.. items]);
}

/// <summary>A value list is an array in JSON.</summary>
public sealed class ValueListConverters : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(ValueList<>);

    // Lists of values are named, so that a program that is compiled ahead of time has them: of all others one code serves all.
    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options)
        => typeToConvert == typeof(ValueList<int>) ? new Converter<int>() : typeToConvert == typeof(ValueList<TimeOnly>) ? new Converter<TimeOnly>()
        : (JsonConverter)Activator.CreateInstance(typeof(Converter<>).MakeGenericType(typeToConvert.GetGenericArguments()))!;

    sealed class Converter<T> : JsonConverter<ValueList<T>>
    {
        public override ValueList<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType != JsonTokenType.StartArray) throw new JsonException("A list is expected.");
            var items = ImmutableArray.CreateBuilder<T>();
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                items.Add((T?)JsonSerializer.Deserialize(ref reader, options.GetTypeInfo(typeof(T))) ?? throw new JsonException("An item of the list is null."));
            return new(items.ToImmutable());
        }

        public override void Write(Utf8JsonWriter writer, ValueList<T> value, JsonSerializerOptions options)
        {
            writer.WriteStartArray();
            foreach (var item in value) JsonSerializer.Serialize(writer, item, options.GetTypeInfo(typeof(T)));
            writer.WriteEndArray();
        }
    }
}

/// <summary>Enums as snake_case words in JSON; numbers are refused.</summary>
public sealed class SnakeWords<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false) where T : struct, Enum;
