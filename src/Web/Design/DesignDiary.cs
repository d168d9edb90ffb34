using System.Collections.Immutable;
using Mainstay.Care;
using Mainstay.Web.Trends;

namespace Mainstay.Web.Design;

/// <summary>A made-up diary of six weeks, for the parts that show one.</summary>
/// <param name="Trials">One that runs, one with a result, one that was stopped.</param>
public sealed record DesignDiary(Insight Insight, Span Over, ImmutableArray<DateOnly> Sessions, ImmutableArray<TrialNow> Trials, History History)
{
    const int Length = 42;

    public static DesignDiary Of(CareModel care, Answers answers, DateOnly today)
    {
        var (chance, history) = (new Random(2), History.Empty.WithCheck(At(today, 0, 7)));
        var ran = new ExperimentStart { Experiment = new(1, 0, 0, new byte[8]), A = RemedyKind.Heat, B = RemedyKind.Walk, BlockDays = 3, Pairs = 3, Seed = 1, From = Day(today, 4) };
        var runs = new ExperimentStart { Experiment = new(2, 0, 0, new byte[8]), A = RemedyKind.Stretch, B = RemedyKind.Breathing, BlockDays = 4, Pairs = 2, Seed = 2, From = Day(today, Length - 3) };
        var left = new ExperimentStart { Experiment = new(3, 0, 0, new byte[8]), A = RemedyKind.Cold, B = RemedyKind.Pressure, BlockDays = 4, Pairs = 2, Seed = 3, From = Day(today, 24) };
        var ids = 0;
        void Add(int day, double hour, Daily what) => history = history.With(new Guid(++ids, 1, 0, new byte[8]), At(today, day, hour), what);
        Add(4, 6, ran);
        Add(24, 6, left);
        Add(26, 6, new ExperimentStop { Experiment = left.Experiment });
        Add(Length - 3, 6, runs);
        for (var day = 0; day < Length; day++)
        {
            var pain = Math.Clamp(6 - day / 14 + chance.Next(-1, 2) + (day is 17 or 18 ? 3 : 0), 0, 10);
            var sitting = 5 + chance.Next(6);
            var turn = OneWay.Schedule(ran).FirstOrDefault(one => one.Day == Day(today, day));
            Add(day, 20, new DiaryNote
            {
                Pain = pain, SittingHours = sitting, SleepHours = day < 9 ? 7 : null, Stress = chance.Next(8),
                Remedies = [new(RemedyKind.Heat, 15, pain, pain / 2), .. turn.Day == default ? [] : (Remedy[])[new(turn.Remedy, 15, 6, turn.Remedy == RemedyKind.Heat ? 2 + day % 2 : 5 - day % 2)]],
            });
            if (day % 3 == 0) Add(day, 17, new ItemReport { Session = new(day, 2, 0, new byte[8]), Item = "cat-cow" });
        }
        Add(Length - 1, 21, new DiaryNote { Remedies = [new(RemedyKind.Cold, 10, 5, 4)] });
        var insight = Insights.Of(care, answers, history, At(today, Length, 22));
        return new(insight, Span.Of(Day(today, 0), today, false), [.. history.Sessions.Select(session => session.Day)], TrialNow.Of(insight, history, today), history);
    }

    static DateOnly Day(DateOnly today, int day) => today.AddDays(day - Length);
    static DateTimeOffset At(DateOnly today, int day, double hour) => new DateTimeOffset(Day(today, day), default, TimeSpan.Zero).AddHours(hour);
}
