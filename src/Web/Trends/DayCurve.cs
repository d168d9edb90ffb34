using Mainstay.Care;
using Mainstay.Web.Diary;
using Mainstay.Web.Texts;

namespace Mainstay.Web.Trends;

/// <summary>A value of the day as a curve.</summary>
/// <param name="Says">What it counts, in words.</param>
/// <param name="Unit">Empty where the words say it all.</param>
/// <param name="Values">One a day from the first day of the diary; NaN where nothing was said.</param>
/// <param name="Most">The value at the top.</param>
public sealed record DayCurve(string Name, string Says, string Unit, double[] Values, double Most)
{
    /// <summary>Days with a note below which a curve would show too little.</summary>
    public const int LeastDays = 5;

    /// <summary>Weeks are told by their mean and not by their middle: the middle of a week with two doses is none.</summary>
    public bool ByMean { get; init; }

    /// <summary>A value in words, where a number says little; null: the number.</summary>
    public Func<double, string>? Read { get; init; }

    public int Noted => Values.Count(value => !double.IsNaN(value));

    /// <summary>What is asked most: shown as it is.</summary>
    public static IReadOnlyList<DayCurve> Usual(Phrases say, DayValues days) => Some(
        new(say.Say("Stiff"), say.Say("The last check-in of each day, and the middle of each week."), "", days.Stiffness, 10),
        new(say.Say("Sleep"), say.Say("Hours a night, and the middle of each week."), say.Say("hours"), days.Of(Exposure.Sleep), 12),
        new(say.Say("Sitting"), say.Say("Hours a day, and the middle of each week."), say.Say("hours"), days.Of(Exposure.Sitting), 16),
        new(say.Say("Stress"), say.Say("From 0 to 10, and the middle of each week."), "", days.Of(Exposure.Stress), 10));

    /// <summary>All else that the diary has a place for. Medicine is there once any was taken, since its zeros are written by every other note.</summary>
    public static IReadOnlyList<DayCurve> Also(Phrases say, DayValues days) => Some(
        new(say.Say("Mood"), say.Say("From very low to very good, and the middle of each week."), "", days.Mood, CheckIn.BestMood) { Read = mood => DayWords.Mood(say, mood) },
        new(say.Say("Stiff in the morning"), say.Say("Minutes a morning, and the middle of each week."), say.Say("minutes"), days.StiffMinutes, Top(days.StiffMinutes, 30)),
        new(say.Say("How well you slept"), say.Say("From 0 to 10, and the middle of each week."), "", days.SleepQuality, 10),
        new(say.Say("Steps"), say.Say("Thousands a day, and the middle of each week."), say.Say("thousand"), days.Of(Exposure.Steps), Top(days.Of(Exposure.Steps), 5)),
        Training(say, [.. days.Of(Exposure.Load).Select(load => load * 10)]),
        new(say.Say("Pain medicine"), say.Say("Doses a day, and the average of each week."), "", days.Doses.Any(doses => doses > 0) ? days.Doses : [], Top(days.Doses, 2)) { ByMean = true });

    // The diary keeps minutes times effort; as minutes at full effort people can picture it.
    static DayCurve Training(Phrases say, double[] minutes)
        => new(say.Say("Training"), say.Say("Minutes at full effort, and the average of each week. Half the effort counts half."), say.Say("minutes"), minutes, Top(minutes, 30)) { ByMean = true };

    static DayCurve[] Some(params DayCurve[] all) => [.. all.Where(curve => curve.Noted > 0)];

    /// <summary>A round number above all values, with room for its name.</summary>
    static double Top(double[] values, double step) => (Math.Floor(values.Where(value => !double.IsNaN(value)).DefaultIfEmpty(0).Max() / step) + 1) * step;
}
