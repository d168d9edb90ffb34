using System.Collections.Immutable;
using Mainstay.Knowledge.Texts;

namespace Mainstay.Knowledge.Tests;

public class PhrasebookTests
{
    const string English = """
        "Save": "Save"
        "{days} days":
          one: "{days} day"
          other: "{days} days"
        """;

    static readonly Words Words = new() { Avoid = [new AvoidedWord { Word = "crumble*", Why = "It frightens.", Instead = "change" }], Easy = [] };

    static PhrasebooksResult Check(params (string Path, string Text)[] files) =>
        PhrasebookLoader.Check([.. files.Select(file => new KnowledgeFile(file.Path, file.Text))], Words);

    static string Error(string german) => Assert.Single(Check(("texts/en/pages.yaml", English), ("texts/de/pages.yaml", german)).Errors).ToString();

    [Fact]
    public void A_folder_is_a_language_and_English_comes_first()
    {
        var result = Check(("texts/de/pages.yaml", "\"Save\": Sichern"), ("texts/en/pages.yaml", English));
        Assert.Empty(result.Errors);
        Assert.Equal(["en", "de"], result.Books.Select(book => book.Language));
        Assert.Equal("Sichern", result.Books[1].Wordings["Save"].Text);
        var days = result.Books[0].Wordings["{days} days"];
        Assert.Equal(("{days} day", "{days} days"), (days.For(PluralForm.One), days.For(PluralForm.Other)));
    }

    [Theory]
    [InlineData("\"Store\": Sichern", "'Store' is no phrase of the app")]
    [InlineData("\"Save\": \"{what} sichern\"", "has {what}, which the English phrase has not")]
    [InlineData("\"Save\": \"\"", "'Save' has no words")]
    [InlineData("\"{days} days\":\n  few: \"{days} Tage\"\n  other: \"{days} Tage\"", "'few' is no form of this language")]
    [InlineData("\"{days} days\":\n  one: \"{days} Tag\"", "needs the form 'other'")]
    [InlineData("- Save", "is not a map")]
    public void What_a_translator_may_get_wrong_is_said_with_its_line(string german, string says)
    {
        var error = Error(german);
        Assert.StartsWith("texts/de/pages.yaml:", error, StringComparison.Ordinal);
        Assert.Contains(says, error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_is_no_language_is_an_error() =>
        Assert.Contains("is not in a folder of a language", Assert.Single(Check(("texts/nowhere-9/pages.yaml", English)).Errors).Message, StringComparison.Ordinal);

    [Fact]
    public void English_phrases_are_measured_like_the_knowledge_and_the_letter_is_not()
    {
        const string hard = "\"Physiological considerations undoubtedly necessitate individualised multidisciplinary rehabilitation programmes.\": \"Physiological considerations undoubtedly necessitate individualised multidisciplinary rehabilitation programmes.\"\n"
            + "\"It may crumble.\": \"It may crumble.\"";
        Assert.Equal(2, Check(("texts/en/pages.yaml", hard)).Errors.Length);
        Assert.Empty(Check(("texts/en/letter.yaml", hard)).Errors);
    }
}
