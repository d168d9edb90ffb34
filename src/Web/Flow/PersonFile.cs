using System.Collections.Immutable;
using System.Text.Json;
using Mainstay.Care;
using Mainstay.Journal;

namespace Mainstay.Web.Flow;

/// <summary>The person as they are: what was folded, up to where in the journal, and for which day.</summary>
public sealed record PersonNow(JournalPosition Position, Folded Folded, Person Person)
{
    /// <summary>Id of the entry that arrived first, counted or taken back: it stays as long as the data file does. Null: there is none.</summary>
    public Guid? First { get; init; }

    /// <summary>Pages that were shown of just this. They go with it.</summary>
    public KeptPages Pages { get; } = new();
}

/// <summary>Reads the person from the journal, and writes what they do to it. The one state that the web keeps is the person folded so far: new
/// entries fold onto it, and what another program wrote folds all anew. It is never older than the data file.</summary>
public sealed class PersonFile(JournalStore store, CareModels care, TimeProvider clock)
{
    readonly PersonFold _fold = new(care);
    readonly Lock _gate = new(), _level = new();
    volatile PersonNow? _now;

    public DateOnly Today => DateOnly.FromDateTime(clock.GetLocalNow().DateTime);

    /// <exception cref="JournalException">The data file cannot be read.</exception>
    public Person Read() => Now().Person;

    /// <exception cref="JournalException">The data file cannot be read.</exception>
    public PersonNow Now()
    {
        var (now, today) = (_now, Today);
        if (now is not null && now.Person.Today == today && store.News(JournalStore.Me, now.Position) is null) return now;
        lock (_gate)
        {
            now = _now;
            var news = store.News(JournalStore.Me, now?.Position);
            if (news is null && now!.Person.Today == today) return now;
            var folded = news is null ? now!.Folded : _fold.With(news.Anew || now is null ? Folded.Nothing : now.Folded, news.Entries);
            return _now = new(news?.Position ?? now!.Position, folded, _fold.PersonOf(folded, today))
            {
                First = news is { Anew: true } || now?.First is null ? store.FirstArrived(JournalStore.Me) : now.First,
            };
        }
    }

    /// <summary>All or nothing, all at one moment, and behind all that was told before, whatever a clock said then.</summary>
    /// <returns>What takes it back.</returns>
    /// <exception cref="JournalException">The data file cannot be written.</exception>
    public UndoToken Write(params IEnumerable<Entry> entries)
    {
        var at = clock.GetLocalNow();
        Recorded[] all = [.. entries.Select(entry => new Recorded(Guid.CreateVersion7(at), at, entry))];
        if (all.Length > 0) Tell(all);
        if (all.Length > 0) TryKeepLevel();
        return all.Length == 0 ? UndoToken.None : new(all[0].Id, all[^1].Id);
    }

    /// <summary>Under an id that a form brought. Sent twice it is stored once; changed in between, since nobody heard that it had arrived, it is another entry.</summary>
    /// <returns>What takes it back.</returns>
    /// <exception cref="JournalException">The data file cannot be written.</exception>
    public UndoToken Write(Guid id, Entry entry)
    {
        try
        {
            Tell(new Recorded(id, clock.GetLocalNow(), entry));
            TryKeepLevel();
        }
        catch (JournalException twice) when (twice.Fault == JournalFault.Conflict)
        {
            // Else it is the same form at another moment.
            if (store.SaysElse(JournalStore.Me, id, entry)) return Write(entry);
        }
        return new(id, id);
    }

    /// <summary>What a device recorded by itself, with ids and moments of its own. All or nothing.</summary>
    /// <returns>How many were not there yet.</returns>
    /// <exception cref="JournalException">The data file cannot be written, or an id is there with another content.</exception>
    public int Take(IReadOnlyCollection<Recorded> recorded)
    {
        var late = Late(recorded);
        if (late.Count > 0 && store.Unknown(JournalStore.Me, late.Select(one => one.Id)) is { IsEmpty: false } fresh
            && Placed.Behind(Now().Folded.History.Last, clock.GetLocalNow(), late.FindAll(one => fresh.Contains(one.Id))) is { } mark)
        {
            var all = store.Append(JournalStore.Me, [mark, .. recorded]);
            TryKeepLevel();
            return all - 1;
        }
        var added = store.Append(JournalStore.Me, recorded);
        TryKeepLevel();
        return added;
    }

    /// <summary>What is not settled by what was answered before it came: a sign that comes in late, or by a clock that runs behind; and all of it where
    /// the clock here ran ahead, since what is there is stamped later than it was told.</summary>
    List<Recorded> Late(IReadOnlyCollection<Recorded> recorded)
    {
        var history = Now().Folded.History;
        if (history.Last?.At > clock.GetLocalNow()) return [.. recorded];
        // The numbers of a session are judged by all of it that is there.
        var daily = recorded.Aggregate(history.Daily, (all, one) => one.Entry is Noted { Said: SessionStart or ItemReport or SessionEnd or SessionAfter } part ? all.With(one.Id, one.At, part.Said) : all);
        return [.. recorded.Where(one => one.Entry switch
        {
            CheckedIn said => care.Daily.Signs.IsIn(new CheckIn { Pain = said.Pain, AnyNew = said.AnythingNew }, one.At, daily),
            Noted noted => care.Daily.Signs.IsIn(noted.Said, one.At, daily),
            _ => false,
        })];
    }

    void Tell(params Recorded[] told) =>
        store.Append(JournalStore.Me, Placed.Behind(Now().Folded.History.Last, told[0].At, told) is { } mark ? [mark, .. told] : told);

    /// <summary>The moments of those entries that are there.</summary>
    /// <exception cref="JournalException">The data file cannot be read.</exception>
    public IReadOnlyDictionary<Guid, DateTimeOffset> MomentsOf(IReadOnlySet<Guid> ids) =>
        store.Read(JournalStore.Me).Where(recorded => ids.Contains(recorded.Id)).ToDictionary(recorded => recorded.Id, recorded => recorded.At);

    /// <summary>Records the level that holds where it differs from the one that was recorded last. Reminders on the desktop know of nothing else.</summary>
    /// <exception cref="JournalException">The data file cannot be read or written.</exception>
    public void KeepLevel()
    {
        lock (_level)
        {
            var now = Now();
            var history = now.Folded.History;
            var holds = Level(now.Person);
            // A check that is not through yet lowers nothing.
            if (holds == history.Level || (history.Level.Waits && !now.Person.WentThrough)) return;
            var at = clock.GetLocalNow();
            Tell(new Recorded(Guid.CreateVersion7(at), at, holds));
        }
    }

    LevelHeld Level(Person person)
    {
        if (!person.HasAnswers) return LevelHeld.Unknown;
        if (!person.WentThrough) return new(Codes.Of(care.Triage.Assess(person.Answers, person.Seen).Holding));
        var day = care.Day(person);
        return new(Codes.Of(day.Assessment.Triage.Holding), day.Rescreen is { Holds: true });
    }

    /// <summary>What was written before stays written, whatever happens here. The look for reminders tries again.</summary>
    void TryKeepLevel()
    {
        try
        {
            KeepLevel();
        }
        catch (JournalException)
        {
            // The file is busy or full.
        }
    }

    /// <summary>The person as they would be if these entries counted no more. Nothing is written.</summary>
    /// <exception cref="JournalException">The data file cannot be read.</exception>
    public Person Without(IEnumerable<Guid> ids) => With(new TakenBack([.. ids]));

    /// <summary>The person as they would be if this were written. Nothing is.</summary>
    /// <exception cref="JournalException">The data file cannot be read.</exception>
    public Person With(params IEnumerable<Entry> entries) => _fold.Of(After(entries), Today);

    /// <summary>Something that was told beside the check would count no more without these: a check-in, a note, a result.</summary>
    /// <exception cref="JournalException">The data file cannot be read.</exception>
    public bool Silences(IEnumerable<Guid> ids)
    {
        var left = Standing.Of(After([new TakenBack([.. ids])])).Select(recorded => recorded.Id).ToHashSet();
        return Standing.Of(store.Read(JournalStore.Me)).Any(recorded => recorded.Entry is CheckedIn or Noted && !left.Contains(recorded.Id));
    }

    ImmutableArray<Recorded> After(IEnumerable<Entry> entries)
    {
        var at = clock.GetLocalNow();
        return [.. store.Read(JournalStore.Me), .. entries.Select(entry => new Recorded(Guid.CreateVersion7(at), at, entry))];
    }

    /// <summary>An entry, and the answers to these questions that it gave when it was written. Where it was put right since, the first of it gave them.</summary>
    /// <exception cref="JournalException">The data file cannot be read.</exception>
    public ImmutableArray<Guid> WithItsAnswers(Guid id, IReadOnlySet<string> inputs)
    {
        var all = store.Read(JournalStore.Me);
        return [id, .. Answers(id)];

        IEnumerable<Guid> Answers(Guid of)
        {
            var place = all.Select(recorded => recorded.Id).ToList().IndexOf(of);
            if (place < 0) return [];
            var answers = all.Skip(place + 1).TakeWhile(next => next.At == all[place].At && next.Entry is AnswerGiven).Where(next => inputs.Contains(((AnswerGiven)next.Entry).Input)).Select(next => next.Id);
            return place > 0 && all[place - 1] is { Entry: TakenBack old } before && before.At == all[place].At ? [.. answers, .. old.Of.SelectMany(Answers)] : answers;
        }
    }

    /// <summary>Some of what was written in these steps counts no more.</summary>
    /// <exception cref="JournalException">The data file cannot be read.</exception>
    public bool IsTakenBack(UndoToken written)
    {
        if (written.IsNone) return false;
        var standing = Standing.Of(store.Read(JournalStore.Me)).Select(recorded => recorded.Id).ToHashSet();
        return written.Steps.Any(step => !standing.Contains(step.First) || !standing.Contains(step.Last));
    }

    /// <summary>What was written together counts no more.</summary>
    /// <returns>What takes that back in turn; null: there is no such entry.</returns>
    /// <exception cref="JournalException">The data file cannot be read or written.</exception>
    public UndoToken? TakeBack(UndoToken written) => WrittenIn(written) is { } ids ? Write(new TakenBack([.. ids])) : null;

    /// <summary>Ids of what was written together; null: there is no such entry.</summary>
    /// <exception cref="JournalException">The data file cannot be read.</exception>
    public IReadOnlyList<Guid>? WrittenIn(UndoToken written)
    {
        var all = store.Read(JournalStore.Me).Select(recorded => recorded.Id).ToList();
        var ids = new List<Guid>();
        foreach (var step in written.Steps)
        {
            var (first, last) = (all.IndexOf(step.First), all.IndexOf(step.Last));
            if (first < 0 || last < first) return null;
            ids.AddRange(all[first..(last + 1)]);
        }
        return ids;
    }

    /// <summary>What came in together counts no more.</summary>
    /// <param name="after">Place in the order of arrival.</param>
    /// <returns>What takes that back in turn; null: there is nothing.</returns>
    /// <exception cref="JournalException">The data file cannot be read or written.</exception>
    public UndoToken? TakeBack(long after, int count) => store.Arrived(JournalStore.Me, after, count) is { IsEmpty: false } ids ? Write(new TakenBack([.. ids])) : null;

    /// <summary>Stores what a step of the check changed: its answers, the ones sent again unchanged included, and the screens it went through.</summary>
    /// <param name="given">Inputs that were answered in this step.</param>
    /// <param name="also">Stored with it.</param>
    public UndoToken Write(Person before, InterviewStep after, IReadOnlySet<string> given, params IEnumerable<Entry> also)
    {
        var entries = new List<Entry>(also);
        if (before.State.Visits.IsEmpty) entries.Add(new CheckStarted());
        var questionnaire = care.Questionnaire;
        var values = JsonDocument.Parse(AnswersJson.Write(after.Answers)).RootElement;
        for (var at = 0; at < questionnaire.Count; at++)
        {
            var id = questionnaire[at].Id;
            var changed = before.Answers[at] != after.Answers[at] || questionnaire[at].Kind switch
            {
                Knowledge.InputKind.BodyMap => !Same(before.Answers.BodyMap, after.Answers.BodyMap),
                Knowledge.InputKind.Text => before.Answers.TextOf(id) != after.Answers.TextOf(id),
                _ => false,
            };
            if (!changed && !given.Contains(id)) continue;
            if (values.TryGetProperty(id, out var value)) entries.Add(new AnswerGiven(id, value.Clone()));
            else if (changed) entries.Add(new AnswerCleared(id));
        }
        for (var step = 0; step < after.State.Visits.Length; step++)
        {
            var visit = after.State.Visits[step];
            if (step >= before.State.Visits.Length || !before.State.Visits[step].Equals(visit))
                entries.Add(new ScreenAnswered(step, visit.Screen, [.. visit.Asked], visit.Progress, [.. visit.Ticked], visit.NotSure));
        }
        return Write(entries);
    }

    static bool Same(ImmutableDictionary<string, int?> left, ImmutableDictionary<string, int?> right) =>
        left.Count == right.Count && left.All(one => right.TryGetValue(one.Key, out var much) && much == one.Value);
}
