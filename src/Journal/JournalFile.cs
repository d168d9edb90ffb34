using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Mainstay.Journal;

/// <summary>How many entries an import brought, and how many were there already.</summary>
/// <param name="After">The new ones are those that arrived after this place: <see cref="JournalStore.Arrived"/>.</param>
public sealed record ImportResult(int New, int There, long After);

/// <summary>A journal as JSON Lines: a header {"mainstay":"journal","version":1}, then one entry a line in the order they arrived:
/// {"id":"…","at":"2026-01-31T08:15:00.000+01:00","entry":{"kind":"answer","input":"fever","value":"no"}}. Nothing is lost either
/// way.</summary>
public static class JournalFile
{
    /// <summary>Longest line that is read, in characters. A text of the person's own is far shorter.</summary>
    const int LongestLine = 1_000_000;
    const int MostErrors = 20;

    static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Export(IEnumerable<Recorded> entries, TextWriter output)
    {
        output.Write($"{{\"mainstay\":\"journal\",\"version\":{EntryJson.Version}}}\n");
        foreach (var recorded in entries) output.Write(Line(recorded) + "\n");
    }

    /// <summary>Reads and checks everything first, then stores all of it or nothing. What is stamped later than now comes only into an empty
    /// journal: beside others it would pass for newer than what was told since.</summary>
    /// <exception cref="JournalException">With every line and field that is wrong.</exception>
    public static ImportResult Import(JournalStore store, string person, TextReader input, TimeProvider clock)
    {
        var entries = Read(input);
        var now = clock.GetUtcNow();
        var ahead = entries.Where(one => one.At > now || one.Entry is Placed mark && mark.After > now).ToList();
        if (ahead.Count > 0 && store.FirstArrived(person) is not null && !store.Unknown(person, ahead.Select(one => one.Id)).IsEmpty)
            throw new JournalException(JournalFault.BadImport, $"Nothing was imported:{Environment.NewLine}The file has entries of a later time than this computer's clock "
                + $"shows, up to {ahead.Max(one => one.At).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)}. Put the clock right, or wait until then, and import again.");
        var added = store.Append(person, entries, out var after);
        return new ImportResult(added, entries.Length - added, after);
    }

    /// <exception cref="JournalException">With every line and field that is wrong.</exception>
    public static ImmutableArray<Recorded> Read(TextReader input)
    {
        var errors = new List<string>();
        var entries = ImmutableArray.CreateBuilder<Recorded>();
        var seen = new Dictionary<Guid, string>();
        var number = 0;
        while (errors.Count <= MostErrors && input.ReadLine() is { } line)
        {
            number++;
            if (line.Length > LongestLine) errors.Add($"line {number}: is longer than {LongestLine} characters");
            else if (number == 1) Header(line.TrimStart('\uFEFF'), errors);
            else if (line.Trim().Length > 0) Entry(line, number, entries, seen, errors);
        }
        if (number == 0) errors.Add("the file is empty; its first line must be {\"mainstay\":\"journal\",\"version\":1}");
        if (errors.Count == 0) return entries.ToImmutable();
        var more = errors.Count > MostErrors ? $"{Environment.NewLine}and perhaps more" : "";
        throw new JournalException(JournalFault.BadImport,
            $"Nothing was imported:{Environment.NewLine}{string.Join(Environment.NewLine, errors.Take(MostErrors))}{more}");
    }

    static string Line(Recorded recorded)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Plain))
        {
            writer.WriteStartObject();
            writer.WriteString("id", recorded.Id);
            writer.WriteString("at", recorded.At.ToString("yyyy-MM-dd'T'HH:mm:ss.fffzzz", CultureInfo.InvariantCulture));
            writer.WritePropertyName("entry");
            JsonSerializer.Serialize(writer, recorded.Entry, EntryJson.Default.Entry);
            writer.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    static void Header(string line, List<string> errors)
    {
        const string expected = "the first line must be {\"mainstay\":\"journal\",\"version\":1}";
        try
        {
            using var document = JsonDocument.Parse(line);
            if (document.RootElement.ValueKind != JsonValueKind.Object || Text(document.RootElement, "mainstay") != "journal"
                || !document.RootElement.TryGetProperty("version", out var at) || !at.TryGetInt32(out var version) || version < 1)
                errors.Add($"line 1: {expected}");
            else if (version > EntryJson.Version)
                errors.Add($"line 1: version {version} was written by a newer Mainstay; this one knows {EntryJson.Version}. Update "
                    + "Mainstay and do it again");
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            errors.Add($"line 1: {expected}");
        }
    }

    static void Entry(string line, int number, ImmutableArray<Recorded>.Builder entries, Dictionary<Guid, string> seen, List<string> errors)
    {
        void Wrong(string field, string problem) => errors.Add($"line {number}, {field}: {problem}");

        try
        {
            using var document = JsonDocument.Parse(line);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
            {
                Wrong("the whole line", "is not a JSON object");
                return;
            }
            var before = errors.Count;
            foreach (var property in root.EnumerateObject().Where(property => property.Name is not ("id" or "at" or "entry")))
                Wrong(property.Name, "is not known; allowed: id, at, entry");
            if (!Guid.TryParseExact(Text(root, "id"), "D", out var id) || id.Version is not (7 or 8)) Wrong("id", "must be a UUID of version 7 (or 8, of a reminder)");
            if (!DateTimeOffset.TryParseExact(Text(root, "at"), "yyyy-MM-dd'T'HH:mm:ss.fffzzz", CultureInfo.InvariantCulture,
                DateTimeStyles.None, out var at))
                Wrong("at", "must be a time such as 2026-01-31T08:15:00.000+01:00");
            var entry = root.TryGetProperty("entry", out var body) ? EntryOf(body, Wrong) : null;
            if (body.ValueKind == JsonValueKind.Undefined) Wrong("entry", "is missing");
            if (errors.Count > before || entry is null) return;
            var recorded = new Recorded(id, at, entry);
            var text = Line(recorded);
            if (seen.TryGetValue(id, out var first) && first != text) Wrong("id", "stands twice in the file, with different contents");
            seen[id] = text;
            entries.Add(recorded);
        }
        catch (JsonException e)
        {
            Wrong("the whole line", $"is not valid JSON (byte {e.BytePositionInLine + 1})");
        }
    }

    static Entry? EntryOf(JsonElement body, Action<string, string> wrong)
    {
        var problems = EntryFields.Wrong(body).ToList();
        foreach (var (field, problem) in problems) wrong(field, problem);
        if (problems.Count > 0) return null;
        try
        {
            if (EntryDefaults.Filled(body, EntryFields.TypeOf(body.GetProperty("kind"))!).Deserialize(EntryJson.Default.Entry) is { } entry) return entry;
            wrong("entry", "is null");
        }
        catch (Exception e) when (e is JsonException or NotSupportedException or InvalidOperationException)
        {
            wrong((e as JsonException)?.Path is { Length: > 2 } path ? $"entry.{path[2..]}" : "entry", e.Message.Split(" Path:")[0]);
        }
        catch (ArgumentOutOfRangeException e)
        {
            wrong("entry." + e.ParamName!.ToLowerInvariant(), e.Message.Split(" (Parameter")[0]);
        }
        return null;
    }

    static string? Text(JsonElement root, string name) => root.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
