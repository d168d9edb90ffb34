using System.Collections;
using System.Globalization;
using Mainstay.Knowledge;
using Mainstay.Web.Learn;

namespace Mainstay.Web.Tests.Texts;

/// <summary>Every text of the knowledge, and names that are the same in all languages.</summary>
public sealed class KnownTexts
{
    const int ShortText = 12;
    static readonly string[] Names = ["Mainstay", "Atkinson", "Brygada", "--phone", "--public-url", "STarT Back", "E", "U24", "U14", "R", "S"];
    static readonly string[] Joints = [", ", "; ", ": ", ". ", " · ", "(", ")", "…", " / "];

    readonly HashSet<string> _all = new(StringComparer.OrdinalIgnoreCase);
    readonly string[] _long;
    readonly string _read;

    /// <param name="own">The person's own words.</param>
    public KnownTexts(Library library, CultureInfo dates, params string[] own)
    {
        Collect(library, new HashSet<object>(ReferenceEqualityComparer.Instance));
        foreach (var name in Names.Concat(own).Concat(dates.DateTimeFormat.MonthNames).Concat(dates.DateTimeFormat.MonthGenitiveNames).Concat(dates.DateTimeFormat.DayNames)
            .Concat(dates.DateTimeFormat.AbbreviatedDayNames).Concat(dates.DateTimeFormat.ShortestDayNames)) Add(name);
        _read = string.Join('\n', Leaves.Of(library).Select(leaf => leaf.Text));
        _long = [.. _all.Where(text => text.Length >= ShortText).OrderByDescending(text => text.Length)];
    }

    /// <summary>Nothing of the text is left when the phrases in brackets and all known texts are taken out.</summary>
    /// <param name="excerpts">Pieces of what can be read are known too.</param>
    public bool Explain(string text, bool excerpts = false) => Outside(text).All(piece => Known(piece) || (excerpts && _read.Contains(Bare(piece), StringComparison.Ordinal)));

    bool Known(string piece)
    {
        piece = Bare(piece);
        if (!piece.Any(char.IsLetter) || _all.Contains(piece)) return true;
        if (_long.FirstOrDefault(text => piece.Contains(text, StringComparison.OrdinalIgnoreCase)) is { } inside)
        {
            var at = piece.IndexOf(inside, StringComparison.OrdinalIgnoreCase);
            return Known(piece[..at]) && Known(piece[(at + inside.Length)..]);
        }
        var parts = piece.Split(Joints, StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length > 1) return parts.All(Known);
        var words = piece.Split(' ');
        return words.Length > 1 && words.All(word => Bare(word) is var bare && (!bare.Any(char.IsLetter) || _all.Contains(bare)));
    }

    static string Bare(string text) => text.Trim(' ', '\u00a0', '.', ',', ':', ';', '“', '”', '·', '…', '–', '-', '(', ')', '?', '\u2068', '\u2069').Trim();

    static IEnumerable<string> Outside(string text)
    {
        var (from, depth) = (0, 0);
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '[' && depth++ == 0) yield return text[from..at];
            if (text[at] == ']' && depth > 0 && --depth == 0) from = at + 1;
        }
        if (depth == 0) yield return text[from..];
    }

    void Add(string text)
    {
        if (Bare(string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))) is { Length: > 0 } bare) _all.Add(bare);
    }

    void Collect(object? value, HashSet<object> seen)
    {
        if (value is string text)
        {
            foreach (var part in text.Split("{0}").Concat(text.Split(". "))) Add(part);
            return;
        }
        if (value is null || value.GetType() is { IsPrimitive: true } or { IsEnum: true } || value is DateOnly || !seen.Add(value)) return;
        if (value is IEnumerable many)
        {
            foreach (var one in many) Collect(one, seen);
            return;
        }
        if (value.GetType().Namespace?.StartsWith("Mainstay", StringComparison.Ordinal) != true && !value.GetType().Name.StartsWith("KeyValuePair", StringComparison.Ordinal)) return;
        foreach (var property in value.GetType().GetProperties().Where(property => property.GetIndexParameters().Length == 0 && property.GetMethod is { IsStatic: false }))
            Collect(property.GetValue(value), seen);
    }
}
