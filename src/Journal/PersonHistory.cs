using System.Collections.Immutable;
using System.Text.Json;
using Mainstay.Care;

namespace Mainstay.Journal;

/// <summary>An answer as it stands.</summary>
/// <param name="On">The person's own date when it was given.</param>
public sealed record AnswerNow(JsonElement Value, DateOnly On, DateTimeOffset At);

public sealed record Device(string Id, string Name, string KeyHash, DateTimeOffset LetIn);

/// <param name="Id">Of its entry.</param>
public sealed record CheckInThen(Guid Id, DateTimeOffset At, CheckedIn Said)
{
    /// <summary>The person's own date.</summary>
    public DateOnly Day => DateOnly.FromDateTime(At.DateTime);
}

/// <summary>A person's state: a fold over their entries, in order. Pure; the same entries give the same state.</summary>
public sealed record PersonHistory
{
    public static readonly PersonHistory Empty = new();

    /// <summary>Input id to the answer as it stands.</summary>
    public ImmutableSortedDictionary<string, AnswerNow> Answers { get; init; } =
        ImmutableSortedDictionary.Create<string, AnswerNow>(StringComparer.Ordinal);
    /// <summary>Screens of this check that were left with "next", in that order.</summary>
    public ImmutableList<ScreenAnswered> Visits { get; init; } = [];
    /// <summary>When this check was begun; null before the first.</summary>
    public DateTimeOffset? Started { get; init; }
    /// <summary>When this check was finished; null while it runs.</summary>
    public DateTimeOffset? Finished { get; init; }
    /// <summary>This check was begun anew: when it is finished, a course of its own begins.</summary>
    public bool Anew { get; init; }
    public CheckFinished? LastResult { get; init; }
    /// <summary>The level that holds, as it was last judged: at the end of a check, or whenever it changed.</summary>
    public LevelHeld Level { get; init; } = LevelHeld.Unknown;
    /// <summary>When "Spasm now" was last opened.</summary>
    public DateTimeOffset? Spasm { get; init; }
    /// <summary>When the six signs were last answered to their end; null: never, not since they were begun anew, or not since something was said to be new.</summary>
    public DateTimeOffset? Signs { get; init; }
    /// <summary>All records that a professional has seen the person, oldest first. Which still count is for triage to say.</summary>
    public ImmutableArray<Seen> Seen { get; init; } = [];
    /// <summary>Choices about the plan, in the order they were made, as the planner takes them.</summary>
    public ImmutableArray<PlanChoice> Choices { get; init; } = [];
    public ImmutableSortedDictionary<string, string> Settings { get; init; } =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);
    public ImmutableSortedDictionary<string, Device> Devices { get; init; } =
        ImmutableSortedDictionary.Create<string, Device>(StringComparer.Ordinal);
    /// <summary>How it was, oldest first.</summary>
    public ImmutableList<CheckInThen> CheckIns { get; init; } = [];
    /// <summary>The daily use as the reasoning reads it.</summary>
    public History Daily { get; init; } = History.Empty;
    /// <summary>When the person said that something is new, with nothing asked about it since; null: nothing waits.</summary>
    public DateTimeOffset? NewSince { get; init; }
    /// <summary>What the person wants to ask a professional, as they wrote it; empty: nothing.</summary>
    public string Questions { get; init; } = "";
    /// <summary>Where the last entry stands: behind it comes whatever is told now. Null when there is none.</summary>
    public Place? Last { get; init; }

    /// <summary>Something should be looked at first, so nobody is to be reminded to move.</summary>
    public bool Waits => NewSince is not null || Level.Waits;

    public static PersonHistory Of(IEnumerable<Recorded> entries) => Standing.Of(entries).Aggregate(Empty, (history, entry) => history.With(entry));

    /// <summary>One entry more. An undo changes what came before it: there the fold begins anew, with <see cref="Standing"/>.</summary>
    public PersonHistory With(Recorded recorded)
    {
        // By a wrong clock it is stamped before what it comes behind. No answer from before it may pass for one that was given since.
        var before = Last is { } last && recorded.At < last.At ? this with { Daily = Daily.AnsweredBefore(recorded.At) } : this;
        return before.Folded(recorded) with { Last = Place.Behind(Last, recorded) };
    }

    PersonHistory Folded(Recorded recorded)
    {
        var history = this;
        return recorded.Entry switch
        {
            AnswerGiven e => history with
            {
                Answers = Answers.SetItem(e.Input, new AnswerNow(e.Value, recorded.Day, recorded.At)),
                Daily = Daily.WithAnswer(e.Input, recorded.At, asBefore: Answers.TryGetValue(e.Input, out var before) && JsonElement.DeepEquals(before.Value, e.Value)),
            },
            AnswerCleared e => history with { Answers = Answers.Remove(e.Input), Daily = Daily.WithoutAnswer(e.Input) },
            ScreenAnswered e => history with { Visits = e.Step >= 0 && e.Step < Visits.Count ? Visits.SetItem(e.Step, e) : Visits.Add(e) },
            CheckStarted e => history with { Started = recorded.At, Finished = null, Visits = [], Anew = Anew || e.Anew },
            CheckFinished e => history with { Finished = recorded.At, LastResult = e, Level = new(e.Urgency), NewSince = null, Anew = false, Daily = Daily.WithCheck(recorded.At, Anew, Answers.GetValueOrDefault("nprs") is { Value: { ValueKind: JsonValueKind.Number } pain } ? pain.GetDouble() : null) },
            LevelHeld e => history with { Level = e },
            SpasmStarted => history with { Spasm = recorded.At, Signs = null },
            SeenRecorded e => history with { Seen = Seen.Add(new(e.RuleId, e.On, e.By, e.Told, e.ExerciseAllowed, e.Fingerprint)) },
            ItemSwapped e => history with { Choices = Choices.Add(new PlanChoice.Swap(e.Day, e.From, e.To)) },
            ItemSkipped e => history with { Choices = Choices.Add(new PlanChoice.Skip(e.Day, e.Item)) },
            MinutesChanged e => history with { Choices = Choices.Add(new PlanChoice.Minutes(e.Day, e.Total)) },
            PlaceChanged e => history with { Choices = Choices.Add(new PlanChoice.Place(e.Day, e.At)) },
            DayMoved e => history with { Choices = Choices.Add(new PlanChoice.Move(e.From, e.To)) },
            PlanReset => history with { Choices = [] },
            SettingChanged { Value: null } e => history with { Settings = Settings.Remove(e.Name) },
            SettingChanged e => history with { Settings = Settings.SetItem(e.Name, e.Value) },
            DeviceLetIn e => history with { Devices = Devices.SetItem(e.Device, new Device(e.Device, e.Name, e.KeyHash, recorded.At)) },
            DevicePutOut e => history with { Devices = Devices.Remove(e.Device) },
            CheckedIn e => history with
            {
                CheckIns = CheckIns.Add(new(recorded.Id, recorded.At, e)),
                NewSince = e.AnythingNew == true ? recorded.At : NewSince,
                Signs = e.AnythingNew == true ? null : Signs,
                Daily = Daily.With(recorded.Id, recorded.At, new CheckIn { Pain = e.Pain, Stiffness = e.Stiffness, Mood = e.Mood, AnyNew = e.AnythingNew }),
            },
            Noted { Said: CheckIn { AnyNew: true } or DiaryNote { AnyNew: true } or SessionStart { AnyNew: true } or TestTaken { AnyNew: true } } e => history with
            {
                Daily = Daily.With(recorded.Id, recorded.At, e.Said), NewSince = recorded.At, Signs = null,
            },
            Noted e => history with { Daily = Daily.With(recorded.Id, recorded.At, e.Said) },
            SignsAnswered => history with { NewSince = null, Signs = recorded.At },
            QuestionsWritten e => history with { Questions = e.Text },
            TakenBack or Placed => history,
            _ => throw new InvalidOperationException($"No fold for {recorded.Entry.GetType().Name}."),
        };
    }

    /// <summary>The answers as one JSON object, UTF-8, as <see cref="AnswersJson"/> reads it.</summary>
    /// <param name="keep">Input ids to leave in; null keeps all. An id that the knowledge no longer has must be left out.</param>
    public byte[] AnswersAsJson(Func<string, bool>? keep = null)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            foreach (var (input, answer) in Answers.Where(answer => keep is null || keep(answer.Key)))
            {
                writer.WritePropertyName(input);
                answer.Value.WriteTo(writer);
            }
            writer.WriteEndObject();
        }
        return buffer.ToArray();
    }
}
