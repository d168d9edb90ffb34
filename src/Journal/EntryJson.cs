using System.Text.Json;
using System.Text.Json.Serialization;
using Mainstay.Care;

namespace Mainstay.Journal;

/// <summary>Entries to JSON and back. A property that this version does not know is refused, so that nothing is lost unnoticed.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, RespectNullableAnnotations = true,
    AllowOutOfOrderMetadataProperties = true)]
[JsonSerializable(typeof(Entry))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(double))]
[JsonSerializable(typeof(string[]))]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(RegionPain))]
[JsonSerializable(typeof(Remedy))]
[JsonSerializable(typeof(int))]
[JsonSerializable(typeof(TimeOnly))]
sealed partial class EntryJson : JsonSerializerContext
{
    /// <summary>Version of the entries and of the export that holds them.</summary>
    public const int Version = 1;
}
