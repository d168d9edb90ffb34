using System.Collections.Immutable;
using Mainstay.Knowledge;

namespace Mainstay.Care;

/// <summary>Why a screen comes now.</summary>
public enum AskPurpose
{
    /// <summary>About the person, where it hurts, this episode.</summary>
    Opening,
    /// <summary>Any signs of danger? Also the questions that a ticked line or another answer opened, because they can still raise the urgency.</summary>
    Danger,
    /// <summary>Details that may lower an urgency which stands only until they are known.</summary>
    Detail,
    /// <summary>What may play a part.</summary>
    Contributors,
    /// <summary>Health conditions and wishes that shape the plan.</summary>
    Plan,
}

/// <summary>What to show next: either a gate with its lines, or one to six small questions that belong together.</summary>
/// <param name="Id">Id of the gate, prefixed "gate:"; of the screen; or of a gate's line, prefixed "line:", where its questions name no screen.
/// A screen may come again with other questions.</param>
public sealed record ScreenToAsk(string Id, AskPurpose Purpose, string Title, string? Help, ImmutableArray<Input> Questions)
{
    public Gate? Gate { get; init; }
    /// <summary>Lines of the gate that apply to this person.</summary>
    public ImmutableArray<GateLine> Lines { get; init; } = [];

    /// <summary>"Why are you asking?", one sentence each.</summary>
    public ImmutableArray<string> Describe() => Gate is not null ? [Gate.Why] : [.. Questions.Select(q => q.Why).Distinct()];

    public bool Equals(ScreenToAsk? other) => other is not null && Id == other.Id && Purpose == other.Purpose && Questions.SequenceEqual(other.Questions)
        && Lines.SequenceEqual(other.Lines);
    public override int GetHashCode() => HashCode.Combine(Id, Purpose, Questions.Length, Lines.Length);
}

/// <summary>Answers and state after a step.</summary>
public sealed record InterviewStep(Answers Answers, InterviewState State);
