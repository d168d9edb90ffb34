namespace Mainstay.Knowledge.Tests;

public class MappingTests
{
    [Fact]
    public void A_good_folder_loads_whole_and_in_order()
    {
        var library = LibraryLoader.Load(Mini.Good.AsFiles);

        Assert.Equal("en", library.Language);
        Assert.Equal(["cat-cow", "stroll"], library.Items.Select(item => item.Id));
        Assert.Equal(13, library.Contributors.Length);
        Assert.Equal(Urgency.Emergency, library.Rules[0].Level);
        Assert.Equal(0.7, library.Plan.Verdict["partly_supported"]);
        Assert.Equal(1.5, library.Plan.Goals["walk"]["walking"]);
        Assert.Equal(new DateOnly(2026, 1, 1), library.Claims[0].Reviewed);
        Assert.Equal("no", library.Inputs.Single(input => input.Id == "fever").Harmless);
        Assert.True(library.Inputs.Single(input => input.Id == "age").Whole);
        var block = library.Cautions[0].Block;
        Assert.Equal(new Condition.Yes("fever"), block[0].When);
        Assert.True(block[1].UnknownBlocks);
        Assert.Equal(new Condition.Range("age", 75, true, double.PositiveInfinity, true), library.Cautions[0].Modify[0].When);
    }

    [Fact]
    public void An_unknown_key_is_named_with_its_line_and_what_is_allowed()
    {
        var error = Mini.Good.Replace("claims/c-01.yaml", "verdict: supported", "verdict: supported\nverdickt: weak").Error();

        Assert.Equal(("claims/c-01.yaml", 5), (error.File, error.Line));
        Assert.StartsWith("'verdickt' is not a key of a claim; allowed: id, ref, statement,", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_key_is_named_at_its_record()
    {
        var error = Mini.Good.Replace("sources/all.yaml", "year: 2026, ", "").Error();

        Assert.Equal(new ContentError("sources/all.yaml", 2, "'year' is missing in source 'judgement'"), error);
    }

    [Theory]
    [InlineData("year: 2026", "year: soon", "'year' is 'soon'; a whole number is expected")]
    [InlineData("year: 2026", "year: \"2026\"", "'year' is '2026'; a whole number is expected")]
    [InlineData("verified: false", "verified: no", "'verified' is 'no'; true or false is expected")]
    [InlineData("citation: Our own", "citation: [a]", "'citation' is a list; a text is expected (leave the key out where there is none)")]
    [InlineData("citation: Our own", "citation: ''", "'citation' is ''; a text is expected (leave the key out where there is none)")]
    public void A_value_of_the_wrong_type_is_an_error(string old, string by, string message) =>
        Assert.Equal(new ContentError("sources/all.yaml", 2, message), Mini.Good.Replace("sources/all.yaml", old, by).Error());

    [Theory]
    [InlineData("verdict: supported", "verdict: true_enough", "'verdict' is 'true_enough'; one of supported, partly_supported, weak, unsupported, contradicted, mixed is expected", 4)]
    [InlineData("reviewed: 2026-01-01", "reviewed: 1.1.2026", "'reviewed' is '1.1.2026'; a date such as 2026-01-31 is expected", 9)]
    [InlineData("sources: [nice-ng59]", "sources: nice-ng59", "'sources' is 'nice-ng59'; a list is expected ('- ' before each entry, or [a, b])", 8)]
    public void A_bad_choice_date_or_list_is_an_error(string old, string by, string message, int line)
    {
        var errors = Mini.Good.Replace("claims/c-01.yaml", $"\n{old}", $"\n{by}").Check().Errors;

        Assert.Contains(new ContentError("claims/c-01.yaml", line, message), errors);
    }

    [Theory]
    [InlineData("{ge: [sitting_hours]}", "a condition 'ge' needs an input and a number: {ge: [age, 50]}")]
    [InlineData("{maybe: fever}", "'maybe' is not a condition; allowed: all, any, not, count,")]
    [InlineData("{all: []}", "a condition 'all' needs a list of conditions")]
    [InlineData("{count: [[{yes: fever}], 2]}", "a condition 'count' needs a list of conditions and how many of them")]
    [InlineData("{between: [age, 9, 3]}", "a condition 'between' needs an input and two numbers, the smaller one first")]
    [InlineData("{yes: fever, no: fever}", "'when' is a map with several keys; a condition is a map with one key")]
    [InlineData("fever", "'when' is 'fever'; a condition is a map with one key")]
    public void A_bad_condition_is_an_error_with_its_line(string condition, string message)
    {
        var error = Mini.Good.Replace("lasting.yaml", "{gt: [sitting_hours, 8]}", condition).Error();

        Assert.Equal(("lasting.yaml", 2), (error.File, error.Line));
        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_kind_of_condition_is_read()
    {
        var library = LibraryLoader.Load(Mini.Good.Replace("lasting.yaml", "{gt: [sitting_hours, 8]}", """
            {all: [{any: [{yes: fever}, {no: fever}]}, {not: {in: [leg_weak, [mild, severe]]}}, {count: [[{has: [regions, [neck]]}, {size: [regions, 2]}], 1]}, {has: [goals, walk]}, {le: [age, 9]}, {lt: [age, 8.5]}, {between: [age, 1, 2]}]}
            """).AsFiles);

        var all = Assert.IsType<Condition.All>(library.Lasting[0].When).Parts;
        Assert.Equal<Condition>([new Condition.Yes("fever"), new Condition.No("fever")],
            Assert.IsType<Condition.Any>(all[0]).Parts.AsEnumerable());
        Assert.Equal(["mild", "severe"], Assert.IsType<Condition.In>(Assert.IsType<Condition.Not>(all[1]).Part).Options.AsEnumerable());
        var count = Assert.IsType<Condition.Count>(all[2]);
        Assert.Equal((1, new Condition.Size("regions", 2)), (count.AtLeast, count.Parts[1]));
        Assert.Equal(["walk"], Assert.IsType<Condition.Has>(all[3]).Options.AsEnumerable());
        Assert.Equal(new Condition.Range("age", double.NegativeInfinity, true, 9, true), all[4]);
        Assert.Equal(new Condition.Range("age", double.NegativeInfinity, true, 8.5, false), all[5]);
        Assert.Equal(new Condition.Range("age", 1, true, 2, true), all[6]);
    }

    [Theory]
    [InlineData("- {id: a, name: [}", "is not valid YAML")]
    [InlineData("- {id: a, name: [b,\nc]}", "is not valid YAML at or just after this line")]
    [InlineData("- &a {id: chair, name: Chair}\n- *a", "is not valid YAML: anchors and aliases are not used")]
    [InlineData("", "is empty")]
    [InlineData("- {id: chair, name: Chair}\n---\n- {id: b, name: B}", "holds a second document")]
    [InlineData("id: chair\nname: Chair", "is a map; this file holds a list")]
    [InlineData("- {id: chair, name: Chair, name: Stool}", "'name' stands twice in one map")]
    [InlineData("- chair", "is 'chair'; a named is expected, as a map")]
    public void Broken_yaml_is_an_error_of_its_file_and_nothing_else_breaks(string text, string message)
    {
        var errors = Mini.Good.With("equipment.yaml", text).Check().Errors;

        Assert.Contains(errors, error => error.File == "equipment.yaml" && error.Message.StartsWith(message, StringComparison.Ordinal));
    }

    [Fact]
    public void A_file_in_no_known_place_is_an_error() =>
        Assert.StartsWith("nothing is read from here; allowed: questions/gates.yaml",
            Mini.Good.With("notes/x.yaml", "a: b").Error().Message, StringComparison.Ordinal);

    [Fact]
    public void A_missing_file_or_folder_is_an_error_and_the_rest_can_be_looked_at()
    {
        var result = Mini.Good.Without("tips.yaml").Without("therapies/massage.yaml").Check();

        Assert.Contains(new ContentError("tips.yaml", 0, "this file is missing"), result.Errors);
        Assert.Contains(new ContentError("therapies/", 0, "this folder has no file"), result.Errors);
        Assert.Equal(2, result.Library!.Items.Length);
    }

    [Fact]
    public void An_empty_folder_gives_errors_and_no_crash()
    {
        var result = LibraryLoader.Check([]);

        Assert.Null(result.Library);
        Assert.Contains(new ContentError("plan.yaml", 0, "this file is missing"), result.Errors);
    }

    [Fact]
    public void All_errors_are_reported_at_once()
    {
        var spoiled = Mini.Good.Replace("sources/all.yaml", "year: 2026", "year: soon").Replace("tips.yaml", "kind: picture", "kind: paint")
            .Replace("lasting.yaml", "points: 1", "points: 1.5").Replace("faq.yaml", "C-01", "C-99");

        var exception = Assert.Throws<KnowledgeException>(() => LibraryLoader.Load(spoiled.AsFiles));

        Assert.Equal(["faq.yaml", "lasting.yaml", "sources/all.yaml", "tips.yaml"], exception.Errors.Select(error => error.File));
        Assert.Contains("faq.yaml:1: there is no claim 'C-99'", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_broken_record_does_not_make_those_who_name_it_look_wrong()
    {
        var error = Mini.Good.Replace("doses.yaml", "days_per_week: 5", "days_per_week: often").Error();

        Assert.Equal("'days_per_week' is 'often'; a whole number is expected", error.Message);
    }
}
