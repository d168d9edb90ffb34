using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Mainstay.Care;

namespace Mainstay.Journal;

/// <summary>What each field of each kind of entry may hold, as its type says it, in words for somebody who looks at a file.</summary>
static class EntryFields
{
    /// <summary>A field that is not known, is missing, is null where something must be said, or holds what its kind cannot.</summary>
    /// <returns>The field, such as entry.what.days[0], and what is wrong there.</returns>
    public static IEnumerable<(string Field, string Problem)> Wrong(JsonElement entry)
    {
        if (entry.ValueKind != JsonValueKind.Object) return [("entry", "must be an object with a kind")];
        if (!entry.TryGetProperty("kind", out var kind)) return [("entry.kind", $"is missing; allowed: {Kinds}")];
        if (kind.ValueKind == JsonValueKind.Null) return [("entry.kind", $"must not be null; allowed: {Kinds}")];
        return TypeOf(kind) is { } type ? Within(type, entry, "entry") : [("entry.kind", $"is not known; allowed: {Kinds}")];
    }

    static string Kinds { get; } = string.Join(", ", EntryJson.Default.Entry.PolymorphismOptions!.DerivedTypes.Select(one => one.TypeDiscriminator).Order());

    public static Type? TypeOf(JsonElement kind) => kind.ValueKind == JsonValueKind.String
        ? EntryJson.Default.Entry.PolymorphismOptions!.DerivedTypes.FirstOrDefault(one => kind.ValueEquals((string)one.TypeDiscriminator!)).DerivedType : null;

    static IEnumerable<(string, string)> Within(Type type, JsonElement value, string path)
    {
        if (type == typeof(JsonElement)) return NullsIn(value, path);
        if (value.ValueKind == JsonValueKind.Array && ItemOf(type) is { } item) return value.EnumerateArray().SelectMany((one, i) => At(item, false, one, $"{path}[{i}]"));
        if (EntryJson.Default.GetTypeInfo(type) is not { Kind: JsonTypeInfoKind.Object } info) return IsReadable(type, value) ? [] : [(path, $"cannot be read; allowed: {Words(type)}")];
        if (value.ValueKind != JsonValueKind.Object) return [(path, $"cannot be read; allowed: {Words(type)}")];
        var properties = info.Properties.Where(property => property.Name.Length > 0).ToDictionary(property => property.Name);
        var missing = properties.Values.Where(property => property.IsRequired && !value.TryGetProperty(property.Name, out _))
            .Select(property => ($"{path}.{property.Name}", $"is missing; allowed: {Words(property.PropertyType)}"));
        return missing.Concat(value.EnumerateObject().Where(one => path != "entry" || one.Name != "kind")
            .SelectMany(one => properties.TryGetValue(one.Name, out var property) ? At(property.PropertyType, MayBeNull(property), one.Value, $"{path}.{one.Name}")
                : [($"{path}.{one.Name}", $"is not known; allowed: {string.Join(", ", properties.Keys)}")]));
    }

    static IEnumerable<(string, string)> At(Type type, bool mayBeNull, JsonElement value, string path) => value.ValueKind != JsonValueKind.Null ? Within(type, value, path)
        : mayBeNull ? [] : [(path, $"must not be null; allowed: {Words(type)}")];

    static bool IsReadable(Type type, JsonElement value)
    {
        try
        {
            return value.Deserialize(EntryJson.Default.GetTypeInfo(type)!) is not null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            return false;
        }
    }

    /// <summary>An answer holds words and numbers, and nothing that says nothing.</summary>
    static IEnumerable<(string, string)> NullsIn(JsonElement value, string path) => value.ValueKind switch
    {
        JsonValueKind.Null => [(path, "must not be null; leave it out")],
        JsonValueKind.Array => value.EnumerateArray().SelectMany((one, i) => NullsIn(one, $"{path}[{i}]")),
        JsonValueKind.Object => value.EnumerateObject().SelectMany(one => NullsIn(one.Value, $"{path}.{one.Name}")),
        _ => [],
    };

    static bool MayBeNull(JsonPropertyInfo property) => !property.IsRequired && (property.PropertyType.IsValueType
        ? Nullable.GetUnderlyingType(property.PropertyType) is not null : property.AssociatedParameter?.IsNullable ?? property.IsSetNullable);

    static Type? ItemOf(Type type) => type.IsArray ? type.GetElementType() : type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ValueList<>) ? type.GetGenericArguments()[0] : null;

    static string Words(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner) return Words(inner);
        if (ItemOf(type) is { } item) return $"a list, each {Words(item)}";
        if (type.IsEnum) return string.Join(", ", Enum.GetNames(type).Select(JsonNamingPolicy.SnakeCaseLower.ConvertName));
        if (type == typeof(string)) return "a text";
        if (type == typeof(bool)) return "true or false";
        if (type == typeof(double)) return "a number";
        if (type == typeof(int) || type == typeof(uint)) return "a whole number";
        if (type == typeof(Guid)) return "a UUID";
        if (type == typeof(DateOnly)) return "a date such as 2026-01-31";
        if (type == typeof(TimeOnly)) return "a time such as 08:15:00";
        if (type == typeof(DateTimeOffset)) return "a time such as 2026-01-31T08:15:00+01:00";
        if (type == typeof(JsonElement)) return "a word, a number, a list of words, or a number for each place; an answer that is taken back has the kind answer-cleared";
        return EntryJson.Default.GetTypeInfo(type) is { } info ? $"an object with {string.Join(", ", info.Properties.Select(property => property.Name))}" : "something else";
    }
}
