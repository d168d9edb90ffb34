using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Mainstay.Knowledge;

namespace Mainstay.Web.Tests.Scope;

/// <param name="Works">False: something that the row asks for is still to come.</param>
/// <param name="Places">What there is, works or not.</param>
/// <param name="Missing">What is to come; empty where the row works.</param>
public sealed record ScopeRow(string Id, string About, bool Works, ImmutableArray<ScopePlace> Places, string Missing);

/// <param name="Address">In the app, with the part of the page after #.</param>
/// <param name="Phrase">What stands there; null where the record at that address carries the row.</param>
public sealed record ScopePlace(string Address, string? Phrase)
{
    public string Path => Address.Split('#')[0];
    public string? Part => Address.Contains('#', StringComparison.Ordinal) ? Address.Split('#')[1] : null;
}

/// <summary>docs/scope.md, read.</summary>
public static partial class ScopeTable
{
    const string None = "–";

    public static readonly ImmutableArray<ScopeRow> Rows = Read();

    static ImmutableArray<ScopeRow> Read()
    {
        var root = Path.GetDirectoryName(KnowledgeFolder.Find(AppContext.BaseDirectory)!)!;
        return [.. File.ReadLines(Path.Combine(root, "docs", "scope.md")).Where(line => line.StartsWith("| S", StringComparison.Ordinal)).Select(Row)];
    }

    static ScopeRow Row(string line)
    {
        var cells = line.Trim().Trim('|').Split('|', StringSplitOptions.TrimEntries);
        if (cells.Length != 5) throw new FormatException($"not five cells: {line}");
        var works = cells[2] switch { "works" => true, "to come" => false, var state => throw new FormatException($"{cells[0]}: '{state}' is no state") };
        var places = PlaceForm().Matches(cells[3]);
        var rest = PlaceForm().Replace(cells[3], "").Replace(",", "", StringComparison.Ordinal).Trim();
        if (rest != (places.Count == 0 ? None : "")) throw new FormatException($"{cells[0]}: '{rest}' is no place");
        return new(cells[0], cells[1], works, [.. places.Select(place => new ScopePlace(place.Groups[1].Value, place.Groups[2].Success ? place.Groups[2].Value : null))],
            cells[4] == None ? "" : cells[4]);
    }

    [GeneratedRegex("`(/[^`]*)`(?: “([^”]+)”)?")]
    private static partial Regex PlaceForm();
}
