using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace Mainstay.Web.Parts;

/// <summary>The drawn places of the body map: two outlines and, by heading and row, 65 places. Left and right are the person's own.</summary>
public sealed record BodyShapes(ImmutableDictionary<string, string> Outlines, ImmutableArray<BodySection> Sections)
{
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>240 by 560 units each, as the paths are.</summary>
    public const string ViewBox = "0 0 240 560";

    public const double Width = 240, Height = 560;

    /// <summary>A share of the drawing, 0 to 1, in its units.</summary>
    public static string At(double share, double whole) => (share * whole).ToString("0.#", CultureInfo.InvariantCulture);

    public static BodyShapes All { get; } = Load();

    /// <summary>Place id → its path and view.</summary>
    public ImmutableDictionary<string, (string View, string D)> Places { get; } =
        Sections.SelectMany(section => section.Rows).SelectMany(row => row.Places.Select(place => (row.View, place)))
            .ToImmutableDictionary(both => both.place.Id, both => (both.View, both.place.D));

    static BodyShapes Load()
    {
        using var stream = typeof(BodyShapes).Assembly.GetManifestResourceStream("bodymap.json")!;
        return JsonSerializer.Deserialize<BodyShapes>(stream, Json)!;
    }
}

public sealed record BodySection(string Heading, ImmutableArray<BodyRow> Rows);

/// <param name="View">back or front.</param>
/// <param name="Places">One in the middle, or left and right.</param>
public sealed record BodyRow(string View, string Name, ImmutableArray<BodyPlace> Places);

/// <param name="D">An SVG path.</param>
public sealed record BodyPlace(string Id, string D);
