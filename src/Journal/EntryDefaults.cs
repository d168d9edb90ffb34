using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Mainstay.Journal;

/// <summary>A field that a line leaves out is what a new entry of its kind has there. The serializer alone would make it 0, false or null.</summary>
static class EntryDefaults
{
    static readonly ConcurrentDictionary<Type, (string Name, JsonNode Value)[]> Known = new();

    /// <param name="type">Of the entry; only those of the daily use leave fields out.</param>
    public static JsonElement Filled(JsonElement entry, Type type)
    {
        if (!type.IsGenericType || Known.GetOrAdd(type.GetGenericArguments()[0], Of) is not { Length: > 0 } all) return entry;
        var what = entry.GetProperty("what");
        if (all.All(one => what.TryGetProperty(one.Name, out _))) return entry;
        var filled = JsonObject.Create(entry)!;
        foreach (var (name, value) in all)
            if (!what.TryGetProperty(name, out _)) filled["what"]![name] = value.DeepClone();
        return filled.Deserialize(EntryJson.Default.JsonElement);
    }

    static (string, JsonNode)[] Of(Type type)
    {
        var bare = Activator.CreateInstance(type)!;
        return [.. from property in EntryJson.Default.GetTypeInfo(type)!.Properties
                   where property is { IsRequired: false, Get: not null } && property.Get(bare) is not null
                   select (property.Name, JsonSerializer.SerializeToNode(property.Get!(bare), EntryJson.Default.GetTypeInfo(property.PropertyType)!)!)];
    }
}
