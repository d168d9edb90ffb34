using System.Collections.Immutable;
using Mainstay.Care;
using Mainstay.Knowledge;

namespace Mainstay.Web.Coping;

/// <summary>What Today recalls of the page on stress, one thing at a time: a step that was planned for today, or what was chosen a week ago and of
/// which nothing was said since. It comes by itself and goes by itself.</summary>
/// <param name="What">In the person's words, or the name of a small change.</param>
/// <param name="Path">Where more is said of it.</param>
/// <param name="LookBack">A week has passed.</param>
/// <param name="Of">Id of the sheet, or <see cref="Change"/>.</param>
public sealed record CopingToday(string What, string Path, bool LookBack, string Of)
{
    /// <summary>In place of the id of a sheet: the small change of the week.</summary>
    public const string Change = "change";

    const int Week = 7, Longest = 28;

    /// <summary>Null: nothing, or something else comes first.</summary>
    public static CopingToday? For(History history, StressGuide? guide, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(history);
        var open = ProblemNow.Of(history).Select(one => one.Sheet).Where(sheet => sheet is { Done: false, Outcome: null, When: not null }).ToImmutableArray();
        if (open.FirstOrDefault(sheet => sheet.When == today) is { } due) return Sheet(due, false);
        if (open.FirstOrDefault(sheet => IsOver(sheet.When!.Value, today)) is { } past) return Sheet(past, true);
        return history.StressLooks is [.., { What.Change: { } id } look] && IsOver(look.Day, today) && guide?.Changes.FirstOrDefault(one => one.Id == id) is { } change
            ? new(change.Name, "/stress#changes", true, Change) : null;
    }

    static CopingToday Sheet(ProblemSheet sheet, bool lookBack) => new(sheet.Choice ?? sheet.What, $"/stress/sheet/{sheet.Sheet}", lookBack, sheet.Sheet);

    /// <summary>What nobody answers for weeks is let go.</summary>
    static bool IsOver(DateOnly day, DateOnly today) => today.DayNumber - day.DayNumber is >= Week and <= Longest;
}
