using System.IO.Compression;
using System.Text;
using Mainstay.Care;
using Mainstay.Journal.Imports;

namespace Mainstay.Web.Tests;

/// <summary>What is read of a table or of an export of Apple Health.</summary>
public sealed class DiaryFileTests
{
    internal const string Xml = """
        <?xml version="1.0" encoding="UTF-8"?>
        <!DOCTYPE HealthData [
        <!ENTITY lol "lol">
        <!ELEMENT HealthData (ExportDate,Me,(Record|Workout)*)>
        ]>
        <HealthData locale="en_GB">
         <Record type="HKQuantityTypeIdentifierStepCount" sourceName="Phone" startDate="2026-03-01 08:00:00 +0100" endDate="2026-03-01 08:10:00 +0100" value="1000"/>
         <Record type="HKQuantityTypeIdentifierStepCount" sourceName="Phone" startDate="2026-03-01 23:59:00 +0100" endDate="2026-03-02 00:10:00 +0100" value="500"/>
         <Record type="HKQuantityTypeIdentifierStepCount" sourceName="Watch" startDate="2026-03-01 08:00:00 +0100" endDate="2026-03-01 08:10:00 +0100" value="1200"/>
         <Record type="HKCategoryTypeIdentifierSleepAnalysis" sourceName="Watch" startDate="2026-03-01 23:00:00 +0100" endDate="2026-03-02 06:00:00 +0100" value="HKCategoryValueSleepAnalysisAsleepCore"/>
         <Record type="HKCategoryTypeIdentifierSleepAnalysis" sourceName="Phone" startDate="2026-03-01 22:30:00 +0100" endDate="2026-03-02 05:00:00 +0100" value="HKCategoryValueSleepAnalysisAsleepUnspecified"/>
         <Record type="HKCategoryTypeIdentifierSleepAnalysis" sourceName="Phone" startDate="2026-03-01 20:00:00 +0100" endDate="2026-03-02 09:00:00 +0100" value="HKCategoryValueSleepAnalysisInBed"/>
         <Record type="HKQuantityTypeIdentifierHeartRate" sourceName="Watch" startDate="2026-03-02 08:00:00 +0100" endDate="2026-03-02 08:10:00 +0100" value="70"/>
        </HealthData>
        """;

    static readonly DateOnly Today = new(2026, 3, 10);

    static DiaryFile Read(byte[] bytes, DateOrder order = DateOrder.DayFirst) => DiaryReader.Read(new MemoryStream(bytes), order, Today);

    static DiaryFile Read(string text, DateOrder order = DateOrder.DayFirst) => Read(Encoding.UTF8.GetBytes(text), order);

    internal static DateOnly March(int day) => new(2026, 3, day);

    [Theory]
    [InlineData("date,pain\n2026-03-01,4.5\n", 4.5)]
    [InlineData("Date;Pain\r\n01.03.2026;4,5\r\n", 4.5)]
    [InlineData("\uFEFFDATE\tpain\n1/3/26\t4,5\n", 4.5)]
    [InlineData("sep=|\ndate|pain\n1-3-2026 08:30|\"4,5\"\n", 4.5)]
    public void A_table_is_read_whatever_divides_it(string text, double pain)
    {
        var file = Read(text);
        Assert.Equal((0, null), (file.FaultCount, file.Problem));
        Assert.Equal(new DiaryNote { For = March(1), Pain = pain, Source = "csv" }, Assert.Single(file.Notes));
    }

    [Fact]
    public void All_columns_of_the_empty_table_are_read_and_the_order_of_day_and_month_is_as_chosen()
    {
        var file = Read(CsvDiary.Template);
        Assert.Equal(0, file.FaultCount);
        Assert.Equal(new DiaryNote
        {
            For = new(2026, 1, 30), Pain = 4, StiffMinutes = 20, SleepHours = 7.5, SleepQuality = 6, Stress = 3, Mood = 3, SittingHours = 8, Steps = 6200, Load = 150, Effort = 5, Doses = 1, Medicine = "Paracetamol 500", Leg = false,
            Text = "Long drive, then a walk", Source = "csv",
        }, file.Notes[0]);
        Assert.Equal(March(2), Read("date,steps\n02/03/2026,\"6,200\"\n").Notes[0].For);
        Assert.Equal((new DateOnly(2026, 2, 3), 6200), Read("date;steps\n02/03/2026;6.200\n", DateOrder.MonthFirst).Notes.Select(note => (note.For, note.Steps)).Single());
    }

    [Theory]
    [InlineData("31.02.2026,3", 2, LineProblem.Date)]
    [InlineData("soon,3", 2, LineProblem.Date)]
    [InlineData("2026-03-11,3", 2, LineProblem.Future)]
    [InlineData("1999-12-31,3", 2, LineProblem.TooEarly)]
    [InlineData("2026-03-01,11", 2, LineProblem.Range)]
    [InlineData("2026-03-01,-1", 2, LineProblem.Range)]
    [InlineData("2026-03-01,NaN", 2, LineProblem.Number)]
    [InlineData("2026-03-01,Infinity", 2, LineProblem.Number)]
    [InlineData("2026-03-01,99999999999999999999999999999999999999999999999999999999", 2, LineProblem.Range)]
    [InlineData("2026-03-01,<script>", 2, LineProblem.Number)]
    [InlineData("2026-03-01,3,,extra", 2, LineProblem.Fields)]
    public void A_line_that_cannot_be_read_is_named_and_the_rest_is_there(string line, int number, LineProblem problem)
    {
        var file = Read($"date,pain,notes\n{line}\n2026-03-02,5,fine\n");
        Assert.Equal((number, problem), (file.Faults[0].Line, file.Faults[0].Problem));
        Assert.Equal(new DiaryNote { For = March(2), Pain = 5, Text = "fine", Source = "csv" }, Assert.Single(file.Notes));
    }

    [Fact]
    public void Lines_keep_their_number_behind_a_note_of_several_lines()
    {
        var file = Read("date,notes\n2026-03-01,\"one\ntwo\nthree\"\nbad,x\n");
        Assert.Equal(5, Assert.Single(file.Faults).Line);
        Assert.Equal("one\ntwo\nthree", file.Notes[0].Text);
    }

    [Theory]
    [InlineData("", FileProblem.Empty)]
    [InlineData("  \n ", FileProblem.Empty)]
    [InlineData("hello", FileProblem.NoDates)]
    [InlineData("\0\u0001\u0002", FileProblem.Unknown)]
    [InlineData("<html></html>", FileProblem.Unknown)]
    [InlineData("PK\u0003\u0004 and nothing", FileProblem.BadArchive)]
    public void What_is_neither_a_table_nor_health_says_so(string text, FileProblem problem) => Assert.Equal((problem, 0), (Read(text).Problem, Read(text).Notes.Length));

    [Fact]
    public void Of_steps_the_source_with_the_most_counts_and_sleep_that_two_saw_counts_once()
    {
        foreach (var file in new[] { Read(Xml), Read(Zip("apple_health_export/export.xml", Xml)) })
        {
            Assert.Equal((null, 0), (file.Problem, file.FaultCount));
            Assert.Equal([new DiaryNote { For = March(1), Steps = 1500, Source = "apple-health" }, new DiaryNote { For = March(2), SleepHours = 7.5, Source = "apple-health" }], file.Notes.AsEnumerable());
        }
    }

    [Fact]
    public void Time_in_bed_counts_where_nobody_saw_sleep_and_an_evening_nap_belongs_to_the_night()
    {
        var file = Read("""
            <HealthData>
             <Record type="HKCategoryTypeIdentifierSleepAnalysis" startDate="2026-03-02 23:00:00 +0100" endDate="2026-03-03 06:15:00 +0100" value="HKCategoryValueSleepAnalysisInBed"/>
             <Record type="HKCategoryTypeIdentifierSleepAnalysis" startDate="2026-03-02 18:30:00 +0100" endDate="2026-03-02 19:00:00 +0100" value="HKCategoryValueSleepAnalysisInBed"/>
            </HealthData>
            """);
        Assert.Equal((March(3), 7.75), (file.Notes.Single().For!.Value, file.Notes.Single().SleepHours!.Value));
    }

    static byte[] Zip(string name, string text)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            using (var writer = new StreamWriter(archive.CreateEntry(name).Open())) writer.Write(text);
            using (var writer = new StreamWriter(archive.CreateEntry("apple_health_export/export_cda.xml").Open())) writer.Write(new string(' ', 5000));
        }
        return bytes.ToArray();
    }

    [Fact]
    public void An_entity_is_never_expanded_and_nothing_is_fetched()
    {
        var bombs = Xml.Replace("<!ENTITY lol \"lol\">", "<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\"><!ENTITY x SYSTEM \"file:///etc/passwd\">", StringComparison.Ordinal);
        foreach (var entity in new[] { "&b;", "&x;" })
        {
            var file = Read(bombs.Replace("en_GB", entity, StringComparison.Ordinal));
            Assert.Equal((FileProblem.BrokenXml, 0), (file.Problem, file.Notes.Length));
        }
    }

    [Fact]
    public void A_file_that_breaks_off_keeps_what_was_before_and_says_where()
    {
        var file = Read(Xml[..Xml.IndexOf("<Record type=\"HKCategory", StringComparison.Ordinal)]);
        Assert.Equal(FileProblem.BrokenXml, file.Problem);
        Assert.True(file.ProblemLine >= 9);
        Assert.Equal(1500, Assert.Single(file.Notes).Steps);
    }

    [Fact]
    public void What_unpacks_without_an_end_stops_with_little_memory()
    {
        using var bomb = new MemoryStream();
        using (var archive = new ZipArchive(bomb, ZipArchiveMode.Create, leaveOpen: true))
        using (var entry = archive.CreateEntry("export.xml", CompressionLevel.Fastest).Open())
        {
            entry.Write("<HealthData locale=\""u8);
            var much = new byte[1 << 20];
            Array.Fill(much, (byte)'a');
            for (var at = 0; at < 300; at++) entry.Write(much);
        }
        bomb.Position = 0;
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal(FileProblem.TooLarge, DiaryReader.Read(bomb, DateOrder.DayFirst, Today).Problem);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 40_000_000);
        Assert.Equal(FileProblem.TooLarge, Read("date,notes\n2026-03-01," + new string('x', 3_000_000)).Problem);
    }
}
