using System.Collections.Immutable;
using Mainstay.Knowledge;

namespace Mainstay.Care;

/// <summary>Signs in a leg, as the diary and the answers tell of them.</summary>
sealed class LegSigns
{
    static readonly string[] Signs = ["leg_pain", "leg_numb", "leg_weak"], Below = ["calf", "foot"];

    /// <summary>A leg takes part for so long after a note of it, and a note of a day so long ago is no news.</summary>
    const int Days = 7;

    readonly Questionnaire _questionnaire;
    readonly int[] _signs;
    readonly Input? _map;
    readonly ImmutableHashSet<string> _belowKnee;

    public LegSigns(Questionnaire questionnaire)
    {
        _questionnaire = questionnaire;
        _signs = [.. Signs.Where(id => questionnaire.TryIndexOf(id, out _)).Select(questionnaire.IndexOf)];
        _map = questionnaire.Inputs.FirstOrDefault(input => input.Kind == InputKind.BodyMap);
        _belowKnee = _map is null ? [] : [.. _map.Options.Where(place => Below.Contains(place.Group)).Select(place => place.Id)];
    }

    /// <summary>By the answers, or by the diary of the last days.</summary>
    public bool TakePart(Answers answers, History history, DateTimeOffset now)
    {
        foreach (var i in _signs) if (IsPresent(answers, i)) return true;
        var today = DateOnly.FromDateTime(now.DateTime);
        for (var i = history.Diary.Count - 1; i >= 0 && history.Diary[i].At > now.AddDays(-Days); i--)
            if (history.Diary[i] is var note && note.At <= now && today.DayNumber - DayOf(note).DayNumber < Days && IsLeg(note.What)) return true;
        return false;
    }

    /// <summary>The latest note of a leg that was news: the answers said no leg then, and no such note stood within the days before it. What was
    /// noted of a day long past, such as in a table that was brought in, is none.</summary>
    /// <returns>Since when it is to be asked about, and the entry.</returns>
    public (DateTimeOffset At, Guid Id)? LastNew(Answers answers, History history, DateTimeOffset now)
    {
        (DateTimeOffset, Guid)? last = null;
        DateOnly? before = null;
        foreach (var note in history.Diary.Where(note => note.At <= now && note.Day.DayNumber - DayOf(note).DayNumber < Days && IsLeg(note.What)).OrderBy(DayOf))
        {
            var (at, day) = (Since(note), DayOf(note));
            var isNews = SaidNone(answers, history, at, note.What, now);
            if (isNews && !(day.DayNumber - before?.DayNumber < Days)) last = (at, note.Id);
            before = isNews ? day : null;
        }
        return last;
    }

    public bool IsLeg(DiaryNote note) => note.Leg == true || note.Regions.Any(place => place.Pain > 0 && _belowKnee.Contains(place.Region));

    /// <summary>An answer that changed since was another one then. Where a note came in late and answers are held for it, a sign still counts from when it was
    /// told: else the note would take its own questions away.</summary>
    bool SaidNone(Answers answers, History history, DateTimeOffset at, DiaryNote note, DateTimeOffset now)
    {
        foreach (var i in _signs)
            if (IsPresent(answers, i) is var present && present != (present ? history.Changed : history.Stands).GetValueOrDefault(_questionnaire[i].Id) > at) return false;
        return note.Leg == true || _map is null || (history.Changed.GetValueOrDefault(_map.Id) > at && at > now.AddDays(-Days))
            || note.Regions.Any(place => place.Pain > 0 && _belowKnee.Contains(place.Region) && !answers.BodyMap.ContainsKey(place.Region));
    }

    bool IsPresent(Answers answers, int i) => Presence.IsPresent(answers[i], _questionnaire[i], _questionnaire.HarmlessAnswers[i]);

    static DateOnly DayOf(Logged<DiaryNote> note) => note.What.For ?? note.Day;

    /// <summary>What was noted later is of its whole day.</summary>
    static DateTimeOffset Since(Logged<DiaryNote> note) =>
        note.What.For is { } day && day < note.Day ? new(day.AddDays(1).ToDateTime(default), note.At.Offset) : note.At;
}
