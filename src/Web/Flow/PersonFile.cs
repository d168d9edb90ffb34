using System.Collections.Immutable;
using System.Text.Json;
using Mainstay.Care;
using Mainstay.Journal;

namespace Mainstay.Web.Flow;

/// <summary>Reads the person from the journal, and writes what they do to it. The web itself keeps no state.</summary>
public sealed class PersonFile(JournalStore store, CareModels care, TimeProvider clock)
{
    readonly PersonFold _fold = new(care);

    public DateOnly Today => DateOnly.FromDateTime(clock.GetLocalNow().DateTime);

    /// <exception cref="JournalException">The data file cannot be read.</exception>
    public Person Read() => _fold.Of(store.Read(JournalStore.Me), Today);

    /// <summary>All or nothing.</summary>
    /// <exception cref="JournalException">The data file cannot be written.</exception>
    public void Write(params IEnumerable<Entry> entries) => store.Append(JournalStore.Me, [.. entries.Select(entry => Recorded.Now(clock, entry))]);

    /// <summary>Stores what a step of the check changed: its answers, the ones sent again unchanged included, and the screens it went through.</summary>
    /// <param name="given">Inputs that were answered in this step.</param>
    public void Write(Person before, InterviewStep after, IReadOnlySet<string> given)
    {
        var entries = new List<Entry>();
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
        Write(entries);
    }

    static bool Same(ImmutableDictionary<string, int> left, ImmutableDictionary<string, int> right) =>
        left.Count == right.Count && left.All(one => right.TryGetValue(one.Key, out var much) && much == one.Value);
}
