using Mainstay.Knowledge.Checking;

namespace Mainstay.Knowledge.Tests;

public class ReadabilityTests
{
    [Theory]
    [InlineData("back", 1), InlineData("muscle", 2), InlineData("table", 2), InlineData("moved", 1), InlineData("wanted", 2), InlineData("makes", 1), InlineData("faces", 2)]
    [InlineData("breathe", 1), InlineData("safely", 2), InlineData("movement", 2), InlineData("hopeless", 2), InlineData("station", 2), InlineData("special", 2)]
    [InlineData("physiotherapist", 6), InlineData("inflammation", 4), InlineData("education", 4), InlineData("radiating", 4), InlineData("area", 3), InlineData("going", 2)]
    [InlineData("you", 1), InlineData("eye", 1), InlineData("the", 1), InlineData("any", 2), InlineData("doctor's", 2), InlineData("people", 2), InlineData("stretches", 2)]
    [InlineData("relaxed", 2), InlineData("pulled", 1), InlineData("handled", 2), InlineData("quiet", 2), InlineData("hours", 1), InlineData("38", 1), InlineData("tingling", 2)]
    public void Syllables_are_counted(string word, int syllables) => Assert.Equal(syllables, Syllables.Count(word));

    /// <summary>The sum by hand: 9 words, 2 sentences, 10 syllables.</summary>
    [Fact]
    public void The_grade_follows_the_formula()
    {
        var level = new Readability([]).Measure("Sit down. Put a warm pack on your belly.");

        Assert.Equal(new ReadingLevel(9, 2, 10), level);
        Assert.Equal(0.39 * 4.5 + 11.8 * 10 / 9 - 15.59, level.Grade, 9);
    }

    [Fact]
    public void A_decimal_point_ends_no_sentence_and_a_new_line_does()
    {
        var readability = new Readability([]);

        Assert.Equal(1, readability.Measure("Walk 1.5 miles a day").Sentences);
        Assert.Equal(2, readability.Measure("Walk a bit\nThen rest").Sentences);
    }

    [Fact]
    public void Listed_terms_count_as_easy()
    {
        const string text = "Ask your physiotherapist about cauda equina";
        Assert.True(new Readability(["physiotherapist",
            "cauda equina"]).Measure(text).Syllables < new Readability([]).Measure(text).Syllables);
        Assert.Equal(1, new Readability(["physiotherapist"]).Measure("PHYSIOTHERAPIST").Syllables);
    }

    [Fact]
    public void Plain_advice_passes_and_a_medical_abstract_does_not()
    {
        var readability = new Readability([]);

        Assert.True(readability.Measure("Lie on your back with your knees up. Breathe in through your nose. Let your legs fall to one "
            + "side, then to the other. Stop if it hurts.").Grade < 4);
        Assert.True(readability.Measure("Nonspecific lumbar discomfort demonstrates heterogeneous trajectories, necessitating "
            + "individualised rehabilitation programmes.").Grade > 15);
    }

    [Fact]
    public void Whole_words_are_found_in_any_case_with_any_ending_where_a_star_says_so()
    {
        var nocebo = new Nocebo([Word("damag*"), Word("worn"), Word("out of place")]);

        Assert.Equal(["Damaged"], nocebo.Find("Damaged goods").Select(hit => hit.Found));
        Assert.Equal(["out  of place"], nocebo.Find("It is out  of place").Select(hit => hit.Found));
        Assert.Empty(nocebo.Find("It was sworn in"));
    }

    [Fact]
    public void An_allowed_phrase_spares_its_word_and_no_other()
    {
        var nocebo = new Nocebo([Word("weak") with { Allow = ["weak evidence", "leg weakness"] }]);

        Assert.Empty(nocebo.Find("There is weak evidence, and leg weakness matters"));
        Assert.Equal(["weak"], nocebo.Find("There is weak evidence for a weak back").Select(hit => hit.Found));
    }

    static AvoidedWord Word(string word) => new() { Word = word, Why = "", Instead = "" };
}
