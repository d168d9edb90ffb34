using Mainstay.Care;
using Mainstay.Web.Texts;

namespace Mainstay.Web.Diary;

/// <summary>What was said of a day, in few words.</summary>
public static class DayWords
{
    public static string Mood(Phrases say, double mood) => Math.Round(mood) switch { 0 => say.Say("Very low"), 1 => say.Say("Low"), 2 => say.Say("So-so"), 3 => say.Say("Good"), _ => say.Say("Very good") };

    public static string Kind(Phrases say, RemedyKind kind) => kind switch
    {
        RemedyKind.Heat => say.Say("Warmth"), RemedyKind.Cold => say.Say("Cold"), RemedyKind.Stretch => say.Say("Stretching"), RemedyKind.Pressure => say.Say("Pressing a spot"),
        RemedyKind.Massage => say.Say("Massage"), RemedyKind.Belt => say.Say("A belt"), RemedyKind.Walk => say.Say("A walk"), RemedyKind.Breathing => say.Say("Breathing"),
        RemedyKind.Medicine => say.Say("Pain medicine"), _ => say.Say("Something else"),
    };

    /// <summary>Minutes, and the pain before and after; empty where neither was said.</summary>
    public static string Remedy(Phrases say, Remedy one)
    {
        var change = one switch
        {
            { Before: { } before, After: { } after } => say.Say("pain {before} before, {after} after", say.Number(before), say.Number(after)),
            { Before: { } before } => say.Say("pain {before} before", say.Number(before)),
            { After: { } after } => say.Say("pain {after} after", say.Number(after)),
            _ => "",
        };
        var minutes = one.Minutes is { } long_ ? say.Say("{minutes} min", say.Number(long_)) : "";
        return string.Join(say.Say(", "), new[] { minutes, change }.Where(part => part.Length > 0));
    }

    /// <summary>A line for the list of a month: what the day's entries say beside the pain.</summary>
    public static IReadOnlyList<string> Summary(Phrases say, IReadOnlyCollection<DayEntry> entries)
    {
        var notes = entries.Select(one => one.Said).OfType<DiaryNote>().ToList();
        double? Last(Func<DiaryNote, double?> of) => notes.Select(of).LastOrDefault(value => value is not null);
        var parts = new List<string>();
        void Add(double? value, Func<string, string> words)
        {
            if (value is { } number) parts.Add(words(say.Number(number)));
        }
        if (entries.Count(one => one.Session is not null) is > 0 and var sessions) parts.Add(say.Count(sessions, "{sessions} session", "{sessions} sessions"));
        Add(Last(note => note.StiffMinutes), minutes => say.Say("stiff for {minutes} min", minutes));
        Add(Last(note => note.SleepHours), hours => say.Say("slept {hours} h", hours));
        Add(Last(note => note.SittingHours), hours => say.Say("sat {hours} h", hours));
        if (Last(note => note.Steps) is { } steps) parts.Add(say.Say("{steps} steps", steps.ToString("N0", say.Culture)));
        if (notes.Sum(note => note.Doses ?? 0) is > 0 and var doses) parts.Add(doses == 1 ? say.Say("pain medicine once") : say.Say("{doses} doses of pain medicine", say.Number(doses)));
        foreach (var kind in notes.SelectMany(note => note.Remedies).Select(one => one.Kind).Distinct()) parts.Add(Kind(say, kind));
        return parts;
    }
}
