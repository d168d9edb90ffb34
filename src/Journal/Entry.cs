using System.Text.Json;
using System.Text.Json.Serialization;

namespace Mainstay.Journal;

/// <summary>Something a person recorded. Entries are never edited: a correction is another entry. The names in quotes are the kinds on the
/// wire and in the data file; they and the properties only ever grow.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind", UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FailSerialization)]
[JsonDerivedType(typeof(AnswerGiven), "answer")]
[JsonDerivedType(typeof(AnswerCleared), "answer-cleared")]
[JsonDerivedType(typeof(ScreenAnswered), "screen")]
[JsonDerivedType(typeof(CheckStarted), "check-started")]
[JsonDerivedType(typeof(CheckFinished), "check-finished")]
[JsonDerivedType(typeof(SpasmStarted), "spasm")]
[JsonDerivedType(typeof(LevelHeld), "level")]
[JsonDerivedType(typeof(SeenRecorded), "seen")]
[JsonDerivedType(typeof(ItemSwapped), "swap")]
[JsonDerivedType(typeof(ItemSkipped), "skip")]
[JsonDerivedType(typeof(MinutesChanged), "minutes")]
[JsonDerivedType(typeof(PlaceChanged), "place")]
[JsonDerivedType(typeof(DayMoved), "move")]
[JsonDerivedType(typeof(PlanReset), "plan-reset")]
[JsonDerivedType(typeof(SettingChanged), "setting")]
[JsonDerivedType(typeof(DeviceLetIn), "device-in")]
[JsonDerivedType(typeof(DevicePutOut), "device-out")]
[JsonDerivedType(typeof(CheckedIn), "check-in")]
[JsonDerivedType(typeof(SignsAnswered), "signs")]
[JsonDerivedType(typeof(QuestionsWritten), "questions")]
[JsonDerivedType(typeof(TakenBack), "taken-back")]
[JsonDerivedType(typeof(Placed), "placed")]
public abstract partial record Entry;

/// <param name="Input">Input id.</param>
/// <param name="Value">As in a file of answers: "yes", an option, an array of options, a number, an object of regions, a text. Never
/// null.</param>
public sealed record AnswerGiven([property: JsonRequired] string Input, [property: JsonRequired] JsonElement Value) : Entry
{
    public bool Equals(AnswerGiven? other) => other is not null && Input == other.Input && JsonElement.DeepEquals(Value, other.Value);
    public override int GetHashCode() => Input.GetHashCode(StringComparison.Ordinal);

    public static AnswerGiven Word(string input, string word) =>
        new(input, JsonSerializer.SerializeToElement(word, EntryJson.Default.String));
    public static AnswerGiven Number(string input, double number) =>
        new(input, JsonSerializer.SerializeToElement(number, EntryJson.Default.Double));
    public static AnswerGiven Set(string input, params string[] options) =>
        new(input, JsonSerializer.SerializeToElement(options, EntryJson.Default.StringArray));
}

/// <summary>The answer is taken back: the input is unanswered again.</summary>
public sealed record AnswerCleared([property: JsonRequired] string Input) : Entry;

/// <summary>A screen of the check was left with "next", so it is not asked again. Its answers are entries of their own. Members as
/// in the interview's visit.</summary>
/// <param name="Step">Place in the order of this check, from 0. A step that is there already is replaced: it was answered anew.</param>
public sealed record ScreenAnswered(
    [property: JsonRequired] int Step, [property: JsonRequired] string Screen, [property: JsonRequired] string[] Asked,
    [property: JsonRequired] double Progress, string[]? Ticked = null, bool NotSure = false) : Entry
{
    public bool Equals(ScreenAnswered? other) => other is not null && Step == other.Step && Screen == other.Screen
        && Progress.Equals(other.Progress) && NotSure == other.NotSure && Asked.AsSpan().SequenceEqual(other.Asked)
        && (Ticked ?? []).AsSpan().SequenceEqual(other.Ticked ?? []);
    public override int GetHashCode() => HashCode.Combine(Step, Screen);
}

/// <param name="Anew">True: from the beginning; the answers taken back for it are entries of their own. False: looked at again.</param>
public sealed record CheckStarted(bool Anew = false) : Entry;

/// <param name="Urgency">Code of the result: E, U24, U14, R, S or open.</param>
/// <param name="Rules">Ids of the rules that had fired.</param>
/// <param name="Screens">How many screens were shown.</param>
public sealed record CheckFinished([property: JsonRequired] string Urgency, string[]? Rules = null, int Screens = 0) : Entry
{
    public bool Equals(CheckFinished? other) =>
        other is not null && Urgency == other.Urgency && Screens == other.Screens
        && (Rules ?? []).AsSpan().SequenceEqual(other.Rules ?? []);
    public override int GetHashCode() => HashCode.Combine(Urgency, Screens);
}

/// <summary>The level that holds since then, for programs that read the journal and cannot judge. Recorded only when it differs from the one before.</summary>
/// <param name="Urgency">Code of the level that the programme waits for, without what was seen and cleared for exercise: E, U24, U14, R, S or open.</param>
/// <param name="Asks">Danger questions are due that hold the plan.</param>
public sealed record LevelHeld([property: JsonRequired] string Urgency, bool Asks = false) : Entry
{
    /// <summary>Before anything was judged.</summary>
    public static readonly LevelHeld Unknown = new("open");

    /// <summary>Nothing that moves a body is offered.</summary>
    [JsonIgnore]
    public bool Waits => Asks || Urgency is "E" or "U24";
}

/// <summary>"Spasm now" was opened.</summary>
public sealed record SpasmStarted : Entry;

/// <summary>A professional has seen the person for one rule. Members as in <see cref="Care.Seen"/>.</summary>
public sealed record SeenRecorded(
    [property: JsonRequired] string RuleId, [property: JsonRequired] DateOnly On, [property: JsonRequired] string By,
    [property: JsonRequired] string Told, [property: JsonRequired] bool ExerciseAllowed,
    [property: JsonRequired] string Fingerprint) : Entry;

/// <param name="Day">0 to 6 from the start of the person's week; null for every day. The same in the four below.</param>
public sealed record ItemSwapped(int? Day, [property: JsonRequired] string From, [property: JsonRequired] string To) : Entry;
public sealed record ItemSkipped(int? Day, [property: JsonRequired] string Item) : Entry;
/// <param name="Total">Minutes of the day; 0 is a free day.</param>
public sealed record MinutesChanged(int? Day, [property: JsonRequired] double Total) : Entry;
/// <param name="At">home, work or travel.</param>
public sealed record PlaceChanged(int? Day, [property: JsonRequired] string At) : Entry;
/// <summary>The programme of one day goes to another.</summary>
public sealed record DayMoved([property: JsonRequired] int From, [property: JsonRequired] int To) : Entry;
/// <summary>All choices about the plan are taken back.</summary>
public sealed record PlanReset : Entry;

/// <param name="Name">Such as "theme" or "language".</param>
/// <param name="Value">Null: back to the default.</param>
public sealed record SettingChanged([property: JsonRequired] string Name, string? Value) : Entry;

/// <summary>Another device of the same person may come in.</summary>
/// <param name="Device">Its id.</param>
/// <param name="KeyHash">Digest of the device's secret; the secret itself is never stored.</param>
public sealed record DeviceLetIn([property: JsonRequired] string Device, [property: JsonRequired] string Name,
    [property: JsonRequired] string KeyHash) : Entry;
public sealed record DevicePutOut([property: JsonRequired] string Device) : Entry;

/// <summary>How it was at one moment, in a few taps. There may be several a day.</summary>
/// <param name="Pain">0 (none) to 10 (worst that can be imagined); null: not said. The same in the next two.</param>
/// <param name="Stiffness">0 (not stiff) to 10.</param>
/// <param name="Mood">0 very low, 1 low, 2 so-so, 3 good, 4 very good.</param>
/// <param name="AnythingNew">Anything new between the legs, at the bladder, the bowel, the legs or the chest, or fever; null: not asked or
/// not said.</param>
/// <exception cref="ArgumentOutOfRangeException">A value outside its range.</exception>
public sealed record CheckedIn(int? Pain = null, int? Stiffness = null, int? Mood = null, bool? AnythingNew = null) : Entry
{
    public const int Most = 10, BestMood = 4;

    public int? Pain { get; } = Within(Pain, Most, nameof(Pain));
    public int? Stiffness { get; } = Within(Stiffness, Most, nameof(Stiffness));
    public int? Mood { get; } = Within(Mood, BestMood, nameof(Mood));

    static int? Within(int? value, int most, string name) => value is null or >= 0 && !(value > most) ? value
        : throw new ArgumentOutOfRangeException(name, value, $"must be a whole number from 0 to {most}");
}

/// <summary>The six signs of danger and what they opened were gone through. Their answers are entries of their own.</summary>
public sealed record SignsAnswered : Entry;

/// <summary>What the person wants to ask a professional, in their own words. It stands in place of all that was written before.</summary>
/// <param name="Text">A question a line; empty: none.</param>
public sealed record QuestionsWritten([property: JsonRequired] string Text) : Entry;

/// <summary>Earlier entries count no more, as if they had never been made: an undo. They stay in the file. An undo can be undone.</summary>
/// <param name="Of">Ids of the entries.</param>
public sealed record TakenBack([property: JsonRequired] Guid[] Of) : Entry
{
    public bool Equals(TakenBack? other) => other is not null && Of.AsSpan().SequenceEqual(other.Of);
    public override int GetHashCode() => Of.Length > 0 ? Of[0].GetHashCode() : 0;
}

/// <summary>An entry with its id and time.</summary>
/// <param name="Id">UUIDv7, made where the entry is made, so that sending it again stores it once.</param>
/// <param name="At">When it was recorded, with the offset of the person's clock; kept to the millisecond.</param>
public sealed record Recorded(Guid Id, DateTimeOffset At, Entry Entry)
{
    public DateTimeOffset At { get; } = new(At.Ticks - At.Ticks % TimeSpan.TicksPerMillisecond, At.Offset);

    /// <summary>A new entry, made now.</summary>
    public static Recorded Now(TimeProvider clock, Entry entry)
    {
        var at = clock.GetLocalNow();
        return new(Guid.CreateVersion7(at), at, entry);
    }

    /// <summary>The person's own date.</summary>
    public DateOnly Day => DateOnly.FromDateTime(At.DateTime);
}
