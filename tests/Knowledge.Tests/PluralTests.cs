using System.Globalization;
using Mainstay.Knowledge.Texts;

namespace Mainstay.Knowledge.Tests;

public class PluralTests
{
    /// <summary>Whole numbers from the samples of the Unicode CLDR's cardinal rules.</summary>
    [Theory]
    [InlineData("en", "one: 1; other: 0 2 11 21 100 1000")]
    [InlineData("de", "one: 1; other: 0 2 16 100 1000")]
    [InlineData("fr", "one: 0 1; many: 1000000; other: 2 16 100 1000")]
    [InlineData("pt-BR", "one: 0 1; many: 1000000; other: 2 16 100 1000")]
    [InlineData("es", "one: 1; many: 1000000; other: 0 2 16 100")]
    [InlineData("it", "one: 1; many: 2000000; other: 0 2 16 1000")]
    [InlineData("ru", "one: 1 21 31 101 1001; few: 2 3 4 22 24 102; many: 0 5 11 12 14 19 100 111 112")]
    [InlineData("uk", "one: 1 21 101; few: 2 4 22 34; many: 0 5 12 19 111")]
    [InlineData("pl", "one: 1; few: 2 3 4 22 24 102; many: 0 5 11 12 14 19 21 100 112")]
    [InlineData("cs", "one: 1; few: 2 3 4; other: 0 5 19 22 100")]
    [InlineData("sk", "one: 1; few: 2 4; other: 0 5 21")]
    [InlineData("hr", "one: 1 21 101; few: 2 4 22 102; other: 0 5 11 12 19 111")]
    [InlineData("sl", "one: 1 101 201; two: 2 102; few: 3 4 103 104; other: 0 5 11 12 19 100")]
    [InlineData("lt", "one: 1 21 101; few: 2 9 22 102; other: 0 10 11 12 20 111")]
    [InlineData("lv", "zero: 0 10 11 19 20 111; one: 1 21 101; other: 2 9 22 102")]
    [InlineData("ro", "one: 1; few: 0 2 16 101 119; other: 20 35 100 1000")]
    [InlineData("he", "one: 1; two: 2; other: 0 3 17 100")]
    [InlineData("ar", "zero: 0; one: 1; two: 2; few: 3 10 103 110 1003; many: 11 26 99 111 1011; other: 100 102 200 202 1000")]
    [InlineData("cy", "zero: 0; one: 1; two: 2; few: 3; many: 6; other: 4 5 7 20 100")]
    [InlineData("ga", "one: 1; two: 2; few: 3 6; many: 7 10; other: 0 11 25 100")]
    [InlineData("is", "one: 1 21 101; other: 0 2 11 16 111")]
    [InlineData("ja", "other: 0 1 2 100")]
    [InlineData("zh-Hant", "other: 0 1 2 100")]
    [InlineData("hi", "one: 0 1; other: 2 17 100")]
    [InlineData("fa", "one: 0 1; other: 2 17 100")]
    public void A_number_takes_the_form_that_its_language_counts_in(string language, string samples)
    {
        foreach (var sample in samples.Split("; "))
        {
            var (name, numbers) = (sample.Split(": ")[0], sample.Split(": ")[1].Split(' '));
            var form = Enum.Parse<PluralForm>(name, ignoreCase: true);
            Assert.Contains(form, Plural.FormsOf(language));
            foreach (var number in numbers.Select(number => long.Parse(number, CultureInfo.InvariantCulture)))
                Assert.True(Plural.Of(language, number) == form, $"{language} {number} is {Plural.Of(language, number)}, not {form}");
        }
    }

    [Fact]
    public void Every_form_that_comes_out_is_one_of_the_language()
    {
        foreach (var language in new[] { "en", "fr", "ru", "pl", "cs", "sl", "lt", "lv", "ro", "he", "ar", "cy", "ga", "is", "mk", "ja", "hi", "xx" })
            for (var number = 0L; number <= 1200; number++)
                Assert.Contains(Plural.Of(language, number), Plural.FormsOf(language));
    }
}
