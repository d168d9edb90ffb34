using System.Collections.Immutable;
using Mainstay.Care;

namespace Mainstay.Journal.Imports;

/// <summary>What bringing a file in would write.</summary>
/// <param name="Entries">To be written together, so that one undo takes all of it back.</param>
/// <param name="New">Notes that are not there yet.</param>
/// <param name="There">Notes that are there already, or about which the person wrote themselves.</param>
/// <param name="Changed">Notes of an earlier import that the file knows better now; they are among the new ones.</param>
/// <param name="LeftOut">Notes of an earlier import that the person put right or took back since.</param>
public sealed record DiaryImport(ImmutableArray<Entry> Entries, int New, int There, int Changed, int LeftOut = 0)
{
    /// <summary>The same file twice adds nothing. A table adds the lines that did not come in yet. Of Apple Health, each day stands once: a later
    /// export replaces what an earlier one said of it, and what the person wrote of a day or put right stays.</summary>
    /// <param name="recorded">All of the person, what was taken back included.</param>
    public static DiaryImport Of(DiaryFile file, IReadOnlyList<Recorded> recorded)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(recorded);
        var history = PersonHistory.Of(recorded).Daily;
        return file.Source == DiaryFile.AppleHealth ? ByDay(file, history) : ByLine(file, history, recorded);
    }

    static DiaryImport ByLine(DiaryFile file, History history, IReadOnlyList<Recorded> recorded)
    {
        var there = Counts(history.Diary.Select(note => Line(note.What, note.Day)));
        var dismissed = Counts(Dismissed(file.Source, recorded));
        var (fresh, leftOut) = (new List<DiaryNote>(), 0);
        foreach (var note in file.Notes)
        {
            if (Takes(there, note)) continue;
            if (Takes(dismissed, note)) leftOut++;
            else fresh.Add(note);
        }
        return new([.. fresh.Select(Noted.Of)], fresh.Count, file.Notes.Length - fresh.Count - leftOut, 0, leftOut);

        static Dictionary<DiaryNote, int> Counts(IEnumerable<DiaryNote> notes) => notes.GroupBy(note => note).ToDictionary(same => same.Key, same => same.Count());

        static bool Takes(Dictionary<DiaryNote, int> some, DiaryNote note)
        {
            if (some.GetValueOrDefault(note) == 0) return false;
            some[note]--;
            return true;
        }
    }

    /// <summary>As the line of a table has it.</summary>
    static DiaryNote Line(DiaryNote note, DateOnly day) => note with { For = note.For ?? day, Felt = null };

    /// <summary>Lines of earlier files that were put right or taken back, each for itself. Lines that came in together and went in one step were none of
    /// the person's choice one by one: they may come in again.</summary>
    static IEnumerable<DiaryNote> Dismissed(string source, IReadOnlyList<Recorded> recorded)
    {
        HashSet<Guid>[] undone = [.. Standing.Of(recorded).Select(one => one.Entry).OfType<TakenBack>().Select(undo => undo.Of.ToHashSet())];
        foreach (var together in recorded.Where(one => one.Entry is Noted { Said: DiaryNote note } && note.Source == source).GroupBy(one => one.At))
        {
            HashSet<Guid> gone = [.. undone.Where(undo => together.Count() == 1 || !together.All(one => undo.Contains(one.Id))).SelectMany(undo => undo)];
            foreach (var one in together.Where(one => gone.Contains(one.Id))) yield return Line((DiaryNote)((Noted)one.Entry).Said, one.Day);
        }
    }

    static DiaryImport ByDay(DiaryFile file, History history)
    {
        var imported = history.Diary.Where(note => note.What.Source == file.Source && note.What.Felt is null).ToLookup(note => note.What.For ?? note.Day);
        var own = history.Diary.Where(note => note.What.Source is null || note.What.Felt is not null).ToLookup(note => note.What.For ?? note.Day, note => note.What);
        var (fresh, old, there, changed) = (new List<DiaryNote>(), new List<Guid>(), 0, 0);
        foreach (var note in file.Notes)
        {
            var day = note.For!.Value;
            var wanted = note with { Steps = own[day].Any(one => one.Steps is not null) ? null : note.Steps, SleepHours = own[day].Any(one => one.SleepHours is not null) ? null : note.SleepHours };
            var before = imported[day].ToList();
            if (wanted is { Steps: null, SleepHours: null } || before.Exists(one => one.What == wanted))
            {
                there++;
                continue;
            }
            if (before.Count > 0) changed++;
            old.AddRange(before.Select(one => one.Id));
            fresh.Add(wanted);
        }
        IEnumerable<Entry> entries = fresh.Select(Noted.Of);
        return new([.. old.Count > 0 ? entries.Prepend(new TakenBack([.. old])) : entries], fresh.Count, there, changed);
    }
}
