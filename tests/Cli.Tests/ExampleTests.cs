using System.Text.Json;

namespace Mainstay.Cli.Tests;

public class ExampleTests
{
    sealed record Row(string File, string Urgency, string Open, string Contributors);

    static readonly Row[] Table =
    [
        .. File.ReadLines(Path.Combine(TheProgram.Examples, "README.md")).Where(line => line.Contains(".json |", StringComparison.Ordinal))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
                .Select(cells => new Row(cells[1], cells[2], cells[3], cells[4])),
    ];

    [Fact]
    public void Every_example_stands_in_the_table() =>
        Assert.Equal(Directory.GetFiles(TheProgram.Examples, "*.json").Select(Path.GetFileName).Order(StringComparer.Ordinal), Table
            .Select(row => row.File).Order(StringComparer.Ordinal));

    [Fact]
    public async Task Every_example_gives_the_urgency_and_the_contributors_of_the_table()
    {
        using var folder = new TempFolder();
        var people = folder.Write("people.jsonl", string.Concat(Table.Select(row => OneLine(row) + "\n")));

        var assumed = await TheProgram.Run("assess", "--batch", people, "--assume-no");
        var open = await TheProgram.Run("assess", "--batch", people);

        Assert.Equal((0, 0), (assumed.Exit, open.Exit));
        Assert.Equal(Table.Select(row => $"{row.File}: {row.Urgency} {row.Contributors}"),
            Table.Zip(Lines(assumed.Output), (row, result) => $"{row.File}: {Urgency(result)} {Contributors(result)}"));
        Assert.Equal(Table.Select(row => $"{row.File}: {row.Open}"), Table.Zip(Lines(open.Output), (row, result) =>
            $"{row.File}: {Urgency(result)}"));
    }

    [Theory]
    [InlineData("desk-worker-stiff-back.json"), InlineData("numb-between-the-legs.json"), InlineData("pregnant-and-sore.json"), InlineData("just-begun.json")]
    public async Task Alone_and_in_a_batch_an_example_gives_the_same(string name)
    {
        using var folder = new TempFolder();
        var alone = await TheProgram.Run("assess", Path.Combine(TheProgram.Examples, name), "--json", "--today", "2026-03-02");
        var batch = await TheProgram.Run("assess", "--batch", folder.Write("one.jsonl", OneLine(Table.Single(row => row.File == name))
            + "\n"), "--plan", "--today", "2026-03-02");

        using var one = JsonDocument.Parse(alone.Output);
        using var other = JsonDocument.Parse(batch.Output);
        foreach (var key in (string[])["urgency", "open", "contributors", "plan"])
            Assert.True(JsonElement.DeepEquals(one.RootElement.GetProperty(key), other.RootElement.GetProperty(key)), key);
        Assert.Equal(Rules(one.RootElement), Rules(other.RootElement));
    }

    static string OneLine(Row row) => File.ReadAllText(Path.Combine(TheProgram.Examples, row.File)).ReplaceLineEndings(" ");
    static JsonElement[] Lines(string output) => [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Select(line => JsonDocument.Parse(line).RootElement)];
    static string Urgency(JsonElement result) => result.GetProperty("urgency").GetString()!;
    static string[] Rules(JsonElement result) => [.. result.GetProperty("rules").EnumerateArray()
        .Select(rule => rule.GetProperty("id").GetString()!)];
    static string Contributors(JsonElement result) =>
        string.Join(", ", result.GetProperty("contributors").EnumerateArray()
            .Select(c => c.GetProperty("id").GetString())) is { Length: > 0 } named ? named : "unclear";
}
