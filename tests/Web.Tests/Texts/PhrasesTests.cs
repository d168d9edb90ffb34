using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Mainstay.Knowledge.Texts;
using Mainstay.Web.Texts;

namespace Mainstay.Web.Tests.Texts;

public sealed class PhrasesTests
{
    static Phrases Of(string culture, params (string English, Wording Wording)[] wordings) =>
        new(CultureInfo.GetCultureInfo(culture), culture, wordings.ToFrozenDictionary(one => one.English, one => one.Wording));

    [Fact]
    public void Holes_are_filled_by_name_in_whatever_order_a_language_needs()
    {
        Assert.Equal("Seen on Monday by Ann.", Phrases.English.Say("Seen on {day} by {who}.", "Monday", "Ann"));
        var german = Of("de", ("Seen on {day} by {who}.", Wording.Plain("Von {who} am {day} gesehen.")));
        Assert.Equal("Von Ann am Montag gesehen.", german.Say("Seen on {day} by {who}.", "Montag", "Ann"));
        Assert.Equal("Not there yet", german.Say("Not there yet"));
        Assert.Throws<FormatException>(() => german.Say("Seen on {day} by {who}.", "Montag"));
    }

    [Fact]
    public void What_a_person_writes_is_never_read_as_a_hole() =>
        Assert.Equal("Told: “{who} {0}”.", Phrases.English.Say("Told: “{words}”.", "{who} {0}"));

    [Theory]
    [InlineData(1, "1 день")]
    [InlineData(3, "3 дня")]
    [InlineData(11, "11 дней")]
    public void Counting_follows_the_language(int days, string said)
    {
        var forms = ImmutableDictionary<PluralForm, string>.Empty.Add(PluralForm.One, "{days} день").Add(PluralForm.Few, "{days} дня").Add(PluralForm.Many, "{days} дней");
        Assert.Equal(said, Of("ru", ("{days} days", new Wording("{days} дня", forms))).Count(days, "{days} day", "{days} days"));
    }

    [Theory]
    [InlineData(8, false)]
    [InlineData(9, true)]
    public void A_language_is_offered_when_nine_of_ten_phrases_are_there(int there, bool offered)
    {
        static Phrasebook Book(string language, int phrases) => new(language, Enumerable.Range(0, phrases).ToFrozenDictionary(at => $"Phrase {at}", at => Wording.Plain($"{language} {at}")));
        var languages = new Languages(Book("en", 10), Book("de", there));
        Assert.Equal(offered, languages.Has("de"));
        Assert.Equal(offered ? "de 3" : "Phrase 3", languages.Of("de").Say("Phrase 3"));
    }

    [Fact]
    public void Counting_in_English()
    {
        Assert.Equal("1 day", Phrases.English.Count(1, "{days} day", "{days} days"));
        Assert.Equal("0 days of 7", Phrases.English.Count(0, "{days} day of {all}", "{days} days of {all}", 7));
    }

    [Theory]
    [InlineData("en-GB", "24 November", "24 November 2026", "2.5")]
    [InlineData("en-US", "November 24", "November 24, 2026", "2.5")]
    [InlineData("de", "24. November", "24. November 2026", "2,5")]
    [InlineData("fr", "24 novembre", "24 novembre 2026", "2,5")]
    [InlineData("es", "24 de noviembre", "24 de noviembre de 2026", "2,5")]
    [InlineData("ja", "11月24日", "2026年11月24日", "2.5")]
    public void Dates_and_numbers_are_written_as_the_language_writes_them(string culture, string day, string date, string number)
    {
        var on = new DateOnly(2026, 11, 24);
        Assert.Equal((day, date, number), (Of(culture).Day(on), Of(culture).Date(on), Of(culture).Number(2.5)));
    }

    [Fact]
    public void In_a_right_to_left_language_a_name_keeps_its_own_direction() =>
        Assert.Equal("\u2068112\u2069 اتصل", Of("ar", ("Call {number}", Wording.Plain("{number} اتصل"))).Say("Call {number}", "112"));
}
