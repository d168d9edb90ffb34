using Mainstay.Knowledge;
using static Mainstay.Care.Tests.SmallLibrary;

namespace Mainstay.Care.Tests;

public class AnswersTests
{
    static readonly Questionnaire Form = Questionnaire(
        Number("age", 0, 120), YesNo("fever"), YesNo("private") with { Skippable = true }, Choice("trend", "better", "same", "worse"),
        Set("regions", "neck", "low_back", "calf"), Number("height_cm", 50, 250), Number("mass_kg", 10, 400) with { Whole = false },
        Input("own_goals", InputKind.Text),
        Input("body_map", InputKind.BodyMap) with
        {
            Options = [new() { Id = "neck_left", Text = "", Group = "neck" }, new() { Id = "calf_left", Text = "", Group = "calf" }],
        });

    static Answers Blank => Answers.Empty(Form);

    [Fact]
    public void An_answer_fits_in_24_bytes() => Assert.Equal(24, System.Runtime.CompilerServices.Unsafe.SizeOf<Answer>());

    [Fact]
    public void Adding_an_answer_leaves_the_old_answers_as_they_were()
    {
        var before = Blank.With("age", 40);
        var after = before.With("fever", "yes");
        Assert.Equal(AnswerState.Unanswered, before["fever"].State);
        Assert.Equal((Truth.True, 40d), (after.IsYes("fever"), after.NumberOf("age")));
    }

    [Fact]
    public void A_region_on_the_body_map_also_counts_as_chosen_in_regions()
    {
        var answers = Blank.WithSet("regions", "low_back").WithBodyMap(new Dictionary<string, int?> { ["calf_left"] = 4 });
        Assert.Equal("low_back calf", string.Join(" ", answers.OptionsOf("regions")));
        Assert.Equal("low_back", string.Join(" ", answers.WithBodyMap(null).OptionsOf("regions")));
    }

    [Fact]
    public void A_body_map_without_a_region_says_that_no_region_is_chosen()
        => Assert.Equal(AnswerState.Given, Blank.WithBodyMap(new Dictionary<string, int?>())["regions"].State);

    [Fact]
    public void Body_mass_index_follows_height_and_mass()
    {
        var answers = Blank.With("height_cm", 200).With("mass_kg", 100);
        Assert.Equal(25, answers.NumberOf("bmi")!.Value, 9);
        Assert.Null(answers.With("mass_kg", Answer.Unanswered).NumberOf("bmi"));
    }

    [Fact]
    public void Assuming_no_fills_what_is_absent_and_leaves_numbers_and_unsure_alone()
    {
        var answers = Blank.With("fever", "unsure").AssumeNo();
        Assert.True(answers.AssumedNo);
        Assert.Equal(AnswerState.Unsure, answers["fever"].State);
        Assert.Equal(Truth.False, answers.IsYes("private"));
        Assert.Equal("better", answers.OptionOf("trend"));
        Assert.Equal(Answer.OfBits(0), answers["regions"]);
        Assert.Equal(AnswerState.Unanswered, answers["age"].State);
    }

    [Theory]
    [InlineData("fever", "skip"), InlineData("fever", "maybe"), InlineData("trend", "yes"), InlineData("age", "40"), InlineData("nothing", "yes")]
    public void A_word_that_an_input_does_not_take_is_refused(string input, string word)
        => Assert.Throws<ArgumentException>(() => Blank.With(input, word));

    [Fact]
    public void What_is_worked_out_cannot_be_set() => Assert.Throws<ArgumentException>(() => Blank.With("bmi", 25));

    [Fact]
    public void A_harmless_option_that_does_not_exist_is_refused()
        => Assert.Throws<ArgumentException>(() => Questionnaire(Choice("trend", "better") with { Harmless = "best" }));
}
