using System.Diagnostics;
using System.Globalization;
using Mainstay.Care.Tests;

namespace Mainstay.Care.Bench;

/// <summary>How long Today and the insights take: after twelve weeks, and with a diary of 10,000 entries in a year. Best of many rounds.</summary>
static class TodayRun
{
    public static int Run()
    {
        var s = new Subjects();
        var care = new CareModel(s.Library);
        var daily = new DailyCare(care);
        var life = new Life(1, LifeKind.Flaring, s.Form);
        var run = new LifeRun(daily, life);
        run.Live();
        var first = new DateTimeOffset(2026, 3, 2, 7, 0, 0, TimeSpan.Zero);
        var now = first.AddDays(Life.Days);
        Time("Today after twelve weeks", () => daily.On(life.Answers, run.History, now));
        Time("Insights after twelve weeks", () => Insights.Of(care, life.Answers, run.History, now));
        var year = run.History;
        var chance = new Chance(5);
        for (var i = 0; i < 10_000; i++)
            year = year.With(new Guid(i, 5, 5, new byte[8]), first.AddDays(i / 27.4).AddMinutes(i % 27 * 30), new DiaryNote
            {
                Pain = chance.Below(8), Stress = chance.Below(10), SittingHours = chance.Below(10), SleepHours = 5 + chance.Below(4),
                Remedies = [new((RemedyKind)chance.Below(4), 15, 5, 3)],
            });
        Time("Today with 10,000 diary entries", () => daily.On(life.Answers, year, first.AddDays(365)));
        Time("Insights with 10,000 diary entries", () => Insights.Of(care, life.Answers, year, first.AddDays(365)));
        return 0;
    }

    static void Time(string what, Action step)
    {
        var best = double.MaxValue;
        for (var round = 0; round < 60; round++)
        {
            var start = Stopwatch.GetTimestamp();
            step();
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-40} {best,8:0.00} ms"));
    }
}
