using System.Collections.Frozen;
using System.Globalization;
using Mainstay.Care;
using static Mainstay.Web.Texts.Marking;

namespace Mainstay.Web.Breaks;

/// <summary>The settings as they stand or as they were typed, and what is wrong with them.</summary>
/// <param name="Typed">Field → text.</param>
/// <param name="Days">0 Sunday to 6 Saturday.</param>
/// <param name="Errors">Field → what is wrong.</param>
public sealed record BreakSettingsForm(bool On, FrozenDictionary<string, string> Typed, FrozenSet<int> Days, FrozenDictionary<string, string> Errors)
{
    public const int Stretches = 3;

    public static readonly string[] Times = ["from", "to", "quiet_from", "quiet_to"];

    static readonly string[] Written = ["HH:mm", "H:mm", "HH:mm:ss"], Numbers = ["every", "length"];

    static readonly string[] StretchFields = [.. Enumerable.Range(0, Stretches).Select(at => $"stretch_{at}")];

    public string this[string field] => Typed.GetValueOrDefault(field, "");

    /// <summary>Times for a stretch are an offer: nothing was saved yet.</summary>
    public bool Suggests { get; init; }

    /// <summary>For whoever never saved any: the usual settings, with times for a stretch to keep, change or clear.</summary>
    public static BreakSettingsForm First(BreakSettings usual) => Of(usual with { Stretches = BreakSettings.SuggestedStretches }) with { Suggests = true };

    public static BreakSettingsForm Of(BreakSettings settings)
    {
        var typed = new Dictionary<string, string>
        {
            ["every"] = settings.EveryMinutes.ToString(CultureInfo.InvariantCulture), ["length"] = settings.BreakMinutes.ToString("0.##", CultureInfo.InvariantCulture),
            ["from"] = Text(settings.From), ["to"] = Text(settings.To), ["quiet_from"] = Text(settings.QuietFrom), ["quiet_to"] = Text(settings.QuietTo),
        };
        for (var at = 0; at < settings.Stretches.Count; at++) typed[$"stretch_{at}"] = Text(settings.Stretches[at]);
        return new(settings.On, typed.ToFrozenDictionary(), settings.Days.ToFrozenSet(), FrozenDictionary<string, string>.Empty);
    }

    /// <param name="before">What is not in the form stays as it is.</param>
    /// <param name="settings">What was sent; where something is wrong, of no use.</param>
    public static BreakSettingsForm Read(IFormCollection form, BreakSettings before, out BreakSettings settings)
    {
        var errors = new Dictionary<string, string>();
        var typed = Numbers.Concat(Times).Concat(StretchFields)
            .ToDictionary(field => field, field => form[field].ToString().Trim() is { Length: <= 20 } text ? text : "");
        var days = form["day"].Select(day => int.TryParse(day, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= 6 ? number : -1).Where(day => day >= 0).ToFrozenSet();
        TimeOnly Time(string field)
        {
            if (TimeOnly.TryParseExact(typed[field], Written, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)) return new(time.Hour, time.Minute);
            errors[field] = N("Please give a time, such as 9:30.");
            return default;
        }
        var number = typed["every"];
        if (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var every) || every is < BreakSettings.Least or > BreakSettings.Most)
            errors["every"] = N("Please give a whole number from 10 to 90.");
        if (!double.TryParse(typed["length"].Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var length) || length is not (>= 0.5 and <= 30))
            errors["length"] = N("Please give a number from 0.5 to 30.");
        var (from, to, quietFrom, quietTo) = (Time("from"), Time("to"), Time("quiet_from"), Time("quiet_to"));
        if (!errors.ContainsKey("from") && !errors.ContainsKey("to") && from == to) errors["to"] = N("Begin and end are the same. Please give a later end.");
        var on = form["on"] == "yes";
        if (days.Count == 0 && on) errors["day"] = N("Please choose one day or more.");
        var stretches = StretchFields.Where(field => typed[field].Length > 0).Select(Time).Distinct().Order().ToArray();
        settings = before with
        {
            On = on, EveryMinutes = every, BreakMinutes = length, From = from, To = to, QuietFrom = quietFrom, QuietTo = quietTo, Days = [.. days.Order()], Stretches = [.. stretches],
            PausedUntil = on && !before.On ? null : before.PausedUntil,
        };
        return new(on, typed.ToFrozenDictionary(), days, errors.ToFrozenDictionary());
    }

    static string Text(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);
}
