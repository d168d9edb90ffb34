namespace Mainstay.Knowledge.Tests;

public class TranslationTests
{
    static readonly Mini German = Mini.Good
        .With("translations/de/questions/danger.yaml", """
            - id: fever
              text: Haben Sie Fieber?
            - id: leg_weak
              options:
                - {id: mild, text: Etwas}
            """)
        .With("translations/de/lessons/hurt.yaml", """
            takeaway: Bleiben Sie in Bewegung.
            question:
              options:
                - {text: Ein Alarm, answer: Ja.}
                - {text: Eine Farbe, answer: Nein.}
            """);

    [Fact]
    public void A_translation_replaces_what_is_read_and_nothing_else()
    {
        var (english, german) = (LibraryLoader.Load(German.AsFiles), LibraryLoader.Load(German.AsFiles, "de"));

        var fever = german.Inputs.Single(input => input.Id == "fever");
        Assert.Equal("Haben Sie Fieber?", fever.Text);
        Assert.Equal("Fever", fever.Label);
        Assert.True(fever.Danger);
        Assert.Equal(["No", "Etwas", "Very"], german.Inputs.Single(input => input.Id == "leg_weak").Options.Select(option => option.Text));
        Assert.Equal(["Ein Alarm", "Eine Farbe"], german.Lessons[0].Question.Options.Select(option => option.Text));
        Assert.True(german.Lessons[0].Question.Options[0].Right);
        Assert.Equal("Do you have a fever?", english.Inputs.Single(input => input.Id == "fever").Text);
        Assert.Equal(["de"], LibraryLoader.Translations(German.AsFiles).AsEnumerable());
    }

    [Theory]
    [InlineData("danger: true", "'danger' cannot be translated; only what a person reads can: text, help, why, label, unit")]
    [InlineData("danger: false", "'danger' cannot be translated; only what a person reads can: text, help, why, label, unit")]
    [InlineData("help: Hilfe", "'help' is not there in English")]
    public void A_translation_cannot_change_what_the_reasoning_reads(string line, string message)
    {
        var error = German.Add("translations/de/questions/danger.yaml", $"\n- id: known_cause\n  {line}").Error("de");

        Assert.Equal(new ContentError("translations/de/questions/danger.yaml", 7, message), error);
    }

    [Fact]
    public void A_translation_of_something_that_is_not_there_is_an_error()
    {
        Assert.Contains("has the id 'feber', which is not there in English",
            German.Replace("translations/de/questions/danger.yaml", "id: fever", "id: feber").Error("de").Message,
                StringComparison.Ordinal);
        Assert.Contains("there is no English file of this name", German.With("translations/de/tip.yaml", "[]").Error("de").Message,
            StringComparison.Ordinal);
        Assert.Contains("there is no translation into this language", German.Error("fr").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void German_is_not_measured_by_an_English_reading_grade() =>
        Assert.Empty(German.Replace("translations/de/questions/danger.yaml", "Haben Sie Fieber?",
            "Haben Sie in der vergangenen Woche Fieber, Schüttelfrost oder ungewöhnliche Schweißausbrüche beobachtet?").Check("de").Errors);
}
