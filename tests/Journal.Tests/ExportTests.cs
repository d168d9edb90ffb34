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

        Assert.Equal(new ImportResult(Entries.Length, 0), JournalFile.Import(store, JournalStore.Me, new StringReader(Text)));
        Assert.Equal(Entries, store.Read(JournalStore.Me).AsEnumerable());
        Assert.Equal(Text, Export(store.Read(JournalStore.Me)));
        Assert.Equal(new ImportResult(0, Entries.Length), JournalFile.Import(store, JournalStore.Me, new StringReader(Text)));
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
    [InlineData($$$"""{"id":"{{{Id}}}","at":"{{{At}}}","entry":{"kind":"dance"}}""", "line 2, entry")]
    [InlineData($$$"""{"id":"{{{Id}}}","at":"{{{At}}}","entry":{"kind":"answer","value":"no"}}""", "line 2, entry: JSON deserialization for type 'Mainstay.Journal.AnswerGiven' was missing required properties including: 'input'")]
    [InlineData($$$"""{"id":"{{{Id}}}","at":"{{{At}}}","entry":{"kind":"answer","input":"fever","value":null}}""", "line 2, entry.value: is null")]
    [InlineData($$$"""{"id":"{{{Id}}}","at":"{{{At}}}","entry":{"kind":"minutes","total":"ten"}}""", "line 2, entry.total")]
    [InlineData($$$"""{"id":"{{{Id}}}","at":"{{{At}}}","entry":{"kind":"spasm","loud":true}}""", "line 2, entry")]
    public void A_bad_line_is_refused_with_its_number_and_field_and_nothing_is_stored(string line, string message) =>
        Refused($$$"""{"mainstay":"journal","version":1}""" + "\n" + line + "\n" + $$$"""{"id":"0190a5a0-0000-7000-8000-000000000002","at":"{{{At}}}","entry":{"kind":"spasm"} }""", message);

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

        var refused = Assert.Throws<JournalException>(() => JournalFile.Import(store, JournalStore.Me, new StringReader(Text)));

        Assert.Equal(JournalFault.Conflict, refused.Fault);
        Assert.Single(store.Read(JournalStore.Me));
    }

    static JournalException Refused(string text, string message)
    {
        using var journal = new TempJournal();
        using var store = journal.Open();
        var error = Assert.Throws<JournalException>(() => JournalFile.Import(store, JournalStore.Me, new StringReader(text)));
        Assert.Equal(JournalFault.BadImport, error.Fault);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.Empty(store.Read(JournalStore.Me));
        return error;
    }
}
