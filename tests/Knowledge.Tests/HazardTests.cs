using System.Text.RegularExpressions;

namespace Mainstay.Knowledge.Tests;

/// <summary>docs/hazards.md names the test that holds each control. A test that was renamed or dropped must not stay named there.</summary>
public sealed partial class HazardTests
{
    const int Fewest = 20;
    static readonly string Root = Path.GetDirectoryName(KnowledgeFolder.Find(AppContext.BaseDirectory)!)!;
    static readonly Library Library = LibraryLoader.Check(KnowledgeFolder.Read(Path.Combine(Root, "knowledge"))).Library!;

    [Fact]
    public void Every_hazard_has_a_cause_a_control_and_a_test()
    {
        var rows = Rows();
        Assert.True(rows.Count >= Fewest, $"{rows.Count} rows");
        Assert.Equal(Enumerable.Range(1, rows.Count).Select(number => $"H{number}"), rows.Select(row => row[0]));
        Assert.All(rows, row =>
        {
            Assert.Equal(5, row.Length);
            Assert.All(row, cell => Assert.NotEmpty(cell));
            Assert.True(Named(row).Any(), $"{row[0]} names no test");
        });
    }

    [Fact]
    public void Every_test_that_the_hazards_name_exists()
    {
        var sources = Directory.EnumerateFiles(Path.Combine(Root, "tests"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal)).Select(File.ReadAllText).ToList();
        var missing =
            from row in Rows()
            from test in Named(row)
            where !sources.Any(source => Declares(source, test))
            select $"{row[0]}: {test}";
        Assert.Equal("", string.Join('\n', missing));
    }

    static bool Declares(string source, string test)
    {
        var name = test.Split('.');
        return Regex.IsMatch(source, $@"\bclass {name[0]}\b") && (name.Length == 1 || Regex.IsMatch(source, $@"\b(void|Task) {name[1]}\("));
    }

    [Fact]
    public void No_rule_says_to_be_driven_and_not_to_be_driven()
    {
        var torn = Library.Rules.Where(rule => rule.Do.Any(line => Driven().IsMatch(line)) && rule.Avoid.Any(line => NeverDriven().IsMatch(line)));
        Assert.Empty(torn.Select(rule => rule.Id));
        Assert.Contains(Library.Rules, rule => rule.Do.Any(line => Driven().IsMatch(line)));
        Assert.Contains(Library.Rules, rule => rule.Avoid.Any(line => NeverDriven().IsMatch(line)));
    }

    [Fact]
    public void No_sentence_about_what_to_do_guesses_the_number_of_a_country()
    {
        var guesses =
            from rule in Library.Rules
            from line in rule.Do.Concat(rule.Avoid).Append(rule.Say ?? "").Append(rule.Reason)
            where EmergencyNumber().IsMatch(line)
            select $"{rule.Id}: {line}";
        Assert.Empty(guesses);
    }

    [Fact]
    public void Every_emergency_says_whom_to_reach_at_once()
    {
        var silent = Library.Rules.Where(rule => rule.Level == Urgency.Emergency && !rule.Do.Any(line => Reach().IsMatch(line)));
        Assert.Empty(silent.Select(rule => rule.Id));
    }

    [Fact]
    public void Left_and_right_come_in_pairs_and_are_called_what_they_are()
    {
        var places = Library.Inputs.Single(input => input.Kind == InputKind.BodyMap).Options;
        var sided = places.Where(place => place.Id.EndsWith("_left", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(sided);
        Assert.All(sided, left =>
        {
            var right = places.Single(place => place.Id == left.Id[..^4] + "right");
            Assert.Equal(left.Group, right.Group);
            Assert.EndsWith(", left", left.Text, StringComparison.Ordinal);
            Assert.Equal(left.Text[..^4] + "right", right.Text);
        });
        Assert.Equal(sided.Count, places.Count(place => place.Id.EndsWith("_right", StringComparison.Ordinal)));
    }

    /// <summary>Guidelines are looked at again every few years; a claim that would wait longer than three is not kept fresh.</summary>
    [Fact]
    public void Every_claim_has_a_day_when_it_is_looked_at_again_within_three_years() =>
        Assert.All(Library.Claims, claim =>
        {
            Assert.True(claim.NextReview > claim.Reviewed, claim.Ref);
            Assert.True(claim.NextReview <= claim.Reviewed.AddYears(3), claim.Ref);
        });

    [Fact]
    public void Telling_of_self_harm_or_of_violence_is_never_left_to_self_care()
    {
        foreach (var suspicion in (string[])["self-harm", "violence"])
        {
            var rules = Library.Rules.Where(rule => rule.Suspects.Contains(suspicion)).ToList();
            Assert.NotEmpty(rules);
            Assert.All(rules, rule => Assert.True(rule.Level >= Urgency.Routine && !rule.Do.IsEmpty, rule.Id));
        }
    }

    /// <summary>The rows of every table of the file: hazard, what could happen, cause, control, test.</summary>
    static List<string[]> Rows() =>
        [.. File.ReadLines(Path.Combine(Root, "docs", "hazards.md")).Where(line => line.StartsWith("| H", StringComparison.Ordinal)).Select(line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries))];

    static IEnumerable<string> Named(string[] row) => InCode().Matches(row[^1]).Select(match => match.Groups[1].Value);

    [GeneratedRegex("`([A-Za-z0-9_.]+)`")]
    private static partial Regex InCode();

    [GeneratedRegex(@"\b(let|have|ask) (someone|somebody|a friend)\b.*\bdrive|\bbe driven\b", RegexOptions.IgnoreCase)]
    private static partial Regex Driven();

    [GeneratedRegex(@"\b(not let (anyone|anybody|a friend) (pull you up or )?drive|let nobody else drive)\b", RegexOptions.IgnoreCase)]
    private static partial Regex NeverDriven();

    [GeneratedRegex(@"\b(112|999|911|000|110|118|119|144|1122)\b")]
    private static partial Regex EmergencyNumber();

    [GeneratedRegex(@"emergency number|emergency department|emergency clinic|emergency eye|ambulance|children's emergency|hospital|maternity|crisis line", RegexOptions.IgnoreCase)]
    private static partial Regex Reach();
}
