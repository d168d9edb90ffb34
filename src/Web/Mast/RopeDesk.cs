using System.Collections.Concurrent;
using Mainstay.Body;
using Mainstay.Body.Questions;
using Mainstay.Moves;

namespace Mainstay.Web.Mast;

/// <summary>Works out which rope comes first, away from pages: one at a time, and each question once.</summary>
public sealed class RopeDesk(BodyDesk desk) : IDisposable
{
    const int Tries = 100, Seed = 1, L4L5 = 1, Most = 256;

    readonly ConcurrentDictionary<string, RopesFirst> known = new();
    readonly SemaphoreSlim one = new(1, 1);

    /// <summary>Null where it has not been worked out.</summary>
    public RopesFirst? Known(MastChoice choice, MastPerson person, MastDay day) => known.GetValueOrDefault(Key(choice, person, day));

    /// <summary>Some tenths of a second where it is not known yet.</summary>
    public async Task<RopesFirst> Of(MastChoice choice, MastPerson person, MastDay day, CancellationToken stop)
    {
        var key = Key(choice, person, day);
        if (known.TryGetValue(key, out var found)) return found;
        await one.WaitAsync(stop);
        try
        {
            if (known.TryGetValue(key, out found)) return found;
            found = await Task.Run(() => Rank(choice, person, day, stop), stop);
            if (known.Count > Most) known.Clear();
            return known[key] = found;
        }
        finally
        {
            one.Release();
        }
    }

    RopesFirst Rank(MastChoice choice, MastPerson person, MastDay day, CancellationToken stop) => desk.Answers.Use(person.Person, work =>
    {
        choice.Muscles.Put(work);
        var ropes = Ranking.Rank(work, day.Parts, L4L5, Tries, Seed, _ => stop.ThrowIfCancellationRequested(), called: PlainMuscles.IdOf);
        return new RopesFirst(ropes, Tries, desk.Answers.StandingN(person.Person, L4L5), day);
    });

    /// <summary>The posture does not count: the day has its own.</summary>
    static string Key(MastChoice choice, MastPerson person, MastDay day) => $"{person.Person} {string.Join(' ', choice.Amounts)} {day}";

    public void Dispose() => one.Dispose();
}
