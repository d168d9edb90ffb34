using System.Collections.Frozen;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Mainstay.Knowledge.Texts;

namespace Mainstay.Web.Texts;

/// <summary>The app's own words in one language. A phrase is looked up by its English form; one that is missing is said in English.</summary>
/// <param name="culture">How numbers and dates are written.</param>
/// <param name="language">Counts by its rules.</param>
public sealed partial class Phrases(CultureInfo culture, string language, FrozenDictionary<string, Wording> wordings)
{
    readonly string _date = WeekDayPart().Replace(culture.DateTimeFormat.LongDatePattern, "").Trim();

    public static Phrases English { get; } = new(CultureInfo.GetCultureInfo("en-GB"), PhrasebookLoader.English, FrozenDictionary<string, Wording>.Empty);

    public CultureInfo Culture => culture;

    /// <summary>For the lang attribute.</summary>
    public string Language => language;

    public bool IsRightToLeft => culture.TextInfo.IsRightToLeft;

    /// <param name="english">May hold named holes, each once: "Seen on {day} by {who}."</param>
    /// <param name="with">What fills them, in the order of the English phrase.</param>
    /// <exception cref="FormatException">A hole has nothing to fill it.</exception>
    public string Say(string english, params ReadOnlySpan<object?> with)
    {
        var text = wordings.TryGetValue(english, out var wording) ? wording.Text : english;
        return with.IsEmpty ? text : Fill(english, text, with);
    }

    /// <summary>Says how many. Both forms have the same holes, and the first is the number.</summary>
    /// <param name="one">English for one.</param>
    /// <param name="many">English for any other number, and what a translation is looked up by.</param>
    public string Count(int number, string one, string many, params ReadOnlySpan<object?> more)
    {
        var text = wordings.TryGetValue(many, out var wording) ? wording.For(Plural.Of(language, number)) : number == 1 ? one : many;
        return Fill(many, text, [number, .. more]);
    }

    /// <summary>24 November</summary>
    public string Day(DateOnly day) => day.ToString(culture.DateTimeFormat.MonthDayPattern, culture);

    /// <summary>24 November 2026</summary>
    public string Date(DateOnly day) => day.ToString(_date, culture);

    /// <summary>Tuesday</summary>
    public string WeekDay(DateOnly day) => day.ToString("dddd", culture);

    /// <summary>Tue, or the language's own shortest form where its usual one is a long word.</summary>
    public string ShortDay(DateOnly day) => culture.DateTimeFormat.AbbreviatedDayNames[(int)day.DayOfWeek] is { Length: <= 4 } usual ? usual
        : culture.DateTimeFormat.ShortestDayNames[(int)day.DayOfWeek];

    public string Number(double number) => number.ToString("0.##", culture);

    /// <summary>a, b and c</summary>
    public string List(IReadOnlyList<string> items) => items.Count switch
    {
        0 => "",
        1 => items[0],
        _ => Say("{items} and {last}", string.Join(Say(", "), items.SkipLast(1)), items[^1]),
    };

    string Fill(string english, string text, ReadOnlySpan<object?> with)
    {
        var filled = new DefaultInterpolatedStringHandler(text.Length, with.Length, culture);
        var rest = text.AsSpan();
        while (rest.IndexOf('{') is >= 0 and var open && rest[open..].IndexOf('}') is > 0 and var length)
        {
            filled.AppendFormatted(rest[..open]);
            var at = Holes.IndexOf(english, rest.Slice(open + 1, length - 1));
            if (at < 0 || at >= with.Length) throw new FormatException($"Nothing fills a hole of \"{text}\".");
            // Names and numbers keep their own direction inside a sentence of the other one.
            if (IsRightToLeft) filled.AppendLiteral("\u2068");
            filled.AppendFormatted(with[at]);
            if (IsRightToLeft) filled.AppendLiteral("\u2069");
            rest = rest[(open + length + 1)..];
        }
        filled.AppendFormatted(rest);
        return filled.ToStringAndClear();
    }

    [GeneratedRegex(@",?\s*dddd,?\s*(?:'?de'?\s+)?")]
    private static partial Regex WeekDayPart();
}
