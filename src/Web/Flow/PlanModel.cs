using System.Collections.Immutable;
using Mainstay.Care;

namespace Mainstay.Web.Flow;

/// <param name="Day">The day shown, 0 to 6 from the start of the week.</param>
public sealed record PlanModel(PlanResult Result, int Day, Answers Answers)
{
    /// <summary>What stands beside the week.</summary>
    public Trends.PlanMore? More { get; init; }
    /// <summary>What today is; null where there is no plan.</summary>
    public Today? Now { get; init; }
    /// <summary>Days off from today on.</summary>
    public ImmutableArray<DayOff> Off { get; init; } = [];
    /// <summary>A holiday that could not be noted: what was typed, and what is wrong.</summary>
    public WrongHoliday? Wrong { get; init; }
    /// <summary>A frame that could not be taken.</summary>
    public AnswerForm? Sent { get; init; }

    public PlannedDay Shown => Result.Plan!.Days[Day];
    public DateOnly Date => Result.Plan!.Start.AddDays(Day);
    public bool IsToday => Now is { } now && now.Date == Date;
    /// <summary>The day off that the shown day lies in.</summary>
    public DayOff? OffNow => Off.FirstOrDefault(off => off.From <= Date && Date <= off.To);
}

/// <param name="Entry">What noted it.</param>
public sealed record DayOff(Guid Entry, DateOnly From, DateOnly To, bool Holiday)
{
    /// <summary>From a day on, the first one first.</summary>
    public static ImmutableArray<DayOff> Of(History history, DateOnly from) =>
    [
        .. history.Holidays.Select(away => new DayOff(away.Id, away.What.From, away.What.To, true)).Concat(history.FreeDays.Select(free => new DayOff(free.Id, free.What.On, free.What.On, false)))
            .Where(off => off.To >= from).DistinctBy(off => (off.From, off.To, off.Holiday)).OrderBy(off => off.From),
    ];
}

public sealed record WrongHoliday(string From, string To, string Says);
