using System.Collections.Immutable;
using Mainstay.Care;
using Mainstay.Journal;

namespace Mainstay.Web.Flow;

/// <summary>Entries folded so far; more of them fold onto it.</summary>
/// <param name="Count">Entries in it.</param>
/// <param name="LastGiven">Input id → place in the order of the last entry that answered it.</param>
/// <param name="Seen">Every record of a professional, with what was known when it was made.</param>
public sealed record Folded(PersonHistory History, int Count, ImmutableDictionary<string, int> LastGiven, ImmutableArray<SeenThen> Seen)
{
    public static readonly Folded Nothing = new(PersonHistory.Empty, 0, ImmutableDictionary.Create<string, int>(StringComparer.Ordinal), []);
}

/// <param name="Place">Of its entry in the order.</param>
/// <param name="Answers">As they were before it, on its day.</param>
public sealed record SeenThen(Seen Record, int Place, Answers Answers);

/// <summary>Entries to a person. Pure: the same entries and day give the same person, however they came in parts.</summary>
public sealed class PersonFold(CareModels care)
{
    public Person Of(IEnumerable<Recorded> entries, DateOnly today) => PersonOf(With(Folded.Nothing, entries), today);

    /// <param name="entries">They follow the ones folded before; where one of them takes something back, they are all there are.</param>
    public Folded With(Folded before, IEnumerable<Recorded> entries)
    {
        var (history, count) = (before.History, before.Count);
        var (given, seen) = (before.LastGiven.ToBuilder(), before.Seen.ToBuilder());
        foreach (var recorded in Standing.Of(entries))
        {
            if (recorded.Entry is AnswerGiven answer) given[answer.Input] = count;
            if (recorded.Entry is SeenRecorded e)
                seen.Add(new(new(e.RuleId, e.On, e.By, e.Told, e.ExerciseAllowed, e.Fingerprint), count, AnswersOf(history, recorded.Day)));
            history = history.With(recorded);
            count++;
        }
        return new(history, count, given.ToImmutable(), seen.ToImmutable());
    }

    public Person PersonOf(Folded folded, DateOnly today)
    {
        var history = folded.History;
        var answers = AnswersOf(history, today);
        return new Person(today, answers, StateOf(history), SeenOf(folded, answers), ChoicesOf(history, today),
            history.Answers.Count == 0 ? null : history.Answers.Values.Max(answer => answer.On),
            history.Settings.GetValueOrDefault("country"), history.Settings.GetValueOrDefault("theme"), history.Settings.GetValueOrDefault("language"))
        {
            Screened = ScreenedOn(history, answers), PainAnswered = history.Answers.GetValueOrDefault(Pain)?.On, LastPain = LastPain(history, answers),
            CheckIns = history.CheckIns, Daily = history.Daily, NewSince = history.NewSince, Signs = history.Signs, WentThrough = history.Finished is not null, Questions = history.Questions,
        };
    }

    const string Pain = "nprs";

    (DateOnly First, DateOnly Last)? ScreenedOn(PersonHistory history, Answers answers)
    {
        (DateOnly First, DateOnly Last)? days = null;
        var questionnaire = care.Questionnaire;
        for (var at = 0; at < questionnaire.Count; at++)
            if (questionnaire[at].Danger && answers[at].State != AnswerState.Unanswered && history.Answers.TryGetValue(questionnaire[at].Id, out var told))
                days = days is var (first, last) ? (told.On < first ? told.On : first, told.On > last ? told.On : last) : (told.On, told.On);
        return days;
    }

    static (double, DateOnly)? LastPain(PersonHistory history, Answers answers)
    {
        var said = history.CheckIns.LastOrDefault(one => one.Said.Pain is not null);
        if (history.Answers.GetValueOrDefault(Pain)?.On is { } on && (said is null || on > said.Day) && answers.NumberOf(Pain) is { } told) return (told, on);
        return said is null ? null : (said.Said.Pain!.Value, said.Day);
    }

    /// <summary>An answer to a question that the knowledge no longer has, or that it asks otherwise now, counts as not given.</summary>
    Answers AnswersOf(PersonHistory history, DateOnly today)
    {
        var questionnaire = care.Questionnaire;
        var left = new HashSet<string>(StringComparer.Ordinal);
        Answers answers;
        while (true)
        {
            try
            {
                answers = AnswersJson.Read(history.AnswersAsJson(id => !left.Contains(id) && questionnaire.TryIndexOf(id, out _)), questionnaire);
                break;
            }
            catch (AnswersException changed) when (changed.Errors.Any(error => history.Answers.ContainsKey(InputOf(error)) && !left.Contains(InputOf(error))))
            {
                left.UnionWith(changed.Errors.Select(InputOf));
            }
        }
        var builder = answers.ToBuilder();
        for (var at = 0; at < questionnaire.Count; at++)
            if (questionnaire[at] is { Since: { } unit } input && answers[at] is { IsGiven: true } given && history.Answers.TryGetValue(input.Id, out var told))
                builder.Set(at, Answer.Of(Math.Min(input.Max ?? double.MaxValue, given.Number + Math.Max(0, today.DayNumber - told.On.DayNumber) / (unit == "weeks" ? 7 : 1))));
        return builder.Build();
    }

    /// <summary>A wrong place of the body map is named with its input.</summary>
    static string InputOf(FieldError error) => error.Field.Split('.')[0];

    static InterviewState StateOf(PersonHistory history) => new([.. history.Visits.Select(step =>
        new Visit(step.Screen, [.. step.Asked], step.Progress) { Ticked = [.. step.Ticked ?? []], NotSure = step.NotSure })]);

    /// <summary>A record stops counting when the answers it rests on were given anew, as <see cref="SeenRecords.Keep"/> says.</summary>
    ImmutableArray<Seen> SeenOf(Folded folded, Answers now) => [.. folded.Seen.SelectMany(seen =>
        care.Triage.Keep([seen.Record], seen.Answers, now, folded.LastGiven.Where(given => given.Value > seen.Place).Select(given => given.Key).ToHashSet(StringComparer.Ordinal)))];

    /// <summary>The person's weeks begin on the day the check was finished.</summary>
    static PlanChoices ChoicesOf(PersonHistory history, DateOnly today)
    {
        var first = history.Finished is { } finished ? DateOnly.FromDateTime(finished.DateTime) : today;
        var weeks = Math.Max(0, today.DayNumber - first.DayNumber) / 7;
        return new() { Made = history.Choices, Weeks = weeks, Start = first.AddDays(7 * weeks) };
    }
}
