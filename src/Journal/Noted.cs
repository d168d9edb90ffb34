using System.Text.Json.Serialization;
using Mainstay.Care;

namespace Mainstay.Journal;

[JsonDerivedType(typeof(Noted<SessionStart>), "session-start")]
[JsonDerivedType(typeof(Noted<ItemReport>), "session-item")]
[JsonDerivedType(typeof(Noted<SessionEnd>), "session-end")]
[JsonDerivedType(typeof(Noted<SessionAfter>), "session-after")]
[JsonDerivedType(typeof(Noted<DiaryNote>), "diary")]
[JsonDerivedType(typeof(Noted<TestTaken>), "test")]
[JsonDerivedType(typeof(Noted<SpotFelt>), "spot")]
[JsonDerivedType(typeof(Noted<SpotPressed>), "spot-pressed")]
[JsonDerivedType(typeof(Noted<GoalNamed>), "goal")]
[JsonDerivedType(typeof(Noted<GoalScored>), "goal-score")]
[JsonDerivedType(typeof(Noted<ExperimentStart>), "experiment-start")]
[JsonDerivedType(typeof(Noted<ExperimentStop>), "experiment-stop")]
[JsonDerivedType(typeof(Noted<Holiday>), "holiday")]
[JsonDerivedType(typeof(Noted<FreeDay>), "free-day")]
[JsonDerivedType(typeof(Noted<ChallengeStart>), "challenge-start")]
[JsonDerivedType(typeof(Noted<ChallengeStop>), "challenge-stop")]
[JsonDerivedType(typeof(Noted<ChallengeDone>), "challenge-done")]
[JsonDerivedType(typeof(Noted<ReviewSeen>), "review-seen")]
[JsonDerivedType(typeof(Noted<WeekChosen>), "week-chosen")]
[JsonDerivedType(typeof(Noted<StressLook>), "stress-look")]
[JsonDerivedType(typeof(Noted<ProblemSheet>), "problem")]
[JsonDerivedType(typeof(Noted<ReturnStart>), "return-start")]
[JsonDerivedType(typeof(Noted<ReturnTried>), "return-tried")]
[JsonDerivedType(typeof(Noted<ReturnStop>), "return-stop")]
[JsonDerivedType(typeof(Noted<BreakLog>), "break")]
[JsonDerivedType(typeof(Noted<BreakSettings>), "break-settings")]
public abstract partial record Entry;

/// <summary>An entry of the daily use: what the reasoning knows as <see cref="Daily"/>.</summary>
public abstract record Noted : Entry
{
    [JsonIgnore]
    public abstract Daily Said { get; }

    public static Noted<T> Of<T>(T what) where T : Daily => new(what);
}

/// <summary>On the wire {"kind":"diary","what":{"pain":4}}.</summary>
/// <exception cref="ArgumentOutOfRangeException">A value outside its range.</exception>
public sealed record Noted<T>(T What) : Noted where T : Daily
{
    [JsonRequired]
    public T What { get; init; } = Sound(What);

    static T Sound(T? what)
    {
        if ((what is null ? "what: is null" : what.Wrong() is { } wrong ? $"what.{wrong}" : null) is not { } problem) return what!;
        var colon = problem.IndexOf(": ", StringComparison.Ordinal);
        throw new ArgumentOutOfRangeException(problem[..colon], problem[(colon + 2)..]);
    }

    [JsonIgnore]
    public override Daily Said => What;
}
