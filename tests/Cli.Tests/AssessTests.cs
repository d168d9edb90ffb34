using System.Text;
using System.Text.Json;

namespace Mainstay.Cli.Tests;

public class AssessTests
{
    static string Example(string name) => Path.Combine(TheProgram.Examples, name + ".json");

    [Fact]
    public async Task Json_holds_urgency_rules_open_contributors_and_plan()
    {
        var (exit, output, error) = await TheProgram.Run("assess", Example("sciatica-with-mild-numbness"), "--json", "--assume-no",
            "--today", "2026-03-02");

        Assert.Equal((0, ""), (exit, error));
        using var document = JsonDocument.Parse(output);
        var result = document.RootElement;
        Assert.Equal("R", result.GetProperty("urgency").GetString());
        var rule = result.GetProperty("rules")[0];
        Assert.Equal("R", rule.GetProperty("level").GetString());
        foreach (var key in (string[])["id", "name", "reason", "source"]) Assert.NotEqual("", rule.GetProperty(key).GetString());
        Assert.Equal(JsonValueKind.Array, result.GetProperty("open").ValueKind);
        var contributor = result.GetProperty("contributors")[0];
        Assert.Equal("nerve-root", contributor.GetProperty("id").GetString());
        Assert.InRange(contributor.GetProperty("weight").GetDouble(), contributor.GetProperty("low").GetDouble(),
            contributor.GetProperty("high").GetDouble());
        Assert.NotEqual(0, contributor.GetProperty("for").GetArrayLength());
        Assert.Equal(JsonValueKind.Array, contributor.GetProperty("against").ValueKind);
        Assert.Equal("2026-03-02", result.GetProperty("plan").GetProperty("start").GetString());
        Assert.Equal(7, result.GetProperty("plan").GetProperty("days").GetArrayLength());
    }

    [Fact]
    public async Task An_emergency_shows_what_to_do_and_no_programme()
    {
        var text = await TheProgram.Run("assess", Example("numb-between-the-legs"), "--plan");
        Assert.StartsWith("E: emergency care now", text.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Programme from", text.Output, StringComparison.Ordinal);
        Assert.Contains("  Say: “", text.Output, StringComparison.Ordinal);

        var json = await TheProgram.Run("assess", Example("numb-between-the-legs"), "--json");
        using var document = JsonDocument.Parse(json.Output);
        Assert.Equal(JsonValueKind.Null, document.RootElement.GetProperty("plan").ValueKind);
        Assert.Equal("emergency", document.RootElement.GetProperty("plan_withheld").GetString());
    }

    /// <summary>All else here runs within the tests' own process.</summary>
    [Theory]
    [InlineData("{}", "assess", "-", "--json")]
    [InlineData("""{"fever": "maybe"}""", "assess", "-")]
    [InlineData("{\"age\": 40}\n", "assess", "-", "--batch")]
    [InlineData("", "assess", "no-such.json")]
    [InlineData("", "body", "load", "standing", "--json")]
    public async Task The_program_reads_and_writes_the_same_as_a_process_of_its_own(string input, params string[] arguments)
    {
        static string Timeless(string error) => System.Text.RegularExpressions.Regex.Replace(error, @", [0-9.,]+ s, .*", "");
        var (real, here) = (await TheProgram.Start(input, arguments), await TheProgram.RunWith(input, arguments));

        Assert.Equal((real.Exit, real.Output, Timeless(real.Error)), (here.Exit, here.Output, Timeless(here.Error)));
        Assert.True(here.Output.Length + here.Error.Length > 0);
    }

    [Fact]
    public async Task A_dash_reads_standard_input_and_a_blank_check_is_open()
    {
        var blank = await TheProgram.RunWith("{}", "assess", "-", "--json");
        Assert.Equal(0, blank.Exit);
        Assert.Contains("\"urgency\": \"open\"", blank.Output, StringComparison.Ordinal);

        var assumed = await TheProgram.RunWith("{}", "assess", "-", "--json", "--assume-no");
        Assert.Contains("\"urgency\": \"S\"", assumed.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"fewer": "yes"}""", "fewer: ")]
    [InlineData("""{"fever": 1}""", "fever: ")]
    [InlineData("""{"fever": "maybe"}""", "fever: ")]
    [InlineData("""{"age": "forty"}""", "age: ")]
    [InlineData("""{"age": 400}""", "age: ")]
    [InlineData("""{"regions": ["tail"]}""", "regions: ")]
    [InlineData("""{"fever": "yes", "fever": "no"}""", "fever: ")]
    [InlineData("""{"fever": "yes", "age":""", "the answers: not one JSON object")]
    [InlineData("[]", "the answers: not one JSON object")]
    [InlineData("", "The standard input is empty")]
    public async Task Answers_that_are_wrong_are_refused_with_the_field_and_what_is_allowed(string answers, string message)
    {
        var (exit, output, error) = await TheProgram.RunWith(answers, "assess", "-", "--json");

        Assert.Equal((1, ""), (exit, output));
        Assert.Contains(message, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_of_ten_megabytes_is_refused()
    {
        using var folder = new TempFolder();
        var (exit, _, error) = await TheProgram.Run("assess", folder.Write("big.json", $$"""{"own_goals": "{{new string('x', 10_000_000)}}"}"""));

        Assert.Equal(1, exit);
        Assert.Contains("is larger than 1 MB", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_run_exits_with_two()
    {
        var missing = await TheProgram.Run("assess", "no-such.json");
        Assert.Equal(2, missing.Exit);
        Assert.Contains("There is no file no-such.json", missing.Error, StringComparison.Ordinal);
        Assert.Equal(2, (await TheProgram.Run("assess")).Exit);
        Assert.Equal(2, (await TheProgram.Run("assess", Example("just-begun"), "--jason")).Exit);
        var date = await TheProgram.Run("assess", Example("just-begun"), "--today", "tomorrow");
        Assert.Equal(2, date.Exit);
        Assert.Contains("a date is written as 2026-01-31", date.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_knowledge_folder_is_refused_with_the_place()
    {
        using var folder = new TempFolder();
        folder.Write("words.yaml", "avoid: [");
        var (exit, _, error) = await TheProgram.Run("assess", Example("just-begun"), "--knowledge",
            Path.GetDirectoryName(folder.File("x"))!);

        Assert.Equal(4, exit);
        Assert.Contains("words.yaml:", error, StringComparison.Ordinal);
        Assert.Contains("is not valid YAML", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_batch_keeps_its_order_and_goes_on_after_bad_lines()
    {
        using var folder = new TempFolder();
        var lines = new StringBuilder();
        for (var i = 0; i < 3000; i++)
            lines.Append(i switch { 1000 => "{\"age\": \n", 2000 => "{\"nonsense\": 1}\n", 2500 => "\n", _ => $$"""{"age": {{i % 100}}, "fever": "{{(i % 3 == 0 ? "yes" : "no")}}"}""" + "\n" });

        var (exit, output, error) = await TheProgram.Run("assess", "--batch", folder.Write("people.jsonl", lines.ToString()),
            "--assume-no");

        Assert.Equal(1, exit);
        var results = output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(3000, results.Count);
        for (var i = 0; i < results.Count; i++)
        {
            if (i is 1000 or 2000 or 2500) Assert.Equal(i + 1, results[i].GetProperty("line").GetInt32());
            else Assert.True(i % 3 == 0 == results[i].GetProperty("rules").EnumerateArray().Any(rule =>
                rule.GetProperty("name").GetString()!.Contains("Fever", StringComparison.OrdinalIgnoreCase)), $"line {i + 1}");
        }
        Assert.Equal("nonsense", results[2000].GetProperty("fields")[0].GetProperty("field").GetString());
        Assert.Contains("3000 people, 3 bad line(s)", error, StringComparison.Ordinal);
        Assert.False(results[0].TryGetProperty("plan", out _));
    }

    [Fact]
    public async Task A_batch_reads_a_last_line_without_an_end_and_windows_line_ends()
    {
        var (exit, output, _) = await TheProgram.RunWith("{\"age\": 40}\r\n{\"age\": 41}", "assess", "-", "--batch");

        Assert.Equal((0, 2), (exit, output.Count(c => c == '\n')));
    }
}
