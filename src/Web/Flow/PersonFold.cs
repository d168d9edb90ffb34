using System.Collections.Immutable;
using Mainstay.Care;
using Mainstay.Journal;

namespace Mainstay.Web.Flow;

/// <summary>Entries to a person. Pure: the same entries and day give the same person.</summary>
public sealed class PersonFold(CareModels care)
{
    public Person Of(IReadOnlyList<Recorded> entries, DateOnly today)
    {
        var history = PersonHistory.Of(entries);
        var answers = AnswersOf(history, today);
        var days = history.Answers.Values.Select(answer => answer.On).ToArray();
        return new Person(answers, StateOf(history), SeenOf(entries, answers, today), ChoicesOf(history, today), days.Length == 0 ? null : days.Max(),
            history.Settings.GetValueOrDefault("country"), history.Settings.GetValueOrDefault("theme"));
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
            catch (AnswersException changed) when (changed.Errors.Any(error => history.Answers.ContainsKey(error.Field) && !left.Contains(error.Field)))
            {
                left.UnionWith(changed.Errors.Select(error => error.Field));
            }
        }
        var builder = answers.ToBuilder();
        for (var at = 0; at < questionnaire.Count; at++)
            if (questionnaire[at] is { Since: { } unit } input && answers[at] is { IsGiven: true } given && history.Answers.TryGetValue(input.Id, out var told))
                builder.Set(at, Answer.Of(Math.Min(input.Max ?? double.MaxValue, given.Number + Math.Max(0, today.DayNumber - told.On.DayNumber) / (unit == "weeks" ? 7 : 1))));
        return builder.Build();
    }

    static InterviewState StateOf(PersonHistory history) => new([.. history.Visits.Select(step =>
        new Visit(step.Screen, [.. step.Asked], step.Progress) { Ticked = [.. step.Ticked ?? []], NotSure = step.NotSure })]);

    /// <summary>A record stops counting when the answers it rests on were given anew, as <see cref="SeenRecords.Keep"/> says.</summary>
    ImmutableArray<Seen> SeenOf(IReadOnlyList<Recorded> entries, Answers now, DateOnly today)
    {
        var kept = ImmutableArray.CreateBuilder<Seen>();
        for (var at = 0; at < entries.Count; at++)
        {
            if (entries[at].Entry is not SeenRecorded seen) continue;
            var then = AnswersOf(PersonHistory.Of(entries.Take(at)), entries[at].Day);
            var again = entries.Skip(at).Select(later => later.Entry).OfType<AnswerGiven>().Select(given => given.Input).ToHashSet(StringComparer.Ordinal);
            kept.AddRange(care.Triage.Keep([new(seen.RuleId, seen.On, seen.By, seen.Told, seen.ExerciseAllowed, seen.Fingerprint)], then, now, again));
        }
        return kept.ToImmutable();
    }

    /// <summary>The person's weeks begin on the day the check was finished.</summary>
    static PlanChoices ChoicesOf(PersonHistory history, DateOnly today)
    {
        var first = history.Finished is { } finished ? DateOnly.FromDateTime(finished.DateTime) : today;
        var weeks = Math.Max(0, today.DayNumber - first.DayNumber) / 7;
        return new() { Made = history.Choices, Weeks = weeks, Start = first.AddDays(7 * weeks) };
    }
}
