using Mainstay.Knowledge;
using Mainstay.Web.Texts;

namespace Mainstay.Web.Moves;

/// <summary>Words about a move: for its card, its page, and to look for it.</summary>
public static class MoveWords
{
    /// <summary>"2 × 30 s a side", "3 × 4 holds of 10 s", "8 times", "15 min". Empty where the dose counts nothing.</summary>
    /// <param name="sides">The move is done on the left and on the right.</param>
    public static string Dose(Phrases say, Dose dose, bool sides)
    {
        var each = sides ? " " + say.Say("a side") : "";
        return dose switch
        {
            { Sets: 1, Reps: { } reps, HoldS: { } hold } => Whole(say, "{holds} holds of {seconds} s", reps, say.Number(hold)) + each,
            { Sets: { } sets, Reps: { } reps, HoldS: { } hold } => Whole(say, "{sets} × {holds} holds of {seconds} s", sets, reps, say.Number(hold)) + each,
            { Sets: { } sets, HoldS: { } hold } => (sets == 1 ? Whole(say, "{seconds} s", say.Number(hold)) : Whole(say, "{sets} × {seconds} s", sets, say.Number(hold))) + each,
            { Sets: { } sets, Reps: { } reps } => (sets == 1 ? Whole(say, "{times} times", reps) : Whole(say, "{sets} × {times}", sets, reps)) + each,
            { Minutes: { } minutes } => minutes < 1 ? Whole(say, "{seconds} s", say.Number(minutes * 60)) : Whole(say, "{minutes} min", say.Number(minutes)),
            _ => "",
        };
    }

    /// <summary>A number and its unit stay on one line.</summary>
    static string Whole(Phrases say, string english, params ReadOnlySpan<object?> with) => say.Say(english, with).Replace(' ', '\u00a0');

    /// <summary>The most of it, where that is more than the usual dose; never an aim. Null where nothing is said.</summary>
    public static string? Most(Phrases say, Dose dose, bool sides)
    {
        var most = Dose(say, dose with { Sets = dose.MaxSets ?? dose.Sets, Reps = dose.MaxReps ?? dose.Reps, HoldS = dose.MaxHoldS ?? dose.HoldS, Minutes = dose.MaxMinutes ?? dose.Minutes }, sides);
        return most == Dose(say, dose, sides) ? null : most;
    }

    /// <summary>"Every day, 2 times a day", "3 days a week".</summary>
    public static string Often(Phrases say, Dose dose)
    {
        var days = dose.DaysPerWeek == 7 ? say.Say("Any day") : say.Count(dose.DaysPerWeek, "{days} day a week", "{days} days a week");
        return dose.TimesPerDay is > 1 and { } times ? say.Say("{days}, {times} times a day", days, times) : days;
    }

    public static string Place(Phrases say, string place) => say.Say(place switch { "home" => "Home", "work" => "Work", _ => "On the road" });

    public static string? Start(Phrases say, string? start) => start switch
    {
        "supine" => say.Say("On your back"),
        "side" => say.Say("On your side"),
        "prone" => say.Say("On your front"),
        "hands-knees" => say.Say("On hands and knees"),
        "sit" => say.Say("Sitting"),
        "stand" => say.Say("Standing"),
        "half-kneel" => say.Say("On one knee"),
        _ => null,
    };

    /// <summary>How a person does it otherwise, with the number where there is one.</summary>
    public static string Change(Phrases say, Limit limit)
    {
        var parts = new List<string> { limit.Says };
        if (limit.MaxMinutes is { } minutes) parts.Add(say.Say("At most {minutes} min.", say.Number(minutes)));
        if (limit.MaxHoldS is { } hold) parts.Add(say.Say("Hold for {seconds} s at most.", say.Number(hold)));
        if (limit.MaxRpe is { } effort) parts.Add(say.Say("Effort {effort} of 10 at most.", say.Number(effort)));
        return string.Join(' ', parts);
    }

    /// <summary>Names in one line: only the first keeps its capital.</summary>
    public static IEnumerable<string> InLine(Phrases say, IEnumerable<string> names) => names.Select((name, at) => at == 0 ? name : char.ToLower(name[0], say.Culture) + name[1..]);

    public static string NameOf(IEnumerable<Named> named, string id) => named.FirstOrDefault(one => one.Id == id)?.Name ?? id;
}
