using System.Collections.Frozen;
using System.Globalization;

namespace Mainstay.Web.Texts;

/// <summary>The app's own words in one language. A sentence is looked up by its English form; one that has no translation stays English.</summary>
public sealed class Phrases(CultureInfo culture, FrozenDictionary<string, string> translated)
{
    public static Phrases English { get; } = new(CultureInfo.GetCultureInfo("en-GB"), FrozenDictionary<string, string>.Empty);

    public CultureInfo Culture => culture;

    /// <param name="english">May hold {0}, {1} …</param>
    public string Say(string english, params ReadOnlySpan<object?> with)
    {
        var text = translated.GetValueOrDefault(english, english);
        return with.IsEmpty ? text : string.Format(culture, text, with);
    }

    /// <summary>One or many; {0} is the number.</summary>
    public string Count(int number, string one, string many) => Say(number == 1 ? one : many, number);

    /// <summary>24 November</summary>
    public string Day(DateOnly day) => day.ToString("d MMMM", culture);

    /// <summary>24 November 2026</summary>
    public string Date(DateOnly day) => day.ToString("d MMMM yyyy", culture);

    /// <summary>Tuesday</summary>
    public string WeekDay(DateOnly day) => day.ToString("dddd", culture);

    public string Number(double number) => number.ToString("0.##", culture);

    /// <summary>a, b and c</summary>
    public string List(IReadOnlyList<string> items) => items.Count switch
    {
        0 => "",
        1 => items[0],
        _ => Say("{0} and {1}", string.Join(", ", items.SkipLast(1)), items[^1]),
    };
}
