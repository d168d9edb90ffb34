using Mainstay.Care;
using Mainstay.Knowledge;
using Mainstay.Web.Moves;
using Mainstay.Web.Parts;
using Mainstay.Web.Texts;

namespace Mainstay.Web.Sessions;

/// <summary>What a day and its sessions say.</summary>
public static class SessionWords
{
    /// <summary>Today's own dose: "3 × 8 times a side", "2 × 30 s", "15 min".</summary>
    public static string Dose(Phrases say, TodayItem today)
    {
        var (item, dose) = (today.Item, today.Planned.Dose);
        var minutes = say.Say("{minutes} min", say.Number(Math.Max(1, Math.Round(today.Minutes)))).Replace(' ', '\u00a0');
        if (today.Measure == Measure.Minutes || dose is { Reps: null, HoldS: null }) return minutes;
        if (today.Reps is not [var first, ..]) return MoveWords.Dose(say, dose with { Sets = today.Sets ?? 1, HoldS = today.HoldS, Reps = null }, item.Sides) is { Length: > 0 } held ? held : minutes;
        if (today.Reps.All(reps => reps == first)) return MoveWords.Dose(say, dose with { Sets = today.Reps.Length, Reps = first, HoldS = today.HoldS }, item.Sides);
        var sets = say.List([.. today.Reps.Select(reps => say.Number(reps))]);
        var times = today.HoldS is { } hold ? say.Say("{sets} holds of {seconds} s", sets, say.Number(hold)) : say.Say("{sets} times", sets);
        return item.Sides ? $"{times} {say.Say("a side")}" : times;
    }

    /// <summary>Why the dose of an item is what it is: the reason that matters most, in one sentence or two. Null: as planned.</summary>
    public static string? Why(TodayItem today) => today.Reasons is [var first, ..] ? first.Says : null;

    /// <summary>"About 12 minutes, 5 moves. You need: a mat."</summary>
    public static string Summary(Phrases say, Frame frame, SessionModel model)
    {
        var open = model.Moves.Where(move => move.IsOpen).ToArray();
        var much = say.Count(open.Length, "{moves} move, about {minutes} minutes.", "{moves} moves, about {minutes} minutes.", Math.Max(1, Math.Round(open.Sum(move => move.Today!.Minutes))));
        var needs = open.SelectMany(move => move.Item.Equipment).Distinct().Select(id => MoveWords.NameOf(frame.Library.Equipment, id)).Select(name => char.ToLower(name[0], say.Culture) + name[1..]).ToArray();
        return needs.Length == 0 ? $"{much} {say.Say("You need nothing for them.")}" : $"{much} {say.Say("You need: {things}.", say.List(needs))}";
    }

    public static string Outcome(Phrases say, ItemOutcome outcome) => outcome switch
    {
        ItemOutcome.Done => say.Say("Done"),
        ItemOutcome.Partly => say.Say("Done in part"),
        ItemOutcome.Skipped => say.Say("Skipped"),
        _ => say.Say("Too much this time"),
    };

    /// <summary>The traffic light of a move in words.</summary>
    public static string Light(Phrases say, Light light) => light switch
    {
        Care.Light.Green => say.Say("It went well."),
        Care.Light.Amber => say.Say("A bit much."),
        Care.Light.Red => say.Say("Too much this time."),
        _ => say.Say("Tomorrow morning tells."),
    };

    /// <summary>The day in a few words, and in a heading.</summary>
    public static string Mode(Phrases say, DayMode mode) => mode switch
    {
        DayMode.Flare => say.Say("Half of it today"),
        DayMode.StrongPain => say.Say("A gentle day"),
        DayMode.Guarded => say.Say("Easy things only"),
        DayMode.FreeDay => say.Say("A free day"),
        DayMode.Holiday => say.Say("You are away"),
        DayMode.Withheld => say.Say("No plan for now"),
        _ => say.Say("Your moves today"),
    };
}
