namespace Mainstay.Care;

/// <summary>Which questions apply to a person: each input's ask_when, compiled. An unknown ask_when still asks.</summary>
sealed class Applicability
{
    readonly Expression?[] _askWhen;

    public Applicability(Questionnaire questionnaire)
        => _askWhen = [.. questionnaire.Inputs.Select(i =>
        {
            try
            {
                return i.AskWhen is null ? null : Expression.Compile(i.AskWhen, questionnaire);
            }
            catch (ArgumentException e)
            {
                throw new ArgumentException($"Input {i.Id}, ask_when: {e.Message}", e);
            }
        })];

    public Truth Of(int input, ReadOnlySpan<Answer> values) => _askWhen[input]?.Evaluate(values) ?? Truth.True;

    /// <summary>Inputs that a question's ask_when reads; empty where it always applies.</summary>
    public System.Collections.Immutable.ImmutableArray<int> Reads(int input) => _askWhen[input]?.Inputs ?? [];
}
