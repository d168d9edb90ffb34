using System.Collections.Immutable;
using System.Text.Json;
using Mainstay.Care;

namespace Mainstay.Journal;

/// <summary>An answer as it stands.</summary>
/// <param name="On">The person's own date when it was given.</param>
public sealed record AnswerNow(JsonElement Value, DateOnly On, DateTimeOffset At);

public sealed record Device(string Id, string Name, string KeyHash, DateTimeOffset LetIn);

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
    public CheckFinished? LastResult { get; init; }
    /// <summary>When "Spasm now" was last opened.</summary>
    public DateTimeOffset? Spasm { get; init; }
    /// <summary>All records that a professional has seen the person, oldest first. Which still count is for triage to say.</summary>
    public ImmutableArray<Seen> Seen { get; init; } = [];
    /// <summary>Choices about the plan, in the order they were made, as the planner takes them.</summary>
    public ImmutableArray<PlanChoice> Choices { get; init; } = [];
    public ImmutableSortedDictionary<string, string> Settings { get; init; } =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);
    public ImmutableSortedDictionary<string, Device> Devices { get; init; } =
        ImmutableSortedDictionary.Create<string, Device>(StringComparer.Ordinal);
    /// <summary>When the last entry was recorded; null when there is none.</summary>
    public DateTimeOffset? Last { get; init; }

    public static PersonHistory Of(IEnumerable<Recorded> entries) => entries.Aggregate(Empty, (history, entry) => history.With(entry));

    public PersonHistory With(Recorded recorded)
    {
        var history = this with { Last = recorded.At };
        return recorded.Entry switch
        {
            AnswerGiven e => history with { Answers = Answers.SetItem(e.Input, new AnswerNow(e.Value, recorded.Day, recorded.At)) },
            AnswerCleared e => history with { Answers = Answers.Remove(e.Input) },
            ScreenAnswered e => history with { Visits = e.Step >= 0 && e.Step < Visits.Count ? Visits.SetItem(e.Step, e) : Visits.Add(e) },
            CheckStarted => history with { Started = recorded.At, Finished = null, Visits = [] },
            CheckFinished e => history with { Finished = recorded.At, LastResult = e },
            SpasmStarted => history with { Spasm = recorded.At },
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
