using System.Text;
using Mainstay.Knowledge;
using static Mainstay.Care.Tests.SmallLibrary;

namespace Mainstay.Care.Tests;

public class AnswersJsonTests
{
    static readonly Questionnaire Form = Questionnaire(
        Number("age", 0, 120), YesNo("fever"), YesNo("private") with { Skippable = true }, Choice("trend", "better", "same", "worse"),
        Set("regions", "neck", "low_back"), Number("mass_kg", 10, 400) with { Whole = false }, Input("own_goals", InputKind.Text),
        Input("body_map", InputKind.BodyMap) with
        {
            Options = [new() { Id = "neck_left", Text = "", Group = "neck" }, new() { Id = "back_left", Text = "", Group = "low_back" }],
        });

    static Answers Read(string json) => AnswersJson.Read(Encoding.UTF8.GetBytes(json), Form);

    static string[] Bad(string json) => [.. Assert.Throws<AnswersException>(() => Read(json)).Errors.Select(e => e.Field)];

    const string Full = """
        {"age":40,"fever":"unsure","private":"skip","trend":"worse","regions":["neck"],"mass_kg":70.5,"own_goals":"gärtnern","body_map":{"neck_left":null,"back_left":0}}
        """;

    [Fact]
    public void Every_kind_of_answer_comes_back_as_it_was_written()
    {
        var answers = Read(Full);
        Assert.Equal(Full.Replace("ä", "\\u00E4", StringComparison.Ordinal), AnswersJson.Write(answers));
        Assert.Equal(answers, Read(AnswersJson.Write(answers)));
        Assert.Equal("neck low_back", string.Join(" ", answers.OptionsOf("regions")));
        Assert.Equal("gärtnern", answers.TextOf("own_goals"));
    }

    [Fact]
    public void A_region_of_strength_0_is_not_one_whose_strength_was_not_said()
    {
        var map = Read(Full).BodyMap;
        Assert.Equal((true, 0), (map.ContainsKey("neck_left"), map["back_left"]));
        Assert.Null(map["neck_left"]);
        Assert.NotEqual(Read("""{"body_map":{"back_left":0}}"""), Read("""{"body_map":{"back_left":null}}"""));
    }

    [Fact]
    public void Null_is_the_same_as_absent() => Assert.Equal(Answers.Empty(Form), Read("""{"age":null,"body_map":null}"""));

    [Fact]
    public void Every_bad_field_is_named_at_once_with_what_is_allowed()
    {
        var error = Assert.Throws<AnswersException>(() => Read("""
            {"ages":1,"age":"40","fever":true,"private":"never","trend":"up","regions":["neck","moon",3],"mass_kg":500,"body_map":{"x":1,"neck_left":11},
             "own_goals":[],"bmi":20}
            """));
        Assert.Equal(["ages", "age", "fever", "private", "trend", "regions", "regions", "mass_kg", "body_map.x", "body_map.neck_left", "own_goals", "bmi"],
            error.Errors.Select(e => e.Field));
        Assert.Contains("better, same, worse, unsure", error.Message, StringComparison.Ordinal);
        Assert.Contains("from 10 to 400", error.Message, StringComparison.Ordinal);
        Assert.Contains("yes, no, unsure, skip", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_field_that_is_there_twice_is_refused() => Assert.Equal(["age"], Bad("""{"age":40,"age":41}"""));

    [Fact]
    public void A_fraction_is_refused_where_whole_numbers_are_asked() => Assert.Equal(["age"], Bad("""{"age":40.5}"""));

    [Theory]
    [InlineData(""), InlineData("[]"), InlineData("\"x\""), InlineData("{\"age\":40"), InlineData("{\"age\":40} {}"), InlineData("{\"age\":}"),
     InlineData("{\"body_map\":{\"neck_left\""), InlineData("{\"age\":1e999}")]
    public void What_is_not_one_whole_object_is_refused(string json) => Assert.Single(Bad(json));

    [Fact]
    public void Bytes_that_are_no_text_are_refused()
        => Assert.Throws<AnswersException>(() => AnswersJson.Read([(byte)'{', (byte)'"', 0xFF, (byte)'"', (byte)':', (byte)'1', (byte)'}'], Form));

    [Fact]
    public void A_byte_order_mark_is_allowed() => Assert.Equal(40, AnswersJson.Read([0xEF, 0xBB, 0xBF, .. "{\"age\":40}"u8], Form).NumberOf("age"));

    [Fact]
    public void A_flood_of_bad_fields_is_cut_off_and_counted()
    {
        var json = "{" + string.Join(",", Enumerable.Range(0, 1000).Select(i => $"\"{new string('x', 500)}{i}\":{{\"a\":[1]}}")) + "}";
        var error = Assert.Throws<AnswersException>(() => Read(json));
        Assert.Equal((100, 900), (error.Errors.Length, error.More));
        Assert.True(error.Message.Length < 30_000);
    }
}
