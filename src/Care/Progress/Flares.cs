using Mainstay.Knowledge;

namespace Mainstay.Care;

/// <summary>A bad spell.</summary>
/// <param name="From">The day on which it was seen as one.</param>
/// <param name="Restart">The day on which the plan starts again with a bit less; null while it lasts.</param>
/// <param name="Usual">The pain that was usual before, 0 to 10.</param>
public sealed record Flare(DateOnly From, DateOnly? Restart, double Usual)
{
    /// <summary>The reading that made it one: what was answered earlier that day was answered before.</summary>
    public required DateTimeOffset Seen { get; init; }
    /// <summary>The first day with so much pain.</summary>
    public required DateOnly Began { get; init; }

    public bool On(DateOnly day) => day >= From && (Restart is null || day < Restart);
}

/// <summary>Finds the bad spells: pain above the usual on days running. The flare plan lasts two or three days, whatever the pain then does.</summary>
static class Flares
{
    /// <summary>Who says how it is every other day has bad spells too: the last day that is known stands for the day before, for so many days.</summary>
    const int Between = 3;

    /// <param name="first">Pain before the diary began, for as long as the diary knows no usual pain.</param>
    public static List<Flare> Of(PainDays pain, ProgressRules rules, double? first, DateOnly today)
    {
        var flares = new List<Flare>();
        if (pain.Days.Count == 0) return flares;
        var over = new HashSet<DateOnly>();
        double? held = null;
        for (var day = pain.Days.Keys.First(); day <= today; day = day.AddDays(1))
        {
            if (flares is [.., { Restart: null } now])
            {
                var length = day.DayNumber - now.From.DayNumber;
                if (length >= rules.FlareMost || (length >= rules.FlareLeast && pain.On(day) < now.Usual + rules.FlareRise)) flares[^1] = now with { Restart = day };
                else
                {
                    over.Add(day);
                    continue;
                }
            }
            if (pain.On(day) is not { } here) continue;
            var usual = held ?? Usual(day.AddDays(-rules.FlareDays));
            if (usual is null || here < usual + rules.FlareRise)
            {
                held = null;
                continue;
            }
            over.Add(day);
            // The same spell is not begun twice: pain has to have come down in between, or two weeks have made it the usual one.
            if (held is not null && day.DayNumber - flares[^1].From.DayNumber < rules.UsualDays) continue;
            if (Running(day, usual.Value + rules.FlareRise) is not { } days) continue;
            var seen = days.Select(one => pain.Reached(one, usual.Value + rules.FlareRise)).Max();
            flares.Add(new(day, null, usual.Value) { Seen = seen!.Value, Began = days[^1] });
            held = usual;
        }
        return flares;

        // The days that make it a spell, the last one first; null: one of them was not so bad, or is not known.
        List<DateOnly>? Running(DateOnly day, double least)
        {
            List<DateOnly> days = [day];
            while (days.Count < rules.FlareDays)
            {
                if (Enumerable.Range(1, Between).Select(i => days[^1].AddDays(-i)).Where(d => pain.On(d) is not null).Select(d => (DateOnly?)d).FirstOrDefault() is not { } before
                    || pain.On(before) < least) return null;
                days.Add(before);
            }
            return days;
        }

        double? Usual(DateOnly last)
        {
            var values = Enumerable.Range(0, rules.UsualDays).Select(i => last.AddDays(-i)).Where(d => !over.Contains(d)).Select(pain.On).OfType<double>().ToArray();
            return values.Length >= rules.UsualLeast ? PainDays.Middle(values) : first;
        }
    }
}
