using System.Collections.Immutable;
using Mainstay.Journal;

namespace Mainstay.Web.Bench;

/// <summary>A year of somebody who uses everything, every day: about 10,000 entries that end now.</summary>
static class Year
{
    const int Days = 364, CheckEvery = 28;

    /// <param name="journal">An export with a finished check; it is answered anew every four weeks.</param>
    /// <returns>How many entries were written.</returns>
    public static int Write(string journal, string data, TimeProvider clock)
    {
        using var text = new StreamReader(journal);
        var check = JournalFile.Read(text).Select(recorded => recorded.Entry).ToImmutableArray();
        var chance = new Random(1);
        var first = clock.GetLocalNow().AddDays(-Days).AddHours(-1);
        var all = new List<Recorded>();
        for (var day = 0; day <= Days; day++)
        {
            var at = first.AddDays(day);
            var entries = day % CheckEvery == 0 ? check.AddRange(Daily(chance, day)) : Daily(chance, day);
            foreach (var entry in entries)
            {
                at = at.AddSeconds(2);
                all.Add(new(Guid.CreateVersion7(at), at, entry));
            }
        }
        using var store = JournalStore.Open(data);
        return store.Append(JournalStore.Me, all);
    }

    /// <summary>Two check-ins, what the day was like, and some changes of the plan, which begin anew each week.</summary>
    static ImmutableArray<Entry> Daily(Random chance, int day) =>
    [
        new CheckedIn(chance.Next(6), chance.Next(6), chance.Next(5), AnythingNew: false),
        .. Enumerable.Range(0, 6).SelectMany(_ => (Entry[])[AnswerGiven.Number("nprs", chance.Next(1, 6)), AnswerGiven.Number("sitting_hours", chance.Next(4, 10))]),
        AnswerGiven.Number("bad_nights", chance.Next(3)),
        .. day % 7 == 0 ? [new PlanReset()] : ImmutableArray<Entry>.Empty,
        new MinutesChanged(chance.Next(7), chance.Next(5, 20)), new ItemSkipped(chance.Next(7), "cat-cow"), new DayMoved(chance.Next(7), chance.Next(7)),
        new SettingChanged("theme", chance.Next(2) == 0 ? "dark" : "light"),
        new CheckedIn(chance.Next(6), chance.Next(6), chance.Next(5)),
    ];
}
