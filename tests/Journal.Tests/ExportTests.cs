using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Mainstay.Care;

namespace Mainstay.Journal.Tests;

public class ExportTests
{
    static readonly Recorded[] Entries = [.. TempJournal.OneOfEach.Select((entry, i) => TempJournal.Entry(entry, i))];
    static readonly string Text = Export(Entries);

    static string Export(IEnumerable<Recorded> entries)
    {
        using var output = new StringWriter();
        JournalFile.Export(entries, output);
        return output.ToString();
    }

    [Fact]
    public void Export_and_import_lose_nothing()
    {
        using var journal = new TempJournal();
        using var store = journal.Open();

        Assert.Equal(new ImportResult(Entries.Length, 0, After: 0), JournalFile.Import(store, JournalStore.Me, new StringReader(Text), TimeProvider.System));
        Assert.Equal(Entries, store.Read(JournalStore.Me).AsEnumerable());
        Assert.Equal(Text, Export(store.Read(JournalStore.Me)));
        Assert.Equal(new ImportResult(0, Entries.Length, After: Entries.Length), JournalFile.Import(store, JournalStore.Me, new StringReader(Text), TimeProvider.System));
    }

    [Fact]
    public void A_reminder_that_was_shown_comes_back_with_its_own_id()
    {
        var due = new DateTimeOffset(2026, 1, 31, 10, 0, 0, TimeSpan.FromHours(1));
        var shown = new Recorded(ReminderKey.EntryOf(PromptKind.Stretch, due), due, Noted.Of(new BreakLog { Event = BreakEvent.Prompted, Kind = PromptKind.Stretch }));
        Assert.Equal(shown, Assert.Single(JournalFile.Read(new StringReader(Export([shown])))));
    }

    [Fact]
    public void The_format_is_what_it_is_said_to_be()
    {
        var at = new DateTimeOffset(2026, 1, 31, 8, 15, 0, TimeSpan.FromHours(1));
        var id = Guid.CreateVersion7(at);

        Assert.Equal(
            $$$"""
            {"mainstay":"journal","version":1}
            {"id":"{{{id}}}","at":"2026-01-31T08:15:00.000+01:00","entry":{"kind":"answer","input":"fever","value":"no"}}

            """, Export([new Recorded(id, at, AnswerGiven.Word("fever", "no"))]));
    }

    const string Id = "0190a5a0-0000-7000-8000-000000000001";
    const string At = "2026-01-31T08:15:00.000+01:00";

    [Theory]
    [InlineData("", "the file is empty")]
    [InlineData("hello", "line 1: the first line must be {\"mainstay\":\"journal\",\"version\":1}")]
    [InlineData("""{"mainstay":"plan","version":1}""", "line 1: the first line must be")]
    [InlineData("""{"mainstay":"journal","version":2}""", "line 1: version 2 was written by a newer Mainstay; this one knows 1")]
    public void A_wrong_header_is_refused(string text, string message) => Refused(text, message);

    [Theory]
    [InlineData($$$"""{"id":"{{{Id}}}","at":"{{{At}}}","entry":{"kind":"answer","input":"fever","va""", "line 2, the whole line: is not valid JSON")]
    [InlineData("[]", "line 2, the whole line: is not a JSON object")]
    [InlineData($$$"""{"id":"x","at":"{{{At}}}","entry":{"kind":"spasm"}}""", "line 2, id: must be a UUID of version 7")]
    [InlineData($$$"""{"id":"{{{Id}}}","at":"yesterday","entry":{"kind":"spasm"}}""", "line 2, at: must be a time such as 2026-01-31T08:15:00.000+01:00")]
    [InlineData($$$"""{"id":"{{{Id}}}","at":"{{{At}}}"}""", "line 2, entry: is missing")]
    [InlineData($$$"""{"id":"{{{Id}}}","at":"{{{At}}}","entry":{"kind":"spasm"},"more":1}""", "line 2, more: is not known")]
    [InlineData($$$"""{"id":"{{{Id}}}","at":"{{{At}}}","entry":{"kind":"dance"}}""", "line 2, entry.kind: is not known; allowed: answer, ")]
    [InlineData($$$"""{"id":"{{{Id}}}","at":"{{{At}}}","entry":{"kind":"answer","value":"no"}}""", "line 2, entry.input: is missing; allowed: a text")]
    [InlineData($$$"""{"id":"{{{Id}}}","at":"{{{At}}}","entry":{"kind":"answer","input":"fever","value":null}}""", "line 2, entry.value: must not be null; allowed: a word, a number, a list of words, or a number for each place; an answer that is taken back has the kind answer-cleared")]
    [InlineData($$$"""{"id":"{{{Id}}}","at":"{{{At}}}","entry":{"kind":"minutes","total":"ten"}}""", "line 2, entry.total: cannot be read; allowed: a number")]
    [InlineData($$$"""{"id":"{{{Id}}}","at":"{{{At}}}","entry":{"kind":"spasm","loud":true}}""", "line 2, entry.loud: is not known; allowed: ")]
    [InlineData($$$"""{"id":"{{{Id}}}","at":"{{{At}}}","entry":{"kind":"check-in","pain":11}}""", "line 2, entry.pain: must be a whole number from 0 to 10")]
    [InlineData($$$"""{"id":"{{{Id}}}","at":"{{{At}}}","entry":{"kind":"check-in","pain":2.5}}""", "line 2, entry.pain: cannot be read; allowed: a whole number")]
    [InlineData($$$"""{"id":"{{{Id}}}","at":"{{{At}}}","entry":{"kind":"break-settings","what":{"on":true,"days":[1,null]} } }""", "line 2, entry.what.days[1]: must not be null; allowed: a whole number")]
    [InlineData($$$"""{"id":"{{{Id}}}","at":"{{{At}}}","entry":{"kind":"break-settings","what":{"days":null} } }""", "line 2, entry.what.days: must not be null; allowed: a list, each a whole number")]
    [InlineData($$$"""{"id":"{{{Id}}}","at":"{{{At}}}","entry":{"kind":"break-settings","what":{"stretches":["10:00:00","noon"]} } }""", "line 2, entry.what.stretches[1]: cannot be read; allowed: a time such as 08:15:00")]
    [InlineData($$$"""{"id":"{{{Id}}}","at":"{{{At}}}","entry":{"kind":"break","what":{"event":"danced"} } }""", "line 2, entry.what.event: cannot be read; allowed: prompted, taken, credited, snoozed, skipped")]
    [InlineData($$$"""{"id":"{{{Id}}}","at":"{{{At}}}","entry":{"kind":"diary","what":{"regions":[{"region":null,"pain":4}]} } }""", "line 2, entry.what.regions[0].region: must not be null; allowed: a text")]
    [InlineData($$$"""{"id":"{{{Id}}}","at":"{{{At}}}","entry":null}""", "line 2, entry: must be an object with a kind")]
    public void A_bad_line_is_refused_with_its_number_and_field_and_nothing_is_stored(string line, string message) =>
        Refused($$$"""{"mainstay":"journal","version":1}""" + "\n" + line + "\n" + $$$"""{"id":"0190a5a0-0000-7000-8000-000000000002","at":"{{{At}}}","entry":{"kind":"spasm"} }""", message);

    static IEnumerable<string> PathsOf(JsonNode node, string path) => node switch
    {
        JsonObject all => all.SelectMany(one => (string[])[$"{path}.{one.Key}", .. one.Value is null ? [] : PathsOf(one.Value, $"{path}.{one.Key}")]),
        JsonArray all => all.SelectMany((one, i) => (string[])[$"{path}[{i}]", .. one is null ? [] : PathsOf(one, $"{path}[{i}]")]),
        _ => [],
    };

    /// <summary>What holds the field at a path, and its name there.</summary>
    static (JsonNode Holder, string Name) Field(JsonNode root, string path)
    {
        var parts = path.Replace("[", ".[", StringComparison.Ordinal).Split('.');
        return (parts[..^1].Aggregate(root, (at, part) => part[0] == '[' ? at[Index(part)]! : at[part]!), parts[^1]);
    }

    static int Index(string part) => int.Parse(part[1..^1], CultureInfo.InvariantCulture);

    static void MakeNull(JsonNode root, string path)
    {
        var (holder, name) = Field(root, path);
        if (name[0] == '[') holder[Index(name)] = null;
        else holder[name] = null;
    }

    static JsonNode Without(JsonNode root, string path)
    {
        var bare = root.DeepClone();
        var (holder, name) = Field(bare, path);
        holder.AsObject().Remove(name);
        return bare;
    }

    static (ImmutableArray<Recorded>? Entries, string? Problem) Read(JsonNode line)
    {
        try
        {
            return (JournalFile.Read(new StringReader("{\"mainstay\":\"journal\",\"version\":1}\n" + line.ToJsonString())), null);
        }
        catch (JournalException wrong)
        {
            return (null, wrong.Message);
        }
    }

    [Fact]
    public void A_null_in_any_field_of_any_kind_says_nothing_or_is_named_with_what_is_allowed()
    {
        var unlike = new List<string>();
        var (said, refused) = (0, 0);
        foreach (var line in Text.Split('\n')[1..].Where(line => line.Length > 0))
            foreach (var path in PathsOf(JsonNode.Parse(line)!["entry"]!, "entry"))
            {
                var with = JsonNode.Parse(line)!;
                MakeNull(with, path);
                var (read, problem) = Read(with);
                if (read is { } entries)
                {
                    // It is then as if the field were not there.
                    if (!JsonNode.DeepEquals(JsonNode.Parse(Export(entries).Split('\n')[1]), Without(with, path)) || PersonHistory.Of(entries).Daily is null) unlike.Add(path);
                    said++;
                }
                else
                {
                    if (!problem!.Contains($"line 2, {path}: must not be null; ", StringComparison.Ordinal) && problem != Read(Without(with, path)).Problem) unlike.Add($"{path}: {problem}");
                    refused++;
                }
            }
        Assert.Empty(unlike);
        Assert.True(said > 50 && refused > 150, $"{said} {refused}");
    }

    static Daily SaidOf(string entry) => ((Noted)Read(JsonNode.Parse($$"""{"id":"{{Id}}","at":"{{At}}","entry":{{entry}} }""")!).Entries!.Value[0].Entry).Said;

    [Fact]
    public void A_field_that_is_left_out_is_what_a_new_entry_has_there()
    {
        Assert.Equal(new BreakSettings(), SaidOf("""{"kind":"break-settings","what":{} }"""));
        Assert.Equal(new BreakSettings { On = true, Days = [1] }, SaidOf("""{"kind":"break-settings","what":{"on":true,"days":[1]} }"""));
        Assert.Equal(new SessionStart { Session = new(Id) }, SaidOf($$"""{"kind":"session-start","what":{"session":"{{Id}}"} }"""));
        Assert.Equal(new DiaryNote(), SaidOf("""{"kind":"diary","what":{} }"""));
    }

    [Fact]
    public void A_field_that_is_left_out_of_any_kind_is_read_or_named()
    {
        foreach (var line in Text.Split('\n')[1..].Where(line => line.Length > 0))
            foreach (var path in PathsOf(JsonNode.Parse(line)!["entry"]!, "entry").Where(path => !path.EndsWith(']')))
            {
                var (read, problem) = Read(Without(JsonNode.Parse(line)!, path));
                Assert.True(read is not null || problem!.Contains($"line 2, {path[..path.LastIndexOf('.')]}", StringComparison.Ordinal), problem);
            }
    }

    [Fact]
    public void All_bad_lines_are_named_at_once()
    {
        var error = Refused("{\"mainstay\":\"journal\",\"version\":1}\n[]\n\n{}\n", "line 2, the whole line");
        Assert.Contains("line 4, id", error.Message, StringComparison.Ordinal);
        Assert.Contains("line 4, at", error.Message, StringComparison.Ordinal);
        Assert.Contains("line 4, entry", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_conflict_with_what_is_there_imports_nothing()
    {
        using var journal = new TempJournal();
        using var store = journal.Open();
        store.Append(JournalStore.Me, Entries[^1] with { Entry = new SpasmStarted() });

        var refused = Assert.Throws<JournalException>(() => JournalFile.Import(store, JournalStore.Me, new StringReader(Text), TimeProvider.System));

        Assert.Equal(JournalFault.Conflict, refused.Fault);
        Assert.Single(store.Read(JournalStore.Me));
    }

    static JournalException Refused(string text, string message)
    {
        using var journal = new TempJournal();
        using var store = journal.Open();
        var error = Assert.Throws<JournalException>(() => JournalFile.Import(store, JournalStore.Me, new StringReader(text), TimeProvider.System));
        Assert.Equal(JournalFault.BadImport, error.Fault);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.Empty(store.Read(JournalStore.Me));
        return error;
    }
}
