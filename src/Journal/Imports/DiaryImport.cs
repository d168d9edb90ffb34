using System.Collections.Immutable;
using Mainstay.Care;

namespace Mainstay.Journal.Imports;

/// <summary>What bringing a file in would write.</summary>
/// <param name="Entries">To be written together, so that one undo takes all of it back.</param>
/// <param name="New">Notes that are not there yet.</param>
/// <param name="There">Notes that are there already, or about which the person wrote themselves.</param>
/// <param name="Changed">Notes of an earlier import that the file knows better now; they are among the new ones.</param>
public sealed record DiaryImport(ImmutableArray<Entry> Entries, int New, int There, int Changed)
{
    /// <summary>The same file twice adds nothing. A table adds the lines that are not there yet. Of Apple Health, each day stands once: a later
    /// export replaces what an earlier one said of it, and what the person wrote of a day stays.</summary>
    public static DiaryImport Of(DiaryFile file, History history)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(history);
        return file.Source == DiaryFile.AppleHealth ? ByDay(file, history) : ByLine(file, history);
    }

    static DiaryImport ByLine(DiaryFile file, History history)
    {
        var there = history.Diary.Select(note => note.What with { For = note.What.For ?? note.Day }).GroupBy(note => note).ToDictionary(same => same.Key, same => same.Count());
        var fresh = new List<DiaryNote>();
        foreach (var note in file.Notes)
        {
            if (there.TryGetValue(note, out var count) && count > 0) there[note] = count - 1;
            else fresh.Add(note);
        }
        return new([.. fresh.Select(Noted.Of)], fresh.Count, file.Notes.Length - fresh.Count, 0);
    }

    static DiaryImport ByDay(DiaryFile file, History history)
    {
        var imported = history.Diary.Where(note => note.What.Source == file.Source).ToLookup(note => note.What.For ?? note.Day);
        var own = history.Diary.Where(note => note.What.Source is null).ToLookup(note => note.What.For ?? note.Day, note => note.What);
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
