using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Mainstay.Knowledge.Texts;

/// <summary>Which form a language takes for a whole number. The rules are those of the Unicode CLDR for whole numbers (cardinals); a language
/// that is not listed counts as English does.</summary>
public static class Plural
{
    sealed record Rule(ImmutableArray<PluralForm> Forms, Func<long, PluralForm> Of);

    const PluralForm Zero = PluralForm.Zero, One = PluralForm.One, Two = PluralForm.Two, Few = PluralForm.Few, Many = PluralForm.Many, Other = PluralForm.Other;

    static readonly Rule OneOrOther = new([One, Other], n => n == 1 ? One : Other);
    static readonly Rule NoForms = new([Other], _ => Other);
    static readonly Rule UpToOne = new([One, Other], n => n is 0 or 1 ? One : Other);
    static readonly Rule Romance = new([One, Many, Other], n => n == 1 ? One : IsMillions(n) ? Many : Other);
    static readonly Rule UpToOneRomance = new([One, Many, Other], n => n is 0 or 1 ? One : IsMillions(n) ? Many : Other);
    static readonly Rule EastSlavic = new([One, Few, Many, Other], n => EndsInOne(n) ? One : EndsInFew(n) ? Few : Many);
    static readonly Rule SouthSlavic = new([One, Few, Other], n => EndsInOne(n) ? One : EndsInFew(n) ? Few : Other);

    static readonly FrozenDictionary<string, Rule> Rules = new Dictionary<string, Rule>
    {
        ["ja"] = NoForms, ["zh"] = NoForms, ["ko"] = NoForms, ["vi"] = NoForms, ["th"] = NoForms, ["id"] = NoForms, ["ms"] = NoForms,
        ["hi"] = UpToOne, ["fa"] = UpToOne, ["bn"] = UpToOne, ["gu"] = UpToOne, ["zu"] = UpToOne, ["am"] = UpToOne,
        ["fr"] = UpToOneRomance, ["pt"] = UpToOneRomance,
        ["it"] = Romance, ["es"] = Romance, ["ca"] = Romance,
        ["ru"] = EastSlavic, ["uk"] = EastSlavic, ["be"] = EastSlavic,
        ["hr"] = SouthSlavic, ["sr"] = SouthSlavic, ["bs"] = SouthSlavic,
        ["pl"] = new([One, Few, Many, Other], n => n == 1 ? One : EndsInFew(n) ? Few : Many),
        ["cs"] = new([One, Few, Many, Other], n => n == 1 ? One : n is >= 2 and <= 4 ? Few : Other),
        ["sk"] = new([One, Few, Many, Other], n => n == 1 ? One : n is >= 2 and <= 4 ? Few : Other),
        ["sl"] = new([One, Two, Few, Other], n => (n % 100) switch { 1 => One, 2 => Two, 3 or 4 => Few, _ => Other }),
        ["lt"] = new([One, Few, Many, Other], n => IsTeen(n) ? Other : (n % 10) switch { 1 => One, >= 2 => Few, _ => Other }),
        ["lv"] = new([Zero, One, Other], n => n % 10 == 0 || n % 100 is >= 11 and <= 19 ? Zero : EndsInOne(n) ? One : Other),
        ["ro"] = new([One, Few, Other], n => n == 1 ? One : n == 0 || n % 100 is >= 1 and <= 19 ? Few : Other),
        ["he"] = new([One, Two, Other], n => n switch { 1 => One, 2 => Two, _ => Other }),
        ["ar"] = new([Zero, One, Two, Few, Many, Other], n => n switch { 0 => Zero, 1 => One, 2 => Two, _ => (n % 100) switch { >= 3 and <= 10 => Few, >= 11 => Many, _ => Other } }),
        ["cy"] = new([Zero, One, Two, Few, Many, Other], n => n switch { 0 => Zero, 1 => One, 2 => Two, 3 => Few, 6 => Many, _ => Other }),
        ["ga"] = new([One, Two, Few, Many, Other], n => n switch { 1 => One, 2 => Two, >= 3 and <= 6 => Few, >= 7 and <= 10 => Many, _ => Other }),
        ["is"] = new([One, Other], n => EndsInOne(n) ? One : Other),
        ["mk"] = new([One, Other], n => EndsInOne(n) ? One : Other),
    }.ToFrozenDictionary();

    /// <param name="language">Two or three letters, as in "en".</param>
    /// <param name="number">Its sign does not count.</param>
    public static PluralForm Of(string language, long number) => RuleOf(language).Of(Math.Abs(number));

    /// <summary>The forms that a translation into this language may give.</summary>
    public static ImmutableArray<PluralForm> FormsOf(string language) => RuleOf(language).Forms;

    static Rule RuleOf(string language) => Rules.GetValueOrDefault(language.Split('-')[0], OneOrOther);

    static bool EndsInOne(long n) => n % 10 == 1 && n % 100 != 11;

    static bool EndsInFew(long n) => n % 10 is >= 2 and <= 4 && n % 100 is not (>= 12 and <= 14);

    static bool IsTeen(long n) => n % 100 is >= 11 and <= 19;

    static bool IsMillions(long n) => n != 0 && n % 1_000_000 == 0;
}
